/**
 * A list of dossiers as an Excel sheet: a queue as filtered and sorted, or the list of late dossiers.
 */
import type { OfficeParticulars } from '../contract/office.ts'
import {
  LIST_COLUMNS,
  type ListColumn,
  type ListKind,
  type ListedRow,
  type SaidIn,
  headOf,
} from './dossier-columns.ts'
import { listSheet } from './list-sheet.ts'
import { excelDate } from './sheet.ts'

/** What a list is made of. */
export interface DossierList extends SaidIn {
  office: Pick<OfficeParticulars, 'name' | 'parentAgency'>
  title: string
  /** Under the title: the day, the filters. */
  lines: string[]
  rows: ListedRow[]
  columns: ListKind
}

/** Makes the workbook. */
export function dossierListSheet(list: DossierList): Promise<Uint8Array> {
  const { office, title, lines, language, madeOn } = list
  const columns = LIST_COLUMNS[list.columns]
  return listSheet({
    ...{ office, title, lines, language, madeOn },
    columns: columns.map((column) => ({ ...column, head: headOf(column, list) })),
    count: list.rows.length,
    rows: valuesOf(list, columns),
  })
}

function* valuesOf(list: DossierList, columns: readonly ListColumn[]): Generator<(string | number | null)[]> {
  for (const [index, row] of list.rows.entries()) {
    yield columns.map((column) => valueIn(column, row, index, list))
  }
}

function valueIn(column: ListColumn, row: ListedRow, index: number, said: SaidIn): string | number | null {
  switch (column.kind) {
    case 'text':
    case 'centred':
      return column.value(row, said)
    case 'date':
      return excelDate(column.value(row))
    case 'count':
      return column.value(row, index)
  }
}
