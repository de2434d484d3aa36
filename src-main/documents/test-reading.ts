/**
 * Reading a made workbook back, for tests: its values, and the parts of the file as they are.
 */
import { inflateRawSync } from 'node:zlib'
import { type CellValue, type Sheet, readXlsx } from 'hucre/xlsx'

/** The only sheet of a workbook, with styles. */
export async function readSheet(bytes: Uint8Array): Promise<Sheet> {
  const { sheets } = await readXlsx(bytes, { readStyles: true })
  const [sheet] = sheets
  if (!sheet || sheets.length !== 1) throw new Error('not a workbook of one sheet')
  return sheet
}

/** The values of the row that has this value in its first two columns; fails where there is none. */
export function rowWith(sheet: Sheet, value: CellValue): CellValue[] {
  const row = sheet.rows.find((cells) => cells[0] === value || cells[1] === value)
  if (!row) throw new Error(`no row with ${String(value)}`)
  return row
}

/** Every text of a sheet, line by line. */
export function textOf(sheet: Sheet): string {
  return sheet.rows.map((row) => row.filter((value) => value !== null).join(' ')).join('\n')
}

/** The XML of one part, from the central directory of the zip. */
export function partOf(bytes: Uint8Array, name: string): string {
  const file = Buffer.from(bytes)
  let entry = file.readUInt32LE(file.lastIndexOf('PK\u0005\u0006') + 16)
  while (file.readUInt32LE(entry) === 0x02014b50) {
    const nameLength = file.readUInt16LE(entry + 28)
    if (file.toString('utf8', entry + 46, entry + 46 + nameLength) === name) return inflate(file, entry)
    entry += 46 + nameLength + file.readUInt16LE(entry + 30) + file.readUInt16LE(entry + 32)
  }
  throw new Error(`no part ${name}`)
}

function inflate(file: Buffer, entry: number): string {
  const local = file.readUInt32LE(entry + 42)
  const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
  const data = file.subarray(start, start + file.readUInt32LE(entry + 20))
  return (file.readUInt16LE(entry + 10) === 0 ? data : inflateRawSync(data)).toString('utf8')
}

/** The names of the elements directly under the root, in order. */
export function childrenOf(xml: string): string[] {
  const names: string[] = []
  let depth = 0
  for (const [, closing, name, , selfClosing] of xml.matchAll(/<(\/?)([A-Za-z]+)((?:\s[^>]*?)?)(\/?)>/g)) {
    if (closing) depth -= 1
    else {
      if (depth === 1 && name) names.push(name)
      if (!selfClosing) depth += 1
    }
  }
  return names
}

/** The order Excel demands of a worksheet's elements (ECMA-376, CT_Worksheet), as far as they are used. */
export const WORKSHEET_ORDER = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'autoFilter',
  'mergeCells',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
]
/** The same of a workbook (CT_Workbook). */
export const WORKBOOK_ORDER = ['bookViews', 'sheets', 'definedNames', 'calcPr']
/** The same of the styles (CT_Stylesheet). */
export const STYLES_ORDER = [
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
  'tableStyles',
]
