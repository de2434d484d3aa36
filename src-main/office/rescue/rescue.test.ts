import { execFileSync, spawn } from 'node:child_process'
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { Trouble } from '../../contract/rescue.ts'
import { MIGRATIONS } from '../../store/migrations/index.ts'
import { backupFolder, makeBackup } from '../../store/backup.ts'
import { Store } from '../../store/database.ts'
import { keepOpeningNote } from '../../store/opening-note.ts'
import { keepBackupSettings } from '../backups/settings.ts'
import { sealKey } from '../../store/backup-seal.ts'
import { testFolder } from '../../store/test-store.ts'
import { type TestCore, openTestCore, procedureId, receptionOf, refusalOf } from '../test-core.ts'

const NOW = '2026-11-23T02:00:00.000Z'

/** An office with some dossiers in it, closed; what was received last, and a backup from before that. */
async function closedOffice(dossiers = 3): Promise<{ dataDir: string; file: string; codes: string[] }> {
  const office = await openTestCore()
  const codes = await receive(office, dossiers)
  await office.core.close()
  return { dataDir: office.dataDir, file: join(office.dataDir, 'register.db'), codes }
}

async function receive({ client }: Pick<TestCore, 'client'>, count: number): Promise<string[]> {
  const id = await procedureId(client, 'transfer')
  const codes: string[] = []
  for (let i = 0; i < count; i++) {
    codes.push((await client.reception.receive(receptionOf(id, { applicantName: `Người ${i}` }))).code)
  }
  return codes
}

const reopen = (dataDir: string): Promise<TestCore> => openTestCore({ dataDir, setUp: false })
const troubleOf = async ({ client }: TestCore): Promise<Trouble | null> =>
  (await client.office.status()).trouble
const codesIn = async ({ client }: TestCore): Promise<number> => (await client.dossiers.counts()).all

/** Everything in the folder that belongs to the register, as bytes. */
const bytesOf = (file: string): string[] =>
  ['', '-wal'].map((suffix) =>
    existsSync(file + suffix) ? readFileSync(file + suffix).toString('base64') : '',
  )

const backup = (file: string, key: Parameters<typeof makeBackup>[2]['key'] = null) =>
  makeBackup(file, backupFolder(file), { madeAt: NOW, reason: 'by-hand', program: 'test', key })

function overwrite(file: string, at: number, bytes: Buffer): void {
  const content = readFileSync(file)
  bytes.copy(content, at)
  writeFileSync(file, content)
}

/** Leaves a log beside the register, as a program that was killed does: copies taken while it is open. */
async function withLog(): Promise<{ dataDir: string; file: string }> {
  const office = await openTestCore()
  await receive(office, 3)
  const dataDir = testFolder()
  const file = join(dataDir, 'register.db')
  for (const suffix of ['', '-wal']) copyFileSync(join(office.dataDir, `register.db${suffix}`), file + suffix)
  return { dataDir, file }
}

describe('a register that cannot be opened', () => {
  const hurts: [Trouble['code'], string, (file: string) => void][] = [
    [
      'header-damaged',
      'its first bytes are overwritten',
      (file) => overwrite(file, 0, Buffer.from('xxxxxxxxxxxxxxxx')),
    ],
    ['header-damaged', 'its first page is blank', (file) => overwrite(file, 0, Buffer.alloc(4096))],
    ['header-damaged', 'its mark of ownership is gone', (file) => overwrite(file, 68, Buffer.alloc(4))],
    ['truncated', 'its end is missing', (file) => truncateSync(file, readFileSync(file).length - 8192)],
    ['truncated', 'all but its beginning is missing', (file) => truncateSync(file, 300)],
    ['empty-file', 'it holds nothing', (file) => truncateSync(file, 0)],
    ['missing-file', 'it is gone', (file) => rmSync(file)],
    ['foreign-file', 'a letter lies in its place', (file) => writeFileSync(file, 'Kính gửi: '.repeat(200))],
    [
      'foreign-file',
      'another database lies in its place',
      (file) => {
        rmSync(file)
        const other = new BetterSqlite3(file)
        other.exec('CREATE TABLE note (words)')
        other.close()
      },
    ],
    [
      'newer-version',
      'a newer program wrote it',
      (file) => change(file, `PRAGMA user_version = ${MIGRATIONS.length + 1}`),
    ],
    ['schema-damaged', 'a guard was taken off', (file) => change(file, 'DROP TRIGGER audit_entry_no_delete')],
    ['schema-damaged', 'an index was dropped', (file) => change(file, 'DROP INDEX dossier_due')],
    [
      'history-cut',
      'an older copy lies in its place',
      (file) => {
        const old = new BetterSqlite3(file)
        old.exec('DROP TRIGGER chain_no_delete')
        old.exec('DELETE FROM chain WHERE n = (SELECT max(n) FROM chain)')
        old.exec(`CREATE TRIGGER chain_no_delete BEFORE DELETE ON chain
BEGIN SELECT raise(ABORT, 'the chain is never cut'); END`)
        old.close()
      },
    ],
  ]

  it.each(hurts)('is told apart: %s, when %s; and is left as it is', async (code, _why, hurt) => {
    const { dataDir, file } = await closedOffice()
    hurt(file)
    const before = bytesOf(file)
    const office = await reopen(dataDir)
    expect(await troubleOf(office)).toMatchObject({ code, file })
    expect(await office.client.rescue.retry()).toMatchObject({ code })
    expect((await refusalOf(office.client.dossiers.counts())).code).toBe('register-hurt')
    await office.core.close()
    expect(bytesOf(file)).toEqual(before)
  })

  it('is told apart when the log of its last writes is hurt, which SQLite would drop without a word', async () => {
    const { dataDir, file } = await withLog()
    const wal = readFileSync(`${file}-wal`)
    wal[40 + 4096 * 3] = (wal[40 + 4096 * 3] ?? 0) ^ 0xff
    writeFileSync(`${file}-wal`, wal)
    const before = bytesOf(file)
    const office = await reopen(dataDir)
    expect(await troubleOf(office)).toMatchObject({ code: 'wal-damaged' })
    await office.core.close()
    expect(bytesOf(file)).toEqual(before)

    const again = await reopen(dataDir)
    expect(await again.client.rescue.openAsIs()).toBeNull()
    const kept = readdirSync(join(dataDir, 'replaced'))
    expect(kept.map((name) => name.replace(/^.*\.db/, ''))).toContain('-wal')
    expect(lastAudit(file)).toMatchObject({ detail: { how: 'opened-as-is', trouble: 'wal-damaged' } })
  })

  it('is told apart when the log of its last writes is gone and entries with it', async () => {
    const { dataDir, file } = await withLog()
    writeFileSync(`${file}.mark`, JSON.stringify({ links: 4, hash: 'a'.repeat(64) }))
    rmSync(`${file}-wal`)
    const office = await reopen(dataDir)
    expect(['history-cut', 'empty-file', 'schema-damaged', 'header-damaged']).toContain(
      (await troubleOf(office))?.code,
    )
  })

  it('takes what is whole of a log whose end was cut by a power failure, without a word', async () => {
    const { dataDir, file } = await withLog()
    truncateSync(`${file}-wal`, readFileSync(`${file}-wal`).length - 1000)
    expect(await troubleOf(await reopen(dataDir))).toBeNull()
  })

  it('is told apart while another program holds it, and opens when that one lets go', async () => {
    const { dataDir, file } = await closedOffice()
    const other = new BetterSqlite3(file)
    other.pragma('locking_mode = EXCLUSIVE')
    other.exec('BEGIN EXCLUSIVE')
    const office = await reopen(dataDir)
    expect(await troubleOf(office)).toMatchObject({ code: 'locked' })
    other.close()
    expect(await office.client.rescue.retry()).toBeNull()
    expect(await codesIn(office)).toBe(3)
  }, 40_000)

  it('is told apart in a folder that this user may only read', async () => {
    const { dataDir } = await closedOffice()
    expect(await troubleAsNobody(dataDir, 0o555, 0o444)).toBe('read-only')
    expect(await troubleAsNobody(dataDir, 0o755, 0o000)).toBe('no-permission')
  })
})

describe('rescue', () => {
  it('offers the newest backup, puts it in place and keeps what was there', async () => {
    const { dataDir, file } = await closedOffice()
    backup(file)
    const first = await reopen(dataDir)
    await receive(first, 1)
    await first.core.close()
    backup(file)
    overwrite(file, 0, Buffer.alloc(100, 1))
    const hurt = readFileSync(file)

    const office = await reopen(dataDir)
    const trouble = await troubleOf(office)
    expect(trouble?.backups.map(({ dossiers }) => dossiers)).toEqual([4, 3])
    expect(
      await office.client.rescue.restore({
        place: 'first',
        name: trouble?.backups[0]?.name ?? '',
        password: null,
      }),
    ).toBeNull()
    expect(await codesIn(office)).toBe(4)
    const kept = readdirSync(join(dataDir, 'replaced')).filter((name) => name.endsWith('.db'))
    expect(kept).toHaveLength(1)
    expect(readFileSync(join(dataDir, 'replaced', kept[0] ?? '')).equals(hurt)).toBe(true)
    await office.core.close()
    expect(lastAudit(file)).toMatchObject({
      kind: 'restored',
      detail: { how: 'restored', trouble: 'header-damaged' },
    })
    expect(await troubleOf(await reopen(dataDir))).toBeNull()
  })

  it('offers what lies in the second folder, too, when nothing is left beside the register', async () => {
    const { dataDir, file } = await closedOffice()
    const { name } = backup(file)
    const stick = testFolder()
    cpSync(backupFolder(file), stick, { recursive: true })
    keepBackupSettings(dataDir, { secondFolder: stick, seal: null })
    rmSync(backupFolder(file), { recursive: true })
    overwrite(file, 0, Buffer.alloc(100, 1))
    const office = await reopen(dataDir)
    expect((await troubleOf(office))?.backups).toMatchObject([{ place: 'second', name, dossiers: 3 }])
    expect(await office.client.rescue.restore({ place: 'second', name, password: null })).toBeNull()
    expect(await codesIn(office)).toBe(3)
  })

  it('opens a backup under a password only with that password', async () => {
    const { dataDir, file } = await closedOffice()
    const { name } = backup(file, sealKey('mật khẩu sao lưu'))
    truncateSync(file, 0)
    const office = await reopen(dataDir)
    expect(
      (await refusalOf(office.client.rescue.restore({ place: 'first', name, password: 'sai' }))).code,
    ).toBe('seal-password-wrong')
    expect(
      await office.client.rescue.restore({ place: 'first', name, password: 'mật khẩu sao lưu' }),
    ).toBeNull()
    expect(await codesIn(office)).toBe(3)
  })

  it('does not take a backup that is hurt itself, nor a file outside the folder of backups', async () => {
    const { dataDir, file } = await closedOffice()
    const { name } = backup(file)
    overwrite(join(backupFolder(file), name), 9000, Buffer.from([1, 2, 3]))
    truncateSync(file, 0)
    const office = await reopen(dataDir)
    expect(
      (await refusalOf(office.client.rescue.restore({ place: 'first', name, password: null }))).code,
    ).toBe('backup-unfit')
    for (const elsewhere of ['../register.db', '/etc/passwd', 'register.db']) {
      const refused = await refusalOf(
        office.client.rescue.restore({ place: 'first', name: elsewhere, password: null }),
      )
      expect(refused.code).toBe('not-found')
    }
    expect(await troubleOf(office)).toMatchObject({ code: 'empty-file' })
  })

  it('makes a new file of the history when only an index or derived rows are hurt, with nothing missing', async () => {
    const { dataDir, file } = await closedOffice(20)
    for (const name of ['dossier', 'dossier_due', 'dossier_pause', 'dossier_search_data'])
      blankRoot(file, name)
    const office = await reopen(dataDir)
    const found = await troubleOf(office)
    // Cheap checks at opening do not read those pages.
    if (found === null) {
      expect((await refusalOf(office.client.dossiers.get({ id: 1 }))).code).toBe('register-hurt')
      await expect.poll(() => troubleOf(office), { timeout: 10_000 }).toMatchObject({ code: 'check-failed' })
    }
    expect(await office.client.rescue.mend()).toBeNull()
    expect(await codesIn(office)).toBe(20)
    await office.core.close()
    expect(lastAudit(file)).toMatchObject({ kind: 'restored', detail: { how: 'mended' } })
  })

  it('does not put half a history in place: mending fails when events cannot be read', async () => {
    const { dataDir, file } = await closedOffice(20)
    blankRoot(file, 'dossier_event')
    const before = bytesOf(file)
    const office = await reopen(dataDir)
    expect(await troubleOf(office)).toMatchObject({ code: 'pages-damaged' })
    expect((await refusalOf(office.client.rescue.mend())).code).toBe('mending-failed')
    expect(await troubleOf(office)).toMatchObject({ code: 'pages-damaged' })
    await office.core.close()
    expect(bytesOf(file)).toEqual(before)
  })

  it('restores the older of two backups, and the check finds nothing; hurt after that, it is mended', async () => {
    const { dataDir, file } = await closedOffice()
    const older = backup(file)
    const first = await reopen(dataDir)
    await receive(first, 2)
    await first.core.close()
    backup(file)
    overwrite(file, 0, Buffer.alloc(100, 1))
    const office = await reopen(dataDir)
    await office.client.rescue.restore({ place: 'first', name: older.name, password: null })
    expect((await office.client.audit.verify()).findings).toEqual([])
    await office.core.close()
    change(file, 'DROP INDEX dossier_due')
    const hurt = await reopen(dataDir)
    expect(await troubleOf(hurt)).toMatchObject({ code: 'schema-damaged' })
    expect(await hurt.client.rescue.mend()).toBeNull()
    expect(await codesIn(hurt)).toBe(3)
  })

  it('has the audit tell of a register opened as it is, with what was last seen, at whichever opening comes', async () => {
    const { dataDir, file } = await closedOffice()
    const hash = 'a'.repeat(64)
    writeFileSync(`${file}.mark`, JSON.stringify({ links: 999, hash }))
    const office = await reopen(dataDir)
    expect(await troubleOf(office)).toMatchObject({ code: 'history-cut' })
    expect(await office.client.rescue.openAsIs()).toBeNull()
    const told = { how: 'opened-as-is', trouble: 'history-cut', fromLinks: 999, fromTail: hash }
    expect(lastAudit(file)).toMatchObject({ kind: 'restored', detail: told })
    expect(existsSync(join(dataDir, 'opened.json'))).toBe(false)
    await office.core.close()

    // The power went after it was done and before it was written down.
    keepOpeningNote(file, { id: 'cut-off', note: { how: 'opened-as-is', trouble: 'wal-damaged' } })
    const next = await reopen(dataDir)
    expect(await troubleOf(next)).toBeNull()
    expect(lastAudit(file)).toMatchObject({ detail: { id: 'cut-off', trouble: 'wal-damaged' } })
    expect((await next.client.audit.verify()).findings).toEqual([])
  })

  it('opens although what was kept long enough cannot be cleared away', async () => {
    const { dataDir, file } = await closedOffice()
    change(file, `INSERT OR REPLACE INTO setting (key, value) VALUES ('retention', '{}')`)
    const office = await reopen(dataDir)
    expect(await troubleOf(office)).toBeNull()
    expect(await codesIn(office)).toBe(3)
    expect(office.bugs).toHaveLength(1)
  })

  it('lets go of a register whose audit cannot be told of what was done', async () => {
    const { dataDir, file } = await closedOffice()
    keepOpeningNote(file, { id: 'x', note: { how: 'begun' } })
    change(
      file,
      `CREATE TRIGGER refuse BEFORE INSERT ON audit_entry BEGIN SELECT raise(ABORT, 'refused'); END`,
    )
    const close = vi.spyOn(Store.prototype, 'close')
    onTestFinished(() => close.mockRestore())
    const office = await reopen(dataDir)
    expect(await troubleOf(office)).toMatchObject({ code: 'unknown' })
    expect(close).toHaveBeenCalledTimes(1)
  })

  it('begins a new register only where there is none', async () => {
    const { dataDir, file } = await closedOffice()
    rmSync(file)
    const office = await reopen(dataDir)
    expect(await office.client.rescue.begin()).toBeNull()
    expect(lastAudit(file)).toMatchObject({ detail: { how: 'begun', trouble: 'missing-file' } })
    expect((await office.client.office.status()).office).toBeNull()
    expect((await refusalOf(office.client.rescue.begin())).code).toBe('not-in-rescue')
    await office.core.close()
    overwrite(file, 0, Buffer.alloc(16, 1))
    const hurt = await reopen(dataDir)
    expect((await refusalOf(hurt.client.rescue.begin())).code).toBe('rescue-not-possible')
  })

  it('does nothing to a register that is open', async () => {
    const office = await openTestCore()
    for (const wish of [
      office.client.rescue.mend,
      office.client.rescue.openAsIs,
      office.client.rescue.begin,
    ]) {
      expect((await refusalOf(wish())).code).toBe('not-in-rescue')
    }
    expect(await office.client.rescue.state()).toBeNull()
  })

  it('does not take a first start for a loss', async () => {
    const dataDir = testFolder()
    mkdirSync(join(dataDir, 'backups'))
    expect(await troubleOf(await reopen(dataDir))).toBeNull()
  })
})

function change(file: string, sql: string): void {
  const database = new BetterSqlite3(file)
  database.exec(sql)
  database.close()
}

/** Overwrites the root page of a table or index. */
function blankRoot(file: string, name: string): void {
  const database = new BetterSqlite3(file, { readonly: true })
  const root = Number(database.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(name))
  database.close()
  for (const suffix of ['-wal', '-shm']) rmSync(file + suffix, { force: true })
  overwrite(file, (root - 1) * 4096, Buffer.alloc(4096, 0x55))
}

function lastAudit(file: string): unknown {
  const database = new BetterSqlite3(file, { readonly: true })
  const row = database
    .prepare(`SELECT kind, detail FROM audit_entry WHERE kind = 'restored' ORDER BY id DESC`)
    .get() as {
    kind: string
    detail: string
  }
  database.close()
  return { ...row, detail: JSON.parse(row.detail) as unknown }
}

/** Opens a copy of the office as a user without rights; the trouble it tells. Where this is not root, with its own rights. */
async function troubleAsNobody(dataDir: string, folderMode: number, fileMode: number): Promise<string> {
  const copy = testFolder()
  copyFileSync(join(dataDir, 'register.db'), join(copy, 'register.db'))
  execFileSync('chmod', [fileMode.toString(8), join(copy, 'register.db')])
  execFileSync('chmod', [folderMode.toString(8), copy])
  const script = `
    import { openCore } from ${JSON.stringify(new URL('../open-core.ts', import.meta.url).href)}
    const core = await openCore({ dataDir: ${JSON.stringify(copy)}, resourcesDir: '', now: () => '${NOW}',
      workerUrl: new URL('file:///none'), log: () => {}, version: '' })
    const reply = await core.call(core.openSession(), ['office', 'status'], undefined)
    console.log(reply.value.trouble?.code)
    await core.close()`
  const user = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], user)
  onTestFinished(() => void child.kill())
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
  await new Promise((resolve) => child.once('exit', resolve))
  execFileSync('chmod', ['700', copy])
  return said.trim()
}
