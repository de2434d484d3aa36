import { describe, expect, it } from 'vitest'
import { writeXlsx } from 'hucre/xlsx'
import { openTestCore, procedureId, refusalOf } from '../test-core.ts'

const HEAD =
  'Mã hồ sơ;Tên thủ tục;Họ và tên;Số định danh;Điện thoại;Email;Địa chỉ;Xã;Tờ bản đồ;Thửa đất;Thời điểm nộp'
const TRANSFER = 'Chuyển nhượng'

async function office() {
  const test = await openTestCore()
  const id = await procedureId(test.client, 'transfer')
  const found = (await test.client.office.procedures({ on: '2026-11-23' })).find((one) => one.id === id)
  const name = found?.nameVi ?? TRANSFER
  const line = (
    cells: Partial<Record<'ref' | 'procedure' | 'name' | 'phone' | 'at', string>> = {},
  ): string => {
    const { ref = 'H32-1', procedure = name, phone = '0905 123 456', at = '20/11/2026 16:00' } = cells
    return [
      ref,
      `"${procedure}"`,
      cells.name ?? 'Nguyễn Văn A',
      '056199001234',
      phone,
      'a@b.vn',
      '7 Trần Phú',
      'Lộc Thọ',
      '12',
      '34',
      at,
    ].join(';')
  }
  const read = (...lines: string[]) =>
    test.client.arrivals.readFile({ content: Buffer.from([HEAD, ...lines].join('\n')).toString('base64') })
  return { ...test, line, read }
}

describe("a portal's list", () => {
  it('is read, checked and recorded with the moment each was filed', async () => {
    const { client, line, read } = await office()
    const { arrivals, problems, known } = await read(line(), line({ ref: 'h32-2', at: '2026-11-23 08:15' }))
    expect({ problems, known }).toEqual({ problems: [], known: [] })
    expect(arrivals).toMatchObject([
      {
        ...{ reference: 'H32-1', arrivedAt: '2026-11-20T09:00:00.000Z' },
        particulars: {
          idNumber: '056199001234',
          phone: '0905123456',
          email: 'a@b.vn',
          mapSheet: '12',
          plot: '34',
        },
      },
      { arrivedAt: '2026-11-23T01:15:00.000Z' },
    ])
    expect(await client.arrivals.counts()).toMatchObject({ waiting: 0 })
    expect(await client.arrivals.recordAll({ arrivals })).toEqual({ recorded: 2, known: 0 })
    expect(await client.arrivals.counts()).toMatchObject({ waiting: 2 })
    expect(await client.arrivals.recordAll({ arrivals })).toEqual({ recorded: 0, known: 2 })
    expect(await read(line(), line({ ref: 'H32-3' }))).toMatchObject({
      known: ['H32-1'],
      arrivals: [{ reference: 'H32-3' }],
    })
    expect(await client.audit.verify()).toMatchObject({ found: 0 })
  })
  it('names row, field and reason of what is not sound, and takes the rest', async () => {
    const { line, read } = await office()
    const { arrivals, problems } = await read(
      line(),
      line({ ref: 'H32-2', procedure: 'Cấp hộ chiếu' }),
      line({ ref: 'H32-3', phone: '12' }),
      line({ ref: 'H32-4', at: '20/11/2026' }),
      line({ ref: 'H32-5', at: '31/02/2026 08:00' }),
      line({ ref: 'H32-6', at: '24/11/2026 08:00' }),
      line({ ref: '' }),
      line({ ref: 'H32-7', name: 'x'.repeat(201) }),
      line({ ref: 'H32-1' }),
      line({ ref: 'H32-8', name: ' ' }),
    )
    expect(problems.map(({ row, field, code }) => [row, field, code])).toEqual([
      [3, 'procedure', 'unknown-procedure'],
      [4, 'phone', 'not-a-phone'],
      [5, 'arrivedAt', 'not-a-moment'],
      [6, 'arrivedAt', 'not-a-date'],
      [7, 'arrivedAt', 'date-in-future'],
      [8, 'reference', 'required'],
      [9, 'applicantName', 'too-long'],
      [10, 'reference', 'twice-in-file'],
      [11, 'applicantName', 'required'],
    ])
    expect(arrivals.map(({ reference }) => reference)).toEqual(['H32-1'])
  })
  it('comes as Excel, too, below a title', async () => {
    const { client, line } = await office()
    const cells = (text: string): string[] => text.split(';').map((cell) => cell.replaceAll('"', ''))
    const rows = [['DANH SÁCH HỒ SƠ'], cells(HEAD), cells(line())]
    const bytes = await writeXlsx({ sheets: [{ name: 'DS', rows }] })
    const content = Buffer.from(bytes).toString('base64')
    expect((await client.arrivals.readFile({ content })).arrivals).toMatchObject([{ reference: 'H32-1' }])
  })
  it.each([
    ['', 'file-empty'],
    ['Họ tên;Điện thoại\nA;B', 'mapping-incomplete'],
    ['\u0000PNG', 'mapping-incomplete'],
  ])('that is none is refused', async (text, code) => {
    const { client } = await office()
    const content = Buffer.from(text).toString('base64')
    expect(await refusalOf(client.arrivals.readFile({ content }))).toMatchObject({ code })
  })
})
