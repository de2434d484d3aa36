/**
 * The rules a closed period was counted by. Runs in the worker.
 */
import { WorkingCalendar } from '../../domain/calendar.ts'
import type { ClosedFigures } from '../../domain/closed-period.ts'
import { intactFiguresOf, listClosings } from '../../store/closed-periods.ts'
import type { ReadDb } from '../../store/database.ts'
import { type DeskRules, deskRulesIn } from '../desk/legs.ts'
import type { FigureQuery } from '../figures/tables.ts'

/** Those of now, with what an earlier closing kept in the place of it. */
export function rulesOf(db: ReadDb, closed: ClosedFigures['rules'] | undefined): DeskRules {
  const now = deskRulesIn(db)
  if (closed === undefined) return now
  const { calendar, procedures, clock } = closed
  return {
    calendar: new WorkingCalendar(calendar.days),
    procedures: new Map([
      ...now.procedures,
      ...procedures.versions.map((version) => [version.id, version] as const),
    ]),
    clock,
    hours: clock.hours,
  }
}

/** Those of the closing asked for last: they never change, and are unpacked from beside a long list. */
let last: { hash: string; rules: ClosedFigures['rules'] } | null = null

/**
 * The rules kept by the closing that fixed exactly these figures, so that they and the dossiers behind them are those that
 * were closed, whatever became of the calendar since; `undefined` where nothing fixed them, or it was tampered with.
 */
export function rulesThen(db: ReadDb, { period, method, known }: FigureQuery): DeskRules | undefined {
  if (known === null) return undefined
  const closing = listClosings(db).find(
    ({ head }) =>
      head.known === known && head.method === method && head.from === period.from && head.to === period.to,
  )
  if (closing === undefined) return undefined
  if (last?.hash !== closing.hash) {
    const rules = intactFiguresOf(db, closing.head.number)?.rules
    if (rules === undefined) return undefined
    last = { hash: closing.hash, rules }
  }
  return rulesOf(db, last.rules)
}
