/**
 * The parts forms are made of: lines with a label, tables, signatures.
 */
import { MM, type Paper, SIZE, type TextLook } from './paper.ts'

/** Room to write in by hand. */
export const BLANK = '.'.repeat(24)

/** `Địa chỉ: 12 Trần Phú`; without a value there is room to write one in. */
export function writeField(
  paper: Paper,
  label: string,
  value: string,
  face: 'regular' | 'bold' = 'regular',
): void {
  paper.run([{ text: `${label}: ` }, { text: value === '' ? BLANK : value, face }])
}

/** Two fields beside each other where both fit on a line, one below the other where not. */
export function writeFieldPair(
  paper: Paper,
  first: readonly [label: string, value: string],
  second: readonly [label: string, value: string],
): void {
  const half = paper.width / 2
  const texts = [first, second].map(([label, value]) => `${label}: ${value === '' ? BLANK : value}`)
  if (texts.some((text) => paper.widthOf(text) > half - 2 * MM)) {
    for (const [label, value] of [first, second]) writeField(paper, label, value)
    return
  }
  paper.need(paper.heightOf(texts[0] ?? '', half))
  const { y } = paper
  texts.forEach((text, index) => paper.at({ x: paper.left + index * half, y, width: half }, text))
}

/** A list with numbers: `1. …`, each line hanging behind its number. */
export function writeNumbered(paper: Paper, lines: readonly string[]): void {
  const indent = 8 * MM
  lines.forEach((line, index) => {
    const width = paper.width - indent
    paper.need(paper.heightOf(line, width))
    const { y } = paper
    paper.at({ x: paper.left, y, width: indent }, `${index + 1}.`)
    paper.at({ x: paper.left + indent, y, width }, line)
  })
}

/** A column of a table. Widths are shares of the sheet's width. */
export interface Column {
  title: string
  share: number
  align?: 'left' | 'center' | 'right'
}

const CELL = { x: 1.5 * MM, y: 0.7 * MM }
const CELL_SIZE = 12

/** A table with borders; a row is never torn apart, and the titles stand on every sheet it goes on to. */
export function writeTable(
  paper: Paper,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): void {
  const shares = columns.reduce((sum, { share }) => sum + share, 0)
  const widths = columns.map(({ share }) => (share / shares) * paper.width)
  const titles = columns.map(({ title }) => title)
  const centred = columns.map(() => 'center' as const)
  const aligned = columns.map(({ align }) => align ?? 'left')
  const titleLook: TextLook = { face: 'bold', size: CELL_SIZE }
  const titleHeight = rowHeight(paper, titles, widths, titleLook)
  const writeTitles = (): void => writeRow(paper, titles, widths, centred, titleLook, titleHeight)
  // Titles never stand alone at the foot of a sheet.
  const firstHeight = rowHeight(paper, rows[0] ?? [], widths, { size: CELL_SIZE })
  paper.need(titleHeight + firstHeight)
  writeTitles()
  for (const row of rows) {
    const height = rowHeight(paper, row, widths, { size: CELL_SIZE })
    const { sheet } = paper
    paper.need(height)
    if (paper.sheet !== sheet) writeTitles()
    writeRow(paper, row, widths, aligned, { size: CELL_SIZE }, height)
  }
}

function rowHeight(
  paper: Paper,
  cells: readonly string[],
  widths: readonly number[],
  look: TextLook,
): number {
  const heights = widths.map((width, index) => paper.heightOf(cells[index] ?? '', width - 2 * CELL.x, look))
  return Math.max(0, ...heights) + 2 * CELL.y
}

function writeRow(
  paper: Paper,
  cells: readonly string[],
  widths: readonly number[],
  aligns: readonly ('left' | 'center' | 'right')[],
  look: TextLook,
  height: number,
): void {
  const { y } = paper
  let x = paper.left
  widths.forEach((width, index) => {
    paper.box(x, y, width, height)
    const place = { x: x + CELL.x, y: y + CELL.y, width: width - 2 * CELL.x }
    paper.at(place, cells[index] ?? '', { ...look, align: aligns[index] ?? 'left' })
    x += width
  })
  paper.y = y + height
}

/** One who signs. */
export interface Signature {
  title: string
  /** What is asked for under the title: `(Ký và ghi rõ họ tên)`. */
  hint: string
  /** Printed where it is known. */
  name: string
}

/** Room for a signature by hand. */
const HAND = 18 * MM

/** How high signatures will stand. */
export function signaturesHeight(paper: Paper, signatures: readonly Signature[]): number {
  const width = paper.width / Math.max(signatures.length, 1)
  const names = signatures.map(({ name }) => paper.heightOf(name, width, { face: 'bold' }))
  return 2 * paper.heightOf('Ký', width, { face: 'bold' }) + HAND + Math.max(0, ...names)
}

/** Those who sign, side by side, never torn apart over two sheets. */
export function writeSignatures(paper: Paper, signatures: readonly Signature[]): void {
  const height = signaturesHeight(paper, signatures)
  paper.need(height)
  const { y } = paper
  const width = paper.width / signatures.length
  signatures.forEach(({ title, hint, name }, index) => {
    const x = paper.left + index * width
    paper.at({ x, y, width }, title, { face: 'bold', align: 'center' })
    paper.at({ x, y: paper.y, width }, hint, { face: 'italic', align: 'center', size: SIZE.body })
    paper.at({ x, y: paper.y + HAND, width }, name, { face: 'bold', align: 'center' })
  })
  paper.y = y + height
}
