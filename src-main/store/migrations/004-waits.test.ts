import BetterSqlite3 from 'better-sqlite3'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { APPLICATION_ID, Store } from '../database.ts'
import { rebuild } from '../events.ts'
import { acceptance, historyOf, testFolder } from '../test-store.ts'
import { MIGRATIONS } from './index.ts'

/** A register as version 3 left it: one dossier whose clock runs, one that waits. */
function registerOfVersion3(): string {
  const file = join(testFolder(), 'register.db')
  const database = new BetterSqlite3(file)
  for (const { sql } of MIGRATIONS.slice(0, 3)) database.exec(sql)
  database.pragma(`application_id = ${APPLICATION_ID}`)
  database.pragma('user_version = 3')
  database.exec(`
    INSERT INTO staff VALUES (1, 'Nguyễn Văn Cửa', 'x', 'x');
    INSERT INTO procedure_version (id, key, national_code, name_vi, name_en, name_key, field, term, unit, remote_extra,
      has_fee_leg, valid_from, basis, status) VALUES (1, 'x', '', 'x', 'x', 'x', 'x', 8, 'working-day', 0, 0,
      '1970-01-01', 'x', 'sourced');`)
  const add = database.prepare(
    `INSERT INTO dossier_event (dossier_id, seq, kind, happened_on, entered_at, author_id, fact) VALUES (?, ?, ?, ?, ?, 1, ?)`,
  )
  for (const id of [1, 2]) {
    const history = historyOf(
      ['2020-01-02', acceptance(`X-200102-000${id}`, '2020-01-14')],
      ['2020-01-06', { kind: 'paused', pause: 'agency', note: '' }],
      ['2020-01-08', { kind: 'resumed', note: '' }],
      ['2020-01-20', { kind: 'paused', pause: 'agency', note: '' }],
    ).slice(0, id === 1 ? 3 : 4)
    for (const { seq, happenedOn, enteredAt, fact } of history) {
      const { kind, ...rest } = fact
      add.run(id, seq, kind, happenedOn, enteredAt, JSON.stringify(rest))
    }
    database
      .prepare(
        `INSERT INTO dossier (id, code, procedure_id, applicant_name, applicant_key, id_number, phone, address, commune,
         commune_key, map_sheet, plot, certificate_number, channel, accepted_on, due_on, due_source, state, version, search_text)
         VALUES (?, ?, 1, 'x', 'x', '', '', '', '', '', '', '', '', 'direct', '2020-01-02', '2020-01-14', 'computed', ?, ?, 'x')`,
      )
      .run(id, `X-200102-000${id}`, id === 1 ? 'accepted' : 'awaiting-agency', history.length)
    database.exec(`INSERT INTO dossier_pause VALUES (${id}, 0, 'agency', '2020-01-06', '2020-01-08', '')`)
  }
  database.exec(`INSERT INTO dossier_pause VALUES (2, 1, 'agency', '2020-01-20', NULL, '')`)
  database.close()
  return file
}

it('a dossier from before says since when it waits, as its history does', async () => {
  const store = new Store(registerOfVersion3())
  onTestFinished(() => store.close())
  const waits = () => store.read.all('SELECT id, waits_since AS since FROM dossier ORDER BY id')
  const expected = [
    { id: 1, since: null },
    { id: 2, since: '2020-01-20' },
  ]
  expect(waits()).toEqual(expected)
  await store.writeInSteps(rebuild)
  expect(waits()).toEqual(expected)
})
