/**
 * Tables of forms: borders, titles on every sheet they go on to, rows that are not torn apart.
 */
import { MM, type Paper, type TextLook } from './paper.ts'

/** A place on the sheet. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** A column of a table. Widths are shares of the sheet's width. */
export interface Column {
  title: string
  share: number
  align?: 'left' | 'center' | 'right'
  /** Neighbours with the same words here stand together under them. */
  group?: string
}

/** A cell with a drawing under its text. */
export interface DrawnCell {
  text: string
  height: number
  draw: (box: Box) => void
}

/** What stands in a cell. */
export type Cell = string | DrawnCell

/** How a table is set. */
export interface TableLook {
  size?: number
  /** Least height of a row: room to write in by hand. */
  rowHeight?: number
  /** A row under the titles with the columns' numbers, `(1)`, `(2)` …, as books have it. */
  numbered?: boolean
  /** The height of what must stand on one sheet with the last row: signatures alone could belong to anything. */
  after?: number
}

const CELL = { x: 1.2 * MM, y: 0.7 * MM }
const CELL_SIZE = 12

/** A table being written. */
interface Grid {
  paper: Paper
  columns: readonly Column[]
  widths: readonly number[]
  body: TextLook
  title: TextLook
}

/** A row about to be written, or the part of it that fits on a sheet. */
interface SetRow {
  cells: readonly Cell[]
  lines: readonly (readonly string[])[]
  height: number
}

/**
 * A table with borders. A row is never torn apart unless it is higher than a sheet, and the titles stand on every sheet
 * the table goes on to.
 */
export function writeTable(
  paper: Paper,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  { size = CELL_SIZE, rowHeight = 0, numbered = false, after = 0 }: TableLook = {},
): void {
  const shares = columns.reduce((sum, { share }) => sum + share, 0)
  const widths = columns.map(({ share }) => (share / shares) * paper.width)
  const grid: Grid = { paper, columns, widths, body: { size }, title: { face: 'bold', size } }
  const titles = setTitles(grid, numbered)
  const sets = rows.flatMap((cells) => piecesOf(grid, setRow(grid, cells, rowHeight), titles.height))
  // Titles never stand alone at the foot of a sheet.
  paper.need(titles.height + (sets[0]?.height ?? 0))
  titles.write()
  for (const set of sets) {
    const { sheet } = paper
    const together = set.height + (set === sets.at(-1) ? after : 0)
    paper.need(together <= paper.fullRoom - titles.height ? together : set.height)
    if (paper.sheet !== sheet) titles.write()
    writeRow(grid, set)
  }
}

function setRow({ paper, widths, body }: Grid, cells: readonly Cell[], least: number): SetRow {
  const lines = widths.map((width, index) => {
    const text = textOf(cells[index])
    return text === '' ? [] : paper.linesOf(text, width - 2 * CELL.x, body)
  })
  const line = paper.lineHeight(body)
  const heights = lines.map(({ length }, index) => length * line + drawnHeight(cells[index]))
  return { cells, lines, height: Math.max(least, ...heights.map((height) => height + 2 * CELL.y)) }
}

/** The row itself; one higher than a sheet in parts, what is drawn with the first. */
function piecesOf({ paper, body }: Grid, set: SetRow, titlesHeight: number): SetRow[] {
  const room = paper.fullRoom - titlesHeight
  if (set.height <= room) return [set]
  const line = paper.lineHeight(body)
  const most = Math.floor((room - 2 * CELL.y - Math.max(...set.cells.map(drawnHeight))) / line)
  const longest = Math.max(...set.lines.map(({ length }) => length))
  return Array.from({ length: Math.ceil(longest / most) }, (_, piece) => ({
    cells: piece === 0 ? set.cells : [],
    lines: set.lines.map((lines) => lines.slice(piece * most, (piece + 1) * most)),
    height: piece === 0 ? room : Math.min(longest - piece * most, most) * line + 2 * CELL.y,
  }))
}

function writeRow({ paper, columns, widths, body }: Grid, { cells, lines, height }: SetRow): void {
  const { y } = paper
  paper.boxes(paper.left, y, widths, height)
  let x = paper.left
  widths.forEach((width, index) => {
    const text = lines[index] ?? []
    const place = { x: x + CELL.x, y: y + CELL.y, width: width - 2 * CELL.x }
    paper.writeLines(place, text, { ...body, align: columns[index]?.align ?? 'left' })
    const cell = cells[index]
    if (typeof cell === 'object') {
      const below = place.y + text.length * paper.lineHeight(body)
      cell.draw({ ...place, y: below, height: cell.height })
    }
    x += width
  })
  paper.y = y + height
}

/** The titles of the columns, with what stands over several of them and the columns' numbers. */
function setTitles(grid: Grid, numbered: boolean): { height: number; write: () => void } {
  const { paper, columns, widths, body, title } = grid
  const spans = spansOf(columns, widths, paper.left)
  const heightOf = (text: string, width: number): number =>
    paper.linesOf(text, width - 2 * CELL.x, title).length * paper.lineHeight(title) + 2 * CELL.y
  const upper = Math.max(0, ...spans.map(({ text, width }) => heightOf(text, width)))
  const heights = columns.map(({ title: text, group }, index) => {
    const own = heightOf(text, widths[index] ?? 0)
    return group === undefined ? own : own + upper
  })
  const height = Math.max(...heights)
  const numbers = numbered ? paper.lineHeight(body) + 2 * CELL.y : 0
  const write = (): void => {
    const { y } = paper
    for (const { x, text, width } of spans) writeTitle(grid, { x, y, width, height: upper }, text, title)
    let x = paper.left
    columns.forEach(({ title: text, group }, index) => {
      const [width, above] = [widths[index] ?? 0, group === undefined ? 0 : upper]
      writeTitle(grid, { x, y: y + above, width, height: height - above }, text, title)
      if (numbered) {
        writeTitle(grid, { x, y: y + height, width, height: numbers }, `(${index + 1})`, body)
      }
      x += width
    })
    paper.y = y + height + numbers
  }
  return { height: height + numbers, write }
}

function writeTitle({ paper }: Grid, { x, y, width, height }: Box, text: string, look: TextLook): void {
  paper.boxes(x, y, [width], height)
  const inner = width - 2 * CELL.x
  const lines = paper.linesOf(text, inner, look)
  const free = height - lines.length * paper.lineHeight(look)
  paper.writeLines({ x: x + CELL.x, y: y + free / 2, width: inner }, lines, { ...look, align: 'center' })
}

/** Words over several columns. */
interface Span {
  text: string
  x: number
  width: number
}

/** Where words stand over several columns. */
function spansOf(columns: readonly Column[], widths: readonly number[], left: number): Span[] {
  const spans: Span[] = []
  let x = left
  columns.forEach(({ group }, index) => {
    const [width, last] = [widths[index] ?? 0, spans.at(-1)]
    if (group !== undefined) {
      if (last !== undefined && columns[index - 1]?.group === group) last.width += width
      else spans.push({ text: group, x, width })
    }
    x += width
  })
  return spans
}

function textOf(cell: Cell | undefined): string {
  return typeof cell === 'object' ? cell.text : (cell ?? '')
}

function drawnHeight(cell: Cell | undefined): number {
  return typeof cell === 'object' ? cell.height : 0
}
