/**
 * Queries: the steps dossiers went through, for learning how long they take.
 */
import type { CivilDate } from '../domain/civil-date.ts'
import type { EventKind } from '../domain/dossier.ts'
import { type StepEntry, StepWalk, stepsOf } from '../domain/early-warning.ts'
import type { StepRef } from '../domain/path.ts'
import type { Period } from '../domain/period.ts'
import type { ReadDb } from './database.ts'
import { eventsOf } from './events.ts'

/** Every statement of this file, for the test that prepares them all. */
export const STATEMENTS = {
  // Of each event only what moves a dossier along its path, or says that something before was set right.
  steps: `SELECT e.dossier_id AS id, e.kind, e.happened_on AS "on", e.fact -> '$.step' AS step,
      e.fact ->> '$.batch' AS batch
    FROM dossier d INDEXED BY dossier_figures CROSS JOIN dossier_event e ON e.dossier_id = d.id
    WHERE d.ended_on BETWEEN @from AND @to AND e.kind IN ('accepted', 'taken', 'passed', 'handed-over',
      'handover-confirmed', 'paused', 'resumed', 'result-ready', 'corrected')`,
  rules: 'SELECT coalesce(max(id), 0) AS id FROM rule_change',
  // An end on one of the days before, or a step or an end set right; particulars set right teach nothing else.
  learnable: `SELECT EXISTS (SELECT 1 FROM dossier_event WHERE id > @event AND (
      (kind IN ('result-ready', 'refused', 'withdrawn', 'stopped') AND happened_on <= @to)
      OR (kind = 'corrected' AND (fact ->> '$.redated' IS NOT NULL OR fact ->> '$.revoked' IS NOT NULL)))) AS found`,
} as const

interface StepRow {
  id: number
  kind: EventKind
  on: CivilDate
  /** As JSON. */
  step: string | null
  batch: number | null
}

/** The steps of every dossier that ended in a period, by its key. */
export function stepsOfEnded(db: ReadDb, { from, to }: Period): Map<number, StepEntry[]> {
  const walks = new Map<number, StepWalk>()
  const setRight = new Set<number>()
  for (const { id, kind, on, step, batch } of db.iterate<StepRow>(STATEMENTS.steps, { from, to })) {
    if (kind === 'corrected') setRight.add(id)
    let walk = walks.get(id)
    if (!walk) walks.set(id, (walk = new StepWalk()))
    // Written by addEvents from an EventFact.
    walk.take(kind, step === null ? null : (JSON.parse(step) as StepRef), batch, on)
  }
  const steps = new Map<number, StepEntry[]>()
  for (const [id, { entries }] of walks) steps.set(id, setRight.has(id) ? stepsOf(eventsOf(db, id)) : entries)
  return steps
}

/** Says by its value from which days and by which rules is learnt. */
export function learntBy(db: ReadDb, { from, to }: Period): string {
  return [from, to, db.get<{ id: number }>(STATEMENTS.rules)?.id ?? 0].join(' ')
}

/** Whether something was entered after an event that changes what is learnt from a period. */
export function isMoreToLearn(db: ReadDb, { to }: Period, event: number): boolean {
  return db.get<{ found: 0 | 1 }>(STATEMENTS.learnable, { to, event })?.found === 1
}
