/**
 * What there is to tell a person, counted from the register as it is now.
 */
import { type Alert, type AlertKind, type AlertSettings, MOST_ALERTS } from '../../contract/alerts.ts'
import { type CivilDate, timeOfInstant, toDayNumber } from '../../domain/civil-date.ts'
import { ONLINE_ANSWER, dueMoment, workingDayAfterOrLast, workingMinutesBetween } from '../../domain/clock.ts'
import { type Role, hasRight } from '../../domain/people.ts'
import {
  batchesFor,
  draftedApologies,
  dueOf,
  dueSums,
  dueWithoutApology,
  remindersTo,
  waitingArrivals,
} from '../../store/alerts.ts'
import type { Office } from '../context.ts'
import { countBehind } from './behind.ts'

/** Who is told. */
export interface Told {
  id: number
  roles: readonly Role[]
}

/** An alert before it is known whether it was seen. */
export type OpenAlert = Alert extends infer One
  ? One extends Alert
    ? Omit<One, 'seen' | 'told'>
    : never
  : never

/** An application is told of while no more working minutes than these are left to answer it. */
const ARRIVAL_MINUTES = 120

const most = MOST_ALERTS

/** Everything there is to tell somebody, in the order of the kinds. */
export function alertsFor(office: Office, person: Told, settings: AlertSettings): OpenAlert[] {
  return KINDS.filter(([kind]) => !settings.off.includes(kind)).flatMap(([, find]) =>
    find(office, person, settings),
  )
}

type Find = (office: Office, person: Told, settings: AlertSettings) => OpenAlert[]

const KINDS: readonly [AlertKind, Find][] = [
  ['morning', morning],
  ['arrival', arrivals],
  ['due-today', (office, person) => due(office, person, 'due-today', office.today())],
  ['due-tomorrow', (office, person) => due(office, person, 'due-tomorrow', nextWorkingDay(office))],
  ['handover', handovers],
  ['apology', apologies],
  ['reminder', reminders],
]

function nextWorkingDay(office: Office): CivilDate {
  return workingDayAfterOrLast(office.today(), 1, office.rules.calendar)
}

/** On working days from the set hour on, where there is something to say. */
function morning(office: Office, { id, roles }: Told, { hour }: AlertSettings): OpenAlert[] {
  const on = office.today()
  if (timeOfInstant(office.now()) < hour || !office.rules.calendar.isWorking(toDayNumber(on))) return []
  const whole = roles.includes('head')
  const of = whole ? null : id
  const db = office.store.read
  const sums = {
    ...dueSums(db, of, on),
    dueTomorrow: dueWithoutApology(db, of, nextWorkingDay(office)),
    behind: countBehind(office, of),
  }
  if (Object.values(sums).every((n) => n === 0)) return []
  return [{ kind: 'morning', key: `morning:${on}`, on, whole, ...sums }]
}

function arrivals(office: Office, { roles }: Told): OpenAlert[] {
  if (!hasRight(roles, 'receive')) return []
  const { calendar, clock } = office.rules
  const now = office.now()
  return waitingArrivals(office.store.read, most).flatMap(({ answerFrom, ...arrival }) => {
    const answerBy = dueMoment(ONLINE_ANSWER, answerFrom, calendar, clock.hours)
    if (workingMinutesBetween(now, answerBy, calendar, clock.hours) > ARRIVAL_MINUTES) return []
    const key = `arrival:${arrival.arrivalId}:${answerFrom}`
    return [{ kind: 'arrival' as const, key, ...arrival, answerBy, overdue: answerBy < now }]
  })
}

function due(office: Office, { id }: Told, kind: 'due-today' | 'due-tomorrow', on: CivilDate): OpenAlert[] {
  return dueOf(office.store.read, { staffId: id, on, most }).map((dossier) => ({
    ...{ kind, key: `${kind}:${dossier.dossierId}:${dossier.dueOn}`, ...dossier },
  }))
}

function handovers(office: Office, { id }: Told): OpenAlert[] {
  return batchesFor(office.store.read, { staffId: id, most }).map((batch) => ({
    ...{ kind: 'handover', key: `handover:${batch.batch}:${batch.givenOn}`, ...batch },
  }))
}

function apologies(office: Office, { roles }: Told): OpenAlert[] {
  if (!roles.includes('head')) return []
  return draftedApologies(office.store.read, most).map(({ seq, ...apology }) => ({
    ...{ kind: 'apology', key: `apology:${apology.dossierId}:${seq}`, ...apology },
  }))
}

function reminders(office: Office, { id }: Told): OpenAlert[] {
  return remindersTo(office.store.read, { staffId: id, most }).map(({ eventId, ...reminder }) => ({
    ...{ kind: 'reminder', key: `reminder:${eventId}`, ...reminder },
  }))
}
