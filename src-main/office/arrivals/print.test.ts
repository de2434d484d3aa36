import { describe, expect, it } from 'vitest'
import { sheetsOf } from '../../documents/forms/test-pdf.ts'
import { type TestCore, openTestCore, procedureId, receptionOf, refusalOf } from '../test-core.ts'
import { contactOf } from './print.ts'
import { applicationOf } from './testing.ts'

const ANSWER = {
  kind: 'completion-asked',
  ...{ items: ['Bản gốc giấy chứng nhận', 'Hợp đồng'], reason: 'thiếu trang 3' },
  contact: 'bà Lê Thị Cửa, 0258 3822 333',
} as const

async function asked(): Promise<TestCore & { id: number; procedure: number }> {
  const test = await openTestCore()
  const procedure = await procedureId(test.client, 'transfer')
  const { row } = await test.client.arrivals.record(applicationOf(procedure, {}, { answer: ANSWER }))
  return { ...test, id: row.id, procedure }
}

const textOf = async (content: string): Promise<string> =>
  (await sheetsOf(new Uint8Array(Buffer.from(content, 'base64')))).join(' ')

describe('the slip of an application', () => {
  it('says what is missing, has a number of its series, and is in the history', async () => {
    const { client, id } = await asked()
    const file = await client.arrivals.print({ id, form: 'supplement', of: 2 })
    expect(file.name).toBe('phieu-yeu-cau-bo-sung_1-2026.pdf')
    const text = await textOf(file.content)
    for (const words of [
      'Số: 1/PBS',
      'Nguyễn Văn A',
      '2. Hợp đồng',
      'bà Lê Thị Cửa, số điện thoại 0258 3822 333',
    ]) {
      expect(text).toContain(words)
    }
    expect(text).not.toContain('Mã hồ sơ')
    expect(text).not.toContain('tạm dừng')
    const page = await client.arrivals.get({ id })
    expect(page.forms).toEqual([{ form: 'supplement', of: 2, number: '1/PBS', copies: 1 }])
    expect(page.timeline.at(-1)).toMatchObject({ kind: 'form-printed' })
  })
  it('printed again keeps number and day, also once the application is a dossier', async () => {
    const { client, id, procedure, setNow } = await asked()
    await client.arrivals.print({ id, form: 'supplement', of: 2 })
    setNow('2026-11-26T02:00:00.000Z')
    const { row } = await client.arrivals.get({ id })
    await client.arrivals.accept({ ...receptionOf(procedure), id, version: row.version })
    const file = await client.arrivals.print({ id, form: 'supplement', of: 2 })
    const text = await textOf(file.content)
    expect(text).toContain('Số: 1/PBS')
    expect(text).toContain('ngày 23 tháng 11 năm 2026')
    expect(text).toContain('bản in lần 2')
    expect(await client.audit.verify()).toMatchObject({ found: 0 })
  })
  it('takes numbers without gap or double, each form its own', async () => {
    const { client, id, procedure } = await asked()
    const other = applicationOf(
      procedure,
      {},
      { reference: '', answer: { kind: 'declined', reason: 'sai nơi' } },
    )
    const { row } = await client.arrivals.record(other)
    const third = await client.arrivals.record({ ...other, answer: ANSWER })
    const files = await Promise.all([
      client.arrivals.print({ id, form: 'supplement', of: 2 }),
      client.arrivals.print({ id: third.row.id, form: 'supplement', of: 2 }),
      client.arrivals.print({ id: row.id, form: 'refusal', of: 2 }),
    ])
    expect(files.map(({ name }) => name).sort()).toEqual([
      'phieu-tu-choi_1-2026.pdf',
      'phieu-yeu-cau-bo-sung_1-2026.pdf',
      'phieu-yeu-cau-bo-sung_2-2026.pdf',
    ])
    expect(await textOf(files[2]?.content ?? '')).toContain('Lý do: sai nơi')
    expect(await client.audit.verify()).toMatchObject({ found: 0 })
  })
  it('is that of its entry: another form, another entry or nothing there is refused', async () => {
    const { client, id } = await asked()
    const print = (input: object) =>
      refusalOf(client.arrivals.print({ id, form: 'supplement', of: 2, ...input }))
    expect(await print({ form: 'refusal' })).toMatchObject({ code: 'no-such-event' })
    expect(await print({ of: 1 })).toMatchObject({ code: 'no-such-event' })
    expect(await print({ of: 9 })).toMatchObject({ code: 'no-such-event' })
    expect(await print({ id: 9 })).toMatchObject({ code: 'not-found' })
  })
})

describe('whom to turn to', () => {
  it.each([
    ['bà Lê Thị Cửa, 0258 3822 333', { name: 'bà Lê Thị Cửa', phone: '0258 3822 333' }],
    ['Lê Thị Cửa 0905123456', { name: 'Lê Thị Cửa', phone: '0905123456' }],
    ['0905123456', { name: '', phone: '0905123456' }],
    ['Quầy số 3', { name: 'Quầy số 3', phone: '' }],
    ['', { name: '', phone: '' }],
  ])('%s', (contact, expected) => expect(contactOf(contact)).toEqual(expected))
})
