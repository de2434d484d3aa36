import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { inspectRegister } from '../../store/backup-inspect.ts'
import { APPLICATION_ID, Store } from '../../store/database.ts'
import { MIGRATIONS } from '../../store/migrations/index.ts'
import { testFolder } from '../../store/test-store.ts'
import { type TestCore, openTestCore, procedureId, receptionOf, refusalOf } from '../test-core.ts'
import { BackupDesk } from './desk.ts'

const backupsIn = (folder: string): string[] =>
  existsSync(folder) ? readdirSync(folder).filter((name) => /\.db(\.sealed)?$/.test(name)) : []

async function receive({ client }: TestCore): Promise<void> {
  await client.reception.receive(receptionOf(await procedureId(client, 'transfer')))
}

/** A desk of its own on the register of a core, with a clock the test sets. */
async function deskOn(office: TestCore) {
  let now = '2026-11-23T02:00:00.000Z'
  const store = new Store(join(office.dataDir, 'register.db'))
  onTestFinished(() => store.close())
  const logged: unknown[] = []
  const desk = new BackupDesk({
    dataDir: office.dataDir,
    automatic: true,
    workerUrl: new URL('../worker.ts', import.meta.url),
    version: 'test',
    now: () => now,
    log: (_message, error) => logged.push(error),
    notify: () => undefined,
    store: () => store,
    replace: () => Promise.resolve(true),
  })
  await desk.look()
  return { desk, store, logged, setNow: (instant: string) => (now = instant) }
}

describe('backups by themselves', () => {
  it('are made on the first look of a day with news, and not without', async () => {
    const office = await openTestCore()
    const { desk, setNow } = await deskOn(office)
    expect(backupsIn(desk.folder)).toEqual(['so-mot-cua_2026-11-23_09-00-00_01_daily.db'])
    await receive(office)
    setNow('2026-11-23T09:00:00.000Z')
    await desk.look()
    expect(backupsIn(desk.folder)).toHaveLength(1)
    setNow('2026-11-24T01:00:00.000Z')
    await desk.look()
    expect(backupsIn(desk.folder)).toHaveLength(2)
    setNow('2026-11-25T01:00:00.000Z')
    await desk.look()
    expect(backupsIn(desk.folder)).toHaveLength(2)
  })

  it('are made at closing, if anything happened', async () => {
    const office = await openTestCore()
    const { desk, setNow } = await deskOn(office)
    await desk.close()
    expect(backupsIn(desk.folder)).toHaveLength(1)
    await receive(office)
    setNow('2026-11-23T10:00:00.000Z')
    await desk.close()
    expect(backupsIn(desk.folder)).toContain('so-mot-cua_2026-11-23_17-00-00_01_closing.db')
  })

  it('go on after one was made while the clock was years ahead', async () => {
    const office = await openTestCore()
    const second = testFolder()
    office.setNow('2031-01-01T02:00:00.000Z')
    await office.client.backups.setSecondFolder({ folder: second })
    await office.client.backups.make()
    office.setNow('2026-11-23T02:00:00.000Z')
    const { desk, setNow } = await deskOn(office)
    await receive(office)
    setNow('2026-11-24T01:00:00.000Z')
    await desk.look()
    const daily = 'so-mot-cua_2026-11-24_08-00-00_01_daily.db'
    expect(backupsIn(desk.folder)).toContain(daily)
    expect(backupsIn(second)).toContain(daily)
    expect(desk.state()).toMatchObject({
      lastGood: '2026-11-24T01:00:00.000Z',
      second: { lastGood: '2026-11-24T01:00:00.000Z' },
    })
  })

  it('are made and told of at closing the office', async () => {
    const dataDir = testFolder()
    const first = await openTestCore({ dataDir, automaticBackups: true })
    await receive(first)
    await first.core.close()
    const folder = join(dataDir, 'backups')
    expect(backupsIn(folder)).toEqual(['so-mot-cua_2026-11-23_09-00-00_01_closing.db'])
  })

  it('are made before a register of an earlier version is changed, as it was', async () => {
    const dataDir = testFolder()
    const raw = new BetterSqlite3(join(dataDir, 'register.db'))
    for (const { sql } of MIGRATIONS.slice(0, 3)) raw.exec(sql)
    raw.pragma(`application_id = ${APPLICATION_ID}`)
    raw.pragma('user_version = 3')
    raw.close()
    const { client } = await openTestCore({ dataDir, automaticBackups: true })
    const [backup] = (await client.backups.overview()).backups
    expect(backup).toMatchObject({ reason: 'migration', standing: 'good' })
    expect(inspectRegister(join(dataDir, 'backups', backup?.name ?? '')).schema).toBe(3)
    const source = { place: 'first', name: backup?.name ?? '' } as const
    // Restored, it is brought to the present schema again.
    expect(await client.backups.preview({ source, password: null })).toMatchObject({ dossiers: 0 })
  })

  it('go on when they cannot be written, tell why once, and try again later', async () => {
    const office = await openTestCore()
    const { desk, store, setNow } = await deskOn(office)
    await receive(office)
    renameSync(desk.folder, `${desk.folder}-kept`)
    writeFileSync(desk.folder, 'a file where the folder was')
    setNow('2026-11-24T01:00:00.000Z')
    await desk.look()
    expect(desk.state().failures).toMatchObject([{ place: 'first' }])
    const told = () => store.read.all("SELECT 1 FROM audit_entry WHERE kind = 'backup-failed'").length
    expect(told()).toBe(1)
    setNow('2026-11-24T01:40:00.000Z')
    await desk.look()
    expect(told()).toBe(1)
    rmSync(desk.folder)
    setNow('2026-11-24T01:50:00.000Z')
    await desk.look()
    expect(desk.state().failures).toHaveLength(1)
    setNow('2026-11-24T02:20:00.000Z')
    await desk.look()
    expect(desk.state()).toMatchObject({ failures: [], lastGood: '2026-11-24T02:20:00.000Z' })
  })
})

describe('the second folder', () => {
  it('is refused where it makes no sense', async () => {
    const { client, dataDir } = await openTestCore()
    const file = join(testFolder(), 'a-file')
    writeFileSync(file, '')
    const inside = join(dataDir, 'backups')
    mkdirSync(inside, { recursive: true })
    for (const [folder, code] of [
      ['/no/such/folder', 'folder-missing'],
      ['backups', 'not-absolute'],
      ['../backups', 'not-absolute'],
      ['/tmp/\0x', 'not-absolute'],
      [file, 'not-a-folder'],
      [join(file, 'below'), 'folder-missing'],
      [dataDir, 'inside-data-folder'],
      [inside, 'inside-data-folder'],
      [`${dataDir}/../${dataDir.split('/').at(-1)}/backups`, 'inside-data-folder'],
      ['x'.repeat(1001), 'too-long'],
      ['  ', 'required'],
    ] as const) {
      const refusal = await refusalOf(client.backups.setSecondFolder({ folder }))
      expect([folder, refusal.fields]).toMatchObject([folder, [{ field: 'folder', code }]])
    }
    expect((await client.backups.overview()).secondFolder).toBeNull()
  })

  it('gets each backup, catches up when it was away, and is never written to while it is not there', async () => {
    const office = await openTestCore()
    const second = testFolder()
    await office.client.backups.make()
    const { backups, state } = await office.client.backups.setSecondFolder({ folder: second })
    expect(backups.map(({ place, standing }) => [place, standing])).toEqual([
      ['first', 'good'],
      ['second', 'good'],
    ])
    expect(state.second).toMatchObject({ reachable: true, lastGood: state.lastGood })

    // The stick is pulled out; its place stays, an empty folder.
    const pulled = `${second}-pulled`
    renameSync(second, pulled)
    mkdirSync(second)
    onTestFinished(() => rmSync(pulled, { recursive: true, force: true }))
    await receive(office)
    office.setNow('2026-11-23T03:00:00.000Z')
    const without = await office.client.backups.make()
    expect(without).toMatchObject({
      lastGood: '2026-11-23T03:00:00.000Z',
      second: { reachable: false, lastGood: null },
      failures: [{ place: 'second', code: 'folder-missing' }],
    })
    expect(readdirSync(second)).toEqual([])

    rmSync(second, { recursive: true })
    renameSync(pulled, second)
    const { desk } = await deskOn(office)
    await desk.look()
    expect(backupsIn(second)).toHaveLength(2)
    expect(desk.state()).toMatchObject({
      failures: [],
      second: { reachable: true, lastGood: '2026-11-23T03:00:00.000Z' },
    })
  })
})

/** A disk of 2 MB, where this machine lets one be made. */
function smallDisk(): string | null {
  const folder = testFolder()
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', folder])
  if (status !== 0) return null
  onTestFinished(() => void spawnSync('umount', [folder]))
  return folder
}

describe('a full disk', () => {
  it('is told, leaves nothing behind, and the next backup is made once there is room', async (test) => {
    const small = smallDisk()
    if (small === null) return test.skip('no small disk can be made here')
    const office = await openTestCore()
    await office.client.backups.setSecondFolder({ folder: small })
    writeFileSync(join(small, 'filler'), Buffer.alloc(1_900_000))
    const state = await office.client.backups.make()
    expect(state.failures).toMatchObject([{ place: 'second', code: 'no-room' }])
    expect(state.lastGood).not.toBeNull()
    expect(readdirSync(small).filter((name) => name.includes('part'))).toEqual([])
    rmSync(join(small, 'filler'))
    expect((await office.client.backups.make()).failures).toEqual([])
    expect(backupsIn(small)).toHaveLength(1)
  })

  it('under the register itself: the backup is refused in words, the work goes on', async (test) => {
    const small = smallDisk()
    if (small === null) return test.skip('no small disk can be made here')
    const office = await openTestCore({ dataDir: join(small, 'data') })
    fill(small)
    expect(await refusalOf(office.client.backups.make())).toMatchObject({
      code: 'backup-failed',
      params: { reason: 'no-room' },
    })
    rmSync(join(small, 'filler'))
    await receive(office)
    expect((await office.client.dossiers.counts()).all).toBe(1)
  })
})

/** Leaves 128 KB of a disk. */
function fill(folder: string): void {
  const filler = join(folder, 'filler')
  writeFileSync(filler, '')
  let size = 0
  try {
    for (; ; size += 32_768) appendFileSync(filler, Buffer.alloc(32_768))
  } catch {
    truncateSync(filler, size - 4 * 32_768)
  }
}

describe('a file that is to be restored', () => {
  it('is refused in its own words, and nothing changes', async () => {
    const { client, dataDir } = await openTestCore()
    await client.backups.make()
    const [backup] = (await client.backups.overview()).backups
    const whole = join(dataDir, 'backups', backup?.name ?? '')
    const folder = testFolder()
    const put = (name: string, content: Buffer): string => {
      writeFileSync(join(folder, name), content)
      return join(folder, name)
    }
    const bytes = readFileSync(whole)
    const cut = put('cut.db', bytes)
    truncateSync(cut, 8192)
    const closed = put('closed.db', bytes)
    chmodSync(closed, 0o000)
    const codeOf = async (path: string): Promise<unknown> => {
      const { code, fields } = await refusalOf(
        client.backups.preview({ source: { place: 'file', path }, password: null }),
      )
      return fields[0]?.code ?? code
    }
    expect(await codeOf(cut)).toBe('backup-damaged')
    expect(await codeOf(put('empty.db', Buffer.alloc(0)))).toBe('backup-foreign')
    expect(await codeOf(put('note.txt', Buffer.from('không phải bản sao lưu')))).toBe('backup-foreign')
    expect(await codeOf(join(folder, 'none.db'))).toBe('backup-not-found')
    expect(await codeOf(folder)).toBe('backup-not-found')
    expect(await codeOf('cut.db')).toBe('not-absolute')
    expect(await codeOf(join(dataDir, 'register.db'))).toBe('is-the-register')
    for (const name of ['../register.db', 'register.db', '/etc/passwd', 'so-mot-cua_../x.db']) {
      expect(
        await refusalOf(client.backups.preview({ source: { place: 'first', name }, password: null })),
      ).toMatchObject({ code: 'backup-not-found' })
    }
    expect(readdirSync(dataDir).filter((name) => name.includes('staged'))).toEqual([])
    expect(
      await client.backups.preview({ source: { place: 'file', path: whole }, password: null }),
    ).toMatchObject({ relation: 'earlier', loss: { events: 0, received: 0 } })
  })
})
