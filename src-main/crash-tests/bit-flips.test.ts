import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { OpenError, openDatabase, openSnapshot } from '../store/database.ts'
import { testFolder } from '../store/test-store.ts'
import { verifyAtOnce } from '../store/verify.ts'
import { openTestCore, procedureId, receptionOf } from '../office/test-core.ts'
import { rounds } from './ledger.ts'

const PAGE = 4096
/** Flips in each page. */
const FLIPS = Math.max(4, Math.round(rounds(20) / 5))

/** A small register with something in every kind of table, closed. */
async function smallRegister(): Promise<Buffer> {
  const { client, core, dataDir } = await openTestCore({
    account: { login: 'truong', password: 'mật-khẩu-thử-9', roles: ['counter', 'head'] },
  })
  const id = await procedureId(client, 'transfer')
  for (let i = 0; i < 12; i++) {
    const { id: dossier } = await client.reception.receive(
      receptionOf(id, {
        applicantName: `Nguyễn Thị ${i}`,
        idNumber: '079123456789',
        content: 'x'.repeat(i * 40),
      }),
    )
    const page = await client.dossiers.get({ id: dossier })
    if (i % 3 === 0) {
      await client.dossiers.pause({
        ...{ id: dossier, version: page.version, pause: 'agency', happenedOn: page.row.acceptedOn },
        ...{ document: 'CV 12', note: '' },
      })
    }
    if (i % 4 === 1) await client.dossiers.printReceipt({ id: dossier })
  }
  await core.close()
  return readFileSync(join(dataDir, 'register.db'))
}

const below = (limit: number): number => Math.floor(Math.random() * limit)

/** A place in a page that is not empty; any place in an empty page. */
function written(whole: Buffer, page: number): number {
  const places = Array.from({ length: PAGE }, (_, at) => at).filter((at) => whole[page * PAGE + at] !== 0)
  return places[below(places.length)] ?? below(PAGE)
}

/** Everything that is read of a register: all rows, all words to search by. */
function contentOf(file: string): string {
  const database = new BetterSqlite3(file, { readonly: true })
  try {
    database.exec("CREATE VIRTUAL TABLE temp.word USING fts5vocab('main', 'dossier_search', 'instance')")
    const tables = database
      .prepare(
        `SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'dossier_search%' ORDER BY name`,
      )
      .all() as { name: string; sql: string }[]
    return JSON.stringify([
      ...tables.map(({ name, sql }) => [sql, database.prepare(`SELECT * FROM ${name}`).raw().all()]),
      database.prepare('SELECT term, doc FROM temp.word ORDER BY 1, 2').raw().all(),
    ])
  } finally {
    database.close()
  }
}

/** How a flip is noticed; `null` when it is not. */
function noticed(file: string): 'at opening' | 'by the full check' | null {
  try {
    openDatabase(file).close()
  } catch (error) {
    expect(error).toBeInstanceOf(OpenError)
    expect((error as OpenError).fault).not.toBe('unknown')
    return 'at opening'
  }
  try {
    const { db, close } = openSnapshot(file)
    try {
      const [first] = db.all<{ integrity_check: string }>('PRAGMA integrity_check(1)')
      if (first?.integrity_check !== 'ok') return 'by the full check'
      return verifyAtOnce(db).found > 0 ? 'by the full check' : null
    } finally {
      close()
    }
  } catch {
    return 'by the full check'
  }
}

describe('a bit that flips, on any page of a register', () => {
  it(
    'is noticed at opening or by the full check, or changes nothing that is ever read',
    async () => {
      const whole = await smallRegister()
      const folder = testFolder()
      const file = join(folder, 'register.db')
      writeFileSync(file, whole)
      expect(noticed(file)).toBeNull()
      const content = contentOf(file)
      const pages = whole.length / PAGE
      const sums = { 'at opening': 0, 'by the full check': 0, harmless: 0 }
      for (let page = 0; page < pages; page++) {
        for (let nth = 0; nth < FLIPS; nth++) {
          // The first flip of a page is in its head, the second anywhere, the others where something is written.
          const at = page * PAGE + (nth === 0 ? below(100) : nth === 1 ? below(PAGE) : written(whole, page))
          const bit = below(8)
          const flipped = Buffer.from(whole)
          flipped[at] = (flipped[at] ?? 0) ^ (1 << bit)
          writeFileSync(file, flipped)
          for (const suffix of ['-wal', '-shm']) writeFileSync(file + suffix, '')
          const how = noticed(file)
          if (how === null)
            expect({ at, bit, same: contentOf(file) === content }).toEqual({ at, bit, same: true })
          sums[how ?? 'harmless']++
        }
      }
      console.log(`${pages} pages, ${pages * FLIPS} flips:`, sums)
      expect(sums['at opening'] + sums['by the full check']).toBeGreaterThan(pages)
    },
    FLIPS * 120_000,
  )
})
