import { describe, expect, it } from 'vitest'
import { writeXlsx } from 'hucre/xlsx'
import type { Input } from '../../contract/index.ts'
import { STOP_COLUMNS, STOP_HEADS } from '../../documents/stop-orders-columns.ts'
import { openTestCore, refusalOf } from '../test-core.ts'

const HEAD = 'Xã/Phường,Tờ bản đồ,Thửa đất,Số văn bản,Cơ quan ban hành,Ngày ban hành,Lý do'
const LINE = 'Vĩnh Hải,012,34,15/QĐ,THADS,20/11/2026,Bảo đảm thi hành án'

function csv(...lines: string[]): Input<'stops', 'readFile'> {
  return { fileName: 'ngan-chan.csv', content: Buffer.from([HEAD, ...lines].join('\n')).toString('base64') }
}

const ALL = { filter: { state: 'all', search: '' }, sort: { field: 'issuedOn', descending: false } } as const
const LIST = { ...ALL, page: 0, pageSize: 100 }

describe('a file of stop orders', () => {
  it('says what it would add, changes nothing, and adds it once', async () => {
    const { client } = await openTestCore()
    const read = await client.stops.readFile(csv(LINE, 'Xã Đắc Lộc,7,8,16/QĐ,TAND,2026-11-01,'))
    expect(read).toMatchObject({ known: 0, problems: [] })
    expect(read.orders.map(({ mapSheet, plot, issuedOn }) => [mapSheet, plot, issuedOn])).toEqual([
      ['12', '34', '2026-11-20'],
      ['7', '8', '2026-11-01'],
    ])
    expect((await client.stops.list(LIST)).total).toBe(0)
    expect(await client.stops.addAll({ orders: read.orders })).toEqual({ added: 2, known: 0 })
    expect(await client.stops.readFile(csv(LINE))).toMatchObject({ orders: [], known: 1, problems: [] })
    expect(await client.stops.addAll({ orders: read.orders })).toEqual({ added: 0, known: 2 })
    expect((await client.stops.list(LIST)).total).toBe(2)
    expect(await client.audit.verify()).toMatchObject({ found: 0 })
  })

  it.each([
    [',12,34,15/QĐ,THADS,20/11/2026,', 'commune', 'required'],
    ['Vĩnh Hải,,34,15/QĐ,THADS,20/11/2026,', 'mapSheet', 'required'],
    ['Vĩnh Hải,12,"34, 35",15/QĐ,THADS,20/11/2026,', 'plot', 'one-plot-only'],
    ['Vĩnh Hải,12,34,,THADS,20/11/2026,', 'document', 'required'],
    ['Vĩnh Hải,12,34,15/QĐ,,20/11/2026,', 'agency', 'required'],
    ['Vĩnh Hải,12,34,15/QĐ,THADS,,', 'issuedOn', 'required'],
    ['Vĩnh Hải,12,34,15/QĐ,THADS,31/02/2026,', 'issuedOn', 'impossible-date'],
    ['Vĩnh Hải,12,34,15/QĐ,THADS,20/11/26,', 'issuedOn', 'not-a-date'],
    ['Vĩnh Hải,12,34,15/QĐ,THADS,24/11/2026,', 'issuedOn', 'date-in-future'],
  ])('with the row %s names row, field and reason', async (line, field, code) => {
    const { client } = await openTestCore()
    const read = await client.stops.readFile(csv(LINE, line))
    expect(read.problems).toMatchObject([{ row: 3, field, code }])
    expect(read.orders).toHaveLength(1)
  })

  it('takes neither of two rows for the same parcel and document', async () => {
    const { client } = await openTestCore()
    const read = await client.stops.readFile(csv(LINE, 'xã vĩnh hải,12,034,15/qđ,TAND,01/11/2026,'))
    expect(read.orders).toEqual([])
    expect(read.problems.map(({ row, code }) => [row, code])).toEqual([
      [2, 'order-twice'],
      [3, 'order-twice'],
    ])
  })

  it('changes no order that stands in the register: what it says otherwise is in doubt', async () => {
    const { client } = await openTestCore()
    await client.stops.addAll({ orders: (await client.stops.readFile(csv(LINE))).orders })
    const doubts = async (line: string) =>
      (await client.stops.readFile(csv(line))).problems.map(({ field, code }) => [field, code])
    expect(await doubts(LINE.replace('THADS', 'TAND'))).toEqual([['agency', 'order-differs']])
    expect(await doubts(LINE.replace('20/11', '19/11'))).toEqual([['issuedOn', 'order-differs']])
    await client.stops.lift({ id: 1, on: '2026-11-23', document: 'x' })
    expect(await doubts(LINE)).toEqual([['lifted.on', 'lifted-in-register']])
  })

  it.each(['csv', 'xlsx'] as const)(
    'goes out as %s and comes back into another office unchanged',
    async (format) => {
      const { client } = await openTestCore()
      await client.stops.addAll({
        orders: (await client.stops.readFile(csv(LINE, LINE.replace('15/QĐ', '=1+2')))).orders,
      })
      await client.stops.lift({ id: 1, on: '2026-11-23', document: '99/QĐ' })
      const file = await client.stops.export({ ...ALL, format })
      const known = await client.stops.readFile({ fileName: file.name, content: file.content })
      expect(known).toMatchObject({ orders: [], problems: [], known: 2 })
      const other = (await openTestCore()).client
      const { orders } = await other.stops.readFile({ fileName: file.name, content: file.content })
      await other.stops.addAll({ orders })
      expect((await other.stops.list(LIST)).rows).toEqual((await client.stops.list(LIST)).rows)
    },
  )

  it('from Excel is read with numbers and days as Excel has them', async () => {
    const { client } = await openTestCore()
    const rows = [
      STOP_COLUMNS.map((column) => STOP_HEADS[column]),
      ['Vĩnh Hải', 12, 34, '15/QĐ', 'THADS', new Date('2026-11-20T00:00:00Z'), '', null, null],
    ]
    const bytes = await writeXlsx({ sheets: [{ name: 'x', rows }] })
    const content = Buffer.from(bytes).toString('base64')
    const { orders } = await client.stops.readFile({ fileName: 'x.xlsx', content })
    expect(orders).toMatchObject([{ mapSheet: '12', plot: '34', issuedOn: '2026-11-20', lifted: null }])
  })

  it('that is none is refused', async () => {
    const { client } = await openTestCore()
    const read = (text: string) =>
      refusalOf(client.stops.readFile({ fileName: 'x.csv', content: Buffer.from(text).toString('base64') }))
    expect((await read('')).code).toBe('file-empty')
    expect(await read('a,b\n1,2')).toMatchObject({ code: 'mapping-incomplete' })
    expect((await read(HEAD)).code).toBe('file-empty')
  })

  it('is added whole or not at all', async () => {
    const { client } = await openTestCore()
    const { orders } = await client.stops.readFile(csv(LINE))
    const [order] = orders
    if (order === undefined) throw new Error('no order')
    const future = { ...order, plot: '35', issuedOn: '2026-11-24' }
    expect(await refusalOf(client.stops.addAll({ orders: [order, future] }))).toMatchObject({
      ...{ fields: [{ field: 'orders.1.issuedOn', code: 'date-in-future' }] },
    })
    expect((await client.stops.list(LIST)).total).toBe(0)
  })
})
