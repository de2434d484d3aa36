import BetterSqlite3 from 'better-sqlite3'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { APPLICATION_ID, Store } from '../database.ts'
import { rebuild } from '../events.ts'
import { openClocks } from '../open-dossiers.ts'
import { acceptance, testFolder } from '../test-store.ts'
import { MIGRATIONS } from './index.ts'

/** A register as version 2 left it: one dossier of our own, one taken over from a paper register. */
function registerOfVersion2(): string {
  const file = join(testFolder(), 'register.db')
  const database = new BetterSqlite3(file)
  for (const { sql } of MIGRATIONS.slice(0, 2)) database.exec(sql)
  database.pragma(`application_id = ${APPLICATION_ID}`)
  database.pragma('user_version = 2')
  database.exec(`
    INSERT INTO staff VALUES (1, 'Nguyễn Văn Cửa', 'x', 'x');
    INSERT INTO procedure_version (id, key, national_code, name_vi, name_en, name_key, field, term, unit, remote_extra,
      has_fee_leg, valid_from, basis, status) VALUES (1, 'x', '', 'x', 'x', 'x', 'x', 8, 'working-day', 0, 0,
      '1970-01-01', 'x', 'sourced');`)
  for (const [id, dueSource] of ['computed', 'printed'].entries()) {
    const { kind, ...fact } = { ...acceptance(`X-200102-000${id + 1}`, '2020-01-14'), dueSource }
    database
      .prepare(
        `INSERT INTO dossier_event (dossier_id, seq, kind, happened_on, entered_at, author_id, fact)
         VALUES (?, 1, ?, '2020-01-02', '2020-01-02T01:00:00.000Z', 1, ?)`,
      )
      .run(id + 1, kind, JSON.stringify(fact))
    database
      .prepare(
        `INSERT INTO dossier (id, code, procedure_id, applicant_name, applicant_key, id_number, phone, address, commune,
         commune_key, map_sheet, plot, certificate_number, channel, accepted_on, due_on, due_source, state, version, search_text)
         VALUES (?, ?, 1, 'x', 'x', '', '', '', '', '', '', '', '', 'direct', '2020-01-02', '2020-01-14', ?, 'accepted', 1, 'x')`,
      )
      .run(id + 1, `X-200102-000${id + 1}`, dueSource)
  }
  database.close()
  return file
}

it('no dossier from before has a printed receipt; who was taken over from paper holds one', async () => {
  const store = new Store(registerOfVersion2())
  onTestFinished(() => store.close())
  const promised = (): number[] => openClocks(store.read).map((dossier) => dossier.promised)
  expect(promised()).toEqual([0, 1])
  await store.writeInSteps(rebuild)
  expect(promised()).toEqual([0, 1])
})
