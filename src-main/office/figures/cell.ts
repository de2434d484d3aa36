/**
 * A list of the dossiers behind a cell of the figures; runs in the worker.
 */
import {
  type CountedAs,
  COUNTED_SORT_FIELDS,
  type CountedSortField,
  type DossierFilter,
  type DossierSort,
  type FigureCell,
} from '../../contract/dossier-list.ts'
import type { CivilDate } from '../../domain/civil-date.ts'
import { sortKey } from '../../domain/names.ts'
import type { ReadDb } from '../../store/database.ts'
import type { QueueMoment } from '../../store/dossiers.ts'
import { causeWordsIn } from '../desk/causes.ts'
import { deskRulesIn } from '../desk/legs.ts'
import { rulesThen } from '../closing/rules.ts'
import { countedAsIn } from './counted-as.ts'
import { figureQuery } from './query.ts'
import { dossiersOfCell, tableOf } from './tables.ts'

/** A list as it is cut: its moment, and what its dossiers count as where a cell of the figures cuts it. */
export interface CutList {
  moment: QueueMoment
  countedAs: (id: number) => CountedAs | undefined
}

/** The moment of a list with the dossiers of the cell it is cut by, in the order of what they count as if it is sorted so. */
export function withCell(
  db: ReadDb,
  { filter, sort, moment }: { filter: DossierFilter; sort: DossierSort; moment: QueueMoment },
): CutList {
  if (filter.cell == null) return { moment, countedAs: () => undefined }
  const query = figureQuery(filter.cell, moment.today)
  const { period, dossiers } = dossiersOfCell(db, query, filter.cell)
  const said = countedAsIn(db, period, (rulesThen(db, query) ?? deskRulesIn(db)).calendar)
  const field = COUNTED_SORT_FIELDS.find((one) => one === sort.field)
  const ids = dossiers.map(([{ id }]) => id)
  if (field !== undefined) {
    const keys = new Map(dossiers.map((one) => [one[0].id, ORDER[field](said(one))]))
    ids.sort((a, b) => compare(keys.get(a), keys.get(b)) || a - b)
  }
  const found = new Map(dossiers.map((one) => [one[0].id, one]))
  return {
    moment: { ...moment, cellIds: JSON.stringify(ids) },
    countedAs: (id) => {
      const one = found.get(id)
      return one && said(one)
    },
  }
}

const ORIGINS: readonly CountedAs['origin'][] = ['online', 'direct-postal', 'carried-over']
const STANDINGS: readonly CountedAs['standing'][] = ['early', 'on-time', 'late', 'in-time', 'overdue']

/** In the order of the columns of the form, of days, of names; what is pending or not late first. */
const ORDER: Record<CountedSortField, (counted: CountedAs) => string | number> = {
  countedOrigin: ({ origin }) => ORIGINS.indexOf(origin),
  countedStanding: ({ standing }) => STANDINGS.indexOf(standing),
  countedDueOn: ({ dueOn }) => dueOn,
  countedEndedOn: ({ endedOn }) => endedOn ?? '',
  countedDaysLate: ({ daysLate }) => daysLate ?? -1,
  countedOfficer: ({ officerName }) => sortKey(officerName),
}

function compare(a: string | number = '', b: string | number = ''): number {
  return a < b ? -1 : a > b ? 1 : 0
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
