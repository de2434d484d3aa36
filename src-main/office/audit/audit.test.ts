import BetterSqlite3 from 'better-sqlite3'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { AuditFilter } from '../../contract/audit.ts'
import type { DossierFilter, DossierSort } from '../../contract/dossier-list.ts'
import type { OfficeClient } from '../../contract/index.ts'
import { civilDate } from '../../domain/civil-date.ts'
import type { Role } from '../../domain/people.ts'
import { readSheet, textOf } from '../../documents/test-reading.ts'
import { type TestCore, clientOf, openTestCore, procedureId, receptionOf, refusalOf } from '../test-core.ts'

const PASSWORD = 'mật-khẩu-thử-9'
const ANY: AuditFilter = { source: 'all', kind: null, personId: null, from: null, to: null, code: '' }
const NUMBER = '056199001234'

async function signedInAs(test: TestCore, login: string, roles: Role[]): Promise<OfficeClient> {
  const { password } = await test.client.people.add({ name: `Người ${login}`, login, roles })
  const client = clientOf(test.core, test.core.openSession())
  await client.people.signIn({ login, password: password ?? '' })
  await client.people.changePassword({ current: password ?? '', next: PASSWORD })
  return client
}

async function office(): Promise<TestCore & { id: number; code: string }> {
  const test = await openTestCore({
    account: { login: 'truong', password: PASSWORD, roles: ['head', 'counter'] },
  })
  const procedure = await procedureId(test.client, 'transfer')
  const { id, code } = await test.client.reception.receive(
    receptionOf(procedure, { idNumber: NUMBER, phone: '0561234567', applicantName: 'Trần Thị Bưởi' }),
  )
  return { ...test, id, code }
}

const NO_FILTER: DossierFilter = {
  ...{
    queue: 'all',
    search: '',
    procedureId: null,
    state: null,
    holderId: null,
    channel: null,
    commune: null,
  },
  ...{ acceptedFrom: null, acceptedTo: null, dueFrom: null, dueTo: null, apology: null },
}
const BY_CODE: DossierSort = { field: 'code', descending: false }
const all = (search: string) => ({ filter: { ...NO_FILTER, search }, sort: BY_CODE })
const list = async (client: OfficeClient, search: string, queue: 'all' | 'waiting' = 'all') => {
  const asked = all(search)
  return client.dossiers.list({ ...asked, filter: { ...asked.filter, queue }, page: 0, pageSize: 50 })
}

describe('citizen numbers', () => {
  it('stand in full in the counter’s lists, and masked in everybody else’s, their files too', async () => {
    const test = await office()
    const counter = await signedInAs(test, 'cua', ['counter'])
    expect((await list(counter, '')).rows[0]?.idNumber).toBe(NUMBER)
    for (const role of ['specialist', 'head', 'administrator'] as const) {
      const other = await signedInAs(test, role, [role])
      expect((await list(other, '')).rows[0]?.idNumber).toBe('056•••••••34')
      expect((await list(other, '', 'waiting')).rows[0]?.idNumber).toBe('056•••••••34')
      if (role === 'administrator') continue
      const { content } = await other.dossiers.export({ ...all(''), language: 'vi' })
      const text = textOf(await readSheet(new Uint8Array(Buffer.from(content, 'base64'))))
      expect(text).toContain('056•••••••34')
      expect(text).not.toContain(NUMBER)
    }
    const { content } = await counter.dossiers.export({ ...all(''), language: 'vi' })
    expect(textOf(await readSheet(new Uint8Array(Buffer.from(content, 'base64'))))).toContain(NUMBER)
  }, 90_000)

  it.each(['all', 'waiting'] as const)(
    'find nobody in the list %s for who does not see them: not by the first digits, not by all',
    async (queue) => {
      const test = await office()
      const specialist = await signedInAs(test, 'ly', ['specialist'])
      for (const typed of ['05619', '056199', NUMBER, '056 199 001 234', `buoi ${NUMBER.slice(0, 6)}`]) {
        expect([typed, (await list(specialist, typed, queue)).total]).toEqual([typed, 0])
        expect([typed, (await list(test.client, typed, queue)).total]).toEqual([typed, 1])
      }
      // What begins alike and is shown is still found by.
      for (const typed of ['05612', '0561234567', 'buoi', 'bưởi 0561', test.code, test.code.slice(-11)]) {
        expect([typed, (await list(specialist, typed, queue)).total]).toEqual([typed, 1])
      }
    },
  )

  it('stand in full on the dossier page, and the look is written down once a day for each person', async () => {
    const test = await office()
    const specialist = await signedInAs(test, 'ly', ['specialist'])
    for (let i = 0; i < 5; i++) {
      const page = await specialist.dossiers.get({ id: test.id })
      expect([page.row.idNumber, page.particulars.idNumber]).toEqual([NUMBER, NUMBER])
    }
    await test.client.dossiers.get({ id: test.id })
    const looks = async () =>
      (
        await test.client.audit.list({ filter: { ...ANY, kind: 'looked' }, before: null, limit: 50 })
      ).rows.map(({ authorName, dossier }) => [authorName, dossier?.code])
    await test.client.office.setPreference({ key: 'x', value: '1' })
    expect(await looks()).toEqual([
      ['Nguyễn Văn Cửa', test.code],
      ['Người ly', test.code],
    ])
    test.setNow('2026-11-24T02:00:00.000Z')
    await specialist.dossiers.get({ id: test.id })
    await test.client.office.setPreference({ key: 'x', value: '2' })
    expect((await looks())[0]).toEqual(['Người ly', test.code])
    expect(await looks()).toHaveLength(3)
  })

  it('are not in any entry of the audit, nor are names', async () => {
    const test = await office()
    await test.client.dossiers.export({ ...all('Bưởi 056'), language: 'vi' })
    await test.client.dossiers.printReceipt({ id: test.id })
    const { content } = await test.client.audit.export({ filter: ANY, format: 'csv', language: 'vi' })
    const csv = Buffer.from(content, 'base64').toString('utf8')
    expect(csv).toContain('Xuất tệp')
    expect(csv).toContain('có tìm kiếm: có')
    expect(csv).not.toMatch(/Bưởi|056199|0561234567/)
  })
})

describe('the audit', () => {
  it('comes newest first, page by page, nothing twice and nothing left out', async () => {
    const test = await office()
    const seen: number[] = []
    let before: number | null = null
    do {
      const page: Awaited<ReturnType<OfficeClient['audit']['list']>> = await test.client.audit.list({
        filter: ANY,
        before,
        limit: 2,
      })
      seen.push(...page.rows.map(({ n }) => n))
      before = page.next
    } while (before !== null)
    expect(seen.length).toBeGreaterThan(2)
    expect(seen).toEqual(Array.from({ length: seen.length }, (_, index) => seen.length - index))
  })

  it('is filtered by source, kind, person, days and dossier', async () => {
    const test = await office()
    await test.client.dossiers.printReceipt({ id: test.id })
    test.setNow('2026-11-25T17:30:00.000Z')
    await test.client.dossiers.export({ ...all(''), language: 'en' })
    const kinds = async (filter: Partial<AuditFilter>) =>
      (await test.client.audit.list({ filter: { ...ANY, ...filter }, before: null, limit: 50 })).rows.map(
        ({ kind }) => kind,
      )
    expect(await kinds({ source: 'dossiers' })).toEqual(['receipt-printed', 'accepted'])
    expect(await kinds({ source: 'office', kind: 'printed' })).toEqual(['printed'])
    expect(await kinds({ kind: 'accepted' })).toEqual(['accepted'])
    expect(await kinds({ source: 'office', kind: 'accepted' })).toEqual([])
    expect(await kinds({ code: test.code.toLowerCase() })).toEqual(['printed', 'receipt-printed', 'accepted'])
    expect(await kinds({ code: 'no such' })).toEqual([])
    // 17:30 in UTC is half past midnight of the next day in the office.
    expect(await kinds({ from: civilDate('2026-11-26'), to: civilDate('2026-11-26') })).toEqual(['exported'])
    expect(await kinds({ from: civilDate('2026-11-25'), to: civilDate('2026-11-25') })).toEqual([])
    expect(await kinds({ personId: 99 })).toEqual([])
  })

  it('leaves as a sheet and as CSV in which nothing is a formula', async () => {
    const test = await office()
    await test.client.office.change({
      ...{ name: '=1+1', parentAgency: 'B', agencyCode: '000.00.22.H32', place: 'X', closingTime: '17:00' },
    })
    const csv = await test.client.audit.export({ filter: ANY, format: 'csv', language: 'vi' })
    expect(Buffer.from(csv.content, 'base64').toString('utf8')).toContain('Sửa thông tin đơn vị')
    const xlsx = await test.client.audit.export({ filter: ANY, format: 'xlsx', language: 'en' })
    const text = textOf(await readSheet(new Uint8Array(Buffer.from(xlsx.content, 'base64'))))
    expect(text).toContain('office name: Chi nhánh thử → =1+1')
    expect(text).toContain('File exported')
  })

  it('shows looks no longer than they are to be shown; they stay in the chain', async () => {
    const test = await office()
    await test.client.audit.setRetention({ logMonths: 12, replacedMonths: 12, lookMonths: 1 })
    await test.client.dossiers.get({ id: test.id })
    await test.client.office.setPreference({ key: 'x', value: '1' })
    const looked = { filter: { ...ANY, kind: 'looked' as const }, before: null, limit: 5 }
    expect((await test.client.audit.list(looked)).rows).toHaveLength(1)
    test.setNow('2027-01-04T02:00:00.000Z')
    expect((await test.client.audit.list(looked)).rows).toHaveLength(0)
    expect(await test.client.audit.verify()).toMatchObject({ found: 0 })
  })
})

describe('the check', () => {
  it('finds what was done behind the program’s back, is written down, and rows are made again', async () => {
    const test = await office()
    expect(await test.client.audit.verify()).toMatchObject({ found: 0, anchors: 0, dossiers: 1 })
    const raw = new BetterSqlite3(join(test.dataDir, 'register.db'))
    raw.exec("UPDATE dossier SET due_on = '2027-01-01'")
    raw.close()
    const { findings } = await test.client.audit.verify()
    expect(findings).toMatchObject([
      { kind: 'row-differs', code: test.code, what: 'dueOn', stored: '2027-01-01' },
    ])
    expect(await test.client.audit.rebuildRows()).toEqual({ dossiers: 1 })
    expect(await test.client.audit.verify()).toMatchObject({ found: 0 })
    const { rows } = await test.client.audit.list({
      filter: { ...ANY, source: 'office' },
      before: null,
      limit: 5,
    })
    // When exactly another's writing is noticed does not matter here.
    const checks = rows.filter(({ kind }) => kind !== 'changed-outside').slice(0, 4)
    expect(checks.map(({ kind, facts }) => [kind, facts['found'] ?? null])).toEqual([
      ['verified', 0],
      ['rows-rebuilt', null],
      ['verified', 1],
      ['verified', 0],
    ])
  })

  it('compares with what the backups know of this register, and passes over those of another', async () => {
    const test = await office()
    const verdict = await test.client.audit.verify()
    const folder = join(test.dataDir, 'backups')
    mkdirSync(folder, { recursive: true })
    const write = (name: string, manifest: object) =>
      writeFileSync(join(folder, name), JSON.stringify(manifest))
    write('good.json', { links: verdict.links, tail: verdict.tail })
    write('other.json', { links: 3, tail: 'a'.repeat(64), register: 'b'.repeat(64) })
    write('strange.json', { links: 'x' })
    expect(await test.client.audit.verify()).toMatchObject({ found: 0, anchors: 1 })
    write('later.json', { links: verdict.links + 50, tail: 'a'.repeat(64) })
    expect((await test.client.audit.verify()).findings).toMatchObject([{ kind: 'chain-cut' }])
  })

  it('runs once at a time, can be called off, and lists go on meanwhile', async () => {
    const test = await office()
    const first = refusalOf(test.client.audit.verify())
    expect(await refusalOf(test.client.audit.verify())).toMatchObject({ code: 'busy' })
    await test.client.audit.cancelVerify()
    expect(await first).toMatchObject({ code: 'cancelled' })
    const again = test.client.audit.verify()
    expect((await test.client.audit.list({ filter: ANY, before: null, limit: 1 })).rows).toHaveLength(1)
    expect(await again).toMatchObject({ found: 0 })
  })
})
