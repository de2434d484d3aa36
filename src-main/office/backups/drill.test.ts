import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { describe, expect, it, vi } from 'vitest'
import { civilDate } from '../../domain/civil-date.ts'
import { openReader } from '../../store/database.ts'
import { testFolder } from '../../store/test-store.ts'
import { RegisterDoor } from '../rescue/register-door.ts'
import { RegisterWatch } from '../rescue/watch.ts'
import { TEST_OFFICE, clientOf, openTestCore, procedureId, receptionOf, refusalOf } from '../test-core.ts'

const ACCOUNT = { login: 'truong', password: 'mật-khẩu-thử-9', roles: [] as 'head'[] }

/** Receives dossiers, one for each name. */
async function receive(client: Awaited<ReturnType<typeof openTestCore>>['client'], ...names: string[]) {
  const id = await procedureId(client, 'transfer')
  for (const applicantName of names) await client.reception.receive(receptionOf(id, { applicantName }))
}

const YEAR = { from: civilDate('2026-01-01'), to: civilDate('2026-12-31'), by: 'procedure' as const }

describe('the drill: a backup is restored', () => {
  it('and the office stands where it stood, the replaced register is kept, everybody signs in anew', async () => {
    const office = await openTestCore({
      account: { ...ACCOUNT, roles: ['head', 'counter'] },
    })
    const { core, client, dataDir, setNow } = office
    const notices: string[] = []
    core.subscribe(({ topic }) => notices.push(topic))
    await receive(client, 'Nguyễn Văn A', 'Trần Thị B')
    const before = await client.figures.summary(YEAR)
    await client.backups.make()
    setNow('2026-11-24T02:00:00.000Z')
    await receive(client, 'Lê Văn C')
    expect(await client.figures.summary(YEAR)).not.toEqual(before)

    const { backups } = await client.backups.overview()
    expect(backups).toMatchObject([{ place: 'first', standing: 'good', dossiers: 2, reason: 'by-hand' }])
    const source = { place: 'first', name: backups[0]?.name ?? '' } as const
    const preview = await client.backups.preview({ source, password: null })
    expect(preview).toMatchObject({
      relation: 'earlier',
      dossiers: 2,
      present: { dossiers: 3 },
      loss: { received: 1, events: 1, days: [{ day: '2026-11-24', received: 1, events: 1 }] },
    })
    await client.backups.restore({ previewId: preview.previewId })
    expect(notices).toContain('replaced')

    expect(await client.office.status()).toMatchObject({
      user: null,
      restored: { at: '2026-11-24T02:00:00.000Z', madeAt: '2026-11-23T02:00:00.000Z' },
    })
    expect(await refusalOf(client.dossiers.counts())).toMatchObject({ code: 'not-signed-in' })
    await client.people.signIn(ACCOUNT)
    // A year under way is counted to today, which is a day later now.
    expect(await client.figures.summary(YEAR)).toEqual({ ...before, countedTo: '2026-11-24' })
    const after = await client.backups.overview()
    expect(after.replaced.count).toBe(1)
    expect(after.backups[0]).toMatchObject({ reason: 'restore', dossiers: 3 })
    const [kept = ''] = readdirSync(join(dataDir, 'replaced'))
    const replaced = openReader(join(dataDir, 'replaced', kept))
    expect(replaced.db.get('SELECT count(*) AS n FROM dossier')).toEqual({ n: 3 })
    replaced.close()
    const { db, close } = openReader(join(dataDir, 'register.db'))
    const told = db.all<{ detail: string }>("SELECT detail FROM audit_entry WHERE kind = 'restored'")
    close()
    expect(told).toHaveLength(1)
    expect(JSON.parse(told[0]?.detail ?? '')).toMatchObject({
      file: source.name,
      by: 'Nguyễn Văn Cửa',
      relation: 'earlier',
      replaced: kept,
    })
    expect(existsSync(join(dataDir, 'restore.json'))).toBe(false)

    // And forward again: the state of before the restore is a backup like any other.
    const forward = { place: 'first', name: after.backups[0]?.name ?? '' } as const
    const second = await client.backups.preview({ source: forward, password: null })
    expect(second.relation).toBe('apart')
    await client.backups.restore({ previewId: second.previewId })
    await client.people.signIn(ACCOUNT)
    expect((await client.dossiers.counts()).all).toBe(3)
    expect(office.bugs).toEqual([])
  })

  it('only as it was previewed: what was entered meanwhile is not lost unseen', async () => {
    const { client } = await openTestCore()
    await receive(client, 'Nguyễn Văn A')
    await client.backups.make()
    const [backup] = (await client.backups.overview()).backups
    const source = { place: 'first', name: backup?.name ?? '' } as const
    const { previewId } = await client.backups.preview({ source, password: null })
    await receive(client, 'Trần Thị B')
    expect(await refusalOf(client.backups.restore({ previewId }))).toMatchObject({ code: 'restore-outdated' })
    const again = await client.backups.preview({ source, password: null })
    await client.backups.restore({ previewId: again.previewId })
    expect(await refusalOf(client.backups.restore({ previewId: again.previewId }))).toMatchObject({
      code: 'restore-outdated',
    })
    expect((await client.dossiers.counts()).all).toBe(1)
  })

  it('tells whose accounts and which rules would be those of then again, without a password', async () => {
    const { client } = await openTestCore({ account: ACCOUNT })
    const lan = await client.people.add({ name: 'Lan', login: 'lan', roles: ['counter'] })
    const hoa = await client.people.add({ name: 'Hoa', login: 'hoa', roles: ['counter', 'head'] })
    await client.people.add({ name: 'Minh', login: 'minh', roles: ['counter'] })
    await client.backups.make()
    await client.people.setActive({ id: lan.person.id, active: false })
    await client.people.change({ id: hoa.person.id, login: 'hoa', roles: ['counter'] })
    await client.people.resetPassword({ id: hoa.person.id })
    await client.people.add({ name: 'Tú', login: 'tu', roles: ['counter'] })
    await client.office.change({ ...TEST_OFFICE, name: 'Chi nhánh khác' })
    const [backup] = (await client.backups.overview()).backups
    const source = { place: 'first', name: backup?.name ?? '' } as const
    const preview = await client.backups.preview({ source, password: null })
    expect(preview.accounts).toEqual([
      { name: 'Hoa', changes: ['roles', 'password'], roles: ['counter', 'head'], active: true },
      { name: 'Lan', changes: ['active'], roles: ['counter'], active: true },
      { name: 'Tú', changes: ['goes'], roles: [], active: false },
    ])
    expect(preview.access).toBeNull()
    expect(preview.loss.changes).toEqual({ calendar: 0, procedures: 0, settings: 1 })
    expect(JSON.stringify(preview)).not.toContain('scrypt')

    // The next takes away no more than was shown, not even a deactivation.
    const again = await client.people.add({ name: 'Vân', login: 'van', roles: ['counter'] })
    await client.people.setActive({ id: again.person.id, active: false })
    expect(await refusalOf(client.backups.restore({ previewId: preview.previewId }))).toMatchObject({
      code: 'restore-outdated',
    })
  })

  it('under a password: with the office’s own at once, with an older one when it is typed', async () => {
    const { client } = await openTestCore()
    await receive(client, 'Nguyễn Văn A')
    expect((await client.backups.setPassword({ password: 'khóa thứ nhất' })).sealed).toBe(true)
    await client.backups.make()
    const [backup] = (await client.backups.overview()).backups
    expect(backup).toMatchObject({ sealed: true, standing: 'good', dossiers: 1 })
    const source = { place: 'first', name: backup?.name ?? '' } as const
    expect(await client.backups.preview({ source, password: null })).toMatchObject({ dossiers: 1 })
    await client.backups.setPassword({ password: 'khóa thứ hai' })
    const tried = (password: string | null) => refusalOf(client.backups.preview({ source, password }))
    expect(await tried(null)).toMatchObject({ code: 'backup-password-needed' })
    expect(await tried('khóa thứ hai')).toMatchObject({ code: 'backup-wrong-password' })
    const { previewId } = await client.backups.preview({ source, password: 'khóa thứ nhất' })
    await client.backups.restore({ previewId })
    expect((await client.dossiers.counts()).all).toBe(1)
  }, 90_000)

  it('but never in or from the sample', async () => {
    const { core, client } = await openTestCore()
    const session = core.openSession()
    session.register = 'sample'
    const inSample = clientOf(core, session)
    expect(await inSample.backups.state()).toBeNull()
    expect(await refusalOf(inSample.backups.make())).toMatchObject({ code: 'not-in-sample' })
    expect(await refusalOf(inSample.backups.exportAll())).toMatchObject({ code: 'not-in-sample' })
    expect((await client.backups.state())?.lastGood).toBeNull()
  }, 120_000)
})

it('the settings of backups are kept beside the register, without the password', async () => {
  const { client, dataDir } = await openTestCore()
  await client.backups.setPassword({ password: 'khóa bí mật' })
  const kept = readFileSync(join(dataDir, 'backup-settings.json'), 'utf8')
  expect(kept).toContain('"salt"')
  expect(kept).not.toContain('khóa')
})

describe('a choice about backups', () => {
  const entriesOf = (dataDir: string): unknown[] => {
    const { db, close } = openReader(join(dataDir, 'register.db'))
    const told = db.all<{ detail: string }>(
      "SELECT detail FROM audit_entry WHERE kind = 'settings-changed' ORDER BY id",
    )
    close()
    return told.map(({ detail }): unknown => JSON.parse(detail))
  }

  it('that cannot be written down is not made', async () => {
    const { client, dataDir } = await openTestCore()
    const raw = new BetterSqlite3(join(dataDir, 'register.db'))
    raw.exec("CREATE TRIGGER stop BEFORE INSERT ON audit_entry BEGIN SELECT raise(ABORT, 'stop'); END")
    await expect(client.backups.setSecondFolder({ folder: testFolder() })).rejects.toThrow()
    await expect(client.backups.setPassword({ password: 'khóa thứ nhất' })).rejects.toThrow()
    raw.exec('DROP TRIGGER stop')
    raw.close()
    expect(existsSync(join(dataDir, 'backup-settings.json'))).toBe(false)
    expect(await client.backups.overview()).toMatchObject({ secondFolder: null, sealed: false })
  })

  it('that cannot be kept is told to be as before', async () => {
    const { client, dataDir } = await openTestCore()
    const second = testFolder()
    mkdirSync(join(dataDir, 'backup-settings.json'))
    await expect(client.backups.setSecondFolder({ folder: second })).rejects.toThrow()
    expect((await client.backups.overview()).secondFolder).toBeNull()
    expect(entriesOf(dataDir)).toMatchObject([
      { what: 'second-backup-folder', before: null, after: second },
      { what: 'second-backup-folder', before: second, after: null },
    ])
  })
})

it('no check holds the register while another takes its place; they are planned anew after', async () => {
  const { client } = await openTestCore()
  await client.backups.make()
  const [backup] = (await client.backups.overview()).backups
  const source = { place: 'first', name: backup?.name ?? '' } as const
  const { previewId } = await client.backups.preview({ source, password: null })
  const order = [
    vi.spyOn(RegisterWatch.prototype, 'stop'),
    vi.spyOn(RegisterDoor.prototype, 'replace'),
    vi.spyOn(RegisterWatch.prototype, 'start'),
  ].map(({ mock }) => mock.invocationCallOrder)
  await client.backups.restore({ previewId })
  const [stop, replace, start] = order.map(([first]) => first ?? NaN)
  expect(stop).toBeLessThan(replace ?? NaN)
  expect(replace).toBeLessThan(start ?? NaN)
  vi.restoreAllMocks()
})

describe('closing the office in the middle', () => {
  it('of a backup waits for it', async () => {
    const { core, client, dataDir } = await openTestCore({ automaticBackups: true })
    const making = client.backups.make()
    await core.close()
    await making
    const names = readdirSync(join(dataDir, 'backups'))
    // Whichever came first, the one asked for or the one of closing: whole, and with its description.
    const made = names.filter((name) => name.endsWith('.db'))
    expect(made.length).toBeGreaterThan(0)
    expect(names).toHaveLength(2 * made.length)
    expect(names.filter((name) => name.includes('.part'))).toEqual([])
  })

  it('of a restore leaves one register or the other, whole', async () => {
    const { core, client, dataDir } = await openTestCore()
    await client.backups.make()
    await receive(client, 'Nguyễn Văn A')
    const [backup] = (await client.backups.overview()).backups
    const source = { place: 'first', name: backup?.name ?? '' } as const
    const { previewId } = await client.backups.preview({ source, password: null })
    const restoring = client.backups.restore({ previewId }).catch(() => undefined)
    await core.close()
    await restoring
    const again = await openTestCore({ dataDir, setUp: false })
    expect([0, 1]).toContain((await again.client.dossiers.counts()).all)
    expect(again.bugs).toEqual([])
  })
})
