/**
 * The parts forms are made of: lines with a label, paragraphs, signatures.
 */
import { MM, type Paper } from './paper.ts'

/** Room to write in by hand. */
export const BLANK = '.'.repeat(24)

/** `Địa chỉ: 12 Trần Phú`; without a value there is room to write one in. */
export function writeField(
  paper: Paper,
  label: string,
  value: string,
  face: 'regular' | 'bold' = 'regular',
): void {
  if (value === '') paper.text(`${label}: ${dots(paper, paper.width - paper.widthOf(`${label}: `))}`)
  else paper.run([{ text: `${label}: ` }, { text: value, face }])
}

/** Dots to the end of a line, at least as many as a short word takes. */
function dots(paper: Paper, width: number): string {
  return '.'.repeat(Math.max(BLANK.length, Math.floor(width / paper.widthOf('.')) - 1))
}

/** Two fields beside each other where both fit on a line, one below the other where not. */
export function writeFieldPair(
  paper: Paper,
  first: readonly [label: string, value: string],
  second: readonly [label: string, value: string],
): void {
  const half = paper.width / 2
  const room = half - 2 * MM
  const texts = [first, second].map(([label, value]) => {
    const start = `${label}: `
    return `${start}${value === '' ? dots(paper, room - paper.widthOf(start)) : value}`
  })
  if (texts.some((text) => paper.widthOf(text) > room)) {
    for (const [label, value] of [first, second]) writeField(paper, label, value)
    return
  }
  paper.need(paper.heightOf(texts[0] ?? '', half))
  const { y } = paper
  texts.forEach((text, index) => paper.at({ x: paper.left + index * half, y, width: half }, text))
}

const PARAGRAPH_GAP = 1 * MM
const PARAGRAPH = { indent: 10 * MM } as const

/** Running text, set in at its beginning as documents have it. */
export function writeParagraph(paper: Paper, text: string): void {
  // A row of dots cannot be broken: stretched, the line before it would fall apart.
  paper.text(text, { ...PARAGRAPH, align: text.includes(BLANK) ? 'left' : 'justify' })
  paper.skip(PARAGRAPH_GAP)
}

/** A label, and below it what was written; or lines to write on by hand. */
export function writeBlock(paper: Paper, label: string, text: string, blankLines = 3): void {
  if (text !== '') return writeField(paper, label, text)
  paper.need((blankLines + 1) * paper.lineHeight())
  paper.text(`${label}:`)
  writeBlankLines(paper, blankLines)
}

/** Dotted lines over the whole width, to write on by hand. */
export function writeBlankLines(paper: Paper, count: number): void {
  for (let line = 0; line < count; line++) paper.text(dots(paper, paper.width))
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
const HINT = { face: 'italic', align: 'center' } as const

/** How high signatures will stand. A place may be left empty, so that one who signs alone stands on the right. */
export function signaturesHeight(paper: Paper, signatures: readonly (Signature | null)[]): number {
  const width = paper.width / Math.max(signatures.length, 1)
  const heights = signatures.map((signature) => {
    if (signature === null) return 0
    const { title, hint, name } = signature
    const above = paper.heightOf(title, width, { face: 'bold' }) + paper.heightOf(hint, width, HINT)
    return above + HAND + paper.heightOf(name, width, { face: 'bold' })
  })
  return Math.max(0, ...heights)
}

/** Those who sign, side by side, never torn apart over two sheets. */
export function writeSignatures(paper: Paper, signatures: readonly (Signature | null)[]): void {
  const height = signaturesHeight(paper, signatures)
  paper.need(height)
  const { y } = paper
  const width = paper.width / signatures.length
  signatures.forEach((signature, index) => {
    if (signature === null) return
    const { title, hint, name } = signature
    const x = paper.left + index * width
    paper.y = y
    for (const line of title.split('\n')) {
      paper.at({ x, y: paper.y, width }, line, { face: 'bold', align: 'center' })
    }
    paper.at({ x, y: paper.y, width }, hint, HINT)
    paper.at({ x, y: paper.y + HAND, width }, name, { face: 'bold', align: 'center' })
  })
  paper.y = y + height
}

const CLOSING_GAP = 4 * MM

/** How high the last lines of a form and its signatures will stand. */
export function closingHeight(
  paper: Paper,
  lines: readonly string[],
  signatures: readonly (Signature | null)[],
): number {
  const heights = lines.map((line) => paper.heightOf(line, paper.width, PARAGRAPH) + PARAGRAPH_GAP)
  const all = heights.reduce((sum, height) => sum + height, 0)
  return all + CLOSING_GAP + signaturesHeight(paper, signatures)
}

/** The last lines of a form and its signatures, on one sheet: signatures alone could belong to anything. */
export function writeClosing(
  paper: Paper,
  lines: readonly string[],
  signatures: readonly (Signature | null)[],
): void {
  paper.need(closingHeight(paper, lines, signatures))
  for (const line of lines) writeParagraph(paper, line)
  paper.skip(CLOSING_GAP)
  writeSignatures(paper, signatures)
}
