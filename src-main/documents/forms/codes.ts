/**
 * The dossier's code as bar code (code 128) and QR, drawn as areas, so that they stay sharp on every printer.
 */
import type { DrawingContext } from 'bwip-js/generic'
import type { Paper } from './paper.ts'

/** Width of the thinnest bar in points: 0.22 mm, read by hand scanners from plain office prints. */
const BAR = 0.62
/** What code 128 can hold. Codes of a register brought in may be of any form; those have the QR alone. */
const BAR_CODED = /^[\x20-\x7e]+$/

type Point = [number, number]

interface Drawn {
  width: number
  height: number
  outlines: Point[][]
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
    // Bars come as upright lines, each with its weight.
    line: (x, y0, _x1, y1, weight) => {
      const [left, right] = [x - weight / 2, x + weight / 2]
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
