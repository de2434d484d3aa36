/**
 * Whose lateness: the way of a dossier cut into legs, each with who had it and its own term, and the days the dossier is
 * late shared out among them (docs/clock.md, "Whose days").
 */
import { assertNever } from './assert-never.ts'
import type { WorkingCalendar } from './calendar.ts'
import type { CivilDate } from './civil-date.ts'
import {
  DEFAULT_CLOCK,
  type OfficeHours,
  dayBefore,
  daysLate,
  daysOfTerm,
  workingDaysBetween,
} from './clock.ts'
import {
  type Dossier,
  type DossierEvent,
  type EventFact,
  HistoryError,
  type PauseKind,
  effectiveEvents,
  standingPause,
} from './dossier.ts'
import { type PathStep, type StepRef, type StepRole, pathOf, stepTermOf } from './path.ts'
import type { ProcedureVersion } from './procedure.ts'

/** Who can have had a dossier: the branch itself, the tax office, another agency, or the applicant. */
export const LEG_HOLDERS = ['branch', 'tax', 'agency', 'applicant'] as const
export type LegHolder = (typeof LEG_HOLDERS)[number]

/** A stretch of a dossier's way in one hand. All days are working days. */
export interface Leg {
  who: LegHolder
  /** Name of the agency as it is written down; empty for the branch and the applicant, and where it is not known. */
  agency: string
  /** What the step is for, and its name in the path; `null` and empty where the path is not known. */
  role: StepRole | null
  step: string
  /** What was waited for, `null` where the dossier was worked on. */
  pause: PauseKind | null
  /** The day it began. Day 0 of the dossier is in no leg; every other day is in the leg it ends in. */
  from: CivilDate
  /** The day the next one began or the dossier ended; `null` while it goes on. */
  to: CivilDate | null
  /** Its own term, half-days made whole; `null` where none is laid down. */
  term: number | null
  used: number
  /** Days used beyond its own term, those of earlier stretches of the same visit not counted again. */
  over: number
  /** The clock stood still in it, or its days were counted in vain because the term began again later: it costs nothing. */
  free: boolean
  /** Of the days the dossier is late, those laid on this leg. */
  late: number
}

/** Days late by who had the dossier; the branch's with what no leg's own overrun accounts for. */
export type LegShares = Record<LegHolder, number>

/** The legs of a dossier, and its days late shared out. */
export interface LateLegs {
  legs: Leg[]
  /** Working days late in all: the sum of `shares`. */
  daysLate: number
  shares: LegShares
  /** Days late that no leg's own overrun accounts for. They are the branch's. */
  rest: number
}

/** What legs are counted by. */
export interface LegRules {
  calendar: WorkingCalendar
  /** Half-days and hours of steps' terms are made days by them. */
  hours?: OfficeHours
}

type PathVersion = Parameters<typeof pathOf>[0] & Pick<ProcedureVersion, 'supplementRule'>

/** A leg before its days are counted. */
interface Stretch {
  step: StepRef | null
  pause: (EventFact & { kind: 'paused' }) | null
  /** The clock stands still in it. */
  stops: boolean
  /** Payment is waited for and the tax office has given its notice: the applicant is to pay. */
  noticed: boolean
  from: CivilDate
  to: CivilDate | null
  /** Stretches of one visit to a step share its term. */
  visit: number
  /** The term began again after it. */
  inVain: boolean
}

/** Whether the clock was stopped in time and stands: such a dossier is due on no day that is known. */
export function isStopped(dossier: Pick<Dossier, 'dueOn' | 'endedOn' | 'pauses'>): boolean {
  const standing = dossier.endedOn === null ? standingPause(dossier) : null
  return standing !== null && standing.startOn <= dossier.dueOn
}

/** Whether it is late on a day, or was when it ended. */
export function isLate(dossier: Pick<Dossier, 'dueOn' | 'endedOn' | 'pauses'>, today: CivilDate): boolean {
  return dossier.dueOn < (dossier.endedOn ?? today) && !isStopped(dossier)
}

/** Working days a dossier is late on a day, or was when it ended; 0 for one that is not. */
export function daysLateOn(dossier: Dossier, today: CivilDate, calendar: WorkingCalendar): number {
  return isLate(dossier, today) ? daysLate(dossier.dueOn, dossier.endedOn ?? today, calendar) : 0
}

/**
 * The legs of a dossier up to today or its end, and its days late shared out among them: in the order of time each leg
 * answers for what it used beyond its own term, until all days late are laid; what is left is the branch's.
 * @param history all of its events, as {@link fold} made the dossier of.
 */
export function lateLegs(
  history: readonly DossierEvent[],
  dossier: Dossier,
  version: PathVersion,
  today: CivilDate,
  rules: LegRules,
): LateLegs {
  const late = daysLateOn(dossier, today, rules.calendar)
  return sharedLegs(history, version, { late, end: dossier.endedOn ?? today }, rules)
}

/**
 * The legs of a history up to a day, and so many days late shared out among them: by whichever due date they were counted.
 * @param end the day it ended, or the last day that is looked at.
 * @param late working days late by then.
 */
export function sharedLegs(
  history: readonly DossierEvent[],
  version: PathVersion,
  { end, late: whole }: { end: CivilDate; late: number },
  { calendar, hours = DEFAULT_CLOCK.hours }: LegRules,
): LateLegs {
  const way = wayOf(history)
  const [first] = way
  if (first?.fact.kind !== 'accepted') throw new HistoryError({ fault: 'not-accepted' })
  const { happenedOn: zero } = first
  const path = knownPath(version, first.fact.remote ?? false)
  const used = new Map<number, number>()
  let open = whole
  const legs = stretchesOf(way, first.fact.dueOn, version).map((stretch): Leg => {
    const days = daysIn(stretch, zero, end, calendar)
    const term = ownTerm(stretch, path, calendar, hours)
    const before = used.get(stretch.visit) ?? 0
    used.set(stretch.visit, before + days)
    const over = term === null ? 0 : Math.max(0, before + days - term) - Math.max(0, before - term)
    const free = stretch.stops || stretch.inVain
    const late = free ? 0 : Math.min(over, open)
    open -= late
    const { from, to } = stretch
    return { ...placeOf(stretch, path), from, to, term, used: days, over, free, late }
  })
  const shares = { branch: open, tax: 0, agency: 0, applicant: 0 }
  for (const { who, late } of legs) shares[who] += late
  return { legs, daysLate: whole, shares, rest: open }
}

const paths = new WeakMap<PathVersion, Map<boolean, readonly PathStep[]>>()

/** The path of a version, made once: legs are counted for thousands of dossiers of a few versions. */
function knownPath(version: PathVersion, remote: boolean): readonly PathStep[] {
  let known = paths.get(version)
  if (!known) paths.set(version, (known = new Map<boolean, readonly PathStep[]>()))
  let path = known.get(remote)
  if (!path) known.set(remote, (path = pathOf(version, remote)))
  return path
}

/** Who has most of the days late; `null` where there are none. At par the branch answers first. */
export function mainHolder(shares: LegShares): LegHolder | null {
  const most = LEG_HOLDERS.reduce((found, who) => (shares[who] > shares[found] ? who : found))
  return shares[most] === 0 ? null : most
}

/** Days late by leg of several dossiers together. */
export function sumOfShares(all: Iterable<LegShares>): LegShares {
  const sum = { branch: 0, tax: 0, agency: 0, applicant: 0 }
  for (const shares of all) for (const who of LEG_HOLDERS) sum[who] += shares[who]
  return sum
}

/** A day belongs to the leg it ends in; day 0 is not counted, the last day is. */
function daysIn({ from, to }: Stretch, zero: CivilDate, end: CivilDate, calendar: WorkingCalendar): number {
  const last = to === null ? end : to
  if (last <= zero) return 0
  // The leg that the dossier ended in, or is in, has its last day, too.
  const until = to === null ? last : dayBefore(last)
  const after = from <= zero ? zero : dayBefore(from)
  return until <= after ? 0 : workingDaysBetween(after, until, calendar)
}

function ownTerm(
  { step, pause, noticed, from }: Stretch,
  path: readonly PathStep[],
  calendar: WorkingCalendar,
  hours: OfficeHours,
): number | null {
  const stepTerm = (found: PathStep | undefined): number | null =>
    found === undefined ? null : daysOfTerm(stepTermOf(found), hours)
  if (pause === null) return stepTerm(step === null ? undefined : path[step.index])
  if (pause.answerBy !== undefined) return Math.max(0, workingDaysBetween(from, pause.answerBy, calendar))
  switch (pause.pause) {
    case 'supplement':
      return null
    case 'payment':
      return noticed ? null : stepTerm(path.find(({ role }) => role === 'tax'))
    case 'agency':
      return step?.role === 'agency' ? stepTerm(path[step.index]) : null
    default:
      return assertNever(pause.pause)
  }
}

function placeOf(
  { step, pause, noticed }: Stretch,
  path: readonly PathStep[],
): Pick<Leg, 'who' | 'agency' | 'role' | 'step' | 'pause'> {
  const at = step === null ? undefined : path[step.index]
  const who = holderOf(step, pause, noticed)
  const known = pause?.pause === 'payment' ? path.find(({ role }) => role === 'tax') : at
  const agency = who === 'tax' || who === 'agency' ? (pause?.agency ?? known?.agency ?? '') : ''
  return { who, agency, role: step?.role ?? null, step: at?.name ?? '', pause: pause?.pause ?? null }
}

function holderOf(step: StepRef | null, pause: Stretch['pause'], noticed: boolean): LegHolder {
  if (pause === null) return step?.role === 'tax' || step?.role === 'agency' ? step.role : 'branch'
  switch (pause.pause) {
    case 'supplement':
      return 'applicant'
    case 'payment':
      return noticed ? 'applicant' : 'tax'
    case 'agency':
      return 'agency'
    default:
      return assertNever(pause.pause)
  }
}

/** The walk through the history that cuts it. */
class Cutter {
  readonly stretches: Stretch[] = []
  #visit = 0
  readonly #version: PathVersion
  readonly #batches = new Map<number, StepRef | undefined>()
  #due: CivilDate
  /** The last thing was that the clock ran again and the term with it. */
  #restarted = false
  #proved = false

  constructor(version: PathVersion, due: CivilDate) {
    this.#version = version
    this.#due = due
  }

  take({ fact, happenedOn }: DossierEvent): void {
    if (fact.kind === 'due-moved') return this.#moved(fact)
    switch (fact.kind) {
      case 'accepted':
        return this.#begin(happenedOn, { step: fact.step ?? null, pause: null })
      case 'taken':
      case 'passed':
        return this.#begin(happenedOn, fact.step === undefined ? {} : { step: fact.step })
      case 'handed-over':
        this.#batches.set(fact.batch, fact.step)
        return
      case 'handover-confirmed': {
        const step = this.#batches.get(fact.batch)
        return this.#begin(happenedOn, step === undefined ? {} : { step })
      }
      case 'paused':
        return this.#begin(happenedOn, {
          pause: fact,
          ...(fact.step === undefined ? {} : { step: fact.step }),
        })
      case 'resumed':
        return this.#resume(happenedOn, fact)
      case 'tax-notice':
        return this.#begin(happenedOn, { noticed: true })
      default:
        return
    }
  }

  get #last(): Stretch | undefined {
    return this.stretches.at(-1)
  }

  /** Only what moved the due date began the term again: a pause after it had run out did not. */
  #moved({ dueOn, cause }: EventFact & { kind: 'due-moved' }): void {
    this.#due = dueOn
    if (!this.#restarted || cause !== 'pause') return
    for (const stretch of this.stretches.slice(0, -1)) stretch.inVain = true
    this.#restarted = false
  }

  #resume(on: CivilDate, fact: EventFact & { kind: 'resumed' }): void {
    const waited = this.#last?.pause?.pause
    const { supplementRule, phases, hasFeeLeg } = this.#version
    const proof = waited === 'payment' && hasFeeLeg && phases !== null && !this.#proved
    if (waited === 'payment') this.#proved = true
    this.#begin(on, { pause: null, noticed: false, ...(fact.step === undefined ? {} : { step: fact.step }) })
    this.#restarted = proof || (waited === 'supplement' && supplementRule === 'restart')
  }

  #begin(on: CivilDate, change: Partial<Pick<Stretch, 'step' | 'pause' | 'noticed'>>): void {
    this.#restarted = false
    const last = this.#last
    const now = { step: null, pause: null, noticed: false, ...last, ...change }
    const same = last !== undefined && change.step === undefined && now.pause === last.pause
    if (same && now.noticed === last.noticed) return
    const { pause } = now
    const stops =
      pause !== null &&
      (pause.pause !== 'agency' || pause.stops !== false) &&
      this.#stopsInTime(last, pause, on)
    if (last !== undefined) last.to = on
    const visit = this.#visitOf(change, pause)
    const { step, noticed } = now
    this.stretches.push({ step, pause, noticed, stops, from: on, to: null, visit, inVain: false })
  }

  /** A pause that began after the due date had passed stops nothing, and goes on stopping nothing. */
  #stopsInTime(last: Stretch | undefined, pause: Stretch['pause'], on: CivilDate): boolean {
    return last?.pause === pause ? last.stops : on <= this.#due
  }

  /** A wait has a term of its own; back in the same step, its term goes on. */
  #visitOf(change: Partial<Stretch>, pause: Stretch['pause']): number {
    if (pause === null && change.step === undefined) {
      const before = this.stretches.findLast((stretch) => stretch.pause === null)
      if (before !== undefined) return before.visit
    }
    return (this.#visit += 1)
  }
}

/** What counts of a history, corrections applied, from the acceptance on. */
function wayOf(history: readonly DossierEvent[]): DossierEvent[] {
  const events = effectiveEvents(history)
  return events.slice(
    Math.max(
      0,
      events.findIndex(({ fact }) => fact.kind === 'accepted'),
    ),
  )
}

function stretchesOf(way: readonly DossierEvent[], due: CivilDate, version: PathVersion): Stretch[] {
  const cutter = new Cutter(version, due)
  for (const event of way) {
    cutter.take(event)
    if (ENDS.some((kind) => kind === event.fact.kind)) break
  }
  return cutter.stretches
}

const ENDS = ['result-ready', 'refused', 'withdrawn', 'stopped'] as const
