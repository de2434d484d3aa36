/**
 * The life of one made-up dossier, told in events up to the last day of the register.
 */
import type { WorkingCalendar } from '../../src-main/domain/calendar.ts'
import { type CivilDate, fromDayNumber, instantOf, toDayNumber } from '../../src-main/domain/civil-date.ts'
import { dueDate, workingDayAfter } from '../../src-main/domain/clock.ts'
import type { DossierEvent, EventFact } from '../../src-main/domain/dossier.ts'
import type { ProcedureVersion } from '../../src-main/domain/procedure.ts'
import type { Chance } from '../random.ts'
import { particulars } from './people.ts'

/** What a story is told from. */
export interface Setting {
  chance: Chance
  calendar: WorkingCalendar
  /** The last day of the register: nothing happens after it. */
  today: CivilDate
  /** Keys of those who deal with dossiers. */
  holders: readonly number[]
}

/** How a dossier began. */
export interface Beginning {
  code: string
  version: ProcedureVersion
  acceptedOn: CivilDate
  /** `HH:MM`. */
  acceptedAt: string
}

/** Tells the whole life of a dossier, as far as it has come by the last day. */
export function tell(setting: Setting, { code, version, acceptedOn, acceptedAt }: Beginning): DossierEvent[] {
  const { chance, calendar, today } = setting
  const events: DossierEvent[] = []
  const holderId = chance.pick(setting.holders)
  const add = (
    on: CivilDate,
    fact: EventFact,
    time = `${chance.between(13, 16)}:${chance.between(10, 59)}`,
  ) => {
    if (on > today) return false
    const moment = instantOf(on, time)
    events.push({
      ...{ seq: events.length + 1, happenedOn: on, happenedAt: moment, enteredAt: moment },
      ...{ authorId: holderId, fact },
    })
    return true
  }
  const after = (from: CivilDate, days: number): CivilDate => workingDayAfter(from, days, calendar)

  const due = dueDate(version, { date: acceptedOn, time: acceptedAt }, calendar).date
  const year = Number(acceptedOn.slice(0, 4))
  const filed = particulars(chance, year)
  add(
    acceptedOn,
    {
      kind: 'accepted',
      code,
      procedureId: version.id,
      dueOn: due,
      dueSource: 'computed',
      particulars: filed,
    },
    acceptedAt,
  )
  const takenOn = version.term < 2 ? acceptedOn : after(acceptedOn, chance.between(0, 2))
  if (!add(takenOn, { kind: 'taken', holderId, note: '' }, acceptedOn === takenOn ? '16:59' : '08:00'))
    return events

  const pausedOn = version.term >= 5 && chance.happens(0.12) ? after(takenOn, chance.between(0, 2)) : null
  if (pausedOn !== null) {
    const pause =
      version.hasFeeLeg && chance.happens(0.7) ? 'payment' : chance.pick(['supplement', 'agency'] as const)
    if (!add(pausedOn, { kind: 'paused', pause, note: '' })) return events
  }
  if (chance.happens(stuck(acceptedOn, today))) {
    if (pausedOn === null && chance.happens(0.6)) {
      add(after(takenOn, 1), {
        kind: 'paused',
        pause: chance.pick(['supplement', 'agency'] as const),
        note: '',
      })
    }
    return events
  }
  const resumedOn = pausedOn === null ? takenOn : after(pausedOn, chance.between(1, 8))
  if (pausedOn !== null && !add(resumedOn, { kind: 'resumed', note: '' })) return events

  const endedOn = later(resumedOn, endDay(setting, acceptedOn, due, version.term))
  const end = chance.weighted([
    ['result-ready', 945],
    ['refused', 30],
    ['withdrawn', 20],
    ['stopped', 5],
  ] as const)
  if (!add(endedOn, { kind: end, note: '' }) || end !== 'result-ready') return events
  if (!chance.happens(0.01)) add(after(endedOn, chance.between(0, 6)), { kind: 'returned', note: '' })
  return events
}

/** The share of dossiers that lie: disputes, owners who do not answer. Most are from the last twelve months. */
function stuck(acceptedOn: CivilDate, today: CivilDate): number {
  const years = (toDayNumber(today) - toDayNumber(acceptedOn)) / 365
  return years < 1 ? 0.08 : years < 3 ? 0.012 : 0.0005
}

/** Six in ten early, three on time, one in twenty late: as inspectors have counted in a real branch. */
function endDay(
  { chance, calendar }: Setting,
  acceptedOn: CivilDate,
  due: CivilDate,
  term: number,
): CivilDate {
  const luck = chance.next()
  if (luck < 0.65 && term > 1) {
    return workingDayAfter(acceptedOn, chance.between(Math.ceil(term * 0.4), term - 1), calendar)
  }
  if (luck < 0.95) return due
  return workingDayAfter(due, 1 + Math.floor(-12 * Math.log(1 - chance.next())), calendar)
}

function later(a: CivilDate, b: CivilDate): CivilDate {
  return a > b ? a : b
}

/** The working days from one day to another, both included. */
export function workingDays(calendar: WorkingCalendar, from: CivilDate, to: CivilDate): CivilDate[] {
  const days: CivilDate[] = []
  for (let day = toDayNumber(from); day <= toDayNumber(to); day++) {
    if (calendar.isWorking(day)) days.push(fromDayNumber(day))
  }
  return days
}
