import { rmSync } from 'node:fs'
import BetterSqlite3 from 'better-sqlite3'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { backupFolder, listBackups } from '../../store/backup.ts'
import { readMark } from '../../store/mark.ts'
import { type TestCore, openTestCore, procedureId, receptionOf } from '../test-core.ts'

async function receive({ client }: TestCore, ...names: string[]): Promise<void> {
  const id = await procedureId(client, 'transfer')
  for (const applicantName of names) await client.reception.receive(receptionOf(id, { applicantName }))
}

const newestOf = async ({ client }: TestCore): Promise<string> =>
  (await client.backups.overview()).backups[0]?.name ?? ''

async function restore({ client }: TestCore, name: string): Promise<void> {
  const { previewId } = await client.backups.preview({ source: { place: 'first', name }, password: null })
  await client.backups.restore({ previewId })
}

const findingsOf = async ({ client }: TestCore): Promise<string[]> =>
  (await client.audit.verify()).findings.map(({ kind }) => kind)

/** A backup, two dossiers more and a backup of those, and the first backup restored. */
async function restored(): Promise<TestCore & { first: string; forward: string }> {
  const office = await openTestCore()
  await receive(office, 'Nguyễn Văn A')
  await office.client.backups.make()
  const first = await newestOf(office)
  office.setNow('2026-11-24T02:00:00.000Z')
  await receive(office, 'Trần Thị B', 'Lê Văn C')
  await office.client.backups.make()
  office.setNow('2026-11-25T02:00:00.000Z')
  await restore(office, first)
  const forward = await newestOf(office)
  return { ...office, first, forward }
}

/** Takes the last links with their entries away, behind the program's back and with its guards put on again. */
function cut(file: string, above: number): void {
  const database = new BetterSqlite3(file)
  const guards = database
    .prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND name LIKE '%no_delete'`)
    .all() as { name: string; sql: string }[]
  for (const { name } of guards) database.exec(`DROP TRIGGER ${name}`)
  const rows = database.prepare('SELECT audit_id FROM chain WHERE n > ?').pluck().all(above)
  database.prepare('DELETE FROM chain WHERE n > ?').run(above)
  for (const id of rows) database.prepare('DELETE FROM audit_entry WHERE id = ?').run(id)
  for (const { sql } of guards) database.exec(sql)
  database.close()
}

describe('the check of the register after a restore', () => {
  it('finds nothing: the backups of the days given up no longer vouch for it', async () => {
    const office = await restored()
    expect(await findingsOf(office)).toEqual([])
    await receive(office, 'Phạm Thị D', 'Võ Văn E', 'Đỗ Thị G', 'Hồ Văn H', 'Bùi Thị I')
    expect(await findingsOf(office)).toEqual([])
  })

  it('finds nothing after a second restore, nor after going forward again to what was given up', async () => {
    const office = await restored()
    await receive(office, 'Phạm Thị D', 'Võ Văn E')
    await office.client.backups.make()
    await restore(office, office.first)
    expect(await findingsOf(office)).toEqual([])
    await restore(office, office.forward)
    expect((await office.client.dossiers.counts()).all).toBe(3)
    expect(await findingsOf(office)).toEqual([])
  })

  it('still sees entries cut off since, by a backup made after the restore', async () => {
    const office = await restored()
    const file = join(office.dataDir, 'register.db')
    const before = await office.client.audit.verify()
    await office.client.audit.notePrint({ paper: 'late-list', rows: 1, dossierId: null })
    await office.client.backups.make()
    await office.core.close()
    cut(file, before.links)
    rmSync(`${file}.mark`)
    const again = await openTestCore({ dataDir: office.dataDir, setUp: false })
    expect(await findingsOf(again)).toContain('chain-cut')
  })

  it('still sees entries that were cut off before it', async () => {
    const office = await openTestCore()
    const file = join(office.dataDir, 'register.db')
    await office.client.backups.make()
    const first = await newestOf(office)
    for (let i = 0; i < 9; i++)
      await office.client.audit.notePrint({ paper: 'late-list', rows: 1, dossierId: null })
    office.setNow('2026-11-24T02:00:00.000Z')
    await office.client.backups.make()
    await office.core.close()
    const links = listBackups(backupFolder(file)).map(({ manifest }) => manifest?.links ?? 0)
    cut(file, Math.min(...links) + 2)
    rmSync(`${file}.mark`)
    expect(readMark(file)).toBeNull()
    const again = await openTestCore({
      dataDir: office.dataDir,
      setUp: false,
      now: '2026-11-25T02:00:00.000Z',
    })
    expect(await findingsOf(again)).toEqual(['chain-cut'])
    await restore(again, first)
    expect(await findingsOf(again)).toEqual(['chain-cut'])
  })
})
