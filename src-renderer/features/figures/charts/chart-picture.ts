/**
 * A chart as a picture: title, legend, drawing and source on white, in the colours of paper whatever the window looks like.
 */
import type { Method } from '../../../../src-main/domain/figure-class.ts'
import { fileSlug } from '../../../../src-main/domain/names.ts'
import type { Period } from '../../../../src-main/domain/period.ts'
import { PAPER_COLOURS } from './chart-colours.ts'

/** What stands on the picture besides the drawing. */
export interface PictureWords {
  title: string
  note: string
  legend: readonly { label: string; colour: string }[]
  /** Office, period, method: under the drawing. */
  source: string
}

/**
 * `tuoi-cua-ho-so-dang-giai-quyet_<office>_2020-06-30.png`: chart, office and days, as all that leaves the office is named;
 * by the due date put off, it says so.
 */
export function pictureFileName(
  title: string,
  { method, days: { from, to } }: { method: Method; days: Period },
  office: string,
): string {
  const by = method === 'original' ? '' : '-ngay-hen-lai'
  const parts = [`${fileSlug(title)}${by}`, fileSlug(office), from, ...(to === from ? [] : [to])]
  return `${parts.filter((part) => part !== '').join('_')}.png`
}

/** What a drawing's look is made of; written into the copy, which is drawn without the styles of the page. */
const LOOK = [
  ...['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-opacity', 'opacity'],
  ...['font-size', 'font-weight', 'text-anchor', 'dominant-baseline', 'visibility', 'display'],
]

/** Letters the system has for Vietnamese: the page's own are not known to a drawing outside of it. */
const LETTERS = '"Segoe UI", system-ui, "Noto Sans", sans-serif'

/** Picture dots for a dot of the screen, for paper. */
const SCALE = 2
const MARGIN = 24

/**
 * The bytes of a PNG, as base64.
 * @param chart the element the chart is drawn in.
 * @throws Error where the browser cannot draw it.
 */
export async function pictureOf(chart: HTMLElement, words: PictureWords): Promise<string> {
  const drawings = await Promise.all([...chart.querySelectorAll('svg')].map(drawingOf))
  const width = Math.max(...drawings.map((one) => one.width), 320)
  const height = Math.max(...drawings.map((one) => one.height), 0)
  const canvas = document.createElement('canvas')
  const pen = canvas.getContext('2d')
  if (pen === null) throw new Error('no canvas')
  const lines = linesOf(pen, words, width)
  const above = lines.head.length * 20 + 40
  canvas.width = (width + 2 * MARGIN) * SCALE
  canvas.height = (height + above + lines.source.length * 18 + 2 * MARGIN) * SCALE
  pen.scale(SCALE, SCALE)
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.translate(MARGIN, MARGIN)
  write(pen, lines.head, 0)
  legend(pen, words.legend, lines.head.length * 20 + 8)
  for (const { image, x, y } of drawings) pen.drawImage(image, x, above + y)
  write(pen, lines.source, above + height + 12)
  return canvas.toDataURL('image/png').slice('data:image/png;base64,'.length)
}

interface Line {
  text: string
  font: string
  colour: string
}

function linesOf(
  pen: CanvasRenderingContext2D,
  { title, note, source }: PictureWords,
  width: number,
): { head: Line[]; source: Line[] } {
  const lines = (text: string, font: string, colour: string) => {
    pen.font = font
    return wrapped(text, (part) => pen.measureText(part).width <= width).map((line) => ({
      text: line,
      font,
      colour,
    }))
  }
  const ink = PAPER_COLOURS['--mui-palette-text-primary'] ?? '#000'
  const muted = PAPER_COLOURS['--mui-palette-text-secondary'] ?? '#000'
  return {
    head: [...lines(title, `600 16px ${LETTERS}`, ink), ...lines(note, `13px ${LETTERS}`, muted)],
    source: lines(source, `12px ${LETTERS}`, muted),
  }
}

/** A text in lines that fit; a word that does not fit by itself stands alone. */
export function wrapped(text: string, fits: (line: string) => boolean): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    const longer = last === undefined ? word : `${last} ${word}`
    if (last !== undefined && fits(longer)) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

function write(pen: CanvasRenderingContext2D, lines: readonly Line[], top: number): void {
  pen.textBaseline = 'top'
  lines.forEach(({ text, font, colour }, at) => {
    pen.font = font
    pen.fillStyle = colour
    pen.fillText(text, 0, top + at * 20)
  })
}

function legend(pen: CanvasRenderingContext2D, items: PictureWords['legend'], top: number): void {
  pen.font = `13px ${LETTERS}`
  let left = 0
  for (const { label, colour } of items) {
    pen.fillStyle = onPaper(colour)
    pen.fillRect(left, top + 2, 12, 12)
    pen.fillStyle = onPaper('var(--mui-palette-text-primary)')
    pen.fillText(label, left + 18, top)
    left += pen.measureText(label).width + 42
  }
}

function onPaper(colour: string): string {
  return PAPER_COLOURS[/^var\((.+)\)$/.exec(colour)?.[1] ?? ''] ?? colour
}

async function drawingOf(svg: SVGSVGElement) {
  const { width, height, left, top } = svg.getBoundingClientRect()
  const frame = svg.closest('[data-chart]')?.getBoundingClientRect()
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(paperCopyOf(svg, { width, height }))}`
  await image.decode()
  return { image, width, height, x: left - (frame?.left ?? left), y: top - (frame?.top ?? top) }
}

/** A copy of a drawing with its look written into it, in the colours of paper. */
function paperCopyOf(svg: SVGSVGElement, { width, height }: { width: number; height: number }): string {
  const holder = document.createElement('div')
  holder.style.cssText = 'position: fixed; left: -10000px; top: 0'
  for (const [name, colour] of Object.entries(PAPER_COLOURS)) holder.style.setProperty(name, colour)
  const copy = svg.cloneNode(true) as SVGSVGElement
  holder.append(copy)
  // Beside the original, so that styles that hang on what is around it still apply.
  svg.parentElement?.append(holder)
  const parts: SVGElement[] = [copy, ...copy.querySelectorAll<SVGElement>('*')]
  const looks = parts.map((part) => {
    const style = getComputedStyle(part)
    return LOOK.map((name) => [name, style.getPropertyValue(name)] as const)
  })
  holder.remove()
  parts.forEach((part, at) => {
    part.removeAttribute('class')
    for (const [name, value] of looks[at] ?? []) part.style.setProperty(name, value)
    if (part instanceof SVGTextElement) part.style.fontFamily = LETTERS
  })
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height))
  return new XMLSerializer().serializeToString(copy)
}
