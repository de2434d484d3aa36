import { describe, expect, it } from 'vitest'
import type { OfficeFile } from '../../contract/common.ts'
import { civilDate } from '../../domain/civil-date.ts'
import { sheetsOf } from '../../documents/forms/test-pdf.ts'
import { type TestCore, openTestCore, procedureId, receptionOf, refusalOf } from '../test-core.ts'

const textOf = async ({ content }: OfficeFile): Promise<string> =>
  (await sheetsOf(new Uint8Array(Buffer.from(content, 'base64')))).join(' ')

async function receive({ client }: TestCore, key: string): Promise<number> {
  const particulars = { applicantName: 'Đỗ Thị Bé', phone: '0905123456' }
  return (await client.reception.receive(receptionOf(await procedureId(client, key), particulars))).id
}

describe('printing the receipt', () => {
  it('hands out the paper and keeps what stood on it in the history; the state stays', async () => {
    const test = await openTestCore()
    const { client, bugs } = test
    const id = await receive(test, 'exchange-certificate')
    const before = await client.dossiers.get({ id })
    expect([before.receipt, before.canPrintReceipt]).toEqual([null, true])
    const file = await client.dossiers.printReceipt({ id })
    expect(file).toMatchObject({
      name: 'giay-tiep-nhan_000.00.22.H32-261123-0001.pdf',
      mediaType: 'application/pdf',
    })
    const text = await textOf(file)
    for (const words of [
      'CHI NHÁNH THỬ',
      'Số: 1/TNHS',
      'Nha Trang, ngày 23 tháng 11 năm 2026',
      'Mã hồ sơ: 000.00.22.H32-261123-0001',
      'Tiếp nhận hồ sơ của: Đỗ Thị Bé',
      'Thời gian nhận hồ sơ: 09 giờ 00 phút, ngày 23 tháng 11 năm 2026',
      'Thời gian trả kết quả giải quyết hồ sơ: 17 giờ 00 phút, ngày 01 tháng 12 năm 2026',
      'Nguyễn Văn Cửa',
    ]) {
      expect(text).toContain(words)
    }
    const page = await client.dossiers.get({ id })
    expect(page.receipt).toEqual({
      ...{ number: '1/TNHS', dueOn: '2026-12-01', firstDueOn: null },
      ...{ printedOn: '2026-11-23', copies: 1 },
    })
    expect(page.timeline.at(-1)).toMatchObject({
      ...{ kind: 'receipt-printed', authorName: 'Nguyễn Văn Cửa', lateEntry: false },
      receipt: { number: '1/TNHS', dueOn: '2026-12-01', firstDueOn: null },
    })
    expect(page.row).toEqual({ ...before.row, version: 2 })
    expect(bugs).toEqual([])
  })

  it('again has the same number, says which print it is, and is one more entry', async () => {
    const test = await openTestCore()
    const { client, setNow } = test
    const id = await receive(test, 'exchange-certificate')
    await client.dossiers.printReceipt({ id })
    setNow('2027-01-04T02:00:00.000Z')
    const text = await textOf(await client.dossiers.printReceipt({ id }))
    expect(text).toContain('Số: 1/TNHS')
    expect(text).toContain('ngày 04 tháng 01 năm 2027')
    expect(text).toContain('bản in lần 2')
    const page = await client.dossiers.get({ id })
    expect(page.receipt).toMatchObject({ number: '1/TNHS', printedOn: '2027-01-04', copies: 2 })
    expect(page.timeline.map(({ kind }) => kind)).toEqual(['accepted', 'receipt-printed', 'receipt-printed'])
    // The series of the new year begins with the next dossier.
    expect(await textOf(await client.dossiers.printReceipt({ id: await receive2027(test) }))).toContain(
      'Số: 1/TNHS',
    )
  })

  it('at two counters at once gives each its own number, none left out', async () => {
    const test = await openTestCore()
    const ids = []
    for (let i = 0; i < 4; i++) ids.push(await receive(test, 'exchange-certificate'))
    await Promise.all(ids.map((id) => test.client.dossiers.printReceipt({ id })))
    const pages = await Promise.all(ids.map((id) => test.client.dossiers.get({ id })))
    expect(pages.map(({ receipt }) => receipt?.number).sort()).toEqual(
      [1, 2, 3, 4].map((number) => `${number}/TNHS`),
    )
  })

  it('with payment promises the day for the tax office, the result only once payment is proved', async () => {
    const test = await openTestCore()
    const { client, setNow } = test
    const id = await receive(test, 'transfer')
    const first = await textOf(await client.dossiers.printReceipt({ id }))
    expect(first).toContain('Hẹn lần 1 (chuyển thông tin đến cơ quan thuế): 17 giờ 00 phút, ngày 01 tháng 12')
    expect(first).toContain('sau 03 ngày làm việc kể từ ngày có chứng từ nộp tiền')
    expect(first).toContain('Nơi nhận thông báo thuế')
    expect((await client.dossiers.get({ id })).receipt).toMatchObject({
      ...{ dueOn: null, firstDueOn: '2026-12-01' },
    })
    setNow('2026-12-04T02:00:00.000Z')
    const step = { id, document: '', note: '' }
    const pause = { ...step, version: 2, pause: 'payment' as const, happenedOn: civilDate('2026-11-30') }
    await client.dossiers.pause(pause)
    const waiting = await textOf(await client.dossiers.printReceipt({ id }))
    expect(waiting).not.toContain('đang tạm dừng')
    await client.dossiers.resume({ ...step, version: 4, happenedOn: civilDate('2026-12-03') })
    const proved = await textOf(await client.dossiers.printReceipt({ id }))
    expect(proved).toContain('Hẹn lần 2 (trả kết quả): 17 giờ 00 phút, ngày 08 tháng 12 năm 2026')
    expect((await client.dossiers.get({ id })).receipt).toMatchObject({ dueOn: '2026-12-08', copies: 3 })
  })

  it('while the clock stands still says so', async () => {
    const test = await openTestCore()
    const { client } = test
    const id = await receive(test, 'exchange-certificate')
    const on = civilDate('2026-11-23')
    await client.dossiers.pause({
      ...{ id, version: 1, pause: 'agency', happenedOn: on, document: '', note: '' },
    })
    expect(await textOf(await client.dossiers.printReceipt({ id }))).toContain(
      'Thời hạn đang tạm dừng từ ngày 23/11/2026',
    )
  })

  it('is refused once the dossier has ended without a result, or its result was collected', async () => {
    const test = await openTestCore()
    const { client } = test
    const id = await receive(test, 'exchange-certificate')
    const step = { id, happenedOn: civilDate('2026-11-23'), happenedAt: null, holderId: null, note: '' }
    await client.dossiers.recordStep({ ...step, version: 1, step: 'result-ready' })
    await client.dossiers.printReceipt({ id })
    await client.dossiers.recordStep({ ...step, version: 3, step: 'returned' })
    const { code } = await refusalOf(client.dossiers.printReceipt({ id }))
    expect(code).toBe('step-not-allowed')
    expect((await client.dossiers.get({ id })).canPrintReceipt).toBe(false)
    expect((await refusalOf(client.dossiers.printReceipt({ id: 99 }))).code).toBe('not-found')
  })

  it('called off by a correction leaves no receipt, and the number to the dossier it was given to', async () => {
    const test = await openTestCore()
    const { client } = test
    const id = await receive(test, 'exchange-certificate')
    await client.dossiers.printReceipt({ id })
    const nothing = { changes: null, redated: null }
    const page = await client.dossiers.correct({
      ...{ id, version: 2, reason: 'Máy in hết giấy', ...nothing, revoked: 2 },
    })
    expect(page.receipt).toBeNull()
    expect(await textOf(await client.dossiers.printReceipt({ id }))).toContain('Số: 1/TNHS')
    expect((await client.dossiers.get({ id })).receipt).toMatchObject({ number: '1/TNHS', copies: 1 })
  })
})

async function receive2027(test: TestCore): Promise<number> {
  const procedure = await procedureId(test.client, 'exchange-certificate', '2027-01-04')
  return (await test.client.reception.receive(receptionOf(procedure))).id
}
