import BetterSqlite3 from 'better-sqlite3'
import fc from 'fast-check'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { APPLICATION_ID, Store } from '../database.ts'
import { addDossier, rebuild } from '../events.ts'
import { addStoryReference, eventsOfStory, story } from '../test-stories.ts'
import { testFolder, testStore } from '../test-store.ts'
import { MIGRATIONS } from './index.ts'

const TABLES = ['dossier', 'dossier_holder_move', 'dossier_pause', 'dossier_due_move']
const pictureOf = ({ read }: Store) => TABLES.map((table) => read.all(`SELECT * FROM ${table} ORDER BY 1, 2`))

/** A register as version 7 left it, with what another register holds. */
function registerOfVersion7(from: string): string {
  const file = join(testFolder(), 'register.db')
  const database = new BetterSqlite3(file)
  for (const { sql } of MIGRATIONS.slice(0, 7)) database.exec(sql)
  database.pragma(`application_id = ${APPLICATION_ID}`)
  database.pragma('user_version = 7')
  const columns = (table: string): string =>
    database.prepare('SELECT group_concat(name) FROM pragma_table_info(?)').pluck().get(table) as string
  database.exec(`ATTACH '${from}' AS other; PRAGMA foreign_keys = OFF`)
  for (const table of ['staff', 'procedure_version', 'dossier_event', 'chain', ...TABLES]) {
    if (table === 'dossier_holder_move') continue
    const names = columns(table)
    database.exec(`INSERT INTO ${table} (${names}) SELECT ${names} FROM other.${table} ORDER BY 1`)
  }
  database.exec('DETACH other')
  database.close()
  return file
}

it('a register from before knows who had each dossier when, as its histories do', async () => {
  const store = await testStore()
  await store.write((db) => {
    addStoryReference(db)
    const told = fc.sample(story, { seed: 8, numRuns: 600 })
    for (const [index, one] of told.entries()) addDossier(db, eventsOfStory(one, index))
  })
  const expected = pictureOf(store)
  const { file } = store
  await store.close()
  const migrated = new Store(registerOfVersion7(file))
  onTestFinished(() => migrated.close())
  expect(pictureOf(migrated)).toEqual(expected)
  await migrated.writeInSteps(rebuild)
  expect(pictureOf(migrated)).toEqual(expected)
  const [dossiers = [], moves = []] = expected
  expect(moves.length).toBeGreaterThan(100)
  const endedBy = new Set(dossiers.map((row) => (row as { ended_by: number | null }).ended_by))
  expect(endedBy).toEqual(new Set([null, 1, 2, 3]))
})
