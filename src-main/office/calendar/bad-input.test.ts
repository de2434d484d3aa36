import { describe, expect, it } from 'vitest'
import type { RuleChange } from '../../contract/calendar.ts'
import type { OfficeClient } from '../../contract/index.ts'
import { calendarXlsx } from '../../documents/calendar-file.ts'
import { civilDate } from '../../domain/civil-date.ts'
import { clientOf, openTestCore, procedureId, receptionOf, refusalOf } from '../test-core.ts'
import { changeOf, day, dueOf, make, receiveAt } from './testing.ts'

const MONDAY = '2026-11-23T02:00:00.000Z'
const HEAD = 'date,kind,name,basis,status'
const ROW = '2028-01-03,off,Nghỉ bão,Công văn 12,confirmed'
const DAY_OFF = changeOf(day('2026-12-01', 'off'))

const base64 = (bytes: Uint8Array | string): string => Buffer.from(bytes).toString('base64')
const readFile = (client: OfficeClient, content: Uint8Array | string, fileName = 'lich.csv') =>
  client.calendar.readFile({ fileName, content: base64(content) })
const faultsOf = async (asked: Promise<unknown>) =>
  (await refusalOf(asked)).fields.map(({ field, code, params }) => [field, code, params['value']])

describe('a date of a file that is no day of the calendar', () => {
  it.each([
    ['30/02/2028', 'impossible-date'],
    ['31/04/2028', 'impossible-date'],
    ['01/01/2101', 'date-outside-calendar'],
    ['31/12/1969', 'date-outside-calendar'],
    ['1/1/28', 'two-digit-year'],
    ['thứ hai', 'not-a-date'],
    ['02/13/2028', 'impossible-date'],
    ['', 'required'],
  ])('such as “%s” is named by row, column and reason', async (date, code) => {
    const { client } = await openTestCore()
    const rows = [HEAD, ROW, `${date},off,Nghỉ bão,Công văn 12,confirmed`].join('\n')
    expect(await faultsOf(readFile(client, rows))).toEqual([['row.3.date', code, date]])
  })

  it('is named as well where Excel holds it', async () => {
    const { client } = await openTestCore()
    const row = { kind: 'off', name: 'Nghỉ', basis: 'x', status: 'confirmed' } as const
    // 2101 has no place in the calendar, but Excel knows it.
    const bytes = await calendarXlsx([{ ...row, date: '2101-01-03' as ReturnType<typeof civilDate> }])
    expect(await faultsOf(readFile(client, bytes, 'lich.xlsx'))).toEqual([
      ['row.2.date', 'date-outside-calendar', '03/01/2101'],
    ])
  })
})

describe('texts of a file', () => {
  it('that are too long are named by row and column', async () => {
    const { client } = await openTestCore()
    const long = `2028-01-03,off,${'n'.repeat(201)},${'b'.repeat(301)},confirmed`
    const fields = (await refusalOf(readFile(client, `${HEAD}\n${long}`))).fields
    expect(fields.map(({ field, code }) => [field, code])).toEqual([
      ['row.2.name', 'too-long'],
      ['row.2.basis', 'too-long'],
    ])
  })

  it('are read in UTF-16 of either order, with its mark or without, and with semicolons', async () => {
    const { client } = await openTestCore()
    const little = Buffer.from(`${HEAD}\n${ROW}`, 'utf16le')
    const big = Buffer.from(little).swap16()
    const files = [
      Buffer.concat([Buffer.from([0xff, 0xfe]), little]),
      little,
      Buffer.concat([Buffer.from([0xfe, 0xff]), big]),
      big,
      Buffer.from(`${HEAD}\n${ROW}`.replaceAll(',', ';')),
    ]
    for (const file of files) {
      expect(await readFile(client, file)).toEqual([
        {
          date: '2028-01-03',
          row: { kind: 'off', name: 'Nghỉ bão', basis: 'Công văn 12', status: 'confirmed' },
        },
      ])
    }
  })

  it('in Windows-1258, and a picture, are refused as no text that can be read', async () => {
    const { client } = await openTestCore()
    // “Nghỉ bão” as an old Excel writes it: i with a hook of its own, ã.
    const old = Buffer.concat([
      Buffer.from(`${HEAD}\n2028-01-03,off,Nghi`),
      Buffer.from([0xd2]),
      Buffer.from(' b'),
      Buffer.from([0xe3]),
      Buffer.from('o,x,confirmed'),
    ])
    const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d])
    for (const bytes of [old, picture]) {
      expect(await faultsOf(readFile(client, bytes))).toEqual([['content', 'not-utf8', undefined]])
    }
  })

  it('called .xlsx are refused as no Excel file, whatever is in them', async () => {
    const { client } = await openTestCore()
    const codeOf = async (content: string | Uint8Array, name: string) =>
      (await refusalOf(readFile(client, content, name))).code
    expect(await codeOf(`${HEAD}\n${ROW}`, 'lich.xlsx')).toBe('file-not-xlsx')
    expect(await codeOf(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1]), 'LICH.XLSX')).toBe('file-not-xlsx')
    expect(await codeOf(Buffer.from('PK\u0003\u0004 not more'), 'lich.csv')).toBe('file-not-xlsx')
  })

  it('of more megabytes than a calendar can have are refused before they are read', async () => {
    const { client } = await openTestCore()
    const { code, params } = await refusalOf(readFile(client, Buffer.alloc(12 * 1024 * 1024, 'a')))
    expect([code, params]).toEqual(['file-too-large', { limit: 2 * 1024 * 1024 }])
  })
})

/** What a change could have touched. */
async function pictureOf(client: OfficeClient, id: number) {
  const { days, clock } = await client.calendar.year({ year: 2026 })
  return { days, clock, changes: await client.calendar.changes(), due: await dueOf(client, id) }
}

describe('a change that cannot be made changes nothing', () => {
  it.each([
    ['without a reason', { reason: ' \n ' }, ['reason', 'required']],
    ['with a reason of a novel', { reason: 'x'.repeat(501) }, ['reason', 'too-long']],
  ])('%s', async (_what, part, fault) => {
    const test = await openTestCore()
    const { client } = test
    const id = await receiveAt(test, 'exchange-certificate', MONDAY)
    const before = await pictureOf(client, id)
    const { digest } = await client.calendar.whatIf(DAY_OFF)
    const refusal = await refusalOf(client.calendar.apply({ ...DAY_OFF, digest, ...part }))
    expect(refusal.fields.map(({ field, code }) => [field, code])).toEqual([fault])
    expect(await pictureOf(client, id)).toEqual(before)
  })

  it('a second time', async () => {
    const test = await openTestCore()
    const { client } = test
    const id = await receiveAt(test, 'exchange-certificate', MONDAY)
    const { digest } = await client.calendar.whatIf(DAY_OFF)
    const apply = () => client.calendar.apply({ ...DAY_OFF, reason: 'Bão số 9', digest })
    await apply()
    const after = await pictureOf(client, id)
    expect((await refusalOf(apply())).fields).toEqual([
      { field: 'days', code: 'nothing-changed', params: {} },
    ])
    expect(await pictureOf(client, id)).toEqual(after)
  })

  it('twice at once by the same window', async () => {
    const test = await openTestCore()
    const { client } = test
    const id = await receiveAt(test, 'exchange-certificate', MONDAY)
    const { digest } = await client.calendar.whatIf(DAY_OFF)
    const apply = () => client.calendar.apply({ ...DAY_OFF, reason: 'Bão số 9', digest })
    const [first, second] = await Promise.allSettled([apply(), apply()])
    expect(first).toMatchObject({ status: 'fulfilled', value: { moved: 1 } })
    expect(second).toMatchObject({ status: 'rejected', reason: { data: { code: 'busy' } } })
    expect(await client.calendar.changes()).toHaveLength(1)
    expect(await dueOf(client, id)).toBe('2026-12-02')
  })

  it.each<[string, RuleChange]>([
    ['the same change', DAY_OFF],
    ['another change', changeOf(day('2026-11-30', 'off'))],
  ])('in one of two windows that make %s at once', async (_what, other) => {
    const test = await openTestCore()
    const { client, core } = test
    const input = receptionOf(await procedureId(client, 'exchange-certificate'))
    for (let n = 0; n < 150; n++) await client.reception.receive(input)
    const windows = [
      { window: client, change: DAY_OFF },
      { window: clientOf(core, core.openSession()), change: other },
    ]
    const shown = await Promise.all(windows.map(({ window, change }) => window.calendar.whatIf(change)))
    const made = await Promise.allSettled(
      windows.map(({ window, change }, index) =>
        window.calendar.apply({ ...change, reason: `Cửa sổ ${index}`, digest: shown[index]?.digest ?? '' }),
      ),
    )
    expect(made.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const refused = made.find((result) => result.status === 'rejected')
    expect(refused?.reason).toMatchObject({ data: { code: 'what-if-outdated' } })
    expect(await client.calendar.changes()).toHaveLength(1)
    for (const id of [1, 75, 150]) {
      const { row, computedDueOn } = await client.dossiers.get({ id })
      expect([row.dueOn, computedDueOn]).toEqual(['2026-12-02', '2026-12-02'])
    }
  })

  it('whose dossiers have changed since it was shown: ended, received, kept waiting', async () => {
    const test = await openTestCore()
    const { client } = test
    const ids = [MONDAY, MONDAY].map(() => receiveAt(test, 'exchange-certificate', MONDAY))
    const [first = 0, second = 0] = await Promise.all(ids)
    const steps = [
      () => receiveAt(test, 'exchange-certificate', MONDAY),
      () =>
        client.dossiers.pause({
          ...{ id: first, version: 1, pause: 'agency', document: '', note: '' },
          happenedOn: civilDate('2026-11-23'),
        }),
      () =>
        client.dossiers.recordStep({
          ...{ id: second, version: 1, step: 'result-ready', happenedOn: civilDate('2026-11-23') },
          ...{ happenedAt: null, holderId: null, note: '' },
        }),
    ]
    for (const step of steps) {
      const { digest } = await client.calendar.whatIf(DAY_OFF)
      await step()
      const before = await pictureOf(client, first)
      const apply = client.calendar.apply({ ...DAY_OFF, reason: 'Bão số 9', digest })
      expect((await refusalOf(apply)).code).toBe('what-if-outdated')
      expect(await pictureOf(client, first)).toEqual(before)
    }
    expect(await make(client, DAY_OFF)).toBe(1)
  })
})

describe('a day off of the past that is taken away', () => {
  it('leaves ended dossiers as they ended, and counts the open ones again', async () => {
    const test = await openTestCore()
    const { client, setNow } = test
    await make(client, changeOf(day('2026-11-18', 'off')))
    const ended = await receiveAt(test, 'exchange-certificate', '2026-11-16T02:00:00.000Z')
    const open = await receiveAt(test, 'exchange-certificate', '2026-11-16T03:00:00.000Z')
    setNow('2026-11-24T02:00:00.000Z')
    await client.dossiers.recordStep({
      ...{ id: ended, version: 1, step: 'result-ready', happenedOn: civilDate('2026-11-23') },
      ...{ happenedAt: null, holderId: null, note: '' },
    })
    const before = await client.dossiers.get({ id: ended })
    expect(before.row.dueOn).toBe('2026-11-25')
    expect(await make(client, changeOf(day('2026-11-18', null)), 'Nhập nhầm')).toBe(1)
    expect((await client.dossiers.get({ id: ended })).row).toEqual(before.row)
    expect(await dueOf(client, open)).toBe('2026-11-23')
    const [last] = await client.calendar.changes()
    expect(last).toMatchObject({ moved: 1, days: [{ row: null, before: { name: 'Nghỉ bão' } }] })
  })
})
