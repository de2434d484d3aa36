/**
 * The columns of the lists provincial portals export, whatever their order. Folded names (no diacritics, lower case).
 */
import { ARRIVAL_FIELDS, type ArrivalField } from '../../contract/arrivals.ts'
import { foldText } from '../../domain/names.ts'
import type { CellValue, RegisterRow } from '../../documents/register-reader.ts'
import { cellLine } from '../imports/cells.ts'
import { COLUMN_NAMES } from '../imports/column-names.ts'

/** The header stands in one of so many first rows. */
const HEADER_WITHIN = 20

/** What the column of each field is called; what registers and portals have in common stands with the registers. */
const NAMES: Record<ArrivalField, readonly string[]> = {
  reference: COLUMN_NAMES.code,
  procedure: COLUMN_NAMES.procedure,
  applicantName: COLUMN_NAMES.applicantName,
  idNumber: [...COLUMN_NAMES.idNumber, 'so dinh danh', 'so dinh danh ca nhan'],
  phone: COLUMN_NAMES.phone,
  email: ['email', 'e mail', 'thu dien tu', 'dia chi email', 'dia chi thu dien tu'],
  address: COLUMN_NAMES.address,
  commune: COLUMN_NAMES.commune,
  mapSheet: COLUMN_NAMES.mapSheet,
  plot: COLUMN_NAMES.plot,
  arrivedAt: [
    'thoi diem nop',
    'thoi gian nop',
    'ngay nop',
    'ngay gio nop',
    'ngay nop ho so',
    'thoi gian nop ho so',
    'ngay gui',
    'filed at',
    'submitted at',
    'submitted',
  ],
}

/** The header of a list: its row, and the column (from 0) of each field it names. */
export interface ArrivalColumns {
  row: number
  columns: ReadonlyMap<ArrivalField, number>
}

/** The row that names most fields; none named where there is no header. */
export function findColumns(rows: readonly RegisterRow[]): ArrivalColumns {
  let best: ArrivalColumns = { row: 0, columns: new Map() }
  for (const { row, cells } of rows.slice(0, HEADER_WITHIN)) {
    const columns = columnsOf(cells)
    if (columns.size > best.columns.size) best = { row, columns }
  }
  return best
}

function columnsOf(cells: readonly CellValue[]): Map<ArrivalField, number> {
  const found = new Map<ArrivalField, number>()
  const titles = cells.map((cell) =>
    foldText(cellLine(cell))
      .replace(/[^a-z0-9]+/g, ' ')
      .trim(),
  )
  for (const field of ARRIVAL_FIELDS) {
    // The most telling name first, wherever it stands.
    const at = NAMES[field].map((name) => titles.indexOf(name)).find((index) => index >= 0)
    if (at !== undefined) found.set(field, at)
  }
  return found
}
