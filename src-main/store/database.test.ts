import BetterSqlite3 from 'better-sqlite3'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { APPLICATION_ID, CancelledError, OpenError, Store, openDatabase } from './database.ts'
import { MIGRATIONS } from './migrations/index.ts'
import { getSetting, setSetting } from './reference.ts'
import { testFolder, testStore } from './test-store.ts'

const pragma = (database: BetterSqlite3.Database, name: string): unknown =>
  database.pragma(name, { simple: true })

describe('opening', () => {
  it('sets write-ahead log, full durability and foreign keys on every open, not only the first', () => {
    const file = join(testFolder(), 'a.db')
    for (const round of [1, 2]) {
      const database = openDatabase(file)
      expect([round, pragma(database, 'journal_mode')]).toEqual([round, 'wal'])
      expect([round, pragma(database, 'synchronous')]).toEqual([round, 2])
      expect([round, pragma(database, 'foreign_keys')]).toEqual([round, 1])
      expect(pragma(database, 'application_id')).toBe(APPLICATION_ID)
      expect(pragma(database, 'user_version')).toBe(MIGRATIONS.length)
      database.close()
    }
  })
  it('refuses a file of another program and leaves it as it was', () => {
    const file = join(testFolder(), 'other.db')
    const other = new BetterSqlite3(file)
    other.exec('CREATE TABLE note (text)')
    other.close()
    const before = readFileSync(file)
    expect(() => openDatabase(file)).toThrow(new OpenError('foreign-file'))
    expect(readFileSync(file).equals(before)).toBe(true)
  })
  it('refuses a file written by a newer program', () => {
    const file = join(testFolder(), 'newer.db')
    const database = openDatabase(file)
    database.pragma(`user_version = ${MIGRATIONS.length + 1}`)
    database.close()
    expect(() => openDatabase(file)).toThrow(
      new OpenError('newer-version', { version: MIGRATIONS.length + 1, known: MIGRATIONS.length }),
    )
  })
})

describe('the schema', () => {
  it('is the one in schema.sql; a change shows in review', () => {
    const database = openDatabase(join(testFolder(), 'a.db'))
    const rows = database
      .prepare(
        "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'dossier_search_%' ORDER BY type, name",
      )
      .pluck()
      .all()
    database.close()
    const schema = `${rows.map((sql) => `${String(sql)};`).join('\n\n')}\n`
    const copy = new URL('./schema.sql', import.meta.url)
    if (process.env['UPDATE_SCHEMA']) writeFileSync(copy, schema)
    expect(schema).toBe(readFileSync(copy, 'utf8'))
  })
})

describe('a write', () => {
  it('is seen by readers once it is whole', async () => {
    const store = await testStore()
    const seen: (string | undefined)[] = []
    await store.write((db) => {
      setSetting(db, 'a', '1')
      seen.push(getSetting(store.read, 'a'))
    })
    seen.push(getSetting(store.read, 'a'))
    expect(seen).toEqual([undefined, '1'])
  })
  it('that fails leaves nothing, and the next one works', async () => {
    const store = await testStore()
    const failing = store.write((db) => {
      setSetting(db, 'a', '1')
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(getSetting(store.read, 'a')).toBeUndefined()
    await store.write((db) => setSetting(db, 'a', '2'))
    expect(getSetting(store.read, 'a')).toBe('2')
  })
  it('in steps lets readers in between and other writes only after', async () => {
    const store = await testStore()
    const order: string[] = []
    const long = store.writeInSteps(function* (db) {
      setSetting(db, 'a', '1')
      yield
      order.push(`reader sees ${getSetting(store.read, 'a') ?? 'nothing'}`)
      setSetting(db, 'a', '2')
      yield
      order.push('long done')
    })
    const short = store.write(() => order.push('short done'))
    await Promise.all([long, short])
    expect(order).toEqual(['reader sees nothing', 'long done', 'short done'])
    expect(getSetting(store.read, 'a')).toBe('2')
  })
  it('in steps that is called off leaves nothing', async () => {
    const store = await testStore()
    let stop = false
    const long = store.writeInSteps(
      function* (db) {
        setSetting(db, 'a', '1')
        stop = true
        yield
        setSetting(db, 'b', '1')
      },
      () => stop,
    )
    await expect(long).rejects.toThrow(CancelledError)
    expect(getSetting(store.read, 'a')).toBeUndefined()
    await store.write((db) => setSetting(db, 'c', '1'))
    expect(getSetting(store.read, 'c')).toBe('1')
  })
  it('is still there after the store was closed and opened again', async () => {
    const file = join(testFolder(), 'register.db')
    const store = new Store(file)
    await store.write((db) => setSetting(db, 'a', '1'))
    await store.close()
    const again = new Store(file)
    expect(getSetting(again.read, 'a')).toBe('1')
    await again.close()
  })
})
