/**
 * A list of the dossiers behind a cell of the figures; runs in the worker.
 */
import type { DossierFilter } from '../../contract/dossiers.ts'
import type { ReadDb } from '../../store/database.ts'
import type { QueueMoment } from '../../store/dossiers.ts'
import { dossiersOfCell } from './tables.ts'

/** The moment of a list, with the dossiers of the cell it is cut by. */
export function withCell(
  db: ReadDb,
  { filter, moment }: { filter: DossierFilter; moment: QueueMoment },
): QueueMoment {
  if (filter.cell == null) return moment
  const { from, to, method, known, ...cell } = filter.cell
  const ids = dossiersOfCell(db, { period: { from, to }, method, known }, cell)
  return { ...moment, cellIds: JSON.stringify(ids) }
}
