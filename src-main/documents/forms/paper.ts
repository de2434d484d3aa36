/**
 * The sheet an official form is written on: A4, Tinos, Vietnamese text that can be taken out of the PDF again. The same
 * input gives the same bytes: the file's date is handed in and its identity follows from it.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Instant } from '../../domain/civil-date.ts'

/** Points in a millimetre: everything on the sheet is measured in points. */
export const MM = 72 / 25.4

/** Sizes of letters in points, as official documents have them. */
export const SIZE = { title: 15, body: 13, small: 11, foot: 9 } as const

/** The faces of Tinos that forms are set in. */
export type Face = 'regular' | 'bold' | 'italic'

/** How a piece of text is set. */
export interface TextLook {
  face?: Face
  size?: number
  align?: 'left' | 'center' | 'right' | 'justify'
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
  /** Written at the foot of every sheet, so that loose sheets find each other. */
  foot: string
  madeAt: Instant
}

const FACES: Record<Face, string> = {
  regular: '400Regular/Tinos_400Regular.ttf',
  bold: '700Bold/Tinos_700Bold.ttf',
  italic: '400Regular_Italic/Tinos_400Regular_Italic.ttf',
}
/** Margins of official documents: left wider, for the file. */
const MARGINS = { top: 12 * MM, bottom: 15 * MM, left: 20 * MM, right: 14 * MM }
const LINE_GAP = 0.4

let fonts: Record<Face, Buffer> | null = null

/** The letters, read once. */
function readFonts(): Record<Face, Buffer> {
  const { resolve } = createRequire(import.meta.url)
  const read = (file: string): Buffer => readFileSync(resolve(`@expo-google-fonts/tinos/${file}`))
  return { regular: read(FACES.regular), bold: read(FACES.bold), italic: read(FACES.italic) }
}

/** A new sheet. The maker of PDFs is loaded with the first one: who prints nothing does not wait for it at the start. */
export async function openPaper(title: PaperTitle): Promise<Paper> {
  const { default: Document } = await import('pdfkit')
  return new Paper(Document, title)
}

/** Sheets of A4, written from top to bottom; a new one is begun when one is full. */
export class Paper {
  readonly #doc: PDFKit.PDFDocument
  readonly #bytes: Promise<Uint8Array>
  readonly #foot: string
  /** The edges of what may be written on. */
  readonly left = MARGINS.left
  readonly width: number
  readonly #bottom: number

  constructor(Document: new (options: PDFKit.PDFDocumentOptions) => PDFKit.PDFDocument, about: PaperTitle) {
    const { title, foot, madeAt } = about
    const made = new Date(madeAt)
    this.#foot = foot.normalize('NFC')
    this.#doc = new Document({
      size: 'A4',
      margins: MARGINS,
      bufferPages: true,
      lang: 'vi-VN',
      displayTitle: true,
      info: { Title: title.normalize('NFC'), Creator: 'Sổ Một Cửa', CreationDate: made, ModDate: made },
    })
    fonts ??= readFonts()
    for (const [face, bytes] of Object.entries(fonts)) this.#doc.registerFont(face, bytes)
    this.width = this.#doc.page.width - MARGINS.left - MARGINS.right
    this.#bottom = this.#doc.page.height - MARGINS.bottom
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

  /** Leaves room. */
  skip(height: number): void {
    this.y += height
  }

  /** The height text will take. */
  heightOf(text: string, width: number, look: TextLook = {}): number {
    this.#set(look)
    return this.#doc.heightOfString(clean(text), { width, lineGap: LINE_GAP })
  }

  /** The width of text on one line. */
  widthOf(text: string, look: TextLook = {}): number {
    this.#set(look)
    return this.#doc.widthOfString(clean(text))
  }

  /** Writes at a place; what follows is written below it. */
  at(place: TextPlace, text: string, look: TextLook = {}): void {
    const { x, y, width } = place
    this.#set(look)
    this.#doc.text(clean(text), x, y, { width, align: look.align ?? 'left', lineGap: LINE_GAP })
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
      const options = { width: this.width, lineGap: LINE_GAP, continued: index < pieces.length - 1 }
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
    for (let index = 0; index < count; index++) {
      this.#doc.switchToPage(index)
      // The foot stands in the margin, where text would otherwise begin a new sheet.
      this.#doc.page.margins = { ...MARGINS, bottom: 0 }
      const y = this.#bottom + 5 * MM
      const look = { size: SIZE.foot, face: 'italic' } as const
      this.at({ x: this.left, y, width: this.width }, this.#foot, look)
      if (count === 1) continue
      this.at({ x: this.left, y, width: this.width }, `Trang ${index + 1}/${count}`, {
        ...look,
        align: 'right',
      })
    }
    this.#doc.end()
    return this.#bytes
  }

  #set({ face = 'regular', size = SIZE.body }: TextLook): void {
    this.#doc.font(face).fontSize(size).fillColor('black')
  }
}

/** One form of every letter, so that the text found in the file is the text that was typed. */
function clean(text: string): string {
  return text.normalize('NFC')
}

function collect(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  return new Promise((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk))
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    doc.on('error', reject)
  })
}
