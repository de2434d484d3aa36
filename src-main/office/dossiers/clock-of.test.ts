import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clockSettingsSchema } from '../../contract/calendar.ts'
import { versionInputSchema } from '../../contract/procedures.ts'
import { type CalendarDay, WorkingCalendar } from '../../domain/calendar.ts'
import { civilDate, fromDayNumber, instantOf, toDayNumber } from '../../domain/civil-date.ts'
import { type ClockSettings, DEFAULT_CLOCK } from '../../domain/clock.ts'
import {
  type DossierEvent,
  type EventFact,
  EMPTY_PARTICULARS,
  PAUSE_KINDS,
  fold,
} from '../../domain/dossier.ts'
import type { ProcedureVersion } from '../../domain/procedure.ts'
import { addDossier, eventsOf } from '../../store/events.ts'
import { openClocks, openPauses } from '../../store/open-dossiers.ts'
import {
  addCalendarDay,
  addProcedure,
  listCalendar,
  listProcedures,
  removeCalendarDay,
} from '../../store/reference.ts'
import { testStore } from '../../store/test-store.ts'
import { clockSettingOf, setClockSetting } from '../calendar/clock-setting.ts'
import { type ClockRules, appointmentsOf, clockOf, daysOf } from './clock-of.ts'

const FROM = toDayNumber(civilDate('2026-01-01'))
const dateIn = (spread: number) => fc.integer({ min: 0, max: spread }).map((n) => fromDayNumber(FROM + n))

const versions: fc.Arbitrary<Omit<ProcedureVersion, 'id'>> = fc
  .record({
    unit: fc.constantFrom('working-day' as const, 'calendar-day' as const),
    first: fc.integer({ min: 0, max: 10 }),
    second: fc.integer({ min: 0, max: 10 }),
    twoPhases: fc.boolean(),
    remoteExtra: fc.integer({ min: 0, max: 10 }),
    hasFeeLeg: fc.boolean(),
    supplementRule: fc.constantFrom('restart' as const, 'continue' as const),
  })
  .map(({ unit, first, second, twoPhases, remoteExtra, ...rest }) => ({
    remoteExtra: unit === 'working-day' ? remoteExtra : 0,
    ...{ key: 'thu', nationalCode: '', nameVi: 'Thủ tục thử', nameEn: '', field: 'Đất đai' },
    ...{ term: first + second, unit, ...rest },
    phases: twoPhases && unit === 'working-day' ? { first, second } : null,
    ...{ documents: [], steps: [], validFrom: civilDate('2025-07-01'), validTo: null, basis: 'x' },
    status: 'sourced' as const,
  }))
const calendars: fc.Arbitrary<CalendarDay[]> = fc.uniqueArray(
  fc.record({
    date: dateIn(150),
    kind: fc.constantFrom('off' as const, 'work' as const),
    name: fc.constant('Nghỉ'),
    basis: fc.constant('x'),
    status: fc.constantFrom('confirmed' as const, 'press' as const, 'unannounced' as const),
  }),
  { selector: ({ date }) => date, maxLength: 30 },
)
const settings: fc.Arbitrary<ClockSettings> = fc.record({
  sameDayCutOff: fc.constantFrom('14:00', '15:00', '16:30'),
  offDayReception: fc.constantFrom('strict' as const, 'next-working-day' as const),
  hours: fc.constantFrom(
    { morning: ['07:30', '11:30'] as const, afternoon: ['13:00', '17:00'] as const },
    { morning: ['07:00', '11:00'] as const, afternoon: ['13:30', '17:30'] as const },
  ),
})
/** Pauses one after another, as the office writes them: the gap before each and how long it lasted. */
const waits = fc.array(
  fc.record({
    kind: fc.constantFrom(...PAUSE_KINDS),
    /** For another agency: whether the clock runs on. */
    runsOn: fc.boolean(),
    gap: fc.integer({ min: 0, max: 8 }),
    length: fc.integer({ min: 0, max: 12 }),
  }),
  { maxLength: 4 },
)
const stories = fc.record({
  version: versions,
  calendar: calendars,
  clock: settings,
  received: dateIn(40),
  time: fc.constantFrom(null, '08:00', '15:30', '16:45'),
  remote: fc.boolean(),
  waits,
  open: fc.boolean(),
})
type Story = typeof stories extends fc.Arbitrary<infer Value> ? Value : never

/** The history of a dossier with those pauses; the last one left open where it is so. */
function historyOf(
  { received, time, remote, waits: list, open }: Story,
  procedureId: number,
): DossierEvent[] {
  const facts: { on: number; fact: EventFact }[] = []
  let on = toDayNumber(received)
  for (const { kind, runsOn, gap, length } of list) {
    on += gap
    const stops = kind === 'agency' && runsOn ? { stops: false as const } : {}
    facts.push({ on, fact: { kind: 'paused', pause: kind, note: '', document: '12/TB', ...stops } })
    on += length
    facts.push({ on, fact: { kind: 'resumed', note: '' } })
  }
  if (open) facts.pop()
  const particulars = { ...EMPTY_PARTICULARS, applicantName: 'Nguyễn Văn A' }
  const promised = { dueOn: received, dueSource: 'computed' as const }
  const accepted: EventFact = { kind: 'accepted', code: 'X-1', procedureId, ...promised, particulars, remote }
  const stamp = { enteredAt: '2026-11-23T02:00:00.000Z', authorId: 1 }
  return [
    { seq: 1, happenedOn: received, happenedAt: time && instantOf(received, time), ...stamp, fact: accepted },
    ...facts.map(({ on: day, fact }, index) => ({
      ...{ seq: index + 2, happenedOn: fromDayNumber(day), happenedAt: null, ...stamp, fact },
    })),
  ]
}

describe('what the clock is asked about', () => {
  it('comes out of the store, and over the contract, as it went in: same due date, same days', async () => {
    const store = await testStore()
    let nth = 0
    await fc.assert(
      fc.asyncProperty(stories, async (one) => {
        const rules: ClockRules = { calendar: new WorkingCalendar(one.calendar), clock: one.clock }
        const key = `thu-${++nth}`
        const saved = await store.write((db) => {
          for (const { date } of listCalendar(db)) removeCalendarDay(db, date)
          for (const row of one.calendar) addCalendarDay(db, row)
          setClockSetting(db, one.clock)
          const procedureId = addProcedure(db, { ...one.version, key })
          const history = historyOf(one, procedureId)
          const [first, ...rest] = history
          if (first?.fact.kind !== 'accepted') throw new Error('a history begins with the acceptance')
          const accepted = { ...first, fact: { ...first.fact, code: `X-${nth}` } }
          return { id: addDossier(db, [accepted, ...rest]), procedureId }
        })
        const dossier = fold(historyOf(one, saved.procedureId))
        const ask = (version: Omit<ProcedureVersion, 'id'>, of: typeof dossier, under: ClockRules) => ({
          clock: clockOf(version, of, under),
          both: appointmentsOf(version, of, under),
          days: daysOf(version, of, under, null),
        })
        const asked = ask(one.version, dossier, rules)

        const storedRules = {
          calendar: new WorkingCalendar(listCalendar(store.read)),
          clock: clockSettingOf(store.read),
        }
        const stored = listProcedures(store.read).find(({ id }) => id === saved.procedureId)
        if (!stored) throw new Error('the version is stored')
        expect(ask(stored, fold(eventsOf(store.read, saved.id)), storedRules)).toEqual(asked)

        // The rows a what-if reads instead of the history.
        const row = openClocks(store.read).find(({ id }) => id === saved.id)
        if (!row) throw new Error('the dossier is open')
        const pauses = openPauses(store.read).get(saved.id) ?? []
        expect(clockOf(stored, { ...row, remote: row.remote === 1, pauses }, storedRules)).toEqual(
          asked.clock,
        )

        const crossed = versionInputSchema.parse(JSON.parse(JSON.stringify({ ...one.version, key })))
        const clock = clockSettingsSchema.parse(JSON.parse(JSON.stringify(one.clock)))
        expect(ask(crossed, dossier, { ...rules, clock })).toEqual(asked)
      }),
      { numRuns: 250 },
    )
  }, 60_000)
})

describe('continuing and restarting after a supplement', () => {
  const under = (one: Story, supplementRule: 'restart' | 'continue') => {
    const rules = { calendar: new WorkingCalendar(one.calendar), clock: one.clock }
    const version = { ...one.version, supplementRule }
    const dossier = fold(historyOf(one, 1))
    return {
      clock: clockOf(version, dossier, rules),
      both: appointmentsOf(version, dossier, rules),
      days: daysOf(version, dossier, rules, null),
    }
  }
  it('are the same where nothing was paused, or not for a supplement', () => {
    fc.assert(
      fc.property(stories, (one) => {
        const others = one.waits.filter(({ kind }) => kind !== 'supplement')
        for (const list of [[], others]) {
          const story = { ...one, waits: list, open: one.open && list.length > 0 }
          expect(under(story, 'restart')).toEqual(under(story, 'continue'))
        }
      }),
      { numRuns: 300 },
    )
  })
  it('differ where days were counted before it, and starting again is never due sooner', () => {
    let differ = 0
    fc.assert(
      fc.property(stories, (one) => {
        const [again, on] = [under(one, 'restart').clock, under(one, 'continue').clock]
        if (again.kind !== 'due' || on.kind !== 'due') return
        if (again.date !== on.date) differ++
        expect(again.date >= on.date).toBe(true)
      }),
      { numRuns: 300 },
    )
    expect(differ).toBeGreaterThan(0)
  })
})

describe('the hour of acceptance', () => {
  it('makes a same-day dossier due the next working day after the cut-off, and nothing where it is not known', () => {
    const rules = { calendar: new WorkingCalendar([]), clock: DEFAULT_CLOCK }
    const version = {
      ...{ term: 0, unit: 'working-day' as const, remoteExtra: 0, phases: null, hasFeeLeg: false },
      supplementRule: 'restart' as const,
    }
    const acceptedOn = civilDate('2026-03-02')
    const due = (time: string | null) =>
      clockOf(
        version,
        { acceptedOn, acceptedAt: time && instantOf(acceptedOn, time), remote: false, pauses: [] },
        rules,
      )
    expect(due('15:30')).toMatchObject({ date: '2026-03-03' })
    expect(due('15:00')).toMatchObject({ date: '2026-03-02' })
    expect(due(null)).toMatchObject({ date: '2026-03-02' })
  })
})
