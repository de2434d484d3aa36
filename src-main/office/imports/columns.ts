/**
 * Finds the header of a register and what each of its columns holds, whatever their order.
 */
import {
  IMPORT_FIELDS,
  type ImportField,
  type ImportMapping,
  type ImportSheet,
} from '../../contract/imports.ts'
import { cleanText, foldText } from '../../domain/names.ts'
import { type RegisterRow, type RegisterSheet, columnLetter } from '../../documents/register-reader.ts'
import { cellText } from './cells.ts'
import { COLUMN_NAMES, OTHER_TITLES } from './column-names.ts'

/** The header stands in one of so many first rows. */
const HEADER_WITHIN = 30
/** Fewer recognised columns are no header. */
const FEWEST_COLUMNS = 2
const SAMPLES = 3
const SAMPLE_LENGTH = 60

/** How well a title names a field; 0 when it does not. */
function scoreOf(title: string, field: ImportField): number {
  if (title === '' || OTHER_TITLES.some((other) => title.startsWith(other))) return 0
  const names = COLUMN_NAMES[field]
  const exact = names.indexOf(title)
  if (exact >= 0) return 200 - exact
  let best = 0
  for (const name of names) {
    // A short word inside a long title says little: "xã" stands in many.
    if (name.length < 6 || !` ${title} `.includes(` ${name} `)) continue
    best = Math.max(best, 50 + name.length + (title.startsWith(name) ? 20 : 0))
  }
  return best
}

/**
 * What each column holds, by its title. A field goes to the column that names it best, the first of equals;
 * a column gets one field.
 */
export function proposeMapping(titles: readonly string[]): { mapping: ImportMapping; score: number } {
  const folded = titles.map(foldText)
  const candidates = IMPORT_FIELDS.flatMap((field) =>
    folded.map((title, column) => ({ field, column, score: scoreOf(title, field) })),
  )
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.column - b.column)
  const mapping: ImportMapping = {}
  const taken = new Set<number>()
  let score = 0
  for (const candidate of candidates) {
    if (mapping[candidate.field] !== undefined || taken.has(candidate.column)) continue
    mapping[candidate.field] = candidate.column
    taken.add(candidate.column)
    score += candidate.score
  }
  return { mapping, score }
}

/**
 * The titles of the columns in a header row. Where the header has two lines ("Thời gian" above "Ngày nhận"
 * and "Ngày hẹn"), a column without a title in the lower line has it in the upper.
 */
export function titlesAt(rows: readonly RegisterRow[], headerRow: number): string[] {
  const line = (row: number): string[] => rows.find((found) => found.row === row)?.cells.map(titleText) ?? []
  const upper = line(headerRow - 1)
  const lower = line(headerRow)
  if (upper.filter(Boolean).length < 2) return lower
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, i) => lower[i] || upper[i] || '')
}

function titleText(cell: RegisterRow['cells'][number]): string {
  return cleanText(cellText(cell))
}

/** The header row of a sheet (1-based), 0 when there is none, and how well it fits. */
export function findHeader(rows: readonly RegisterRow[]): { headerRow: number; score: number } {
  let best = { headerRow: 0, score: 0 }
  for (const { row } of rows) {
    if (row > HEADER_WITHIN) break
    const { mapping, score } = proposeMapping(titlesAt(rows, row))
    if (Object.keys(mapping).length >= FEWEST_COLUMNS && score > best.score) best = { headerRow: row, score }
  }
  return best
}

/** A sheet as the window shows it, with its header in that row. */
export function describeSheet(sheet: RegisterSheet, headerRow: number): ImportSheet {
  const titles = titlesAt(sheet.rows, headerRow)
  const below = sheet.rows.filter(({ row }) => row > headerRow)
  const first = below.slice(0, SAMPLES)
  const width = Math.max(titles.length, ...first.map(({ cells }) => cells.length))
  return {
    name: sheet.name,
    rows: below.length,
    headerRow,
    columns: Array.from({ length: width }, (_, index) => ({
      index,
      letter: columnLetter(index),
      title: titles[index] ?? '',
      samples: first.map(({ cells }) => cellText(cells[index] ?? null).slice(0, SAMPLE_LENGTH)),
    })),
    mapping: proposeMapping(titles).mapping,
  }
}

/** The sheets with their proposals, and the one that looks most like a register. */
export function describeSheets(sheets: readonly RegisterSheet[]): { sheets: ImportSheet[]; sheet: string } {
  let best = { name: sheets[0]?.name ?? '', score: -1 }
  const described = sheets.map((sheet) => {
    const { headerRow, score } = findHeader(sheet.rows)
    // A hidden sheet is chosen only when nothing else fits.
    const worth = sheet.hidden ? score / 2 : score
    if (worth > best.score) best = { name: sheet.name, score: worth }
    return describeSheet(sheet, headerRow)
  })
  return { sheets: described, sheet: best.name }
}
