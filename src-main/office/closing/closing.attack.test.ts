/**
 * Somebody who can write the register's file, or the file of a closed period, and wants another report to have been made.
 */
import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { describe, expect, it, vi } from 'vitest'
import {
  type ClosedPeriodFile,
  closedPeriodText,
  readClosedPeriod,
} from '../../documents/closed-period-file.ts'
import { canonicalJson } from '../../domain/canonical-json.ts'
import { civilDate } from '../../domain/civil-date.ts'
import { anchorsIn } from '../../store/anchors.ts'
import { hashOf, pack, unpack } from '../../store/closed-periods.ts'
import { openSnapshot } from '../../store/database.ts'
import { testFolder } from '../../store/test-store.ts'
import { verifyAtOnce } from '../../store/verify.ts'
import { refusalOf } from '../test-core.ts'
import { NOVEMBER, closeShown, decemberDesk, step, tamper } from './testing.ts'

vi.mock('node:crypto', async (original) => (await import('../people/cheap-hashes.ts')).cheapCrypto(original))

/** An office with two closings, and its file. */
async function twoClosings() {
  const desk = await decemberDesk()
  await closeShown(desk.client, { from: civilDate('2026-10-01'), to: civilDate('2026-10-31') })
  await closeShown(desk.client)
  return desk
}

function faultsIn(dataDir: string): string[] {
  const { db, close } = openSnapshot(join(dataDir, 'register.db'))
  const { findings } = verifyAtOnce(db)
  close()
  return findings.map(({ kind, what }) => `${kind} ${what}`)
}

interface Stored {
  head: string
  figures: Uint8Array
}

function stored(dataDir: string, number: number): Stored {
  const database = new BetterSqlite3(join(dataDir, 'register.db'), { readonly: true })
  const row = database
    .prepare<[number], Stored>('SELECT head, figures FROM closed_period WHERE number = ?')
    .get(number)
  database.close()
  if (!row) throw new Error('no closing')
  return row
}

describe('a closing in the register', () => {
  it('is refused by the file itself to be changed, deleted, replaced or put in out of order', async () => {
    const { dataDir, core, client } = await twoClosings()
    await client.closing.reopen({ number: 1, reason: 'x' })
    await core.close()
    const database = new BetterSqlite3(join(dataDir, 'register.db'))
    const copy = `SELECT %n, from_day, to_day, closed_at, author_id, hash, head, figures FROM closed_period WHERE number = 1`
    for (const sql of [
      "UPDATE closed_period SET hash = 'x'",
      'DELETE FROM closed_period',
      `INSERT OR REPLACE INTO closed_period ${copy.replace('%n', '1')}`,
      `INSERT INTO closed_period ${copy.replace('%n', '9')}`,
      "UPDATE period_reopening SET reason = 'y'",
      'DELETE FROM period_reopening',
      "INSERT OR REPLACE INTO period_reopening VALUES (1, 'z', 1, 'z')",
    ]) {
      expect(() => database.exec(sql), sql).toThrow()
    }
    database.close()
    expect(faultsIn(dataDir)).toEqual([])
  })

  it('whose figures were changed is found by the check of the register and of the closing', async () => {
    const { client, dataDir } = await twoClosings()
    const { figures } = stored(dataDir, 2)
    const changed = unpack(figures).replace('"standing":"in-time"', '"standing":"early"')
    tamper(dataDir, 'UPDATE closed_period SET figures = ? WHERE number = 2', [pack(changed)])
    expect(await client.closing.verify({ number: 2 })).toMatchObject({
      ...{ intact: false, faults: [{ number: 2, fault: 'figures' }] },
    })
    expect(await client.closing.verify({ number: 1 })).toMatchObject({ intact: true })
    expect(faultsIn(dataDir)).toEqual(['closed-period-differs 2 figures'])
    tamper(dataDir, "UPDATE closed_period SET figures = x'00' WHERE number = 2")
    expect(await client.closing.verify({ number: 2 })).toMatchObject({ intact: false, recounted: null })
  })

  it('made anew with all its hashes right still is not what the audit, the list and the history say', async () => {
    const { client, dataDir } = await twoClosings()
    const { head, figures } = stored(dataDir, 2)
    const forged = JSON.parse(unpack(figures)) as ClosedPeriodFile['figures']
    const [table] = forged.tables
    if (table) table.total.resolvedLate = 9
    const text = canonicalJson(forged)
    const newHead = { ...(JSON.parse(head) as ClosedPeriodFile['head']), figures: hashOf(forged) }
    tamper(dataDir, 'UPDATE closed_period SET figures = ?, head = ?, hash = ? WHERE number = 2', [
      ...[pack(text), canonicalJson(newHead), hashOf(newHead)],
    ])
    const verdict = await client.closing.verify({ number: 2 })
    expect(verdict).toMatchObject({
      intact: false,
      recounted: false,
      faults: [{ number: 2, fault: 'audit' }],
    })
    expect(verdict.cells).toEqual([{ by: 'field', key: null, column: 'resolvedLate', stored: 9, counted: 0 }])
    expect(faultsIn(dataDir)).toEqual(['table-differs closed_period', 'closed-period-differs 2 audit'])
  })

  it('taken out of the chain of closings, or put at its end by hand, is found', async () => {
    const { client, dataDir } = await twoClosings()
    const { head, figures } = stored(dataDir, 2)
    tamper(dataDir, 'DELETE FROM closed_period WHERE number = 1')
    expect(faultsIn(dataDir)).toEqual([
      ...['table-differs closed_period', 'closed-period-differs 2 number', 'closed-period-differs 2 before'],
    ])
    expect(await client.closing.verify({ number: 2 })).toMatchObject({ intact: false })
    tamper(
      dataDir,
      'INSERT INTO closed_period SELECT 3, from_day, to_day, closed_at, author_id, hash, ?, ? FROM closed_period WHERE number = 2',
      [head, figures],
    )
    expect(await client.closing.verify({ number: 3 })).toMatchObject({
      faults: expect.arrayContaining([
        { number: 3, fault: 'row' },
        { number: 3, fault: 'before' },
        { number: 3, fault: 'audit' },
      ]) as unknown,
    })
  })

  it('opened again behind the program’s back is found', async () => {
    const { dataDir } = await twoClosings()
    tamper(dataDir, "INSERT INTO period_reopening VALUES (2, '2026-12-02T02:00:00.000Z', 1, 'x')")
    expect(faultsIn(dataDir)).toEqual(['table-differs period_reopening'])
  })
})

describe('closing backdated', () => {
  it('with the PC’s clock put back tells so before it, and knows what was known', async () => {
    const { client, ids, setNow } = await decemberDesk()
    setNow('2026-12-20T02:00:00.000Z')
    await step(client, ids[1] ?? 2, 'result-ready', '2026-11-30')
    setNow('2026-12-02T03:00:00.000Z')
    const row = await closeShown(client)
    // The number of the last event tells what was known, whatever the clock says.
    expect(row).toMatchObject({ closedAt: '2026-12-02T03:00:00.000Z', pending: 2 })
    const { rows } = await client.audit.list({
      ...{ before: null, limit: 4 },
      filter: { source: 'office', kind: null, personId: null, from: null, to: null, code: '' },
    })
    expect(rows.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['period-closed', 'clock-set-back']))
    const nOf = (kind: string): number => rows.find((one) => one.kind === kind)?.n ?? 0
    expect(nOf('clock-set-back')).toBeLessThan(nOf('period-closed'))
  })

  it('with figures of an earlier moment is refused: only those of now are closed', async () => {
    const { client, ids } = await decemberDesk()
    const { digest } = await client.closing.preview(NOVEMBER)
    await step(client, ids[1] ?? 2, 'result-ready', '2026-11-30')
    expect(await refusalOf(client.closing.close({ ...NOVEMBER, digest }))).toMatchObject({
      code: 'what-if-outdated',
    })
  })
})

/** What the command says of files, and what it ends with. */
function verifyPeriod(...args: string[]): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(import.meta.dirname, '..', '..', 'verify-period.ts'), ...args],
      (error, out, err) => resolve({ code: error === null ? 0 : Number(error.code), said: out + err }),
    )
  })
}

describe('the file of a closed period', () => {
  it('is checked alone, and whatever is changed in it is said', async () => {
    const { client, dataDir } = await twoClosings()
    const folder = testFolder()
    const save = (name: string, text: string): string => {
      const path = join(folder, name)
      writeFileSync(path, text)
      return path
    }
    const textOf = async (number: number): Promise<string> =>
      Buffer.from((await client.closing.file({ number })).content, 'base64').toString()
    const [one, two] = [await textOf(1), await textOf(2)]
    const [first, second] = [save('a.json', one), save('b.json', two)]
    const file = readClosedPeriod(two)
    if (file === null) throw new Error('no file')

    const intact = await verifyPeriod(first, second)
    expect(intact.code).toBe(0)
    expect(intact.said).toContain(`NGUYÊN VẸN: Chi nhánh thử, 01/11/2026 – 30/11/2026`)
    expect((await verifyPeriod(second, '--hash', file.hash)).code).toBe(0)

    const other = await verifyPeriod(second, '--hash', 'a'.repeat(64), '--lang', 'en')
    expect([other.code, other.said]).toEqual([1, expect.stringContaining('Not the hash that is known')])

    const cell = save('c.json', two.replace('"standing":"in-time"', '"standing":"early"'))
    const edited = await verifyPeriod(cell, '--lang', 'en')
    expect(edited.code).toBe(1)
    expect(edited.said).toContain('list of dossiers, calendar or procedures were changed')
    expect(edited.said).toContain('Table by field, row total, column (8) early: 1 stands, the list makes 2')

    const signed = save('d.json', two.replace('"name":"Nguyễn Văn Cửa"', '"name":"Ai Khác"'))
    expect((await verifyPeriod(signed)).said).toContain('Phần đầu (kỳ, người chốt')

    // Hashes made anew: the closing after it, or the hash known from elsewhere, does not fit.
    const head = { ...file.head, before: 'b'.repeat(64) }
    const forged = save('e.json', closedPeriodText({ ...file, head, hash: hashOf(head) }))
    expect((await verifyPeriod(forged)).code).toBe(0)
    const chained = await verifyPeriod(first, forged)
    expect([chained.code, chained.said]).toEqual([1, expect.stringContaining('- mã của lần chốt trước')])

    const unread = [
      [save('f.json', '{}')],
      [save('g.json', two.slice(0, 400))],
      [join(folder, 'none.json')],
      [],
    ]
    const codes = [...unread, ['--help']].map(async (args) => (await verifyPeriod(...args)).code)
    expect(await Promise.all(codes)).toEqual([2, 2, 2, 2, 0])

    // It also names a link of the register, known from outside.
    expect(anchorsIn(second)).toEqual([{ n: file.head.links, hash: file.head.tail }])
    const { db, close } = openSnapshot(join(dataDir, 'register.db'))
    expect(verifyAtOnce(db, anchorsIn(second)).findings).toEqual([])
    expect(verifyAtOnce(db, [{ n: file.head.links, hash: 'c'.repeat(64) }]).findings).toMatchObject([
      { kind: 'anchor-differs' },
    ])
    close()
  }, 120_000)
})
