/**
 * A list of the dossiers behind a cell of the figures; runs in the worker.
 */
import type { DossierFilter, FigureCell } from '../../contract/dossier-list.ts'
import type { CivilDate } from '../../domain/civil-date.ts'
import type { ReadDb } from '../../store/database.ts'
import type { QueueMoment } from '../../store/dossiers.ts'
import { causeWordsIn } from '../desk/causes.ts'
import { figureQuery } from './query.ts'
import { dossiersOfCell, tableOf } from './tables.ts'

/** The moment of a list, with the dossiers of the cell it is cut by. */
export function withCell(
  db: ReadDb,
  { filter, moment }: { filter: DossierFilter; moment: QueueMoment },
): QueueMoment {
  if (filter.cell == null) return moment
  const ids = dossiersOfCell(db, figureQuery(filter.cell, moment.today), filter.cell)
  return { ...moment, cellIds: JSON.stringify(ids) }
}

/** The name of a cell's row where its key does not tell it; `null` else. */
export function rowOfCell(
  db: ReadDb,
  cell: FigureCell | null | undefined,
  language: 'vi' | 'en',
  today: CivilDate,
): string | null {
  if (cell == null || cell.key === null) return null
  const { by, key } = cell
  if (by === 'cause') return causeWordsIn(db, language).get(key) ?? null
  if (by !== 'commune' && by !== 'officer') return null
  const { rows } = tableOf(db, figureQuery(cell, today), by)
  return rows.find((row) => row.key === key)?.label ?? null
}
