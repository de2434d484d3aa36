/**
 * The sheet an official form is written on: A4, Tinos, Vietnamese text that can be taken out of the PDF again. The same
 * input gives the same bytes: the file's date is handed in and its identity follows from it.
 */
import type { Font } from 'fontkit'
import type { Instant } from '../../domain/civil-date.ts'
import { type Face, openFonts } from './fonts.ts'
import { type WidthOf, breakLines } from './line-breaks.ts'

/** Points in a millimetre: everything on the sheet is measured in points. */
export const MM = 72 / 25.4

/** Sizes of letters in points, as official documents have them. */
export const SIZE = { title: 15, body: 13, small: 11, list: 10, foot: 9 } as const

/** How a piece of text is set. */
export interface TextLook {
  face?: Face
  size?: number
  align?: 'left' | 'center' | 'right' | 'justify'
  /** How far the first line of a paragraph is set in. */
  indent?: number
}

/** Where a piece of text stands. */
export interface TextPlace {
  x: number
  y: number
  width: number
}

/** What a form is known by outside its sheets. */
export interface PaperTitle {
  title: string
  /** Written at the foot of every sheet, so that loose sheets find each other; one line or two. */
  foot: string
  madeAt: Instant
  /** Lists of many columns lie on their side. */
  landscape?: boolean
  /** Points between lines; a short form has more of them. */
  lineGap?: number
}

interface Margins {
  top: number
  bottom: number
  left: number
  right: number
}

/** Margins of official documents: left wider, for the file. What lies on its side is filed by its upper edge. */
const MARGINS: Margins = { top: 12 * MM, bottom: 15 * MM, left: 20 * MM, right: 14 * MM }
const LANDSCAPE_MARGINS: Margins = { top: 14 * MM, bottom: 14 * MM, left: 12 * MM, right: 12 * MM }
const LINE_GAP = 0.4

/** A new sheet. The maker of PDFs is loaded with the first one: who prints nothing does not wait for it at the start. */
export async function openPaper(title: PaperTitle): Promise<Paper> {
  const { default: Document } = await import('pdfkit')
  return new Paper(Document, await openFonts(), title)
}

/** Sheets of A4, written from top to bottom; a new one is begun when one is full. */
export class Paper {
  readonly #doc: PDFKit.PDFDocument
  readonly #bytes: Promise<Uint8Array>
  readonly #foot: string
  readonly #margins: Margins
  readonly #lineGap: number
  /** Leaves of one file that are handed to different people: where each begins and what it is called. */
  readonly #leaves: { from: number; name: string }[] = []
  /** Widths of words by face and size. Registers say the same words over and over. */
  readonly #words = new Map<string, Map<string, number>>()
  /** The edges of what may be written on. */
  readonly left: number
  readonly width: number
  readonly #bottom: number

  constructor(
    Document: new (options: PDFKit.PDFDocumentOptions) => PDFKit.PDFDocument,
    faces: Record<Face, Font>,
    about: PaperTitle,
  ) {
    const { title, foot, madeAt, landscape = false, lineGap = LINE_GAP } = about
    const made = new Date(madeAt)
    this.#foot = foot.normalize('NFC')
    this.#lineGap = lineGap
    this.#margins = landscape ? LANDSCAPE_MARGINS : MARGINS
    const { left, right, bottom } = this.#margins
    this.left = left
    this.#doc = new Document({
      size: 'A4',
      layout: landscape ? 'landscape' : 'portrait',
      margins: this.#margins,
      bufferPages: true,
      lang: 'vi-VN',
      displayTitle: true,
      info: { Title: title.normalize('NFC'), Creator: 'Sổ Một Cửa', CreationDate: made, ModDate: made },
    })
    for (const [face, font] of Object.entries(faces)) this.#doc.registerFont(face, font)
    let { page } = this.#doc
    this.#doc.on('pageAdded', () => {
      gather(page)
      page = this.#doc.page
    })
    this.width = this.#doc.page.width - left - right
    this.#bottom = this.#doc.page.height - bottom
    this.#bytes = collect(this.#doc)
  }

  /** Where the next line begins, from the top of the sheet. */
  get y(): number {
    return this.#doc.y
  }

  set y(y: number) {
    this.#doc.y = y
  }

  /** The sheet being written on: 1, 2, 3 … */
  get sheet(): number {
    return this.#doc.bufferedPageRange().count
  }

  /** Begins a new sheet unless `height` still fits on this one. */
  need(height: number): void {
    if (this.y + height > this.#bottom) this.#doc.addPage()
  }

  /** Begins another leaf: the same paper for somebody else, on sheets of its own that are numbered anew. */
  leaf(name: string): void {
    const first = this.#leaves.length === 0
    this.#leaves.push({ from: first ? 0 : this.sheet, name })
    if (!first) this.#doc.addPage()
  }

  /** The height left on this sheet. */
  get room(): number {
    return this.#bottom - this.y
  }

  /** The height of a sheet that is still empty. */
  get fullRoom(): number {
    return this.#bottom - this.#margins.top
  }

  /** Leaves room. */
  skip(height: number): void {
    this.y += height
  }

  /** The height text will take. */
  heightOf(text: string, width: number, look: TextLook = {}): number {
    this.#set(look)
    return this.#doc.heightOfString(clean(text), { width, lineGap: this.#lineGap, indent: look.indent ?? 0 })
  }

  /** The height of one line. */
  lineHeight(look: TextLook = {}): number {
    this.#set(look)
    return this.#doc.currentLineHeight(true) + this.#lineGap
  }

  /** Text broken into lines of that width; what has no room on a line of its own is broken inside the word. */
  linesOf(text: string, width: number, look: TextLook = {}): string[] {
    const widthOf = this.#measure(look)
    return clean(text)
      .split('\n')
      .flatMap((paragraph) => breakLines(paragraph, width, widthOf))
  }

  /** Writes lines that were broken before, each on its own. */
  writeLines(place: TextPlace, lines: readonly string[], look: TextLook = {}): void {
    const widthOf = this.#measure(look)
    const height = this.lineHeight(look)
    const { align = 'left' } = look
    lines.forEach((line, index) => {
      const free = align === 'left' ? 0 : place.width - widthOf(line)
      const x = place.x + (align === 'center' ? free / 2 : free)
      this.#doc.text(line, x, place.y + index * height, { lineBreak: false })
    })
  }

  /** The width of text on one line. */
  widthOf(text: string, look: TextLook = {}): number {
    this.#set(look)
    return this.#doc.widthOfString(clean(text))
  }

  /** Writes at a place; what follows is written below it. */
  at(place: TextPlace, text: string, look: TextLook = {}): void {
    const { x, y, width } = place
    const { align = 'left', indent = 0 } = look
    this.#set(look)
    this.#doc.text(clean(text), x, y, { width, align, indent, lineGap: this.#lineGap })
  }

  /** Writes over the whole width, below what is written already. */
  text(text: string, look: TextLook = {}): void {
    this.need(this.heightOf(text, this.width, look))
    this.at({ x: this.left, y: this.y, width: this.width }, text, look)
  }

  /** Pieces in different faces, one behind the other, wrapped as one paragraph. */
  run(pieces: readonly { text: string; face?: Face }[], size: number = SIZE.body): void {
    this.need(this.heightOf(pieces.map(({ text }) => text).join(''), this.width, { size }))
    pieces.forEach(({ text, face = 'regular' }, index) => {
      this.#set({ face, size })
      const options = { width: this.width, lineGap: this.#lineGap, continued: index < pieces.length - 1 }
      if (index === 0) this.#doc.text(clean(text), this.left, this.y, options)
      else this.#doc.text(clean(text), options)
    })
  }

  /** A straight line. */
  line(x1: number, y1: number, x2: number, y2: number, weight = 0.6): void {
    this.#doc.lineWidth(weight).moveTo(x1, y1).lineTo(x2, y2).stroke('black')
  }

  /** A box of black lines. */
  box(x: number, y: number, width: number, height: number, weight = 0.5): void {
    this.#doc.lineWidth(weight).rect(x, y, width, height).stroke('black')
  }

  /** A row of boxes beside each other. */
  boxes(x: number, y: number, widths: readonly number[], height: number, weight = 0.5): void {
    const all = widths.reduce((sum, width) => sum + width, 0)
    this.#doc.lineWidth(weight).rect(x, y, all, height)
    let edge = x
    for (const width of widths.slice(0, -1)) {
      edge += width
      this.#doc.moveTo(edge, y).lineTo(edge, y + height)
    }
    this.#doc.stroke('black')
  }

  /** Black areas: what is inside two outlines is white. */
  fill(outlines: readonly (readonly (readonly [number, number])[])[]): void {
    for (const outline of outlines) {
      outline.forEach(([x, y], index) => {
        if (index === 0) this.#doc.moveTo(x, y)
        else this.#doc.lineTo(x, y)
      })
      this.#doc.closePath()
    }
    this.#doc.fill('black', 'even-odd')
  }

  /** Numbers the sheets and gives the file. Nothing can be written afterwards. */
  finish(): Promise<Uint8Array> {
    const { count } = this.#doc.bufferedPageRange()
    const leaves = this.#leaves.length === 0 ? [{ from: 0, name: '' }] : this.#leaves
    leaves.forEach(({ from, name }, index) => {
      const end = leaves[index + 1]?.from ?? count
      for (let sheet = from; sheet < end; sheet++) {
        this.#doc.switchToPage(sheet)
        this.#writeFoot(name, end - from === 1 ? '' : `Trang ${sheet - from + 1}/${end - from}`)
      }
    })
    this.#doc.end()
    return this.#bytes
  }

  #writeFoot(leaf: string, page: string): void {
    // The foot stands in the margin, where text would otherwise begin a new sheet.
    this.#doc.page.margins = { ...this.#margins, bottom: 0 }
    const look = { size: SIZE.foot, face: 'italic' } as const
    // A second line must not come too near to the edge: printers leave it white.
    const below = this.#foot.includes('\n') ? 1.5 * MM : 5 * MM
    const place = { x: this.left, y: this.#bottom + below, width: this.width }
    this.at(place, [this.#foot, leaf].filter((part) => part !== '').join(' - '), look)
    if (page !== '') this.at(place, page, { ...look, align: 'right' })
  }

  #measure(look: TextLook): WidthOf {
    this.#set(look)
    const key = `${look.face ?? 'regular'} ${look.size ?? SIZE.body}`
    const known = this.#words.get(key) ?? new Map<string, number>()
    this.#words.set(key, known)
    return (text) => {
      const width = known.get(text) ?? this.#doc.widthOfString(text)
      known.set(text, width)
      return width
    }
  }

  #set({ face = 'regular', size = SIZE.body }: TextLook): void {
    this.#doc.font(face).fontSize(size).fillColor('black')
  }
}

/** One form of every letter, so that the text found in the file is the text that was typed. */
function clean(text: string): string {
  return text.normalize('NFC')
}

/**
 * Puts what is written on a full sheet into one piece. Every stroke is a piece of its own otherwise, and a list of hundreds
 * of sheets would be millions of them, all kept until the sheets are numbered.
 */
function gather({ content }: { content?: unknown }): void {
  if (typeof content !== 'object' || content === null || !('buffer' in content)) return
  const { buffer } = content
  if (Array.isArray(buffer) && buffer.every((piece) => piece instanceof Uint8Array))
    content.buffer = [Buffer.concat(buffer)]
}

function collect(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  return new Promise((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk))
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    doc.on('error', reject)
  })
}
