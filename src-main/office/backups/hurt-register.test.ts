import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { openTestCore } from '../test-core.ts'

const PAGE = 4096

/** Overwrites the first leaf of the chain: the page that its first link lies on. */
function hurtFirstLink(file: string): void {
  const database = new BetterSqlite3(file, { readonly: true })
  const root = Number(
    database.prepare(`SELECT rootpage FROM sqlite_schema WHERE name = 'chain'`).pluck().get(),
  )
  database.close()
  const content = readFileSync(file)
  const at = (root - 1) * PAGE
  // An inner page of a table: its first cell begins with the number of its first child.
  expect(content[at]).toBe(5)
  const leaf = content.readUInt32BE(at + content.readUInt16BE(at + 12))
  content.fill(0x55, (leaf - 1) * PAGE, leaf * PAGE)
  writeFileSync(file, content)
}

it('a register whose first link cannot be read any more leads to rescue when backups are looked at, and ends nothing', async () => {
  const office = await openTestCore()
  const { dataDir, client, core } = office
  for (let i = 0; i < 200; i++) await client.audit.notePrint({ paper: 'late-list', rows: i, dossierId: null })
  await core.close()
  hurtFirstLink(join(dataDir, 'register.db'))

  const rejected: unknown[] = []
  const listen = (error: unknown): number => rejected.push(error)
  process.on('unhandledRejection', listen)
  onTestFinished(() => void process.off('unhandledRejection', listen))
  const again = await openTestCore({ dataDir, setUp: false, automaticBackups: true })
  // Cheap checks at opening do not read that page.
  expect(await again.client.rescue.state().catch(() => null)).toBeNull()
  const troubleOf = async (): Promise<unknown> => (await again.client.office.status()).trouble?.code
  await expect.poll(troubleOf, { timeout: 20_000 }).toBe('check-failed')
  expect(rejected).toEqual([])
  await again.core.close()
}, 40_000)
