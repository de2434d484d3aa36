/**
 * The dossier's code as bar code (code 128) and QR, drawn as areas, so that they stay sharp on every printer.
 */
import type { DrawingContext } from 'bwip-js/generic'
import { MM, type Paper } from './paper.ts'
import type { DrawnCell } from './table.ts'

/** Width of the thinnest bar in points: 0.22 mm, read by hand scanners from plain office prints. */
const BAR = 0.62
/** What code 128 can hold. Codes of a register brought in may be of any form; those have the QR alone. */
const BAR_CODED = /^[\x20-\x7e]+$/

const QR = 17 * MM
const BARS = { width: 75 * MM, height: 10 * MM }
/** In a list the bars are as narrow as hand scanners still read them: 0.17 mm. */
const CELL_BARS = 7 * MM
const CELL_QR = 13 * MM
const CELL_GAP = 1 * MM
/** White between bars and the border of their cell; scanners find no code without it. */
const CELL_QUIET = 1.5 * MM

type Point = [number, number]

interface Drawn {
  width: number
  height: number
  outlines: Point[][]
}

/** The strip at the head of a dossier's papers: the bar code on the left, the QR on the right. */
export async function writeCodes(paper: Paper, code: string): Promise<void> {
  const { y } = paper
  await drawBarCode(paper, code, { x: paper.left, y: y + (QR - BARS.height) / 2, ...BARS })
  await drawQr(paper, code, { x: paper.left + paper.width - QR, y, size: QR })
  paper.y = y + QR + 2 * MM
}

/** A cell of a list that a scanner reads: the code in words, under it as bars; as a QR where bars cannot hold it. */
export async function codeCell(paper: Paper, code: string): Promise<DrawnCell> {
  const { code128, qrcode } = await import('bwip-js/generic')
  const barred = BAR_CODED.test(code)
  const symbol = barred
    ? code128({ bcid: 'code128', text: code, scale: 1 }, collector())
    : qrcode({ bcid: 'qrcode', text: code, scale: 1 }, collector())
  const height = barred ? CELL_BARS : CELL_QR
  return {
    text: code,
    height: height + 2 * CELL_GAP,
    draw: (box) => {
      const width = barred ? Math.min(BAR * symbol.width, box.width - 2 * CELL_QUIET) : height
      const [x, y] = [box.x + (box.width - width) / 2, box.y + CELL_GAP]
      draw(paper, symbol, ([px, py]) => [x + (px / symbol.width) * width, y + (py / symbol.height) * height])
    },
  }
}

/** The bars of a code, each from module to module. @throws Error for a code that no bar code can hold. */
export async function barsOf(text: string): Promise<(readonly [from: number, to: number])[]> {
  const { code128 } = await import('bwip-js/generic')
  return code128({ bcid: 'code128', text, scale: 1 }, collector()).outlines.map((outline) => {
    const edges = outline.map(([x]) => x)
    return [Math.min(...edges), Math.max(...edges)] as const
  })
}

/** Draws the code as a bar code, at most `width` wide. False when the code is none that a bar code can hold. */
export async function drawBarCode(
  paper: Paper,
  text: string,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
): Promise<boolean> {
  if (!BAR_CODED.test(text)) return false
  const { code128 } = await import('bwip-js/generic')
  const symbol = code128({ bcid: 'code128', text, scale: 1 }, collector())
  const bar = Math.min(BAR, width / symbol.width)
  draw(paper, symbol, ([px, py]) => [x + px * bar, y + (py / symbol.height) * height])
  return true
}

/** Draws the code as a QR with sides of that size. */
export async function drawQr(
  paper: Paper,
  text: string,
  { x, y, size }: { x: number; y: number; size: number },
): Promise<void> {
  const { qrcode } = await import('bwip-js/generic')
  const symbol = qrcode({ bcid: 'qrcode', text, scale: 1 }, collector())
  const module = size / symbol.width
  draw(paper, symbol, ([px, py]) => [x + px * module, y + py * module])
}

function draw(paper: Paper, { outlines }: Drawn, place: (point: Point) => Point): void {
  paper.fill(outlines.map((outline) => outline.map(place)))
}

/** Takes what the library would draw. */
function collector(): DrawingContext<Drawn> {
  const symbol: Drawn = { width: 1, height: 1, outlines: [] }
  return {
    scale: () => [1, 1],
    measure: () => ({ width: 0, ascent: 0, descent: 0 }),
    init: (width, height) => Object.assign(symbol, { width, height }),
    // Bars come as upright lines, each with its weight. The middle of one whose weight is odd lies between two modules
    // and is given as the one after.
    line: (x, y0, _x1, y1, weight) => {
      const left = Math.floor(x - weight / 2)
      const right = left + weight
      symbol.outlines.push([
        [left, y0],
        [right, y0],
        [right, y1],
        [left, y1],
      ])
    },
    polygon: (points) => symbol.outlines.push(points),
    hexagon: () => undefined,
    ellipse: () => undefined,
    fill: () => undefined,
    text: () => undefined,
    end: () => symbol,
  }
}
