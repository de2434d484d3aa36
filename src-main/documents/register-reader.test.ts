import { deflateRawSync } from 'node:zlib'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { OfficeError } from '../contract/errors.ts'
import { columnLetter, readRegister } from './register-reader.ts'

const text = (words: string): Uint8Array => new TextEncoder().encode(words)
const small = (): Promise<Uint8Array> =>
  writeXlsx({
    sheets: [
      {
        name: 'S',
        rows: [
          ['a', 'b'],
          ['c', 1],
        ],
      },
    ],
  })

/** What a file is refused with. */
async function refusal(bytes: Uint8Array): Promise<unknown> {
  try {
    await readRegister(bytes)
  } catch (error) {
    if (error instanceof OfficeError)
      return [error.data.code, error.data.params['reason']].filter(Boolean).join(' ')
    throw error
  }
  return 'taken'
}

interface Entry {
  name: string
  content: string
  /** The size the directory declares; the real one when left out. */
  declared?: number
}

/** A zip with these entries, its directory saying what it is told to say. */
function zip(entries: readonly Entry[]): Uint8Array {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, declared } of entries) {
    const packed = deflateRawSync(Buffer.from(content))
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(8, 8)
    head.writeUInt32LE(packed.length, 18)
    head.writeUInt32LE(declared ?? content.length, 22)
    head.writeUInt16LE(name.length, 26)
    const row = Buffer.alloc(46)
    row.writeUInt32LE(0x02014b50, 0)
    row.writeUInt16LE(8, 10)
    row.writeUInt32LE(packed.length, 20)
    row.writeUInt32LE(declared ?? content.length, 24)
    row.writeUInt16LE(name.length, 28)
    row.writeUInt32LE(offset, 42)
    parts.push(head, Buffer.from(name), packed)
    directory.push(row, Buffer.from(name))
    offset += 30 + name.length + packed.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(offset, 16)
  return new Uint8Array(Buffer.concat([...parts, ...directory, end]))
}

const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const XMLNS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** A workbook of one sheet with that XML inside. */
function workbook(
  sheetData: string,
  { declared, date1904 = false }: { declared?: number; date1904?: boolean } = {},
): Uint8Array {
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${RELS}/${type}" Target="${target}"/>`
  const relations = (inner: string): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`
  return zip([
    {
      name: '[Content_Types].xml',
      content: `<Types><Default Extension="xml" ContentType="${TYPES}.sheet.main+xml"/></Types>`,
    },
    { name: '_rels/.rels', content: relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')) },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${XMLNS}" xmlns:r="${RELS}"><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relations(
        relation('rId1', 'worksheet', 'worksheets/sheet1.xml') + relation('rId2', 'styles', 'styles.xml'),
      ),
    },
    {
      name: 'xl/styles.xml',
      content: `<styleSheet xmlns="${XMLNS}"><numFmts><numFmt numFmtId="170" formatCode="[$-42A]dd/mm/yyyy;@"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>`,
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: `<worksheet xmlns="${XMLNS}"><sheetData>${sheetData}</sheetData></worksheet>`,
      ...(declared === undefined ? {} : { declared }),
    },
  ])
}

describe('a file that is no xlsx', () => {
  it.each([
    ['empty', new Uint8Array(), 'file-empty'],
    ['csv', text('Mã hồ sơ;Ngày nhận\n1;2\n'), 'file-not-xlsx not-a-zip'],
    ['html', text('<html><table></table></html>'), 'file-not-xlsx not-a-zip'],
    ['pdf', text('%PDF-1.7 ...'), 'file-not-xlsx not-a-zip'],
    ['three bytes', text('PK\x03'), 'file-not-xlsx not-a-zip'],
    [
      'old xls, or encrypted',
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
      'file-not-xlsx old-or-encrypted',
    ],
    ['zip without a workbook', zip([{ name: 'a.txt', content: 'a' }]), 'file-not-xlsx no-workbook'],
    [
      'signature and random bytes',
      Uint8Array.of(0x50, 0x4b, 3, 4, ...Array.from({ length: 500 }, (_, i) => (i * 37) % 256)),
      'file-not-xlsx damaged',
    ],
  ])('is refused: %s', async (_, bytes, expected) => {
    expect(await refusal(bytes)).toBe(expected)
  })

  it('is refused when cut off or when a byte of it is turned', async () => {
    const whole = await small()
    expect(await refusal(whole.slice(0, whole.length - 30))).toBe('file-not-xlsx damaged')
    expect(await refusal(whole.slice(0, Math.floor(whole.length / 2)))).toBe('file-not-xlsx damaged')
    const turned = workbook('<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>')
    turned.set(
      [0xff, 0xff, 0xff, 0xff],
      turned.findIndex((_, i) => i > 30 && turned[i] === 0x50 && turned[i + 1] === 0x4b) - 8,
    )
    expect(await refusal(turned)).toBe('file-not-xlsx damaged')
  })

  it('is refused as empty when no cell has anything', async () => {
    expect(await refusal(await writeXlsx({ sheets: [{ name: 'S', rows: [] }] }))).toBe('file-empty')
    expect(await refusal(workbook('<row r="1"><c r="A1"/></row>'))).toBe('file-empty')
  })
})

describe('a file that unpacks to more than it should', () => {
  it('is refused before unpacking when it says so', async () => {
    expect(await refusal(workbook('', { declared: 400 * 1024 * 1024 }))).toBe('file-too-large')
  })

  it('is refused while unpacking when it lies', async () => {
    const row = '<row><c t="inlineStr"><is><t>x</t></is></c></row>'
    expect(await refusal(workbook(row.repeat(400_000), { declared: 2000 }))).toBe('file-not-xlsx damaged')
  })

  it('is refused when it declares no size at all', async () => {
    expect(await refusal(workbook('<row/>', { declared: 0 }))).toBe('file-not-xlsx damaged')
  })

  it('is refused when it has more rows than a register', async () => {
    expect(await refusal(workbook('<row><c><v>1</v></c></row>'.repeat(200_001)))).toBe('file-too-large')
  })
})

describe('the rows of a sheet', () => {
  const cells = async (sheetData: string, options?: { date1904?: boolean }): Promise<unknown> =>
    (await readRegister(workbook(sheetData, options)))[0]?.rows

  it('come with the numbers Excel gives them, empty ones left out', async () => {
    expect(
      await cells(
        '<row r="3"><c r="A3"><v>1</v></c></row><row r="5"/><row r="9"><c r="C9"><v>2</v></c></row>',
      ),
    ).toEqual([
      { row: 3, cells: [1] },
      { row: 9, cells: [null, null, 2] },
    ])
  })

  it('a cell in the far corner costs nothing and is not read', async () => {
    expect(
      await cells(
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>',
      ),
    ).toEqual([{ row: 1, cells: [1] }])
  })

  it('have dates in Vietnamese formats and in both Excel calendars', async () => {
    const dates = '<row r="1"><c r="A1" s="1"><v>43831.5</v></c><c r="B1" s="2"><v>43831</v></c></row>'
    expect(await cells(dates)).toEqual([
      { row: 1, cells: [new Date('2020-01-01T12:00:00Z'), new Date('2020-01-01T00:00:00Z')] },
    ])
    expect(await cells('<row r="1"><c r="A1" s="1"><v>42369</v></c></row>', { date1904: true })).toEqual([
      { row: 1, cells: [new Date('2020-01-01T00:00:00Z')] },
    ])
  })

  it('give the last result of a formula, and what looks like one as text', async () => {
    expect(
      await cells(
        '<row r="1"><c r="A1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c><c r="B1" t="inlineStr"><is><t>=1+1</t></is></c></row>',
      ),
    ).toEqual([{ row: 1, cells: ['ab', '=1+1'] }])
  })

  it('are read sheet by sheet, hidden ones known as such', async () => {
    const bytes = await writeXlsx({
      sheets: [
        { name: 'Tháng 1', rows: [['a']] },
        { name: 'ẩn', rows: [['b']], hidden: true },
      ],
    })
    expect(await readRegister(bytes)).toEqual([
      { name: 'Tháng 1', hidden: false, rows: [{ row: 1, cells: ['a'] }] },
      { name: 'ẩn', hidden: true, rows: [{ row: 1, cells: ['b'] }] },
    ])
  })
})

it('columns have the letters Excel gives them', () => {
  expect([0, 25, 26, 255].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'IV'])
})
