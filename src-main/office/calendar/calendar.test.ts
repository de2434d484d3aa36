import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CALENDAR_WORDS, calendarXlsx } from '../../documents/calendar-file.ts'
import { readSheet, rowWith, textOf } from '../../documents/test-reading.ts'
import { bundledDays } from '../../domain/clock/test-calendar.ts'
import { RESOURCES, openTestCore, refusalOf } from '../test-core.ts'
import { changeOf, day, make, receiveAt } from './testing.ts'

const MONDAY = '2026-11-23T02:00:00.000Z'
const base64 = (text: string): string => Buffer.from(text).toString('base64')
const HEAD = 'date,kind,name,basis,status'

describe('a year of the calendar', () => {
  it('has its rows, its working days and whether all of it is announced', async () => {
    const { client } = await openTestCore()
    const year = await client.calendar.year({ year: 2026 })
    expect(year.confirmed).toBe(true)
    expect(year.days.filter(({ kind }) => kind === 'work').map(({ date }) => date)).toEqual([
      '2026-01-10',
      '2026-08-22',
    ])
    // 261 days from Monday to Friday, 15 of them off, 2 Saturdays worked.
    expect(year.workingDays).toBe(261 - year.days.filter(({ kind }) => kind === 'off').length + 2)
    expect(await client.calendar.year({ year: 2027 })).toMatchObject({ confirmed: false })
    expect(await client.calendar.year({ year: 1970 })).toMatchObject({ days: [], workingDays: 261 })
    expect(await client.calendar.year({ year: 2100 })).toMatchObject({ confirmed: false, workingDays: 261 })
  })

  it('is proposed by law and moon, but for the dates that have a row', async () => {
    const { client } = await openTestCore()
    const proposed = await client.calendar.propose({ year: 2028 })
    expect(proposed).toHaveLength(12)
    expect(proposed.map(({ date }) => date)).toContain('2028-01-26')
    expect(proposed.every(({ row }) => row?.status === 'unannounced' && row.kind === 'off')).toBe(true)
    expect(await client.calendar.propose({ year: 2027 })).toEqual([])
    await make(client, { days: proposed, clock: null }, 'Lịch dự kiến 2028')
    expect((await client.calendar.year({ year: 2028 })).days).toHaveLength(12)
    expect(await client.calendar.propose({ year: 2028 })).toEqual([])
  })
})

describe('the reminders', () => {
  it('name next year in December, while it is not confirmed', async () => {
    const { client, setNow } = await openTestCore()
    expect(await client.calendar.reminders()).toEqual([])
    setNow('2026-11-30T17:00:00.000Z')
    expect(await client.calendar.reminders()).toEqual([{ kind: 'next-year-unconfirmed', year: 2027 }])
    const { days } = await client.calendar.year({ year: 2027 })
    const announced = days.map(({ date, ...row }) => ({
      date,
      row: { ...row, status: 'confirmed' as const },
    }))
    await make(client, changeOf(...announced), 'Đã công bố')
    expect(await client.calendar.reminders()).toEqual([])
  })

  it('still name it when a single day of it has been announced', async () => {
    const { client, setNow } = await openTestCore()
    setNow('2027-11-30T17:00:00.000Z')
    await make(client, changeOf(day('2028-01-03', 'off')), 'Nghỉ bù')
    expect((await client.calendar.year({ year: 2028 })).confirmed).toBe(false)
    expect(await client.calendar.reminders()).toContainEqual({ kind: 'next-year-unconfirmed', year: 2028 })
  })

  it('name a year not confirmed that dossiers are due in, with their number', async () => {
    const test = await openTestCore()
    await receiveAt(test, 'revoke-reissue', '2026-12-21T02:00:00.000Z')
    await receiveAt(test, 'mortgage', '2026-12-21T02:00:00.000Z')
    expect(await test.client.calendar.reminders()).toEqual([
      { kind: 'next-year-unconfirmed', year: 2027 },
      { kind: 'due-in-unconfirmed-year', year: 2027, dossiers: 1 },
    ])
  })
})

describe('the calendar as a file', () => {
  it.each(['csv', 'xlsx'] as const)('goes out and comes back as %s, row for row', async (format) => {
    const { client } = await openTestCore()
    const file = await client.calendar.exportYears({ from: 2019, to: 2027, format })
    expect(file.name).toBe(`lich-lam-viec_2019_2027.${format}`)
    expect(await client.calendar.readFile({ fileName: file.name, content: file.content })).toEqual([])
    const { days } = await client.calendar.year({ year: 2026 })
    await make(client, changeOf(...days.map(({ date }) => day(date, null))), 'Bỏ cả năm')
    const again = await client.calendar.readFile({ fileName: file.name, content: file.content })
    expect(again).toEqual(days.map(({ date, ...row }) => ({ date, row })))
  })

  it('as CSV is the bundled file, with the mark Excel needs', async () => {
    const { client } = await openTestCore()
    const { content } = await client.calendar.exportYears({ from: 2019, to: 2027, format: 'csv' })
    const bundled = readFileSync(join(RESOURCES, 'calendar-vn.csv'), 'utf8')
    const lines = (text: string): string[] => text.trim().split(/\r?\n/)
    expect(
      lines(
        Buffer.from(content, 'base64')
          .toString('utf8')
          .replace(/^\uFEFF/, ''),
      ),
    ).toEqual(lines(bundled))
  })

  it('as xlsx has Vietnamese heads and real dates', async () => {
    const sheet = await readSheet(
      await calendarXlsx(bundledDays().filter(({ date }) => date === '2026-08-22')),
    )
    expect(sheet.rows[0]).toEqual(Object.values(CALENDAR_WORDS.columns))
    expect(sheet.rows[1]?.[0]).toEqual(new Date('2026-08-22T00:00:00.000Z'))
    expect(sheet.rows[1]?.slice(1, 3)).toEqual(['Làm bù', 'Làm bù cho ngày 31/8/2026'])
  })

  it('is read with Vietnamese heads, dates as written here, and words for the keys', async () => {
    const { client } = await openTestCore()
    const content = base64(
      'Tên;Ngày;Loại;Căn cứ;Tình trạng\n' +
        'Nghỉ hoán đổi;31/12/2027;nghỉ;QĐ 12;chưa công bố\n\n"Làm bù; cả ngày";8.1.2028;LÀM BÙ;QĐ 12;Đã công bố\n',
    )
    expect(await client.calendar.readFile({ fileName: 'lich.csv', content })).toEqual([
      {
        date: '2027-12-31',
        row: { kind: 'off', name: 'Nghỉ hoán đổi', basis: 'QĐ 12', status: 'unannounced' },
      },
      {
        date: '2028-01-08',
        row: { kind: 'work', name: 'Làm bù; cả ngày', basis: 'QĐ 12', status: 'confirmed' },
      },
    ])
  })

  it('is refused whole when rows are bad, each named by row, field and reason', async () => {
    const { client } = await openTestCore()
    const rows = [
      ['31/02/2028', 'off', 'Tết', 'x', 'confirmed'],
      ['2028-01-03', 'holiday', 'Tết', 'x', 'confirmed'],
      ['2028-01-04', 'off', '', 'x', 'maybe'],
      ['2028-01-05', 'work', 'Bù', 'x', 'confirmed'],
      ['2028-01-08', 'off', 'Nghỉ', 'x', 'confirmed'],
      ['2028-01-08', 'work', 'Bù', 'x', 'confirmed'],
    ]
    const content = base64([HEAD, ...rows.map((row) => row.join())].join('\n'))
    const refusal = await refusalOf(client.calendar.readFile({ fileName: 'lich.csv', content }))
    expect(refusal.code).toBe('invalid-input')
    expect(refusal.fields.map(({ field, code }) => [field, code])).toEqual([
      ['row.2.date', 'impossible-date'],
      ['row.3.kind', 'not-a-choice'],
      ['row.4.name', 'required'],
      ['row.4.status', 'not-a-choice'],
      ['row.5.kind', 'make-up-on-weekday'],
      ['row.6.kind', 'off-on-weekend'],
      ['row.7.date', 'date-twice'],
    ])
    expect(refusal.fields[0]?.params).toEqual({ row: 2, value: '31/02/2028' })
  })

  it('that is something else is refused in words', async () => {
    const { client } = await openTestCore()
    const read = async (content: string) =>
      refusalOf(client.calendar.readFile({ fileName: 'x.csv', content }))
    expect((await read('')).code).toBe('file-empty')
    expect((await read(base64(' \n \n'))).code).toBe('file-empty')
    expect((await read(base64('date,kind\n2028-01-03,off'))).fields.map(({ field }) => field)).toEqual([
      'header.name',
      'header.basis',
      'header.status',
    ])
    const latin = Buffer.concat([Buffer.from(`${HEAD}\n2028-01-03,off,T`), Buffer.from([0xea, 0x74])])
    expect((await read(latin.toString('base64'))).fields[0]).toMatchObject({ code: 'not-utf8' })
    expect((await read(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]).toString('base64'))).code).toBe(
      'file-not-xlsx',
    )
    expect((await read(Buffer.from('PK nothing of the kind').toString('base64'))).code).toBe('file-not-xlsx')
    expect((await read(Buffer.alloc(2_100_000, 'a').toString('base64'))).code).toBe('file-too-large')
    const many = Array.from({ length: 5_001 }, () => '2028-01-03,off,Tết,x,confirmed').join('\n')
    expect((await read(base64(`${HEAD}\n${many}`))).code).toBe('file-too-large')
  })

  it('holds no formula, and a name that begins like one comes back as it was', async () => {
    const { client } = await openTestCore()
    const sly = day('2028-01-03', 'off')
    const name = '=HYPERLINK("x")'
    await make(client, changeOf({ ...sly, row: sly.row && { ...sly.row, name } }))
    for (const format of ['csv', 'xlsx'] as const) {
      const { content } = await client.calendar.exportYears({ from: 2028, to: 2028, format })
      if (format === 'csv') {
        expect(Buffer.from(content, 'base64').toString()).toContain(`"'=HYPERLINK(""x"")"`)
      }
      expect(await client.calendar.readFile({ fileName: 'x', content })).toEqual([])
    }
  })
})

describe('the list of moved dossiers', () => {
  it('is an Excel file with old and new due date, in both languages', async () => {
    const test = await openTestCore()
    const { client } = test
    await receiveAt(test, 'exchange-certificate', MONDAY)
    const change = changeOf(day('2026-12-01', 'off'))
    const file = await client.calendar.exportMoved({ list: { of: 'draft', change }, language: 'vi' })
    expect(file.name).toBe('ho-so-doi-ngay-hen_chi-nhanh-thu_2026-11-23.xlsx')
    const sheet = await readSheet(Buffer.from(file.content, 'base64'))
    expect(textOf(sheet)).toContain('Lập ngày: 23/11/2026. Số hồ sơ: 1')
    const row = rowWith(sheet, '000.00.22.H32-261123-0001')
    expect(row.slice(7, 10)).toEqual(
      ['2026-11-23', '2026-12-01', '2026-12-02'].map((date) => new Date(`${date}T00:00:00.000Z`)),
    )
    const english = await client.calendar.exportMoved({ list: { of: 'draft', change }, language: 'en' })
    expect(textOf(await readSheet(Buffer.from(english.content, 'base64')))).toContain('Due before')
    const empty = { of: 'draft' as const, change: changeOf(day('2028-12-01', 'off')) }
    const none = await client.calendar.exportMoved({ list: empty, language: 'vi' })
    expect(textOf(await readSheet(Buffer.from(none.content, 'base64')))).toContain('Không có hồ sơ nào.')
  })
})
