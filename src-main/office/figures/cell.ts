/**
 * A list of the dossiers behind a cell of the figures; runs in the worker.
 */
import type { DossierFilter, FigureCell } from '../../contract/dossier-list.ts'
import type { ReadDb } from '../../store/database.ts'
import type { QueueMoment } from '../../store/dossiers.ts'
import { causeWordsIn } from '../desk/causes.ts'
import { dossiersOfCell, tableOf } from './tables.ts'

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

/** The name of a cell's row where its key does not tell it; `null` else. */
export function rowOfCell(
  db: ReadDb,
  cell: FigureCell | null | undefined,
  language: 'vi' | 'en',
): string | null {
  if (cell == null || cell.key === null) return null
  const { from, to, method, known, by, key } = cell
  if (by === 'cause') return causeWordsIn(db, language).get(key) ?? null
  if (by !== 'commune' && by !== 'officer') return null
  const { rows } = tableOf(db, { period: { from, to }, method, known }, by)
  return rows.find((row) => row.key === key)?.label ?? null
}
