import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { ChangeNotice } from '../../contract/changes.ts'
import { openCore } from '../open-core.ts'
import { RESOURCES, clientOf, openTestCore, procedureId, receptionOf } from '../test-core.ts'

/** An office of a few dossiers whose file was changed behind its back, opened with its full check at once. */
async function changedBehind(sql: string, fullCheck = { afterMs: 0, everyMs: 3_600_000 }) {
  const { client, core, dataDir } = await openTestCore()
  const id = await procedureId(client, 'transfer')
  for (let i = 0; i < 5; i++) await client.reception.receive(receptionOf(id))
  await core.close()
  const file = join(dataDir, 'register.db')
  const behind = new BetterSqlite3(file)
  behind.exec(sql)
  behind.close()
  const again = await openCore({
    dataDir,
    resourcesDir: RESOURCES,
    now: () => '2026-11-23T02:00:00.000Z',
    workerUrl: new URL('../worker.ts', import.meta.url),
    log: () => undefined,
    version: 'test',
    fullCheck,
  })
  onTestFinished(() => again.close())
  const notices: ChangeNotice[] = []
  again.subscribe((notice) => notices.push(notice))
  return { client: clientOf(again, again.openSession()), file, notices, core: again }
}

describe('the full check of an open register', () => {
  it.each([
    ['a due date', 'UPDATE dossier SET due_on = "2030-01-01" WHERE id = 2'],
    [
      'a result',
      `UPDATE dossier SET state = 'returned', ended_on = '2026-11-23', outcome = 'result' WHERE id = 2`,
    ],
    ['a removed dossier', 'DELETE FROM dossier WHERE id = 2'],
    ['a pause', `INSERT INTO dossier_pause VALUES (2, 0, 'agency', '2026-11-23', NULL, '')`],
    ['the words to search by', 'DELETE FROM dossier_search WHERE rowid = 2'],
  ])(
    'finds %s changed in the file, makes the row again from its history, and tells windows and audit',
    async (_what, sql) => {
      const { client, file, notices, core } = await changedBehind(sql.replaceAll('"', "'"))
      await expect
        .poll(async () => (await client.office.status()).health, { timeout: 15_000 })
        .toMatchObject({ kind: 'rows-rebuilt', found: 1 })
      expect(notices).toContainEqual({ topic: 'office' })
      expect((await client.dossiers.get({ id: 2 })).row).toMatchObject({
        state: 'accepted',
        dueOn: '2026-12-04',
      })
      await core.close()
      const database = new BetterSqlite3(file, { readonly: true })
      expect(
        database.prepare(`SELECT count(*) FROM audit_entry WHERE kind = 'rows-rebuilt'`).pluck().get(),
      ).toBe(1)
      database.close()
    },
  )

  it('tells of a history that was changed, and mends nothing of it', async () => {
    const { client } = await changedBehind(`DROP TRIGGER dossier_event_no_update;
      UPDATE dossier_event SET fact = json_set(fact, '$.dueOn', '2030-01-01') WHERE dossier_id = 3 AND seq = 1;
      CREATE TRIGGER dossier_event_no_update BEFORE UPDATE ON dossier_event
BEGIN SELECT raise(ABORT, 'history is never changed'); END;`)
    await expect
      .poll(async () => (await client.office.status()).health, { timeout: 15_000 })
      .toMatchObject({ kind: 'history-differs' })
    expect((await client.office.status()).trouble).toBeNull()
  })

  it('finds nothing in a register that nobody touched', async () => {
    const { client, core } = await changedBehind('SELECT 1')
    await new Promise((resolve) => setTimeout(resolve, 1500))
    expect((await client.office.status()).health).toBeNull()
    await core.close()
  })
})
