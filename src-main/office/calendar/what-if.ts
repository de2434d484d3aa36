/**
 * What a change of rules would do to every open dossier; runs in the worker.
 */
import { createHash } from 'node:crypto'
import { FIRST_MOVED, type MovedDossier, type RuleChange, type WhatIf } from '../../contract/calendar.ts'
import { type CalendarDay, WorkingCalendar } from '../../domain/calendar.ts'
import type { CivilDate } from '../../domain/civil-date.ts'
import { ClockError } from '../../domain/clock.ts'
import type { ProcedureVersion } from '../../domain/procedure.ts'
import type { ReadDb } from '../../store/database.ts'
import {
  type OpenClock,
  type OpenPause,
  applicantOf,
  openClocks,
  openPauses,
  registerMark,
} from '../../store/open-dossiers.ts'
import { listCalendar, listProcedures } from '../../store/reference.ts'
import { type ClockRules, clockOf } from '../dossiers/clock-of.ts'
import type { TaskContext } from '../worker-protocol.ts'
import { type EffectiveChange, calendarAfter, effectOf } from './check-change.ts'
import { clockSettingOf } from './clock-setting.ts'

const PER_BREATH = 20_000

/** What the worker is told. */
export interface WhatIfInput {
  change: RuleChange
  today: CivilDate
}

/** A dossier whose due date moves. */
export interface Move {
  id: number
  dueBefore: CivilDate
  dueAfter: CivilDate
  /** The applicant held the due date before on paper. */
  promised: boolean
}

interface Counted {
  effect: EffectiveChange
  open: number
  leftAlone: number
  /** By due date before. */
  moves: (Move & { version: number })[]
  /** Where the register stood before anything of it was read. */
  mark: string
}

/** What making a change needs: plain columns, so that crossing to the main thread costs nothing. */
export interface ChangePlan {
  effect: EffectiveChange
  digest: string
  mark: string
  ids: number[]
  versions: number[]
  duesAfter: CivilDate[]
}

/** Worker task: what a change would do, the first dossiers by name. */
export async function countWhatIf(context: TaskContext, input: WhatIfInput): Promise<WhatIf> {
  const counted = await count(context, input.change)
  const effects = counted.moves.map((move) => effectOfMove(move, input.today))
  return {
    open: counted.open,
    moved: counted.moves.length,
    nowLate: effects.filter((effect) => effect === 'now-late').length,
    noLongerLate: effects.filter((effect) => effect === 'no-longer-late').length,
    leftAlone: counted.leftAlone,
    dossiers: movedDossiers(context.db, counted.moves.slice(0, FIRST_MOVED), input.today),
    digest: digestOf(counted, input.today),
  }
}

/** Worker task: the same count, for the change to be made by. */
export async function planChange(context: TaskContext, input: WhatIfInput): Promise<ChangePlan> {
  const counted = await count(context, input.change)
  return {
    effect: counted.effect,
    digest: digestOf(counted, input.today),
    mark: counted.mark,
    ids: counted.moves.map(({ id }) => id),
    versions: counted.moves.map(({ version }) => version),
    duesAfter: counted.moves.map(({ dueAfter }) => dueAfter),
  }
}

/** Worker: every due date the change would move. */
export async function movesOfDraft(context: TaskContext, change: RuleChange): Promise<Move[]> {
  return (await count(context, change)).moves
}

/** The count last made, good as long as nothing has been entered: the same one is shown, turned over and applied. */
const lastCount = new WeakMap<ReadDb, { change: string; counted: Counted }>()

async function count(context: TaskContext, change: RuleChange): Promise<Counted> {
  const { db } = context
  const words = JSON.stringify(change)
  const last = lastCount.get(db)
  if (last?.change === words && last.counted.mark === registerMark(db)) return last.counted
  const counted = await countAfresh(context, change)
  lastCount.set(db, { change: words, counted })
  return counted
}

async function countAfresh({ db, progress, breathe }: TaskContext, change: RuleChange): Promise<Counted> {
  const mark = registerMark(db)
  const days = listCalendar(db)
  const clock = clockSettingOf(db)
  const effect = effectOf(change, { days, clock })
  const present: ClockRules = { calendar: new WorkingCalendar(days), clock }
  const changed: ClockRules = {
    calendar: effect.days.length === 0 ? present.calendar : calendarOf(days, effect),
    clock: effect.clock ?? clock,
  }
  const versions = new Map(listProcedures(db).map((version) => [version.id, version]))
  const dossiers = openClocks(db)
  const pauses = openPauses(db)
  const moves: Counted['moves'] = []
  let leftAlone = 0
  for (const [index, dossier] of dossiers.entries()) {
    if (index % PER_BREATH === 0) {
      progress(index, dossiers.length)
      await breathe()
    }
    const version = versions.get(dossier.procedureId)
    if (!version) throw new Error(`dossier ${dossier.id} without a procedure`)
    const due = dueUnder(present, version, dossier, pauses.get(dossier.id))
    if (due === 'stopped') continue
    if (due !== dossier.dueOn) {
      leftAlone++
      continue
    }
    const dueAfter = dueUnder(changed, version, dossier, pauses.get(dossier.id))
    if (dueAfter !== null && dueAfter !== 'stopped' && dueAfter !== due) {
      const promised = dossier.promised === 1
      moves.push({ id: dossier.id, version: dossier.version, dueBefore: due, dueAfter, promised })
    }
  }
  return { effect, open: dossiers.length, leftAlone, moves, mark }
}

function calendarOf(days: readonly CalendarDay[], effect: EffectiveChange): WorkingCalendar {
  return new WorkingCalendar(calendarAfter(days, effect.days))
}

const NO_PAUSES: readonly OpenPause[] = []

/** The due date under the rules; `stopped` while the clock stands still, `null` where it cannot be counted. */
function dueUnder(
  rules: ClockRules,
  version: ProcedureVersion,
  { acceptedOn, acceptedAt, remote }: OpenClock,
  pauses = NO_PAUSES,
): CivilDate | 'stopped' | null {
  try {
    const state = clockOf(version, { acceptedOn, acceptedAt, remote: remote === 1, pauses }, rules)
    return state.kind === 'due' ? state.date : 'stopped'
  } catch (error) {
    // Pauses that make no sense, or a due date past the calendar's end: such a dossier keeps the date it has.
    if (error instanceof ClockError) return null
    throw error
  }
}

/** Moves with the applicants to be told. @param on the day effects are seen from. */
export function movedDossiers(db: ReadDb, moves: readonly Move[], on: CivilDate): MovedDossier[] {
  return moves.map((move) => {
    const { id, dueBefore, dueAfter, promised } = move
    const applicant = applicantOf(db, id)
    if (!applicant) throw new Error(`dossier ${id} has gone`)
    return {
      id,
      ...applicant,
      dueBefore,
      dueAfter,
      promised,
      effect: effectOfMove(move, on),
    }
  })
}

/** Whether a dossier is late on a day by the one due date and not by the other. */
export function effectOfMove({ dueBefore, dueAfter }: Move, on: CivilDate): MovedDossier['effect'] {
  const [wasLate, isLate] = [dueBefore < on, dueAfter < on]
  if (wasLate === isLate) return 'none'
  return isLate ? 'now-late' : 'no-longer-late'
}

/** Names the change, the day and every move: the same digest means that what was shown is what happens. */
function digestOf({ effect, moves }: Counted, today: CivilDate): string {
  const hash = createHash('sha256').update(JSON.stringify([effect, today]))
  for (const { id, dueBefore, dueAfter } of moves) hash.update(`${id}:${dueBefore}:${dueAfter}\n`)
  return hash.digest('hex')
}
