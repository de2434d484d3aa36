/**
 * The rows of a long list, put into a workbook as they come. The library that writes the workbook keeps every cell of it at
 * once, several times over; a list is only rows alike, and none of them needs to be there before or after its turn.
 */
import { type OpenZip, ZipWriter, openZip } from './open-zip.ts'

/** A row: raw values in the styles of their columns, and how high it is, in points; without that as high as Excel finds. */
export interface BodyRow {
  values: readonly (string | number | null)[]
  height?: number
}

/** The rows of a list, after the page's own cells. Rows count from 0. */
export interface RowsFrom {
  firstRow: number
  count: number
  rows: Iterable<BodyRow>
}

/** Called between portions of rows; may throw to leave off. */
export type Portion = (done: number, total: number) => Promise<void>

const ROWS_PER_PORTION = 200
/** The frame is our own and small. */
const FRAME = { file: 2 ** 26, all: 2 ** 28, entries: 1_000 }

/**
 * The workbook with rows in its sheets. Where rows begin the sheet holds one empty row, whose cells say how each column
 * looks.
 * @param sheets by place in the workbook, from 1.
 */
export async function withRows(
  workbook: Uint8Array,
  sheets: ReadonlyMap<number, RowsFrom>,
  portion: Portion,
): Promise<Uint8Array> {
  const frame = openZip(Buffer.from(workbook.buffer, workbook.byteOffset, workbook.byteLength), FRAME)
  const zip = new ZipWriter()
  for (const name of frame.names) {
    const content = contentOf(frame, name)
    const rows = sheets.get(Number(/^xl\/worksheets\/sheet(\d+)\.xml$/.exec(name)?.[1]))
    if (rows === undefined) zip.add(name, content)
    else await zip.addParts(name, filled(content.toString('utf8'), rows, portion))
  }
  return zip.finish()
}

function contentOf(frame: OpenZip, name: string): Buffer {
  const content = frame.read(name)
  if (content === undefined) throw new Error(`${name} is listed and not there`)
  return content
}

/** The sheet in parts, its rows in the place of the empty one. */
async function* filled(
  xml: string,
  { firstRow, count, rows }: RowsFrom,
  portion: Portion,
): AsyncGenerator<Buffer> {
  const start = xml.indexOf(`<row r="${firstRow + 1}"`)
  const end = xml.indexOf('</row>', start) + '</row>'.length
  if (start < 0 || end < start) throw new Error(`no empty row ${firstRow + 1} to begin at`)
  const columns = [...xml.slice(start, end).matchAll(/<c r="([A-Z]+)\d+"( s="\d+")?/g)].map(
    ([, letters = '', style = '']) => ({ letters, style }),
  )
  const last = columns.at(-1)?.letters ?? 'A'
  yield Buffer.from(
    xml.slice(0, start).replace(/<dimension ref="[^"]*"/, `<dimension ref="A1:${last}${firstRow + count}"`),
  )
  let texts: string[] = []
  let done = 0
  for (const row of rows) {
    texts.push(rowXml(firstRow + done + 1, row, columns))
    done++
    if (texts.length < ROWS_PER_PORTION) continue
    yield Buffer.from(texts.join(''))
    texts = []
    await portion(done, count)
  }
  if (done !== count) throw new Error(`${done} rows of ${count}`)
  yield Buffer.from(texts.join('') + xml.slice(end))
}

function rowXml(
  number: number,
  { values, height }: BodyRow,
  columns: readonly { letters: string; style: string }[],
): string {
  const cells = columns.map(({ letters, style }, index) =>
    cellXml(`r="${letters}${number}"${style}`, values[index] ?? null),
  )
  const high = height === undefined ? '' : ` ht="${height}" customHeight="1"`
  return `<row r="${number}"${high}>${cells.join('')}</row>`
}

/** A text stands in its cell (ECMA-376 part 1, 18.3.1.53), and so is never taken for anything else. */
function cellXml(attributes: string, value: string | number | null): string {
  if (value === null || value === '') return `<c ${attributes}/>`
  if (typeof value === 'number') return `<c ${attributes}><v>${value}</v></c>`
  return `<c ${attributes} t="inlineStr"><is><t xml:space="preserve">${safeText(value).replace(/[&<>]/g, escaped)}</t></is></c>`
}

function escaped(sign: string): string {
  return sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : '&gt;'
}

const EXCEL_TEXT_LIMIT = 32_767

/**
 * A text as the file must hold it: no characters XML forbids, no longer than a cell takes, and with
 * `_x0041_`, which Excel reads as an escaped letter, kept as typed.
 */
export function safeText(value: string): string {
  return value
    .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, ' ')
    .slice(0, EXCEL_TEXT_LIMIT)
    .toWellFormed()
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
}
