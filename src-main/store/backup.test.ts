import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readFileSync,
  readdirSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { addAudit } from './audit.ts'
import {
  clearLeftOvers,
  copyBackup,
  isGood,
  listBackups,
  makeBackup,
  readManifest,
  thinOut,
} from './backup.ts'
import { compareRegisters, workedSince } from './backup-compare.ts'
import { RegisterFaultError, inspectRegister } from './backup-inspect.ts'
import { openSealed, sealKey } from './backup-seal.ts'
import { Store, openReader } from './database.ts'
import { sha256Of } from './disk.ts'
import { addDossier } from './events.ts'
import { MIGRATIONS } from './migrations/index.ts'
import { acceptance, historyOf, testFolder, testStore } from './test-store.ts'

const NOW = '2026-11-23T02:00:00.000Z'
const WISH = { madeAt: NOW, reason: 'by-hand', program: 'test', key: null } as const

async function receive(store: Store, ...codes: string[]): Promise<void> {
  await store.write((db) => {
    for (const code of codes) addDossier(db, historyOf(['2020-01-02', acceptance(code, '2020-01-14')]))
  })
}

async function register(...codes: string[]) {
  return registerMadeAt(NOW, ...codes)
}

async function registerMadeAt(at: string, ...codes: string[]) {
  const folder = testFolder()
  const file = join(folder, 'register.db')
  const store = await testStore(file)
  await store.write((db) => addAudit(db, { at, authorId: 1, kind: 'register-made' }))
  await receive(store, ...codes)
  return { folder, file, store, backups: join(folder, 'backups') }
}

function faultOf(file: string): string {
  try {
    inspectRegister(file)
    return 'none'
  } catch (error) {
    if (error instanceof RegisterFaultError) return error.fault
    throw error
  }
}

describe('a backup', () => {
  it('holds what the open register holds, and says so beside it', async () => {
    const { file, store, backups } = await register('a', 'b')
    const made = makeBackup(file, backups, WISH)
    expect(made.name).toBe('so-mot-cua_2026-11-23_09-00-00_01_by-hand.db')
    expect(readdirSync(backups).sort()).toEqual([
      'so-mot-cua_2026-11-23_09-00-00_01_by-hand.db',
      'so-mot-cua_2026-11-23_09-00-00_01_by-hand.json',
    ])
    const copy = join(backups, made.name)
    expect(made.manifest).toEqual(readManifest(copy))
    expect(made.manifest).toMatchObject({
      schema: MIGRATIONS.length,
      reason: 'by-hand',
      dossiers: 2,
      events: 2,
      links: 3,
      sealed: false,
      bytes: readFileSync(copy).length,
      sha256: sha256Of(copy),
    })
    expect(made.manifest?.tail).toMatch(/^[0-9a-f]{64}$/)
    const { db, close } = openReader(copy)
    expect(compareRegisters(store.read, db).relation).toBe('same')
    close()
    expect(inspectRegister(copy).tail).toBe(made.manifest?.tail)
  })

  it('does not take the name of another made in the same second', async () => {
    const { file, backups } = await register('a')
    const names = [1, 2, 3].map(() => makeBackup(file, backups, WISH).name)
    expect(new Set(names).size).toBe(3)
    expect([...names].sort()).toEqual(names)
    expect(listBackups(backups).map(({ name }) => name)).toEqual([...names].reverse())
  })

  it('under a password cannot be read without it', async () => {
    const { folder, file, backups } = await register('a')
    const key = sealKey('mật khẩu dự phòng')
    const { name, manifest } = makeBackup(file, backups, { ...WISH, key })
    const sealed = join(backups, name)
    expect([name.endsWith('.db.sealed'), manifest?.sealed]).toEqual([true, true])
    expect(faultOf(sealed)).toBe('foreign-file')
    openSealed(sealed, join(folder, 'open.db'), { password: 'mật khẩu dự phòng' })
    expect(inspectRegister(join(folder, 'open.db')).tail).toBe(manifest?.tail)
    expect(readdirSync(backups).filter((left) => left.endsWith('.part'))).toEqual([])
  })

  it('of a register with a broken chain is not made, and leaves nothing', async () => {
    const { file, store, backups } = await register('a', 'b')
    await store.close()
    const raw = new BetterSqlite3(file)
    const trigger = raw
      .prepare("SELECT sql FROM sqlite_schema WHERE name = 'dossier_event_no_update'")
      .pluck()
      .get()
    raw.exec('DROP TRIGGER dossier_event_no_update')
    raw.exec("UPDATE dossier_event SET fact = replace(fact, '2020-01-14', '2020-01-15') WHERE dossier_id = 1")
    raw.exec(String(trigger))
    raw.close()
    expect(() => makeBackup(file, backups, WISH)).toThrow(RegisterFaultError)
    expect(readdirSync(backups)).toEqual([])
  })

  it('copied to a second folder is the same to the byte, or is not there', async () => {
    const { file, backups } = await register('a')
    const { name } = makeBackup(file, backups, WISH)
    const second = testFolder()
    copyBackup(join(backups, name), second)
    expect(sha256Of(join(second, name))).toBe(readManifest(join(second, name))?.sha256)

    const third = testFolder()
    const manifest = join(backups, name.replace('.db', '.json'))
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(/"sha256": "../, '"sha256": "zz'))
    expect(() => copyBackup(join(backups, name), third)).toThrow('differs')
    expect(readdirSync(third)).toEqual([])
  })

  it('that was interrupted is cleared away, and nothing else', async () => {
    const { file, backups } = await register('a')
    const { name } = makeBackup(file, backups, WISH)
    const stem = 'so-mot-cua_2026-11-23_10-00-00_01_closing'
    const left = [
      `${stem}.part`,
      `${stem}.part-journal`,
      `${stem}.sealed.part`,
      `${stem}.json`,
      `${stem}.json.part`,
    ]
    for (const one of [...left, 'ghi-chu.txt', 'register.db']) writeFileSync(join(backups, one), 'x')
    clearLeftOvers(backups, 60_000)
    expect(readdirSync(backups)).toHaveLength(2 + 7)
    clearLeftOvers(backups, 0)
    expect(readdirSync(backups).sort()).toEqual(
      [name, name.replace('.db', '.json'), 'ghi-chu.txt', 'register.db'].sort(),
    )
  })

  it('is let go by rotation only when it is of this register and whole', async () => {
    const { file, backups } = await register('a')
    const made = Array.from({ length: 12 }, (_, hour) => {
      const madeAt = `2019-01-01T${String(hour).padStart(2, '0')}:00:00.000Z`
      return makeBackup(file, backups, { ...WISH, madeAt })
    })
    const other = await registerMadeAt('2026-11-24T02:00:00.000Z', 'x')
    makeBackup(other.file, backups, { ...WISH, madeAt: '2018-01-01T00:00:00.000Z' })
    const hurt = join(backups, made[0]?.name ?? '')
    truncateSync(hurt, 1000)
    const [first] = made
    const own = first?.manifest?.register ?? ''
    expect(thinOut(backups, own, NOW)).toEqual([made[1]?.name])
    expect(existsSync(hurt)).toBe(true)
    expect(listBackups(backups).filter((one) => isGood(one, own))).toHaveLength(10)
    expect(listBackups(backups)).toHaveLength(12)
  })
})

describe('a file that is to be a register', () => {
  it('is refused when it is foreign, newer, cut, or has triggers of its own', async () => {
    const { folder, file, backups } = await register('a', 'b', 'c')
    const { name } = makeBackup(file, backups, WISH)
    const copy = join(folder, 'copy.db')
    const changed = (sql: string): string => {
      copyFileSync(join(backups, name), copy)
      const raw = new BetterSqlite3(copy)
      raw.exec(sql)
      raw.close()
      return faultOf(copy)
    }
    expect(faultOf(join(backups, name))).toBe('none')
    expect(changed('PRAGMA application_id = 7')).toBe('foreign-file')
    expect(changed('PRAGMA user_version = 999')).toBe('newer-version')
    expect(changed('DROP TRIGGER chain_no_delete')).toBe('damaged')
    expect(changed('CREATE TRIGGER own AFTER INSERT ON staff BEGIN DELETE FROM preference; END')).toBe(
      'damaged',
    )
    expect(
      changed(
        "PRAGMA foreign_keys = OFF; INSERT INTO preference (staff_id, key, value) VALUES (99, 'a', 'b')",
      ),
    ).toBe('damaged')

    copyFileSync(join(backups, name), copy)
    truncateSync(copy, readFileSync(copy).length - 4096)
    expect(faultOf(copy)).toBe('damaged')
    truncateSync(copy, 0)
    expect(faultOf(copy)).toBe('foreign-file')
    writeFileSync(copy, 'họ và tên;ngày\n'.repeat(1000))
    expect(faultOf(copy)).toBe('foreign-file')
  })

  it('with a flipped bit is refused or holds the same history', async () => {
    const { folder, file, backups } = await register('a', 'b', 'c')
    const { name, manifest } = makeBackup(file, backups, WISH)
    const whole = readFileSync(join(backups, name))
    const copy = join(folder, 'copy.db')
    let refused = 0
    for (let at = 0; at < whole.length; at += 1861) {
      writeFileSync(copy, whole)
      const handle = openSync(copy, 'r+')
      writeSync(handle, Buffer.from([(whole[at] ?? 0) ^ 4]), 0, 1, at)
      closeSync(handle)
      try {
        expect(inspectRegister(copy).tail).toBe(manifest?.tail)
      } catch (error) {
        if (!(error instanceof RegisterFaultError)) throw error
        refused++
      }
    }
    expect(refused).toBeGreaterThan(0)
  })
})

describe('a backup held against the present register', () => {
  it('tells what was received since, by day', async () => {
    const { file, store, backups } = await register('a')
    const { name, manifest } = makeBackup(file, backups, WISH)
    expect(workedSince(store.read, manifest?.links ?? 0)).toBe(false)
    await store.write((db) => addAudit(db, { at: NOW, authorId: 1, kind: 'backup-made' }))
    expect(workedSince(store.read, manifest?.links ?? 0)).toBe(false)
    await receive(store, 'b', 'c')
    expect(workedSince(store.read, manifest?.links ?? 0)).toBe(true)
    const { db, close } = openReader(join(backups, name))
    expect(compareRegisters(store.read, db)).toEqual({
      relation: 'earlier',
      loss: {
        received: 2,
        events: 2,
        entries: 1,
        first: '2020-06-30T01:00:00.000Z',
        last: NOW,
        changes: { calendar: 0, procedures: 0, settings: 0 },
        days: [{ day: '2020-06-30', received: 2, events: 2 }],
      },
    })
    expect(compareRegisters(db, store.read).relation).toBe('later')
    close()
  })

  it('tells two that went apart, and another register', async () => {
    const one = await register('a')
    const { name } = makeBackup(one.file, one.backups, WISH)
    const twin = join(testFolder(), 'register.db')
    copyFileSync(join(one.backups, name), twin)
    const apart = new Store(twin)
    await receive(apart, 'b')
    await receive(one.store, 'c')
    expect(compareRegisters(one.store.read, apart.read)).toMatchObject({
      relation: 'apart',
      loss: { received: 1, events: 1, entries: 0 },
    })
    const { store } = await registerMadeAt('2026-11-24T02:00:00.000Z')
    expect(compareRegisters(one.store.read, store.read)).toMatchObject({
      relation: 'other',
      loss: { received: 2, events: 2, entries: 1 },
    })
    await apart.close()
  })
})
