/**
 * Somebody of the office who sits at the machine: puts the clock back, or writes to the file with another program and
 * puts everything back afterwards. What they cannot have is that nobody ever knows.
 */
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { TITLES, base64, goodRow, registerFile } from '../imports/testing.ts'
import { openCore } from '../open-core.ts'
import { RESOURCES, clientOf, openTestCore, procedureId, receptionOf } from '../test-core.ts'

vi.mock('node:crypto', async (original) => (await import('../people/cheap-hashes.ts')).cheapCrypto(original))

const PASSWORD = 'mật-khẩu-thử-9'
const ACCOUNT = { login: 'truong', password: PASSWORD }

/** Works on a register's file as another program would. */
function behind<Result>(dataDir: string, work: (db: BetterSqlite3.Database) => Result): Result {
  const db = new BetterSqlite3(join(dataDir, 'register.db'))
  try {
    return work(db)
  } finally {
    db.close()
  }
}

function witnessed(dataDir: string): { kind: string; detail: unknown }[] {
  return behind(dataDir, (db) =>
    db
      .prepare<[], { kind: string; detail: string }>(
        `SELECT kind, detail FROM audit_entry WHERE kind IN ('clock-set-back', 'changed-outside') ORDER BY id`,
      )
      .all()
      .map(({ kind, detail }) => ({ kind, detail: JSON.parse(detail) as unknown })),
  )
}

describe('a late result entered as in time', () => {
  it('by a clock put back while the office is open: the entry of it stands before the result', async () => {
    const { client, dataDir, setNow } = await openTestCore()
    const { id } = await client.reception.receive(receptionOf(await procedureId(client, 'transfer')))
    setNow('2026-12-20T02:00:00.000Z')
    await client.dossiers.counts()
    setNow('2026-12-03T02:00:00.000Z')
    await client.dossiers.recordStep({
      ...{ id, version: 1, step: 'taken', holderId: 1, note: '' },
      ...{ happenedOn: '2026-12-03', happenedAt: null },
    })
    expect(witnessed(dataDir)).toEqual([
      { kind: 'clock-set-back', detail: { clockBefore: '2026-12-20T02:00:00.000Z' } },
    ])
    const { rows } = await client.audit.list({ filter: EVERYTHING, before: null, limit: 10 })
    const order = rows.map(({ kind }) => kind)
    expect(order.indexOf('clock-set-back')).toBeGreaterThan(order.indexOf('taken'))
  })

  it('by a clock put back before the program is started', async () => {
    const { core, client, dataDir } = await openTestCore({ now: '2026-12-20T02:00:00.000Z' })
    await client.reception.receive(receptionOf(await procedureId(client, 'transfer')))
    await core.close()
    await openTestCore({ dataDir, setUp: false, now: '2026-12-03T02:00:00.000Z' })
    await vi.waitFor(() =>
      expect(witnessed(dataDir)).toEqual([
        { kind: 'clock-set-back', detail: { clockBefore: '2026-12-20T02:00:00.000Z' } },
      ]),
    )
  })

  it('not so a clock that the network sets right by seconds', async () => {
    const { client, dataDir, setNow } = await openTestCore()
    setNow('2026-11-23T01:57:30.000Z')
    await client.dossiers.counts()
    await client.reception.receive(receptionOf(await procedureId(client, 'transfer')))
    expect(witnessed(dataDir)).toEqual([])
  })
})

describe('signing in as another', () => {
  it('by one’s own hash in their row, put back afterwards: the next opening writes down that accounts differ', async () => {
    const { core, client, dataDir } = await openTestCore({ account: { ...ACCOUNT, roles: ['head'] } })
    await client.people.add({ name: 'Lan', login: 'lan', roles: ['counter'] })
    await core.close()
    const own = behind(dataDir, (db) => {
      const hash = db.prepare('SELECT password FROM account WHERE staff_id = 1').pluck()
      const kept = String(hash.get())
      db.exec(
        'UPDATE account SET password = (SELECT password FROM account WHERE staff_id = 2) WHERE staff_id = 1',
      )
      return kept
    })
    const again = await openTestCore({ dataDir, setUp: false })
    expect((await again.client.office.status()).health).toMatchObject({ kind: 'history-differs' })
    await again.core.close()
    behind(dataDir, (db) => db.prepare('UPDATE account SET password = ? WHERE staff_id = 1').run(own))
    const after = await openTestCore({ dataDir, setUp: false })
    await after.client.people.signIn({ login: ACCOUNT.login, password: PASSWORD })
    expect(witnessed(dataDir)).toEqual([
      { kind: 'changed-outside', detail: { found: 1, differs: ['account'] } },
    ])
    expect((await after.client.audit.verify()).found).toBe(0)
  })
})

describe('writing to the file', () => {
  it('while the program has it open is written down within a second or two, whatever was written', async () => {
    const { client, dataDir } = await openTestCore()
    await client.reception.receive(receptionOf(await procedureId(client, 'transfer')))
    expect(witnessed(dataDir)).toEqual([])
    behind(dataDir, (db) => db.exec("UPDATE dossier SET due_on = '2030-01-01'"))
    behind(dataDir, (db) => db.exec("UPDATE dossier SET due_on = '2026-12-04'"))
    const once = [{ kind: 'changed-outside', detail: { whileOpen: true } }]
    await vi.waitFor(
      async () => {
        await client.dossiers.counts()
        expect(witnessed(dataDir)).toEqual(once)
      },
      { timeout: 10_000, interval: 100 },
    )
    await new Promise((resolve) => setTimeout(resolve, 1200))
    await client.dossiers.counts()
    await client.people.list()
    expect(witnessed(dataDir)).toEqual(once)
  })

  it('is found by the full check and stays written down after everything was put back', async () => {
    const { core, client, dataDir } = await openTestCore()
    await client.reception.receive(receptionOf(await procedureId(client, 'transfer')))
    // A last link that is hurt is noticed at opening already.
    await client.people.add({ name: 'Lan', login: null, roles: [] })
    await core.close()
    const change = (from: string, to: string) =>
      behind(dataDir, (db) => {
        const sql = String(
          db.prepare("SELECT sql FROM sqlite_schema WHERE name = 'dossier_event_no_update'").pluck().get(),
        )
        db.exec('DROP TRIGGER dossier_event_no_update')
        db.prepare('UPDATE dossier_event SET fact = replace(fact, ?, ?)').run(from, to)
        db.exec(sql)
      })
    change('2026-12-04', '2030-01-01')
    const checked = await openCore({
      ...{ dataDir, resourcesDir: RESOURCES, now: () => '2026-11-23T02:00:00.000Z', log: () => undefined },
      ...{ workerUrl: new URL('../worker.ts', import.meta.url), version: 'test' },
      fullCheck: { afterMs: 0, everyMs: 200 },
    })
    onTestFinished(() => checked.close())
    const window = clientOf(checked, checked.openSession())
    await expect
      .poll(async () => (await window.office.status()).health, { timeout: 15_000 })
      .toMatchObject({ kind: 'history-differs' })
    // The same finding again, a few checks on, is no news.
    await new Promise((resolve) => setTimeout(resolve, 1500))
    await checked.close()
    change('2030-01-01', '2026-12-04')
    expect(witnessed(dataDir)).toEqual([
      { kind: 'changed-outside', detail: { found: expect.any(Number) as number, firstBroken: 3 } },
    ])
  })
})

it('an office that only works is suspected of nothing', async () => {
  const { core, client, dataDir } = await openTestCore({ automaticBackups: true })
  await client.reception.receive(receptionOf(await procedureId(client, 'transfer')))
  await client.backups.make()
  await client.audit.verify()
  await client.audit.rebuildRows()
  await client.backups.exportAll()
  const content = base64(
    await registerFile(
      Array.from({ length: 30 }, () => goodRow()),
      TITLES,
    ),
  )
  const { importId, sheet, sheets } = await client.imports.open({ fileName: 'x.xlsx', content })
  const [found] = sheets
  await client.imports.check({
    ...{ importId, sheet, headerRow: found?.headerRow ?? 1 },
    mapping: found?.mapping ?? {},
  })
  await client.imports.commit({ importId })
  await client.people.add({ name: 'Lan', login: null, roles: [] })
  await client.dossiers.export({
    ...{ filter: ALL, language: 'vi' },
    sort: { field: 'code', descending: false },
  })
  await core.close()
  const again = await openTestCore({ dataDir, setUp: false, automaticBackups: true })
  await again.client.dossiers.counts()
  expect((await again.client.office.status()).health).toBeNull()
  expect(witnessed(dataDir)).toEqual([])
}, 60_000)

const EVERYTHING = { source: 'all', kind: null, personId: null, from: null, to: null, code: '' } as const
const ALL = {
  queue: 'all',
  search: '',
  procedureId: null,
  state: null,
  holderId: null,
  channel: null,
  commune: null,
  acceptedFrom: null,
  acceptedTo: null,
  dueFrom: null,
  dueTo: null,
} as const
