import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { describe, expect, it, vi } from 'vitest'
import { readClosedPeriod } from '../../documents/closed-period-file.ts'
import { readSheet, rowWith, textOf } from '../../documents/test-reading.ts'
import { civilDate } from '../../domain/civil-date.ts'
import { DEFINITIONS } from '../../domain/closed-period.ts'
import { openTestCore, receptionOf, refusalOf } from '../test-core.ts'
import { hashOf } from '../../store/closed-periods.ts'
import { changeOf, day, make } from '../calendar/testing.ts'
import { DECEMBER, NOVEMBER, closeShown, decemberDesk, step } from './testing.ts'

vi.mock('node:crypto', async (original) => (await import('../people/cheap-hashes.ts')).cheapCrypto(original))

describe('closing a period', () => {
  it('fixes tables, list, method and rules, chained to the closing before, and tells of it in the audit', async () => {
    const { client, ids, head } = await decemberDesk()
    const october = { from: civilDate('2026-10-01'), to: civilDate('2026-10-31') }
    const first = await closeShown(client, october)
    const shown = await client.closing.preview(NOVEMBER)
    expect(shown).toMatchObject({ version: 1, dossiers: 4, refusal: null })
    expect(shown.total).toMatchObject({
      receivedOnline: 1,
      receivedDirectPostal: 3,
      resolvedEarly: 1,
      pending: 3,
    })
    expect(shown.identities.map(({ identity, holds }) => [identity, holds])).toEqual([
      ['received=resolved+pending', true],
      ['rows=total', true],
      ['carried-over=pending-before', true],
      ['carried-over=pending-closed', true],
    ])
    const row = await client.closing.close({ ...NOVEMBER, digest: shown.digest })
    expect(row).toMatchObject({
      ...{
        number: 2,
        version: 1,
        kind: 'month',
        rule: 'calendar',
        method: 'original',
        dossiers: 4,
        pending: 3,
      },
      ...{ closedAt: '2026-12-02T02:00:00.000Z', closedBy: 'Nguyễn Văn Cửa', reopened: null },
    })
    const { content, name } = await client.closing.file({ number: 2 })
    expect(name).toBe('chot-ky_chi-nhanh-thu_2026-11-01_2026-11-30_lan-1_so-2.json')
    const file = readClosedPeriod(Buffer.from(content, 'base64').toString())
    if (file === null) throw new Error('no file')
    expect([file.hash, hashOf(file.head), file.head.before]).toEqual([row.hash, row.hash, first.hash])
    expect(file.head).toMatchObject({
      closedBy: { id: head.id },
      office: { name: 'Chi nhánh thử' },
      figures: hashOf(file.figures),
    })
    expect(file.figures.dossiers.map(({ id, origin, standing }) => [id, origin, standing])).toEqual([
      [ids[0], 'direct-postal', 'early'],
      [ids[1], 'online', 'in-time'],
      [ids[2], 'direct-postal', 'in-time'],
      [ids[3], 'direct-postal', 'in-time'],
    ])
    expect(file.figures.tables.map(({ by }) => by)).toContain('whose')
    expect(file.figures.rules.procedures.versions).toHaveLength(1)
    const { rows } = await client.audit.list({
      ...{ before: null, limit: 10 },
      filter: { source: 'all', kind: 'period-closed', personId: null, from: null, to: null, code: '' },
    })
    expect(rows.map(({ facts }) => [facts['number'], facts['hash']])).toEqual([
      [2, row.hash],
      [1, first.hash],
    ])
    expect((await client.audit.verify()).findings).toEqual([])
    expect(await client.closing.verify({ number: 2 })).toEqual({
      ...{ intact: true, faults: [], cells: [], recounted: true, differing: 0 },
      ...{ definitions: DEFINITIONS, ours: DEFINITIONS },
    })
  })

  it('is refused before the period is over, twice, across another range, and when it is not what was shown', async () => {
    const { client, ids, setNow } = await decemberDesk()
    expect((await client.closing.preview(DECEMBER)).refusal).toEqual({
      code: 'period-not-over',
      number: null,
    })
    const { digest } = await client.closing.preview(NOVEMBER)
    // The last day is not over on the last day.
    const today = { from: civilDate('2026-12-01'), to: civilDate('2026-12-02') }
    expect(await refusalOf(client.closing.close({ ...today, digest }))).toMatchObject({
      code: 'period-not-over',
    })
    setNow('2026-12-03T02:00:00.000Z')
    await step(client, ids[1] ?? 2, 'result-ready', '2026-11-30')
    expect(await refusalOf(client.closing.close({ ...NOVEMBER, digest }))).toMatchObject({
      code: 'what-if-outdated',
    })
    await closeShown(client)
    expect(await refusalOf(closeShown(client))).toMatchObject({
      code: 'period-closed',
      params: { number: 1 },
    })
    await closeShown(client, { from: civilDate('2026-11-20'), to: civilDate('2026-11-25') })
    const across = { from: civilDate('2026-11-24'), to: civilDate('2026-12-01') }
    expect((await client.closing.preview(across)).refusal).toEqual({ code: 'period-overlaps', number: 2 })
    expect(await refusalOf(closeShown(client, across))).toMatchObject({ code: 'period-overlaps' })
  })

  it('belongs to the head', async () => {
    const { client, counter, specialist } = await decemberDesk()
    const { digest } = await client.closing.preview(NOVEMBER)
    for (const { client: other } of [counter, specialist]) {
      expect(await refusalOf(other.closing.close({ ...NOVEMBER, digest }))).toMatchObject({
        code: 'not-allowed',
      })
    }
    const { number } = await client.closing.close({ ...NOVEMBER, digest })
    expect(await refusalOf(counter.client.closing.reopen({ number, reason: 'x' }))).toMatchObject({
      code: 'not-allowed',
    })
    expect(await counter.client.closing.list()).toHaveLength(1)
  })

  it('once opened again stays as it was, and is closed anew as the next version', async () => {
    const { client, ids } = await decemberDesk()
    const first = await closeShown(client)
    await step(client, ids[1] ?? 2, 'result-ready', '2026-11-30')
    const opened = await client.closing.reopen({ number: first.number, reason: 'Ghi muộn kết quả' })
    expect(opened.reopened).toEqual({
      ...{ at: '2026-12-02T02:00:00.000Z', by: 'Nguyễn Văn Cửa', reason: 'Ghi muộn kết quả' },
    })
    const again = await refusalOf(client.closing.reopen({ number: first.number, reason: 'x' }))
    expect(again).toMatchObject({ code: 'period-reopened' })
    const second = await closeShown(client)
    expect(second).toMatchObject({ number: 2, version: 2, pending: 2 })
    expect(
      (await client.closing.list()).map(({ number, pending, reopened }) => [
        number,
        pending,
        reopened !== null,
      ]),
    ).toEqual([
      [2, 2, false],
      [1, 3, true],
    ])
    expect((await client.closing.verify({ number: 1 })).intact).toBe(true)
    expect((await client.audit.verify()).findings).toEqual([])
  })
})

describe('what is entered after a closing', () => {
  it('is a difference with its events, each told late or a correction, and leaves the closing intact', async () => {
    const { client, ids, setNow } = await decemberDesk()
    const { number, known } = await closeShown(client)
    expect(await client.closing.differences({ number })).toEqual({ known, total: 0, causeAlone: 0, rows: [] })
    setNow('2026-12-05T02:00:00.000Z')
    const [first = 1, second = 2, third = 3] = ids
    await step(client, second, 'result-ready', '2026-11-30')
    // What happens in December is no difference of November.
    await step(client, third, 'withdrawn', '2026-12-04')
    await step(client, first, 'returned', '2026-12-04')
    const page = await client.dossiers.get({ id: first })
    const ready = page.timeline.find(({ kind }) => kind === 'result-ready')
    await client.dossiers.correct({
      ...{ id: first, version: page.version, reason: 'ghi nhầm ngày', changes: null, revoked: null },
      redated: { seq: ready?.seq ?? 0, on: civilDate('2026-12-03') },
    })
    const { rows, total } = await client.closing.differences({ number })
    expect(total).toBe(2)
    expect(
      rows.map(({ id, before, after, events }) => [id, before?.standing, after?.standing, events]),
    ).toEqual([
      [
        first,
        'early',
        'in-time',
        [expect.objectContaining({ kind: 'corrected', lateEntry: false, authorName: 'Nguyễn Văn Cửa' })],
      ],
      [
        second,
        'in-time',
        'early',
        [
          expect.objectContaining({
            ...{ kind: 'result-ready', happenedOn: '2026-11-30', lateEntry: true },
            enteredAt: '2026-12-05T02:00:00.000Z',
          }),
        ],
      ],
    ])
    // The same by the moment of the closing, and nothing by a moment after.
    const since = await client.closing.since({ ...NOVEMBER, moment: '2026-12-02T02:00:00.000Z' })
    expect(since).toEqual({ known, total, causeAlone: 0, rows })
    expect((await client.closing.since({ ...NOVEMBER, moment: '2026-12-06T00:00:00.000Z' })).total).toBe(0)
    // And as a file: of the closing, and of the moment.
    const file = await client.closing.exportDifferences({ number, language: 'vi' })
    expect(file.name).toBe('ho-so-tinh-khac_chi-nhanh-thu_2026-11-01_2026-11-30.xlsx')
    const sheet = await readSheet(new Uint8Array(Buffer.from(file.content, 'base64')))
    const due = rows[1]?.before?.dueOn ?? ''
    expect(rowWith(sheet, rows[1]?.code ?? '').slice(2)).toEqual([
      ...['(4) Trực tuyến; (12) Trong hạn', new Date(`${due}T00:00:00Z`), null],
      ...['(4) Trực tuyến; (8) Trước hạn', new Date(`${due}T00:00:00Z`), new Date('2026-11-30T00:00:00Z')],
      expect.stringContaining('kết quả so với hạn'),
      'Có kết quả 30/11/2026, ghi 05/12/2026 09:00, Nguyễn Văn Cửa (ghi muộn)',
    ])
    expect(textOf(sheet)).toContain('So với lần chốt số 1. Số hồ sơ: 2')
    const other = await client.closing.exportSince({
      ...{ ...NOVEMBER, moment: '2026-12-02T02:00:00.000Z', language: 'en' },
    })
    expect(textOf(await readSheet(new Uint8Array(Buffer.from(other.content, 'base64'))))).toContain(
      'Against the figures as known at 02/12/2026 09:00. Dossiers: 2',
    )
    // A period under way is compared as on the screen: to the end of today.
    const underWay = await client.closing.exportSince({
      ...{ ...DECEMBER, moment: '2026-12-02T02:00:00.000Z', language: 'vi' },
    })
    expect(underWay.name).toContain('_2026-12-01_2026-12-05.xlsx')
    const noted = await client.audit.list({
      ...{ before: null, limit: 3 },
      filter: { source: 'all', kind: 'exported', personId: null, from: null, to: null, code: '' },
    })
    expect(noted.rows.map(({ facts }) => [facts['what'], facts['rows'], facts['filter.number']])).toEqual([
      ['differences', expect.any(Number), undefined],
      ['differences', 2, undefined],
      ['differences', 2, number],
    ])
    expect(await client.closing.conflicts(NOVEMBER)).toMatchObject([{ number, differing: 2 }])
    expect(await client.closing.conflicts(DECEMBER)).toEqual([])
    expect(await client.closing.verify({ number })).toMatchObject({
      intact: true,
      recounted: true,
      differing: 0,
    })
  })

  it('of which only the cause of lateness is another one counts as it did, and is told apart', async () => {
    const { client, ids, setNow } = await decemberDesk()
    const { number } = await closeShown(client)
    setNow('2027-01-20T02:00:00.000Z')
    const [, second = 2, third = 3] = ids
    await client.desk.setCause({ ids: [third], cause: 'overload', note: '' })
    expect(await client.closing.conflicts(NOVEMBER)).toMatchObject([{ number, differing: 0, causeAlone: 1 }])
    await step(client, second, 'result-ready', '2026-11-30')
    expect(await client.closing.conflicts(NOVEMBER)).toMatchObject([{ number, differing: 1, causeAlone: 1 }])
    const { total, causeAlone, rows } = await client.closing.differences({ number })
    expect([total, causeAlone]).toEqual([2, 1])
    // Those that count otherwise come first, whatever their numbers.
    expect(rows.map(({ id, fields }) => [id, fields.includes('lateCause'), fields.length > 1])).toEqual([
      [second, false, true],
      [third, true, false],
    ])
    expect((await client.closing.verify({ number })).intact).toBe(true)
  })

  it('keeps the next report back until the period is opened again and closed anew', async () => {
    const { client, ids, setNow } = await decemberDesk()
    const { number } = await closeShown(client)
    const december = { ...DECEMBER, by: 'field' as const }
    setNow('2027-01-04T02:00:00.000Z')
    expect((await client.figures.summary(december)).identities.at(-1)).toEqual({
      ...{ identity: 'carried-over=pending-closed', left: 3, right: 3, holds: true },
    })
    await step(client, ids[1] ?? 2, 'result-ready', '2026-11-30')
    expect(await refusalOf(client.figures.exportSummary(december))).toMatchObject({
      ...{ code: 'identity-failed', params: { identity: 'carried-over=pending-closed', left: 2, right: 3 } },
    })
    expect((await client.closing.preview(DECEMBER)).refusal).toEqual({
      code: 'identity-failed',
      number: null,
    })
    expect(await refusalOf(closeShown(client, DECEMBER))).toMatchObject({ code: 'identity-failed' })
    await client.closing.reopen({ number, reason: 'Ghi muộn' })
    await closeShown(client)
    expect((await closeShown(client, DECEMBER)).number).toBe(3)
    expect((await client.figures.exportSummary(december)).name).toContain('2026-12-01')
  })

  it('that makes a dossier of the period later is told as new', async () => {
    const { client, exchange } = await decemberDesk()
    const { number } = await closeShown(client)
    const { id } = await client.reception.receive(
      receptionOf(exchange, {}, { acceptedAt: '2026-11-27T02:00:00.000Z' }),
    )
    const { rows } = await client.closing.differences({ number })
    expect(rows).toMatchObject([
      { id, before: null, after: { origin: 'direct-postal' }, events: [{ kind: 'accepted' }] },
    ])
  })
})

it('a change of the calendar makes differences without events, and leaves the closing intact', async () => {
  const { client, setNow } = await decemberDesk()
  setNow('2027-01-04T02:00:00.000Z')
  const { number } = await closeShown(client, DECEMBER)
  await make(client, changeOf(day('2026-12-24', 'off')))
  const { rows } = await client.closing.differences({ number })
  expect(rows.map(({ fields, events }) => [fields, events])).toEqual([
    [['daysLate'], []],
    [['daysLate'], []],
    [['daysLate'], []],
  ])
  expect(await client.closing.verify({ number })).toMatchObject({ intact: true })
})

describe('a register with closed periods', () => {
  it('goes out as open files and comes in again, every closing intact and chained', async () => {
    const { client } = await decemberDesk()
    const { number } = await closeShown(client)
    await client.closing.reopen({ number, reason: 'Ghi muộn' })
    await closeShown(client)
    const closings = await client.closing.list()
    const { content } = await client.backups.exportAll()
    const to = await openTestCore({ setUp: false, now: '2026-12-03T02:00:00.000Z' })
    await to.client.backups.importAll({ content, userName: 'Phạm Văn Mới', account: null })
    expect(await to.client.closing.list()).toEqual(closings)
    for (const one of closings) expect((await to.client.closing.verify(one)).intact).toBe(true)
    expect((await to.client.audit.verify()).findings).toEqual([])
    expect(
      (await closeShown(to.client, { from: civilDate('2026-10-01'), to: civilDate('2026-10-31') })).number,
    ).toBe(3)
  })

  it('and with stop orders is opened again without a word: both are vouched for by their entries', async () => {
    const { client, core, dataDir } = await decemberDesk()
    await closeShown(client)
    await client.stops.add({
      ...{ commune: 'Vĩnh Hải', mapSheet: '12', plot: '34', document: '1/QĐ', agency: 'THADS', reason: '' },
      issuedOn: civilDate('2026-11-20'),
    })
    await core.close()
    const again = await openTestCore({ dataDir, setUp: false, now: '2026-12-02T03:00:00.000Z' })
    const { health } = await again.client.office.status()
    expect(health).toBeNull()
    const database = new BetterSqlite3(join(dataDir, 'register.db'), { readonly: true })
    expect(database.prepare("SELECT detail FROM audit_entry WHERE kind = 'changed-outside'").all()).toEqual(
      [],
    )
    database.close()
  })
})
