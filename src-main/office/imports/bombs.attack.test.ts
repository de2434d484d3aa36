import { deflateRawSync } from 'node:zlib'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { OfficeError } from '../../contract/errors.ts'
import { openTestCore } from '../test-core.ts'
import { ZipWriter } from '../../documents/open-zip.ts'
import { readCalendarFile } from '../../documents/calendar-file.ts'
import { readCatalogueRows } from '../../documents/catalogue-reader.ts'
import { readRegister } from '../../documents/register-reader.ts'
import { inspectArchive } from '../../documents/register-zip.ts'

const MIB = 1024 * 1024

/** The parts of a workbook around a sheet of any content. */
function workbook(sheet: Uint8Array | string, more: [name: string, content: Uint8Array][] = []): Buffer {
  const zip = new ZipWriter()
  const add = (name: string, xml: string) => zip.add(name, Buffer.from(xml))
  const TYPES = 'http://schemas.openxmlformats.org/package/2006'
  const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  add('[Content_Types].xml', `<Types xmlns="${TYPES}/content-types"/>`)
  add(
    '_rels/.rels',
    `<Relationships xmlns="${TYPES}/relationships"><Relationship Id="r1" Type="${REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  )
  add(
    'xl/workbook.xml',
    `<workbook xmlns:r="${REL}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`,
  )
  add(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${TYPES}/relationships"><Relationship Id="r1" Type="${REL}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  )
  zip.add('xl/worksheets/sheet1.xml', typeof sheet === 'string' ? Buffer.from(sheet) : sheet)
  for (const [name, content] of more) zip.add(name, content)
  return Buffer.from(zip.finish())
}

const rows = (xml: string): string => `<worksheet><sheetData>${xml}</sheetData></worksheet>`
const ROW = '<row r="1"><c r="A1" t="inlineStr"><is><t>Mã</t></is></c></row>'

/** Makes the directory say another unpacked size for an entry. */
function lie(file: Buffer, name: string, size: number): Buffer {
  const lying = Buffer.from(file)
  let at = lying.lastIndexOf(Buffer.from(name)) - 46
  if (lying.readUInt32LE(at) !== 0x02014b50) at = -1
  lying.writeUInt32LE(size, at + 24)
  return lying
}

/** A read of the file: its refusal, and how much memory and time it took. */
async function read(bytes: Uint8Array, by: (bytes: Uint8Array) => Promise<unknown> = readRegister) {
  const before = process.memoryUsage().rss
  const began = performance.now()
  let code = 'taken'
  try {
    await by(bytes)
  } catch (error) {
    if (!(error instanceof OfficeError)) throw error
    code = error.data.code
  }
  return { code, grown: (process.memoryUsage().rss - before) / MIB, ms: performance.now() - began }
}

const REFUSED = ['file-too-large', 'file-not-xlsx', 'file-empty']
const TEN = Buffer.alloc(10 * MIB)
const readCalendar = (bytes: Uint8Array) => readCalendarFile(bytes, 'bomb.xlsx')
const SMALL = 'a sheet that says it is small'
const BOMBS: [string, () => Buffer][] = [
  ['a thousand times its size', () => workbook(Buffer.alloc(330 * MIB, 0x20))],
  [
    'many entries that are bearable each',
    () =>
      workbook(
        rows(ROW),
        Array.from({ length: 40 }, (_, i) => [`x${i}.xml`, TEN]),
      ),
  ],
  [
    '5,000 entries',
    () =>
      workbook(
        rows(ROW),
        Array.from({ length: 5000 }, (_, i) => [`x${i}`, Buffer.alloc(0)]),
      ),
  ],
  [SMALL, () => lie(workbook(Buffer.alloc(60 * MIB, 0x20)), 'xl/worksheets/sheet1.xml', 100)],
  [
    'a sheet that says it is nothing',
    () => lie(workbook(Buffer.alloc(50 * MIB, 0x20)), 'xl/worksheets/sheet1.xml', 0),
  ],
  ['a sheet that says it is endless', () => lie(workbook(rows(ROW)), 'xl/worksheets/sheet1.xml', 0xfffffffe)],
  ['a zip in a zip in a zip', () => workbook(workbook(workbook(Buffer.alloc(MIB))))],
]

describe('a zip bomb', () => {
  it.each(BOMBS.slice(0, 2))('of %s is not even unpacked', (_name, make) => {
    const bomb = make()
    const began = performance.now()
    expect(() => inspectArchive(bomb)).toThrow('file-too-large')
    expect(performance.now() - began).toBeLessThan(200)
  })

  it.each(BOMBS)('of %s is refused within bounds of memory and time', async (name, make) => {
    const bomb = make()
    for (const by of name === SMALL ? [readRegister, readCalendar, readCatalogueRows] : [readRegister]) {
      const { code, grown, ms } = await read(bomb, by)
      expect(code === 'taken' || [...REFUSED, 'mapping-incomplete'].includes(code)).toBe(true)
      expect(grown).toBeLessThan(450)
      expect(ms).toBeLessThan(8000)
    }
  })

  it('of entities blows nothing up', async () => {
    const entities = Array.from(
      { length: 10 },
      (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`,
    ).join('')
    const xml = `<!DOCTYPE x [<!ENTITY a0 "lol"><!ENTITY file SYSTEM "file:///etc/passwd">${entities}]>${rows('<row r="1"><c r="A1" t="inlineStr"><is><t>&a10;&file;</t></is></c></row>')}`
    const sheets = await readRegister(workbook(xml)).catch((error: unknown) => {
      if (error instanceof OfficeError) return []
      throw error
    })
    const text = JSON.stringify(sheets)
    expect(text.length).toBeLessThan(1000)
    expect(text).not.toMatch(/root:|lollol/)
  })

  it('of one cell in the far corner, or of rows past all bounds, costs nothing', async () => {
    const far = rows(
      '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row><row r="9999999999"><c r="ZZZZZZ9"><v>1</v></c></row><row r="-5"><c r="A-5"><v>1</v></c></row>',
    )
    const { grown, ms } = await read(workbook(far))
    expect(grown).toBeLessThan(150)
    expect(ms).toBeLessThan(2000)
  })
})

describe('headers named after prototypes', () => {
  it.each(['__proto__', 'constructor'])('“%s” is a title like any other', async (word) => {
    const line = Array.from({ length: 12 }, () => word)
    const file = await writeXlsx({ sheets: [{ name: 'S', rows: [line, line, line] }] })
    const csv = Buffer.from(`${line.join(',')}\n${line.join(',')}\n`)
    const { client, bugs } = await openTestCore()
    const open = async (content: string) => {
      const { importId, sheets, sheet } = await client.imports.open({ fileName: 'x.xlsx', content })
      const mapping = {
        code: 0,
        procedure: 1,
        applicantName: 2,
        acceptedOn: 3,
        channel: 4,
        state: 5,
        holder: 6,
      }
      expect(sheets).toHaveLength(1)
      expect((await client.imports.sheet({ importId, sheet, headerRow: 1 })).columns[0]?.title).toBe(word)
      const report = await client.imports.check({ importId, sheet, headerRow: 1, mapping })
      expect(report).toMatchObject({ rows: 2, ready: 0 })
      await client.imports.failedRows({ importId, language: 'vi' })
    }
    await open(Buffer.from(file).toString('base64'))
    for (const content of [Buffer.from(file).toString('base64'), csv.toString('base64')]) {
      await expect(client.calendar.readFile({ fileName: 'x', content })).rejects.toBeInstanceOf(OfficeError)
      await expect(client.procedures.readFile({ fileName: 'x', content })).rejects.toBeInstanceOf(OfficeError)
    }
    expect(bugs).toEqual([])
    expect(Reflect.get({}, 'S')).toBeUndefined()
  })
})

describe('an xlsx of 200 MB', () => {
  it('is refused at import, and the office answers meanwhile', async () => {
    const { client, core, session } = await openTestCore()
    const file = Buffer.alloc(200 * MIB, 0x50)
    file.write('PK\u0003\u0004', 0, 'latin1')
    const content = file.toString('base64')
    const before = process.memoryUsage().rss
    const began = performance.now()
    for (const [feature, operation] of [
      ['imports', 'open'],
      ['calendar', 'readFile'],
      ['procedures', 'readFile'],
    ] as const) {
      const reply = await core.call(session, [feature, operation], { fileName: 'x.xlsx', content })
      expect(reply).toMatchObject({
        ok: false,
        error: { code: expect.stringMatching(/file-too-large|invalid-input/) as string },
      })
      expect((await client.dossiers.counts()).all).toBe(0)
    }
    expect(performance.now() - began).toBeLessThan(3000)
    expect((process.memoryUsage().rss - before) / MIB).toBeLessThan(900)
  })

  it('that unpacks to it is refused or read while the office goes on answering', async () => {
    const { client } = await openTestCore()
    const content = workbook(Buffer.alloc(150 * MIB, 0x20)).toString('base64')
    let longest = 0
    let last = performance.now()
    const beat = setInterval(() => {
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
    }, 10)
    await client.imports.open({ fileName: 'x.xlsx', content }).catch((error: unknown) => {
      expect(error).toBeInstanceOf(OfficeError)
    })
    clearInterval(beat)
    expect(longest).toBeLessThan(1500)
    expect((await client.dossiers.counts()).all).toBe(0)
  })

  it('of a cell under a million marks or a million full stops is checked at once', async () => {
    const { client } = await openTestCore()
    const marks = `a${'\u0301\u0323'.repeat(300_000)}`
    const xml = ['Mã', 'Thủ tục', 'Tên', 'Ngày', marks, `x${'.'.repeat(600_000)}x`, marks, marks]
    const row = (from: number) =>
      xml
        .slice(from, from + 4)
        .map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`)
        .join('')
    const content = workbook(rows(`<row r="1">${row(0)}</row><row r="2">${row(4)}</row>`)).toString('base64')
    const began = performance.now()
    const { importId, sheet } = await client.imports.open({ fileName: 'x.xlsx', content })
    const mapping = { code: 0, procedure: 1, applicantName: 2, acceptedOn: 3, holder: 1 }
    const report = await client.imports.check({ importId, sheet, headerRow: 1, mapping })
    expect(report.ready).toBe(0)
    expect(performance.now() - began).toBeLessThan(10_000)
  })
})

it('a deflate stream cut off in the middle is refused', async () => {
  const whole = workbook(rows(ROW.repeat(1000)))
  expect(deflateRawSync(whole).length).toBeGreaterThan(0)
  for (const part of [0.3, 0.6, 0.9, 0.99]) {
    expect(REFUSED).toContain((await read(whole.subarray(0, whole.length * part))).code)
  }
})
