/**
 * One row of a register: its cells by field, and the problems found in it.
 */
import {
  type ImportField,
  type ImportMapping,
  type ImportProblem,
  NOTICE_CODES,
  type ProblemCode,
} from '../../contract/imports.ts'
import { normalCode } from '../../domain/dossier-code.ts'
import { type CellValue, type RegisterRow, columnLetter } from '../../documents/register-reader.ts'
import { type ReadDate, cellLine, cellText, readDate } from './cells.ts'

const VALUE_LENGTH = 200

/** Numbers and texts told with a problem. */
export type ProblemParams = Record<string, string | number>

/** A row being checked. */
export class CheckedRow {
  readonly row: number
  readonly problems: ImportProblem[] = []
  readonly #cells: readonly CellValue[]
  readonly #mapping: ImportMapping
  readonly #titles: readonly string[]

  constructor({ row, cells }: RegisterRow, mapping: ImportMapping, titles: readonly string[]) {
    this.row = row
    this.#cells = cells
    this.#mapping = mapping
    this.#titles = titles
  }

  /** The code of its dossier in the form it is stored in; empty when there is none. */
  get code(): string {
    return normalCode(cellLine(this.cell('code')))
  }

  /** Whether a problem keeps the row out. */
  get blocked(): boolean {
    return this.problems.some(({ blocking }) => blocking)
  }

  /** Whether a column has been named for the field. */
  has(field: ImportField): boolean {
    return this.#mapping[field] !== undefined
  }

  /** The field's cell; empty when it has no column. */
  cell(field: ImportField): CellValue {
    const column = this.#mapping[field]
    return column === undefined ? null : (this.#cells[column] ?? null)
  }

  /** The field as one line of text. Longer than `max` characters is a problem. */
  line(field: ImportField, max: number): string {
    const line = cellLine(this.cell(field))
    if (line.length > max) this.report(field, 'too-long', { max, length: line.length })
    return line
  }

  /** The same, and something must be there. */
  neededLine(field: ImportField, max: number): string {
    const line = this.line(field, max)
    if (line === '') this.report(field, 'missing')
    return line
  }

  /** The field as a date; `null` when it is empty or, with a problem, when it is none. */
  date(field: ImportField): ReadDate | null {
    const read = readDate(this.cell(field))
    if (read === null || 'date' in read) return read
    this.report(field, read.fault, read.reason === undefined ? {} : { reason: read.reason })
    return null
  }

  /** Reports something that keeps the row out, or by its code is only told. */
  report(field: ImportField, code: ProblemCode, params: ProblemParams = {}): void {
    this.#add(field, code, params, !isNotice(code))
  }

  /** Reports something that is told and does not keep the row out, whatever its code. */
  tell(field: ImportField, code: ProblemCode, params: ProblemParams = {}): void {
    this.#add(field, code, params, false)
  }

  #add(field: ImportField, code: ProblemCode, params: ProblemParams, blocking: boolean): void {
    const column = this.#mapping[field]
    const text = cellText(this.cell(field))
    this.problems.push({
      row: this.row,
      column: column === undefined ? '' : columnLetter(column),
      title: column === undefined ? '' : (this.#titles[column] ?? ''),
      field,
      value: text.length > VALUE_LENGTH ? `${text.slice(0, VALUE_LENGTH)}…` : text,
      code,
      params,
      blocking,
    })
  }
}

function isNotice(code: ProblemCode): boolean {
  return NOTICE_CODES.some((notice) => notice === code)
}

/** Whether none of the named columns has anything in this row: a pre-numbered empty line, a signature. */
export function isEmptyRow({ cells }: RegisterRow, mapping: ImportMapping): boolean {
  return Object.values(mapping).every((column) => cellLine(cells[column] ?? null) === '')
}

/** Whether the row only numbers the columns, as the line "(1) (2) (3)" below a printed header does. */
export function isNumberingRow({ cells }: RegisterRow): boolean {
  const filled = cells.map(cellLine).filter(Boolean)
  return filled.length >= 3 && filled.every((text) => /^(\(\d{1,2}\)|\d{1,2}|[A-Z])$/.test(text))
}
