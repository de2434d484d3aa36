/**
 * For tests: an office with a few dossiers in November 2026, in December.
 */
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import type { ClosingRow } from '../../contract/closing.ts'
import type { OfficeClient } from '../../contract/index.ts'
import { civilDate } from '../../domain/civil-date.ts'
import { type Desk, openDesk } from '../steps/testing.ts'
import { receptionOf } from '../test-core.ts'

export const NOVEMBER = { from: civilDate('2026-11-01'), to: civilDate('2026-11-30') }
export const DECEMBER = { from: civilDate('2026-12-01'), to: civilDate('2026-12-31') }

/** Four dossiers of 23 November: one resolved in it; the clock stands at 2 December. */
export async function decemberDesk(): Promise<Desk & { ids: number[] }> {
  const desk = await openDesk()
  const ids: number[] = []
  for (const channel of ['direct', 'online', 'direct', 'postal'] as const) {
    const { id } = await desk.client.reception.receive(
      receptionOf(desk.exchange, {
        channel,
        commune: 'Vĩnh Hải',
        onlineLevel: channel === 'online' ? 'full' : null,
      }),
    )
    ids.push(id)
  }
  desk.setNow('2026-11-26T02:00:00.000Z')
  await step(desk.client, ids[0] ?? 1, 'result-ready', '2026-11-26')
  desk.setNow('2026-12-02T02:00:00.000Z')
  return { ...desk, ids }
}

/** Records a step that happened on a day. */
export async function step(
  client: OfficeClient,
  id: number,
  kind: 'result-ready' | 'returned' | 'withdrawn',
  on: string,
): Promise<void> {
  const { version } = await client.dossiers.get({ id })
  await client.dossiers.recordStep({
    ...{ id, version, step: kind, happenedOn: civilDate(on), happenedAt: null, holderId: null, note: '' },
  })
}

/** Closes a period as the screen does: what was shown. */
export async function closeShown(client: OfficeClient, period = NOVEMBER): Promise<ClosingRow> {
  const { digest } = await client.closing.preview(period)
  return client.closing.close({ ...period, digest })
}

/** Changes the register's file behind the program's back, its guards taken off and put back. */
export function tamper(dataDir: string, sql: string, values: unknown[] = []): void {
  const database = new BetterSqlite3(join(dataDir, 'register.db'))
  const guards = database
    .prepare<[], { name: string; sql: string }>(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name IN ('closed_period', 'period_reopening', 'chain', 'audit_entry')",
    )
    .all()
  for (const { name } of guards) database.exec(`DROP TRIGGER ${name}`)
  database.pragma('foreign_keys = OFF')
  database.prepare(sql).run(values)
  for (const guard of guards) database.exec(guard.sql)
  database.close()
}
