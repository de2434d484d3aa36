import { execFile } from 'node:child_process'
import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { testFolder } from './store/test-store.ts'
import { openTestCore, procedureId, receptionOf } from './office/test-core.ts'

/** What the command says of a file, and what it ends with. */
function verify(...args: string[]): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [join(import.meta.dirname, 'verify.ts'), ...args], (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code), said: out + err }),
    )
  })
}

let file = ''

/** A copy of the register that may be changed. */
function copy(change?: string): string {
  const to = join(testFolder(), 'register.db')
  copyFileSync(file, to)
  if (change !== undefined) {
    const db = new BetterSqlite3(to)
    db.exec(change)
    db.close()
  }
  return to
}

describe('the command that verifies a register', () => {
  it('ends with 0, 1 or 2, and says why in the language asked for', async () => {
    const { client, core, dataDir, setNow } = await openTestCore()
    await client.reception.receive(receptionOf(await procedureId(client, 'transfer')))
    await client.people.add({ name: 'Lan', login: null, roles: [] })
    await client.backups.make()
    setNow('2026-11-20T02:00:00.000Z')
    await client.dossiers.counts()
    await core.close()
    file = join(dataDir, 'register.db')

    const intact = await verify(file)
    expect(intact.code).toBe(0)
    expect(intact.said).toMatch(/^SỔ NGUYÊN VẸN\n/)
    expect(intact.said).toContain('Đã đối chiếu với bản sao lưu: 1')
    expect(intact.said).toContain('số lần đồng hồ máy bị lùi lại: 1')

    const moved = await verify(copy("UPDATE dossier SET due_on = '2030-01-01'"), '--lang', 'en')
    expect(moved.code).toBe(1)
    expect(moved.said).toContain('THINGS THAT DO NOT AGREE: 1')
    expect(moved.said).toContain('stored: 2030-01-01; by the history: 2026-12-04')

    const cut = copy(`DROP TRIGGER chain_no_delete; DROP TRIGGER audit_entry_no_delete;
      DELETE FROM chain WHERE n > 3; DELETE FROM audit_entry WHERE id NOT IN (SELECT audit_id FROM chain WHERE audit_id > 0)`)
    expect((await verify(cut, '--anchors', join(dataDir, 'backups'))).said).toContain(
      'Phần cuối bị cắt so với bản sao lưu',
    )

    const foreign = join(testFolder(), 'register.db')
    writeFileSync(foreign, 'no database at all, but long enough to be looked at as one'.repeat(20))
    for (const bad of [foreign, join(testFolder(), 'nothing.db')]) {
      const { code, said } = await verify(bad, '--lang', 'en')
      expect([code, said]).toEqual([2, expect.stringMatching(/^\w.*\n$/)])
      expect(said).not.toMatch(/SqliteError|at .*\.ts/)
    }
    expect((await verify()).code).toBe(2)
  }, 60_000)
})
