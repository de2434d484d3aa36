/**
 * Tables of forms: borders, titles on every sheet they go on to, rows that are not torn apart.
 */
import { type HeadCell, headGrid } from '../head-grid.ts'
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
  /** Neighbours with the same words here stand together under them; the outermost first. */
  group?: string | readonly string[]
  /** What stands under the title in a numbered table; else `(1)`, `(2)` … */
  number?: string
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
  /** Which rows are bold, counted from 0: totals. */
  strong?: (row: number) => boolean
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
  look: TextLook
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
  { size = CELL_SIZE, rowHeight = 0, numbered = false, strong = () => false, after = 0 }: TableLook = {},
): void {
  const grid = gridOf(paper, columns, size)
  const titles = setTitles(grid, numbered)
  const sets = rows.flatMap((cells, row) => {
    const look = strong(row) ? grid.title : grid.body
    return piecesOf(grid, setRow(grid, cells, rowHeight, look), titles.height)
  })
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

/**
 * A table written row by row, for one too long to be laid out at once. Titles stand at its beginning, with the first row, and
 * on every further sheet. Returns what writes a row; with the last one goes the height of what must stand on its sheet.
 */
export function openTable(
  paper: Paper,
  columns: readonly Column[],
  { size = CELL_SIZE }: Pick<TableLook, 'size'> = {},
): (cells: readonly Cell[], after?: number) => void {
  const grid = gridOf(paper, columns, size)
  const titles = setTitles(grid, false)
  let begun = false
  return (cells, after = 0) => {
    const pieces = piecesOf(grid, setRow(grid, cells, 0, grid.body), titles.height)
    for (const set of pieces) {
      const { sheet } = paper
      const head = begun ? 0 : titles.height
      const together = set.height + (set === pieces.at(-1) ? after : 0)
      paper.need(head + (together <= paper.fullRoom - titles.height ? together : set.height))
      if (!begun || paper.sheet !== sheet) titles.write()
      begun = true
      writeRow(grid, set)
    }
  }
}

function gridOf(paper: Paper, columns: readonly Column[], size: number): Grid {
  const shares = columns.reduce((sum, { share }) => sum + share, 0)
  const widths = columns.map(({ share }) => (share / shares) * paper.width)
  return { paper, columns, widths, body: { size }, title: { face: 'bold', size } }
}

function setRow({ paper, widths }: Grid, cells: readonly Cell[], least: number, look: TextLook): SetRow {
  const lines = widths.map((width, index) => {
    const text = textOf(cells[index])
    return text === '' ? [] : paper.linesOf(text, width - 2 * CELL.x, look)
  })
  const line = paper.lineHeight(look)
  const heights = lines.map(({ length }, index) => length * line + drawnHeight(cells[index]))
  return { look, cells, lines, height: Math.max(least, ...heights.map((height) => height + 2 * CELL.y)) }
}

/** The row itself; one higher than a sheet in parts, what is drawn with the first. */
function piecesOf({ paper }: Grid, set: SetRow, titlesHeight: number): SetRow[] {
  const room = paper.fullRoom - titlesHeight
  if (set.height <= room) return [set]
  const line = paper.lineHeight(set.look)
  const most = Math.floor((room - 2 * CELL.y - Math.max(...set.cells.map(drawnHeight))) / line)
  const longest = Math.max(...set.lines.map(({ length }) => length))
  return Array.from({ length: Math.ceil(longest / most) }, (_, piece) => ({
    look: set.look,
    cells: piece === 0 ? set.cells : [],
    lines: set.lines.map((lines) => lines.slice(piece * most, (piece + 1) * most)),
    height: piece === 0 ? room : Math.min(longest - piece * most, most) * line + 2 * CELL.y,
  }))
}

function writeRow({ paper, columns, widths }: Grid, { look, cells, lines, height }: SetRow): void {
  const { y } = paper
  paper.boxes(paper.left, y, widths, height)
  let x = paper.left
  widths.forEach((width, index) => {
    const text = lines[index] ?? []
    const place = { x: x + CELL.x, y: y + CELL.y, width: width - 2 * CELL.x }
    paper.writeLines(place, text, { ...look, align: columns[index]?.align ?? 'left' })
    const cell = cells[index]
    if (typeof cell === 'object') {
      const below = place.y + text.length * paper.lineHeight(look)
      cell.draw({ ...place, y: below, height: cell.height })
    }
    x += width
  })
  paper.y = y + height
}

/** The titles of the columns, with what stands over several of them and the columns' numbers. */
function setTitles(grid: Grid, numbered: boolean): { height: number; write: () => void } {
  const { paper, columns, widths, body, title } = grid
  const heads = columns.map(({ title: text, group = [] }) => ({
    over: typeof group === 'string' ? [group] : group,
    title: text,
  }))
  const { cells, depth } = headGrid(heads)
  const edges = widths.reduce<number[]>((x, width) => [...x, (x.at(-1) ?? 0) + width], [paper.left])
  const leftOf = (column: number): number => edges[column] ?? 0
  const heightOf = ({ words, column, across }: HeadCell): number => {
    const inner = leftOf(column + across) - leftOf(column) - 2 * CELL.x
    return paper.linesOf(words, inner, title).length * paper.lineHeight(title) + 2 * CELL.y
  }
  // Words over several columns are as high as they need; the titles share out what is left.
  const tops = [0]
  for (let level = 0; level < depth - 1; level++) {
    const spans = cells.filter(({ row, down }) => row === level && row + down < depth)
    tops.push((tops.at(-1) ?? 0) + Math.max(0, ...spans.map(heightOf)))
  }
  const topOf = ({ row }: HeadCell): number => tops[row] ?? 0
  const height = Math.max(
    ...cells.filter(({ row, down }) => row + down === depth).map((cell) => topOf(cell) + heightOf(cell)),
  )
  const numberOf = (index: number): string => columns[index]?.number ?? `(${index + 1})`
  const numberLines = columns.map((_, index) => {
    return paper.linesOf(numberOf(index), (widths[index] ?? 0) - 2 * CELL.x, body).length
  })
  const numbers = numbered ? Math.max(...numberLines) * paper.lineHeight(body) + 2 * CELL.y : 0
  const inOrder = cells.toSorted(
    (a, b) => Number(a.row + a.down === depth) - Number(b.row + b.down === depth),
  )
  const write = (): void => {
    const { y } = paper
    for (const cell of inOrder) {
      const { row, column, across, down, words } = cell
      const last = row + down === depth
      const bottom = last ? height : (tops[row + down] ?? height)
      const box = { x: leftOf(column), width: leftOf(column + across) - leftOf(column) }
      writeTitle(grid, { ...box, y: y + topOf(cell), height: bottom - topOf(cell) }, words, title)
      if (last && numbered)
        writeTitle(grid, { ...box, y: y + height, height: numbers }, numberOf(column), body)
    }
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

function textOf(cell: Cell | undefined): string {
  return typeof cell === 'object' ? cell.text : (cell ?? '')
}

function drawnHeight(cell: Cell | undefined): number {
  return typeof cell === 'object' ? cell.height : 0
}
