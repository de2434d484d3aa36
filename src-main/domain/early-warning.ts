/**
 * Early warning: how likely an open dossier is to end late, from what the branch's own dossiers needed (docs/figures.md).
 *
 * No model, only counting: of past dossiers that had been as long in the same step of the same procedure, how many needed
 * more working days to their end than this one has left? Whoever reads the answer can count it again.
 */
import type { WorkingCalendar } from './calendar.ts'
import { type CivilDate, civilDate, civilDateOf, daysInMonth } from './civil-date.ts'
import { dayBefore, daysTaken, workingDaysBetween } from './clock.ts'
import { type DossierEvent, effectiveEvents } from './dossier.ts'
import type { StepRef } from './path.ts'
import type { Period } from './period.ts'

/** With fewer past dossiers than this, a wider group is asked. */
export const FEWEST_CASES = 30

/** From this likelihood on, in percent, a dossier is on the list of those at risk: about twice what is usual. */
export const AT_RISK = 10

/** What the likelihood rests on: the same step of the procedure, the procedure, or all procedures together. */
export const OUTLOOK_BASES = ['step', 'procedure', 'all'] as const
export type OutlookBasis = (typeof OUTLOOK_BASES)[number]

/** A dossier's entering a step of its path. */
export interface StepEntry {
  step: StepRef
  on: CivilDate
}

/** The way of a dossier, as far as its time depends on it. */
export interface Way {
  /** Key of its procedure, the same for all versions. */
  procedure: string
  acceptedOn: CivilDate
  /** The pauses in which the clock stood still. */
  pauses: readonly { startOn: CivilDate; endOn: CivilDate | null }[]
  /** Each change of step, in order; empty where the way is not known. */
  steps: readonly StepEntry[]
}

/** One that has come to its end, with whatever outcome. */
export interface PastWay extends Way {
  endedOn: CivilDate
}

/** One under way, its clock running and not late. */
export interface OpenWay extends Way {
  dueOn: CivilDate
}

/** How likely an open dossier is to end late, and what that rests on. All days are working days on which the clock runs. */
export interface Outlook {
  /** In percent: `late` of `of`. */
  percent: number
  basis: OutlookBasis
  /** Past dossiers alike that needed more than the days left, of how many. */
  late: number
  of: number
  /** Days left, by the due date; 0: due today. */
  left: number
  /** Days in the present step up to today; without a known step, and beyond the step's group: since acceptance. */
  used: number
}

/** The twelve months before a day: dossiers that ended in them are learnt from. */
export function yearBefore(today: CivilDate): Period {
  const [year, month, day] = [today.slice(0, 4), today.slice(5, 7), today.slice(8)].map(Number)
  if (year === undefined || month === undefined || day === undefined) throw new Error('no day')
  const from = civilDateOf(year - 1, month, Math.min(day, daysInMonth(year - 1, month)))
  if (from === null) throw new Error('no such day')
  return { from: civilDate(from), to: dayBefore(today) }
}

/** The steps a history went through, in order; a batch enters its step when it is confirmed. */
export function stepsOf(history: readonly DossierEvent[]): StepEntry[] {
  const walk = new StepWalk()
  for (const { fact, happenedOn } of effectiveEvents(history)) {
    const batch = 'batch' in fact ? fact.batch : null
    walk.take(fact.kind, ('step' in fact ? fact.step : null) ?? null, batch, happenedOn)
  }
  return walk.entries
}

/** Gathers the changes of step from events in order, none of them set right later. */
export class StepWalk {
  readonly entries: StepEntry[] = []
  readonly #batches = new Map<number, StepRef>()

  /** One more event. @param batch of a handover, else `null`. */
  take(kind: DossierEvent['fact']['kind'], step: StepRef | null, batch: number | null, on: CivilDate): void {
    if (kind === 'handed-over') {
      if (batch !== null && step !== null) this.#batches.set(batch, step)
      return
    }
    const entered =
      kind === 'handover-confirmed' && batch !== null ? (this.#batches.get(batch) ?? null) : step
    const last = this.entries.at(-1)?.step
    if (entered === null || (last?.index === entered.index && last.role === entered.role)) return
    this.entries.push({ step: entered, on })
  }
}

/** What one past dossier says: how long it stayed, and how long it took from then to its end. */
interface Case {
  stayed: number
  total: number
}

/** What past dossiers needed, to ask for the outlook of open ones. */
export class PastCases {
  readonly #steps = new Map<string, Case[]>()
  readonly #procedures = new Map<string, Case[]>()
  readonly #all: Case[] = []
  readonly #calendar: WorkingCalendar

  constructor(past: Iterable<PastWay>, calendar: WorkingCalendar) {
    this.#calendar = calendar
    for (const way of past) this.#add(way)
  }

  /** How many dossiers were learnt from. */
  get size(): number {
    return this.#all.length
  }

  #add({ procedure, acceptedOn, endedOn, pauses, steps }: PastWay): void {
    const days = (from: CivilDate, to: CivilDate): number => daysTaken(from, to, pauses, this.#calendar)
    const whole = days(acceptedOn, endedOn)
    const way = { stayed: whole, total: whole }
    put(this.#procedures, procedure, way)
    this.#all.push(way)
    const seen = new Set<string>()
    for (const [i, { on }] of steps.entries()) {
      const key = stepKey(procedure, steps, i)
      // Each dossier counts once: for its first time in a step, and for its first time back in it.
      if (on > endedOn || seen.has(key)) continue
      seen.add(key)
      const left = steps[i + 1]?.on ?? endedOn
      put(this.#steps, key, { stayed: days(on, left < endedOn ? left : endedOn), total: days(on, endedOn) })
    }
  }

  /** How likely it is to end late, asked in the morning of a day; `null` where too few past dossiers are alike. */
  outlookOf({ procedure, acceptedOn, dueOn, pauses, steps }: OpenWay, today: CivilDate): Outlook | null {
    const left = Math.max(0, workingDaysBetween(today, dueOn, this.#calendar))
    const since = (from: CivilDate): number => daysTaken(from, today, pauses, this.#calendar)
    const at = steps.at(-1)
    const groups: (readonly [OutlookBasis, readonly Case[] | undefined, CivilDate])[] = [
      ...(at === undefined
        ? []
        : [['step', this.#steps.get(stepKey(procedure, steps, steps.length - 1)), at.on] as const]),
      ['procedure', this.#procedures.get(procedure), acceptedOn],
      ['all', this.#all, acceptedOn],
    ]
    for (const [basis, cases = [], from] of groups) {
      const used = since(from)
      let [of, late] = [0, 0]
      for (const { stayed, total } of cases) {
        if (stayed < used) continue
        of++
        if (total - used > left) late++
      }
      if (of >= FEWEST_CASES) return { percent: Math.round((late / of) * 100), basis, late, of, left, used }
    }
    return null
  }
}

/** What is sent back to a step is done with sooner than what is there for the first time: it is a group of its own. */
function stepKey(procedure: string, steps: readonly StepEntry[], at: number): string {
  const step = steps[at]?.step
  const back = steps.findIndex((one) => one.step.index === step?.index && one.step.role === step.role) < at
  return [procedure, step?.index, step?.role, back ? 'back' : ''].join('\u0000')
}

function put<Item>(groups: Map<string, Item[]>, key: string, item: Item): void {
  const group = groups.get(key)
  if (group) group.push(item)
  else groups.set(key, [item])
}
