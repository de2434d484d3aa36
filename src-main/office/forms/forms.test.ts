import { describe, expect, it } from 'vitest'
import type { OfficeFile } from '../../contract/common.ts'
import type { Input, OfficeClient } from '../../contract/index.ts'
import { sheetsOf } from '../../documents/forms/test-pdf.ts'
import { civilDate } from '../../domain/civil-date.ts'
import { type TestCore, openTestCore, procedureId, receptionOf, refusalOf } from '../test-core.ts'

const sheets = ({ content }: OfficeFile): Promise<string[]> =>
  sheetsOf(new Uint8Array(Buffer.from(content, 'base64')))
const textOf = async (file: OfficeFile): Promise<string> => (await sheets(file)).join(' ')
const TODAY = civilDate('2026-11-23')

async function receive({ client }: TestCore, key = 'exchange-certificate'): Promise<number> {
  const particulars = { applicantName: 'Đỗ Thị Bé', phone: '0905123456', address: '12 Lê Lợi' }
  return (await client.reception.receive(receptionOf(await procedureId(client, key), particulars))).id
}
const supplement = (client: OfficeClient, id: number) =>
  client.dossiers.pause({
    ...{ id, version: 1, pause: 'supplement', stops: true, happenedOn: TODAY, document: '' },
    ...{ note: 'Thiếu bản vẽ', items: ['Bản vẽ hiện trạng'], contact: 'Bình, 0901 234 567' },
  })
const step = (client: OfficeClient, id: number, more: Partial<Input<'dossiers', 'recordStep'>>) =>
  client.dossiers.recordStep({
    ...{ id, version: 1, step: 'refused', happenedOn: TODAY, happenedAt: null, holderId: null, note: '' },
    ...more,
  })

describe('a form of a dossier', () => {
  it('leaves with its number, and what was printed stands in the history', async () => {
    const test = await openTestCore()
    const { client } = test
    const id = await receive(test)
    const asked = await supplement(client, id)
    const open = { form: 'supplement', of: 2, ofOn: TODAY, possible: true }
    expect(asked.forms).toContainEqual({ ...open, number: null, printed: null })
    const file = await client.forms.print({ id, form: 'supplement', of: 2 })
    expect(file.name).toBe('phieu-bo-sung_000.00.22.H32-261123-0001.pdf')
    const text = await textOf(file)
    for (const words of ['Số: 1/PBS', 'Đỗ Thị Bé', 'Bản vẽ hiện trạng', 'Thiếu bản vẽ', '0901 234 567']) {
      expect(text).toContain(words)
    }
    const page = await client.dossiers.get({ id })
    expect(page.forms).toContainEqual({ ...open, number: '1/PBS', printed: { on: TODAY, copies: 1 } })
    expect(page.timeline.at(-1)).toMatchObject({ kind: 'form-printed' })
    expect(page.row).toEqual({ ...asked.row, version: 3 })
    expect(test.bugs).toEqual([])
  })

  it('printed again keeps number and date and says which print it is', async () => {
    const test = await openTestCore()
    const { client, setNow } = test
    const id = await receive(test)
    await step(client, id, { note: 'Đất đang tranh chấp' })
    await client.forms.print({ id, form: 'refusal', of: 2 })
    setNow('2027-01-04T02:00:00.000Z')
    const text = await textOf(await client.forms.print({ id, form: 'refusal', of: 2 }))
    expect(text).toContain('Số: 1/PTC')
    expect(text).toContain('bản in lần 2')
    expect(text).toContain('ngày 23 tháng 11 năm 2026')
    expect(text).toContain('Đất đang tranh chấp')
    const { forms } = await client.dossiers.get({ id })
    expect(forms.find(({ form }) => form === 'refusal')?.printed).toEqual({ on: '2027-01-04', copies: 2 })
  })

  it('has numbers without gaps or doubles when many are printed at once, a series for each form', async () => {
    const test = await openTestCore()
    const { client } = test
    const ids = []
    for (let index = 0; index < 8; index++) {
      const id = await receive(test, 'transfer')
      const slip = { id, version: 1, stops: true, happenedOn: TODAY, document: '', note: '' }
      if (index % 2 === 0) await supplement(client, id)
      else await client.dossiers.pause({ ...slip, pause: 'payment' })
      ids.push(id)
    }
    const print = (id: number, index: number) =>
      client.forms.print({ id, form: index % 2 === 0 ? 'supplement' : 'tax-slip', of: 2 })
    const files = await Promise.all([...ids.map(print), print(ids[0] ?? 0, 0)])
    const texts = await Promise.all(files.map(textOf))
    const numbers = texts.map((text) => /Số: (\d+\/\w+)/.exec(text)?.[1])
    const of = (series: string) => [1, 2, 3, 4].map((number) => `${number}/${series}`)
    expect([...new Set(numbers)].sort()).toEqual([...of('PBS'), ...of('PCTT')].sort())
    expect(numbers.at(-1)).toBe(numbers[0])
    expect(await client.audit.verify()).toMatchObject({ found: 0, findings: [] })
  }, 30_000)

  it('keeps its number when a printing was called off', async () => {
    const test = await openTestCore()
    const { client } = test
    const id = await receive(test)
    await supplement(client, id)
    await client.forms.print({ id, form: 'supplement', of: 2 })
    const nothing = { changes: null, redated: null }
    await client.dossiers.correct({ id, version: 3, reason: 'Kẹt giấy', ...nothing, revoked: 3 })
    expect(await textOf(await client.forms.print({ id, form: 'supplement', of: 2 }))).toContain('Số: 1/PBS')
  })

  it('is not printed where there is nothing for it to be about', async () => {
    const test = await openTestCore()
    const { client } = test
    const id = await receive(test)
    for (const [form, of] of [
      ['supplement', null],
      ['supplement', 1],
      ['refusal', 1],
      ['apology', null],
      ['tax-slip', 2],
      ['withdrawal', 1],
      ['explanation', null],
      ['reminder', null],
      ['control', 1],
    ] as const) {
      expect((await refusalOf(client.forms.print({ id, form, of }))).code).toBe('form-not-possible')
    }
    expect((await refusalOf(client.forms.print({ id: 99, form: 'control', of: null }))).code).toBe(
      'not-found',
    )
    expect((await client.dossiers.get({ id })).timeline).toHaveLength(1)
  })

  it('that is about an entry called off is told of and printed no more', async () => {
    const test = await openTestCore()
    const { client } = test
    const id = await receive(test)
    await supplement(client, id)
    await client.forms.print({ id, form: 'supplement', of: 2 })
    const nothing = { changes: null, redated: null }
    const page = await client.dossiers.correct({ id, version: 3, reason: 'nhầm', ...nothing, revoked: 2 })
    expect(page.forms).toContainEqual({
      ...{ form: 'supplement', of: 2, ofOn: null, possible: false, number: '1/PBS' },
      printed: { on: TODAY, copies: 1 },
    })
    const again = client.forms.print({ id, form: 'supplement', of: 2 })
    expect((await refusalOf(again)).code).toBe('form-not-possible')
  })
})

describe('each form of a dossier', () => {
  it('the tax slip names the tax office and what goes with it', async () => {
    const test = await openTestCore()
    const { client } = test
    const id = await receive(test, 'transfer')
    const slip = { id, version: 1, stops: true, happenedOn: TODAY, document: '', note: '' }
    await client.dossiers.pause({ ...slip, pause: 'payment' })
    const text = await textOf(await client.forms.print({ id, form: 'tax-slip', of: 2 }))
    expect(text).toContain('Số: 1/PCTT')
    expect(text).toMatch(/Kính gửi: .*thuế/i)
  })

  it('withdrawal and stop say which of the two it is', async () => {
    const test = await openTestCore()
    const { client } = test
    for (const [how, words] of [
      ['withdrawn', 'RÚT HỒ SƠ'],
      ['stopped', 'DỪNG GIẢI QUYẾT HỒ SƠ THEO YÊU CẦU'],
    ] as const) {
      const id = await receive(test)
      await step(client, id, { step: how, note: 'Theo đơn', document: 'Đơn 12' })
      const text = await textOf(await client.forms.print({ id, form: 'withdrawal', of: 2 }))
      expect(text).toContain(words)
      expect(text).toContain('Đơn 12')
    }
  })

  it.each([
    ['tax-office', '', 'Lý do: Chờ cơ quan thuế Sự chậm trễ'],
    ['tax-office', 'Máy đo hỏng', 'Lý do: Máy đo hỏng Sự chậm trễ'],
    ['', 'Mưa lũ', 'Lý do: Mưa lũ Sự chậm trễ'],
  ])(
    'the apology for the cause %o with the words %o says why, and both days',
    async (cause, reason, words) => {
      const test = await openTestCore()
      const { client, setNow } = test
      const id = await receive(test)
      setNow('2026-12-02T02:00:00.000Z')
      await client.desk.draftApology({ items: [{ id, version: 1 }], dueOn: null, days: 3, cause, reason })
      await client.desk.decideApologies({ items: [{ id, version: 2 }], decision: 'approve', note: '' })
      const text = await textOf(await client.forms.print({ id, form: 'apology', of: 3 }))
      expect(text).toContain('Số: 1/PXL')
      expect(text).toContain(words)
      expect(text).toContain('ngày 01 tháng 12 năm 2026')
      expect(text).toContain('ngày 07 tháng 12 năm 2026')
    },
  )

  it('the control sheet has a block for each time it went from hand to hand', async () => {
    const test = await openTestCore()
    const { client } = test
    const id = await receive(test, 'transfer')
    const { person } = await client.people.add({ name: 'Lê Thụ Lý', login: 'ly', roles: ['specialist'] })
    await step(client, id, { step: 'taken', holderId: person.id })
    const slip = { id, version: 2, stops: true, happenedOn: TODAY, document: '12/PCTT', note: '' }
    await client.dossiers.pause({ ...slip, pause: 'payment' })
    await client.dossiers.resume({ id, version: 3, happenedOn: TODAY, document: 'BL 1', note: '' })
    const text = await textOf(await client.forms.print({ id, form: 'control', of: null }))
    expect(text.match(/Giao:/g)).toHaveLength(3 + 2)
    for (const words of ['Lê Thụ Lý', 'Cơ quan thuế', '12/PCTT', 'BL 1']) expect(text).toContain(words)
  })

  it('the explanation says which leg had it, once the dossier is late', async () => {
    const test = await openTestCore()
    const { client, setNow } = test
    const id = await receive(test)
    setNow('2026-12-10T02:00:00.000Z')
    const text = await textOf(await client.forms.print({ id, form: 'explanation', of: null }))
    expect(text).toContain('7 ngày làm việc')
    expect(text).toContain('Tiếp nhận')
  })

  it('the reminder is for a result that lies ready, also for many in one file', async () => {
    const test = await openTestCore()
    const { client } = test
    const ids = [await receive(test), await receive(test), await receive(test)]
    for (const id of ids) await step(client, id, { step: 'result-ready' })
    const file = await client.forms.reminders({ ids: [...ids, ids[0] ?? 0] })
    const pages = await sheets(file)
    expect(pages).toHaveLength(3)
    expect(pages[1]).toContain('000.00.22.H32-261123-0002')
    for (const id of ids) {
      const { timeline } = await client.dossiers.get({ id })
      expect(timeline.filter(({ kind }) => kind === 'form-printed')).toHaveLength(1)
    }
    await step(client, ids[2] ?? 0, { version: 3, step: 'returned' })
    expect((await refusalOf(client.forms.reminders({ ids }))).code).toBe('form-not-possible')
    expect((await client.dossiers.get({ id: ids[0] ?? 0 })).version).toBe(3)
    expect((await refusalOf(client.forms.reminders({ ids: [] }))).fields[0]?.code).toBe('required')
  })
})

describe('the register book', () => {
  it('has the dossiers of its days and field in the order of reception, and is in the audit', async () => {
    const test = await openTestCore()
    const { client } = test
    await receive(test)
    await receive(test, 'transfer')
    const procedures = await client.office.procedures({ on: TODAY })
    const first = procedures.find(({ key }) => key === 'transfer')
    const days = { from: TODAY, to: TODAY }
    const file = await client.forms.book({ field: first?.field ?? '', ...days })
    expect(file.name).toMatch(/^so-theo-doi-ho-so_.*_2026-11-23_2026-11-23\.pdf$/)
    const text = await textOf(file)
    expect(text).toContain('Cộng: 2 hồ sơ.')
    expect(text.indexOf('261123-0001')).toBeLessThan(text.indexOf('261123-0002'))
    const other = await client.forms.book({ field: 'Không có', ...days })
    expect(await textOf(other)).toContain('Cộng: 0 hồ sơ.')
    const wrong = client.forms.book({ field: null, from: TODAY, to: civilDate('2026-11-22') })
    expect((await refusalOf(wrong)).fields).toEqual([{ field: 'to', code: 'from-after-to', params: {} }])
    expect(test.bugs).toEqual([])
  }, 20_000)
})
