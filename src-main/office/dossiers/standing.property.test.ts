import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { DossierFilter, Queue, Standing } from '../../contract/dossier-list.ts'
import { type CivilDate, fromDayNumber, toDayNumber } from '../../domain/civil-date.ts'
import { WorkingCalendar } from '../../domain/calendar.ts'
import { DEFAULT_CLOCK } from '../../domain/clock.ts'
import { type PauseKind, PAUSE_KINDS, fold } from '../../domain/dossier.ts'
import { type Column, type Counted, classOf, noCounts, officialOf } from '../../domain/figure-class.ts'
import { totalsOf } from '../../domain/figures.ts'
import { isLate, isStopped } from '../../domain/legs.ts'
import { dueSums } from '../../store/alerts.ts'
import { comingUp, lateGroups } from '../../store/desk.ts'
import { type QueueMoment, countList, countQueues, getListed } from '../../store/dossiers.ts'
import { addDossier } from '../../store/events.ts'
import { countedDossiers } from '../../store/figure-rows.ts'
import { countPeriod } from '../../store/figures.ts'
import {
  asSetRight,
  columnsNaively,
  eventsOfStory,
  stories,
  addStoryReference,
} from '../../store/test-stories.ts'
import { testStore } from '../../store/test-store.ts'
import { tableOf } from '../figures/tables.ts'
import { workIn } from './open-work.ts'
import { toRow } from './rows.ts'

const EVERY: DossierFilter = {
  ...{ queue: 'all', search: '', procedureId: null, state: null, holderId: null, channel: null },
  ...{ commune: null, acceptedFrom: null, acceptedTo: null, dueFrom: null, dueTo: null, apology: null },
}
const later = (day: CivilDate, by: number): CivilDate => fromDayNumber(toDayNumber(day) + by)
const USER = 1
const CALENDAR = new WorkingCalendar([])

/** The standing a list shows, by what the dossier counts as on that day. */
function shownAs({ endedOn, standing, paused, dueOn }: Counted, today: CivilDate, soon: CivilDate): Standing {
  if (endedOn !== null)
    return standing === 'early' || standing === 'on-time' ? `ended-${standing}` : 'ended-late'
  if (standing === 'overdue') return 'late'
  if (paused !== null) return 'paused'
  return dueOn === today ? 'due-today' : dueOn <= soon ? 'due-soon' : 'running'
}

it('what the first screen says of today is what the figures of today count, dossier by dossier', async () => {
  const seen = new Set<string>()
  const property = fc.asyncProperty(
    stories,
    fc.nat({ max: 6 }),
    fc.nat({ max: 5 }),
    async (told, after, ahead) => {
      const histories = told.map(eventsOfStory)
      const days = histories.flatMap((events) => asSetRight(events).map(({ happened }) => happened))
      const last = histories.flat().reduce(
        (most, { happenedOn: day }) => (day > most ? day : most),
        days.reduce((most, day) => (day > most ? day : most), '2020-01-01' as CivilDate),
      )
      // The screen is of now: nothing has happened later than today.
      const today = later(last, after)
      const soon = later(today, ahead)
      const store = await testStore()
      await store.write((db) => {
        addStoryReference(db)
        for (const events of histories) addDossier(db, events)
      })
      const db = store.read
      const moment: QueueMoment = { today, soon, user: USER, masked: false, now: `${today}T09:00:00.000Z` }
      const day = { from: today, to: today }
      const counted = countedDossiers(db, day).flatMap((dossier) => {
        const one = classOf(dossier, day, 'original')
        return one === null ? [] : [{ dossier, one }]
      })
      const number = (of: (one: Counted) => boolean) => counted.filter(({ one }) => of(one)).length
      const pending = number(({ endedOn }) => endedOn === null)
      const late = number(({ standing }) => standing === 'overdue')
      const running = ({ endedOn, standing, paused }: Counted) =>
        endedOn === null && standing === 'in-time' && paused === null
      const dueToday = number((one) => running(one) && one.dueOn === today)
      const dueSoon = number((one) => running(one) && one.dueOn > today && one.dueOn <= soon)

      // The tiles, and the lists they open.
      const queues = countQueues(db, moment)
      expect(queues).toMatchObject({ late, 'due-today': dueToday, 'due-soon': dueSoon })
      expect(queues.waiting + queues['in-process']).toBe(pending)
      expect(queues.mine).toBe(number(({ endedOn, officerId }) => endedOn === null && officerId === USER))
      const listed = (filter: Partial<DossierFilter>) => countList(db, { ...EVERY, ...filter }, moment).total
      for (const queue of [
        'late',
        'due-today',
        'due-soon',
        'waiting',
        'in-process',
        'mine',
      ] as const satisfies Queue[])
        expect([queue, listed({ queue })]).toEqual([queue, queues[queue]])

      // The desk and the alerts say the same.
      expect(lateGroups(db, today).reduce((sum, { n }) => sum + n, 0)).toBe(late)
      expect(comingUp(db, { today, tomorrow: soon, soon })).toMatchObject({
        ...{ today: dueToday, tomorrow: dueSoon, soon: dueSoon },
      })
      expect(dueSums(db, null, today)).toEqual({ late, dueToday })

      // What waits for whom.
      const { waits, holders } = workIn(db, today)
      const stopped = (kind: PauseKind) => number(({ paused }) => paused === kind)
      for (const kind of PAUSE_KINDS) {
        const state = `awaiting-${kind}` as const
        expect([kind, waits[kind]]).toEqual([
          kind,
          { open: listed({ queue: 'in-process', state }), late: listed({ queue: 'late', state }) },
        ])
        const runsOn = histories.filter((events) => {
          const dossier = fold(events)
          return dossier.state === state && !isStopped(dossier) && !isLate(dossier, today)
        }).length
        // Those for which the law does not stop the clock: other agencies alone.
        expect([kind, waits[kind].open - waits[kind].late]).toEqual([kind, stopped(kind) + runsOn])
        if (kind !== 'agency') expect(runsOn).toBe(0)
      }
      expect(holders.reduce((sum, { open }) => sum + open, 0)).toBe(pending)
      expect(holders.reduce((sum, one) => sum + one.late, 0)).toBe(late)
      for (const { holderId, open, late: lateOnes } of holders) {
        const filter = holderId === null ? { unheld: true } : { holderId }
        expect(open).toBe(number(({ endedOn, officerId }) => endedOn === null && officerId === holderId))
        expect(open).toBe(listed({ ...filter, queue: holderId === null ? 'all' : 'in-process' }))
        expect(lateOnes).toBe(listed({ ...filter, queue: 'late' }))
      }

      // A row of a list, and the dossier by its history.
      const rules = { calendar: CALENDAR, clock: DEFAULT_CLOCK, procedures: new Map() }
      for (const { dossier, one } of counted) {
        const row = getListed(db, dossier.id)
        if (!row) throw new Error('not listed')
        expect(toRow(row, moment, rules).standing).toBe(shownAs(one, today, soon))
        const folded = fold(histories[dossier.id - 1] ?? [])
        expect(isLate(folded, today)).toBe(one.standing === 'overdue' || one.standing === 'late')
        expect(isStopped(folded)).toBe(one.paused !== null)
        seen.add(`${one.standing} ${one.paused ?? ''}`)
      }

      // The month to date, twice from the rows and once from the histories.
      const month = { from: `${today.slice(0, 8)}01` as CivilDate, to: today }
      const summary = countPeriod(db, month)
      expect({ pendingOverdue: summary.pendingOverdue, pending: totalsOf(summary).pending }).toEqual({
        pendingOverdue: late,
        pending,
      })
      const { total } = tableOf(db, { period: month, method: 'original', known: null }, 'field')
      expect(summary).toEqual(officialOf(total))
      const naive = noCounts()
      for (const events of histories)
        for (const column of columnsNaively(events, month, 'original') ?? new Set<Column>()) naive[column]++
      expect(total).toEqual(naive)
      await store.close()
    },
  )
  await fc.assert(property, { numRuns: 60 })
  // Open ones of every kind: late, running, and stopped for each reason.
  const open = ['overdue ', 'in-time ', ...PAUSE_KINDS.map((kind) => `in-time ${kind}`)]
  expect(open.filter((one) => !seen.has(one))).toEqual([])
}, 240_000)
