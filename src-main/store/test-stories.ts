/**
 * Random histories for tests of the figures, and what they amount to on a day, said a second time: by a plain walk over the
 * events that shares nothing with `fold`, the rows or the classes.
 */
import fc from 'fast-check'
import { type CivilDate, civilDate, fromDayNumber, toDayNumber } from '../domain/civil-date.ts'
import {
  type Channel,
  type DossierEvent,
  type EventFact,
  type OnlineLevel,
  type PauseKind,
  CHANNELS,
  HistoryError,
  ONLINE_LEVELS,
  fold,
} from '../domain/dossier.ts'
import type { Column, Method } from '../domain/figure-class.ts'
import type { Period } from '../domain/period.ts'
import type { WriteDb } from './database.ts'
import { ensureStaff } from './reference.ts'
import { acceptance, addTestProcedure } from './test-store.ts'

const START = toDayNumber(civilDate('2020-01-01'))
/** The day so many days after the first day of the stories. */
export const on = (day: number): CivilDate => fromDayNumber(START + day)

const NOTE = { note: '' }

/** One thing more in a dossier's life: what, how many days after the one before it, and two numbers it is made of. */
interface Act {
  act: keyof typeof ACTS
  after: number
  pick: number
  to: number
}

/** A dossier's beginning and what is then tried with it; what the rules refuse has not happened. */
export interface Story {
  accepted: number
  term: number
  channel: Channel
  level: OnlineLevel
  commune: string
  procedure: number
  acts: readonly Act[]
}

interface Making {
  events: readonly DossierEvent[]
  day: number
  pick: number
  to: number
}
type Entry = [day: CivilDate, fact: EventFact]

const PEOPLE = [1, 2, 3]
const person = (pick: number): number => PEOPLE[pick % PEOPLE.length] ?? 1
const moved = (day: number, to: number, cause: 'pause' | 'rules' | 'correction'): Entry => [
  on(day),
  { kind: 'due-moved', dueOn: on(to), cause, changeId: null, ...NOTE },
]
const end = (kind: 'result-ready' | 'refused' | 'withdrawn' | 'stopped', { day }: Making): Entry[] => [
  [on(day), { kind, ...NOTE }],
]
/** By when an answer is expected, where that is said. */
const answer = (day: number, pick: number) => (pick % 3 === 0 ? {} : { answerBy: on(day + (pick % 5)) })
const batch = { batch: 1, ...NOTE }

/** The kinds of event that can be set right: each is a step, or the beginning. */
const STEPS: readonly EventFact['kind'][] = [
  ...(['accepted', 'taken', 'passed', 'handed-over', 'handover-confirmed', 'paused', 'resumed'] as const),
  ...(['result-ready', 'returned', 'refused', 'withdrawn', 'stopped'] as const),
]
const stepOf = ({ events, pick }: Making): DossierEvent | undefined => {
  const steps = events.filter(({ fact }) => STEPS.includes(fact.kind))
  // What happened last is set right most.
  return steps[steps.length - 1 - (pick % Math.min(4, steps.length))]
}

/** What can be tried; an entry may be late, with a day before that of the act. */
const ACTS = {
  take: ({ day, pick }) => [[on(day), { kind: 'taken', holderId: person(pick), ...NOTE }]],
  pass: ({ day, pick }) => [
    [on(day), { kind: 'passed', holderId: pick % 4 === 0 ? null : person(pick), ...NOTE }],
  ],
  give: ({ day, pick }) => [
    [
      on(day),
      { kind: 'handed-over', number: 1, year: 2020, fromId: person(pick), toId: person(pick + 1), ...batch },
    ],
  ],
  confirm: ({ day, pick }) => [
    [on(day), { kind: pick % 4 === 0 ? 'handover-missing' : 'handover-confirmed', ...batch }],
  ],
  supplement: ({ day, pick }) => [
    [on(day), { kind: 'paused', pause: 'supplement', ...answer(day, pick), ...NOTE }],
  ],
  payment: ({ day, pick }) => [
    [on(day), { kind: 'paused', pause: 'payment', ...answer(day, pick), ...NOTE }],
  ],
  agency: ({ day, pick }) => [[on(day), { kind: 'paused', pause: 'agency', ...answer(day, pick), ...NOTE }]],
  'agency, the clock runs on': ({ day, pick }) => [
    [on(day), { kind: 'paused', pause: 'agency', stops: false, ...answer(day, pick), ...NOTE }],
  ],
  resume: ({ day, pick, to }) => [
    [on(day), { kind: 'resumed', ...NOTE }],
    ...(pick % 3 === 0 ? [] : [moved(day, day + to, 'pause')]),
  ],
  'other rules': ({ day, to }) => [moved(day, day - 3 + to, 'rules')],
  'other rules, entered late': ({ day, pick, to }) => [moved(day - (pick % 5), day - 3 + to, 'rules')],
  'result-ready': (making) => end('result-ready', making),
  refused: (making) => end('refused', making),
  withdrawn: (making) => end('withdrawn', making),
  stopped: (making) => end('stopped', making),
  return: ({ day }) => [[on(day), { kind: 'returned', ...NOTE }]],
  apology: ({ day, pick, to }) => [
    [on(day), { kind: 'apology-drafted', dueOn: on(day + to), cause: '', reason: 'quá tải' }],
    [on(day + (pick % 2)), { kind: pick % 5 === 0 ? 'apology-rejected' : 'apology-approved', ...NOTE }],
  ],
  cause: ({ day, pick }) => [
    [on(day), { kind: 'late-cause', cause: pick % 2 === 0 ? 'tax-office' : 'overload', ...NOTE }],
  ],
  note: ({ day }) => [[on(day), { kind: 'noted', note: 'đã gọi điện' }]],
  particulars: ({ day, pick }) => [
    [
      on(day),
      {
        kind: 'corrected',
        reason: 'ghi nhầm',
        changes: { channel: CHANNELS[pick % 3] ?? 'direct', onlineLevel: null, commune: 'Vĩnh Hải' },
      },
    ],
  ],
  redate: (making) => {
    const step = stepOf(making)
    if (step === undefined) return []
    const to = fromDayNumber(toDayNumber(step.happenedOn) + (making.to % 7) - 4)
    const redated = { seq: step.seq, on: to, at: null }
    return [
      [on(making.day), { kind: 'corrected', reason: 'sai ngày', redated }],
      ...(making.pick % 3 === 0 ? [moved(making.day, making.day + making.to - 4, 'correction')] : []),
    ]
  },
  revoke: (making) => {
    const step = stepOf(making)
    if (step === undefined) return []
    return [
      [on(making.day), { kind: 'corrected', reason: 'không có việc này', revoked: step.seq }],
      ...(making.pick % 3 === 0 ? [moved(making.day, making.day + making.to - 2, 'correction')] : []),
    ]
  },
} as const satisfies Record<string, (making: Making) => Entry[]>
const ACT_NAMES = Object.keys(ACTS) as (keyof typeof ACTS)[]

const act: fc.Arbitrary<Act> = fc.record({
  act: fc.constantFrom(...ACT_NAMES),
  after: fc.nat({ max: 4 }),
  pick: fc.nat({ max: 20 }),
  to: fc.nat({ max: 12 }),
})

/** A dossier's story. */
export const story: fc.Arbitrary<Story> = fc.record({
  accepted: fc.nat({ max: 40 }),
  term: fc.nat({ max: 10 }),
  channel: fc.constantFrom(...CHANNELS),
  level: fc.constantFrom(...ONLINE_LEVELS),
  commune: fc.constantFrom('Phước Hải', 'Vĩnh Hải', 'VĨNH HẢI', ''),
  procedure: fc.constantFrom(1, 2, 3, 4),
  acts: fc.array(act, { maxLength: 14, size: 'max' }),
})

/** Several, and a period that cuts through their days. */
export const stories: fc.Arbitrary<Story[]> = fc.array(story, { maxLength: 14, size: 'max' })
export const somePeriod: fc.Arbitrary<Period> = fc
  .tuple(fc.integer({ min: -2, max: 60 }), fc.nat({ max: 40 }))
  .map(([first, length]) => ({ from: on(first), to: on(first + length) }))

/** What happens of a story, by the rules alone: each act whole or not at all. */
export function eventsOfStory(
  { accepted, term, channel, level, commune, procedure, acts }: Story,
  index: number,
): DossierEvent[] {
  const onlineLevel = channel === 'online' ? level : null
  const particulars = { channel, onlineLevel, commune }
  const begun = acceptance(`X-${index}`, on(accepted + term), particulars, procedure)
  return continued([eventOf(1, [on(accepted), begun])], accepted, acts)
}

/** A history after further acts. */
export function continued(
  history: readonly DossierEvent[],
  from: number,
  acts: readonly Act[],
): DossierEvent[] {
  let [events, day] = [[...history], from]
  for (const { act: name, after, ...numbers } of acts) {
    day += after
    const entries: readonly Entry[] = ACTS[name]({ events, day, ...numbers })
    const next = [...events, ...entries.map((entry, i) => eventOf(events.length + 1 + i, entry))]
    if (mayBe(next)) events = next
  }
  return events
}

function eventOf(seq: number, [happenedOn, fact]: Entry): DossierEvent {
  const enteredAt = '2020-06-30T01:00:00.000Z'
  return { seq, happenedOn, happenedAt: null, enteredAt, authorId: 1, fact }
}

function mayBe(events: readonly DossierEvent[]): boolean {
  try {
    fold(events)
    return true
  } catch (error) {
    if (error instanceof HistoryError) return false
    throw error
  }
}

/** Procedures of two fields, one of them in two versions, and people: what stories speak of, beside those of `testStore`. */
export function addStoryReference(db: WriteDb): void {
  addTestProcedure(db, 'Thế chấp', 'Giao dịch bảo đảm')
  addTestProcedure(db, 'Thế chấp', 'Đất đai')
  addTestProcedure(db, 'Thế chấp', 'Giao dịch bảo đảm', '2020-02-01')
  for (const name of ['Trần Thị Hai', 'Lê Văn Ba']) ensureStaff(db, name)
}

/** A dossier at the end of a day, by what had happened. */
export interface AsItWas {
  accepted: CivilDate
  procedure: number
  channel: Channel
  level: OnlineLevel | null
  commune: string
  due: CivilDate
  holder: number | null
  ended: CivilDate | null
  outcome: 'result' | 'refused' | 'withdrawn' | 'stopped' | null
  returned: CivilDate | null
  /** Every stretch in which the clock stood still. */
  stood: { kind: PauseKind; from: CivilDate; to: CivilDate | null }[]
  draft: CivilDate | null
  sent: { on: CivilDate; due: CivilDate } | null
  given: number | null
  /** The cause of lateness, whenever it was written down. */
  cause: string
}

const ENDS: readonly string[] = ['result-ready', 'refused', 'withdrawn', 'stopped']

/** What is said to have happened and when, corrections applied. */
export function asSetRight(events: readonly DossierEvent[]): { fact: EventFact; happened: CivilDate }[] {
  const never = new Set<number>()
  const days = new Map<number, CivilDate>()
  for (const { fact } of events) {
    if (fact.kind !== 'corrected') continue
    if (fact.revoked !== undefined) never.add(fact.revoked)
    if (fact.redated) days.set(fact.redated.seq, fact.redated.on)
  }
  return events
    .filter(({ seq }) => !never.has(seq))
    .map(({ seq, happenedOn, fact }) => ({ fact, happened: days.get(seq) ?? happenedOn }))
}

/** What a history amounts to at the end of a day; `null` before its beginning. */
export function asItWas(events: readonly DossierEvent[], day: CivilDate): AsItWas | null {
  const real = asSetRight(events)
  const had = real.some(({ fact, happened }) => ENDS.includes(fact.kind) && happened <= day)
  let was: AsItWas | null = null
  for (const { fact, happened } of real) {
    if (fact.kind === 'accepted') {
      if (happened > day) return null
      was = {
        ...{
          accepted: happened,
          procedure: fact.procedureId,
          channel: fact.particulars.channel,
          level: fact.particulars.onlineLevel,
          commune: fact.particulars.commune,
          due: fact.dueOn,
          holder: null,
          ended: null,
        },
        ...{ outcome: null, returned: null, stood: [], draft: null, sent: null, given: null, cause: '' },
      }
    }
    if (was === null) continue
    // What a dossier that has ended is judged by holds for good; particulars set right and causes speak of the past.
    const always =
      fact.kind === 'corrected' || fact.kind === 'late-cause' || (fact.kind === 'due-moved' && had)
    if (happened <= day || always) tell(was, fact, happened)
  }
  return was
}

function tell(was: AsItWas, fact: EventFact, day: CivilDate): void {
  const open = was.stood.find(({ to }) => to === null)
  switch (fact.kind) {
    case 'corrected':
      was.channel = fact.changes?.channel ?? was.channel
      was.level = fact.changes?.onlineLevel === undefined ? was.level : fact.changes.onlineLevel
      was.commune = fact.changes?.commune ?? was.commune
      break
    case 'late-cause':
      was.cause = fact.cause
      break
    case 'due-moved':
      was.due = fact.dueOn
      break
    case 'taken':
    case 'passed':
      if (was.ended === null) was.holder = fact.holderId
      break
    case 'handed-over':
      was.given = fact.toId
      break
    case 'handover-confirmed':
      if (was.ended === null) was.holder = was.given
      break
    case 'paused':
      if (fact.stops !== false) was.stood.push({ kind: fact.pause, from: day, to: null })
      break
    case 'resumed':
      if (open) open.to = day
      break
    case 'result-ready':
    case 'refused':
    case 'withdrawn':
    case 'stopped':
      if (open) open.to = day
      was.ended = day
      was.outcome = fact.kind === 'result-ready' ? 'result' : fact.kind
      break
    case 'returned':
      was.returned = day
      break
    case 'apology-drafted':
      was.draft = fact.dueOn
      break
    case 'apology-approved':
      was.sent = was.draft === null ? null : { on: day, due: was.draft }
      break
    default:
  }
}

/** The due date compared with. */
export function dueNaively({ due, sent }: AsItWas, method: Method): CivilDate {
  return method === 'extended' && sent !== null && sent.on < due && sent.due > due ? sent.due : due
}

/** The columns a history counts in, by the words of docs/figures.md; `null` where it counts in none. */
export function columnsNaively(
  events: readonly DossierEvent[],
  { from, to }: Period,
  method: Method,
): Set<Column> | null {
  const was = asItWas(events, to)
  if (was === null || (was.ended !== null && was.ended < from)) return null
  const { accepted, channel, ended, outcome, returned, stood, sent } = was
  const inTime = sent !== null && sent.on < was.due
  const due = dueNaively(was, method)
  const stands = ended === null && stood.some((one) => one.to === null && one.from <= due)
  const late = ended === null ? due < to && !stands : ended > due
  const waited = (kind: PauseKind): boolean =>
    stood.some((one) => one.kind === kind && (one.to === null || one.to >= from))
  const holds: Record<Column, boolean> = {
    receivedTotal: true,
    receivedInPeriod: accepted >= from,
    receivedOnline: accepted >= from && channel === 'online',
    receivedDirectPostal: accepted >= from && channel !== 'online',
    carriedOver: accepted < from,
    resolved: ended !== null,
    resolvedEarly: ended !== null && ended < due,
    resolvedOnTime: ended === due,
    resolvedLate: ended !== null && late,
    pending: ended === null,
    pendingInTime: ended === null && !late,
    pendingOverdue: ended === null && late,
    refused: outcome === 'refused',
    withdrawn: outcome === 'withdrawn',
    stopped: outcome === 'stopped',
    paused: stands,
    running: ended === null && !late && !stands,
    withResult: outcome === 'result',
    supplemented: waited('supplement'),
    taxed: waited('payment'),
    uncollected: outcome === 'result' && returned === null,
    late,
    lateWithApology: late && inTime,
    lateWithLateApology: late && sent !== null && !inTime,
    lateWithoutApology: late && sent === null,
  }
  return new Set((Object.keys(holds) as Column[]).filter((column) => holds[column]))
}
