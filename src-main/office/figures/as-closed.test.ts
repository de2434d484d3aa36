import { parseCsv } from 'hucre/csv'
import { describe, expect, it } from 'vitest'
import type { Input, OfficeClient } from '../../contract/index.ts'
import { sheetsOf } from '../../documents/forms/test-pdf.ts'
import { openZip } from '../../documents/open-zip.ts'
import { civilDate } from '../../domain/civil-date.ts'
import { DECEMBER, NOVEMBER, closeShown, decemberDesk, step, tamper } from '../closing/testing.ts'
import { refusalOf } from '../test-core.ts'

type Report = Partial<Input<'figures', 'exportSummary'>>

/** The words on the sheets of a report of November. */
async function sheetOf(client: OfficeClient, report: Report = {}): Promise<string> {
  const asked = { ...NOVEMBER, by: 'procedure', format: 'pdf', ...report } as const
  const { content } = await client.figures.exportSummary(asked)
  return (await sheetsOf(new Uint8Array(Buffer.from(content, 'base64')))).join(' ')
}

/** Something of November entered in December, after it was closed. */
async function enterLate({ client, ids }: Awaited<ReturnType<typeof decemberDesk>>): Promise<void> {
  await step(client, ids[1] ?? 2, 'result-ready', '2026-11-27')
}

describe('the report of a period', () => {
  it('says nothing of closings where none has its days', async () => {
    const { client } = await decemberDesk()
    expect(await sheetOf(client)).not.toContain('chốt')
  })

  it('names the closing with its hash while the figures are those closed, and says when they are no longer', async () => {
    const desk = await decemberDesk()
    const { hash } = await closeShown(desk.client)
    expect(await sheetOf(desk.client)).toContain(`Kỳ đã chốt, số 1, lần 1, SHA-256 ${hash}.`)
    await enterLate(desk)
    const now = await sheetOf(desk.client)
    expect(now).toContain('Kỳ đã chốt (số 1): 1 hồ sơ nay tính khác so với khi chốt.')
    expect(now).not.toContain(hash)
  })

  it('says how many closed periods share its days, be it by the other method', async () => {
    const { client } = await decemberDesk()
    await closeShown(client)
    const shared = 'Có 1 kỳ đã chốt chung ngày với kỳ này.'
    expect(await sheetOf(client, { ...NOVEMBER, from: civilDate('2026-10-01') })).toContain(shared)
    expect(await sheetOf(client, { method: 'extended' })).toContain(shared)
    expect(await sheetOf(client, { ...DECEMBER })).not.toContain('chốt chung ngày')
  })
})

describe('the report of a closing', () => {
  it('tells the figures and the list as they were reported, whatever was entered since', async () => {
    const desk = await decemberDesk()
    const { client } = desk
    const before = await sheetOf(client)
    const { hash } = await closeShown(client)
    await enterLate(desk)
    const told = await sheetOf(client, { closing: 1, withList: true, table: 'commune' })
    expect(told).toContain(`Số liệu như khi chốt, số 1, lần 1, SHA-256 ${hash}, chốt ngày 02/12/2026.`)
    const total = /Tổng cộng [\d ]+/.exec(before)?.[0] ?? ''
    expect(total).not.toBe('')
    expect(told).toContain(total)
    expect(await sheetOf(client)).not.toContain(total)
    expect(told).toContain('Vĩnh Hải 4')
    expect(told.match(/\(12\) Trong hạn|\(13\) Quá hạn/g)?.length).toBeGreaterThanOrEqual(3)
  }, 60_000)

  it('leaves as plain files that name office and closing', async () => {
    const desk = await decemberDesk()
    await closeShown(desk.client)
    await enterLate(desk)
    const report = { ...NOVEMBER, by: 'procedure', format: 'csv', withList: true, closing: 1 } as const
    const { name, content } = await desk.client.figures.exportSummary(report)
    expect(name).toBe('bieu-II06a-theo-thu-tuc_chi-nhanh-thu_2026-11-01_2026-11-30_nhu-khi-chot-so-1.zip')
    const zip = openZip(Buffer.from(content, 'base64'), { file: 2 ** 20, all: 2 ** 21, entries: 5 })
    expect(zip.names).toEqual([
      'cac-bang_chi-nhanh-thu_2026-11-01_2026-11-30_nhu-khi-chot-so-1.csv',
      'danh-sach-ho-so_chi-nhanh-thu_2026-11-01_2026-11-30_nhu-khi-chot-so-1.csv',
    ])
    const [head = [], ...rows] = parseCsv((zip.read(zip.names[1] ?? '') ?? '').toString().slice(1))
    expect(rows).toHaveLength(4)
    const ended = head.indexOf('Ngày kết thúc')
    expect(rows.filter((row) => row[ended] !== '' && row[ended] != null)).toHaveLength(1)
    for (const row of rows) expect(row[head.indexOf('Đơn vị')]).toBe('Chi nhánh thử')
  }, 60_000)

  it('is refused for another period or method, where there is none, and where what was kept was changed', async () => {
    const { client, dataDir } = await decemberDesk()
    await closeShown(client)
    const refused = async (report: Report) =>
      (await refusalOf(client.figures.exportSummary({ ...NOVEMBER, by: 'field', closing: 1, ...report })))
        .code
    expect(await refused({ to: civilDate('2026-11-29') })).toBe('not-found')
    expect(await refused({ method: 'extended' })).toBe('not-found')
    expect(await refused({ closing: 2 })).toBe('not-found')
    tamper(dataDir, `UPDATE closed_period SET figures = x'00'`)
    expect(await refused({})).toBe('not-found')
  }, 60_000)
})
