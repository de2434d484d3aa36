import { createHash } from 'node:crypto'
import BetterSqlite3 from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Anchor, FindingKind, Verdict } from '../domain/audit-findings.ts'
import { civilDate } from '../domain/civil-date.ts'
import { WATCHED_TABLES, addAudit } from './audit.ts'
import { tailOf } from './chain.ts'
import { type Store, openSnapshot } from './database.ts'
import { addDossier, appendEvents, rebuild } from './events.ts'
import { takeFormNumber } from './form-numbers.ts'
import { saveAccount } from './people.ts'
import { addCalendarDay, setSetting } from './reference.ts'
import { acceptance, historyOf, testStore } from './test-store.ts'
import { verifyAtOnce } from './verify.ts'

/** A small register with something of everything: 3 dossiers, pauses, a moved due date, a receipt, people, a calendar. */
async function smallRegister(): Promise<{ store: Store; anchor: Anchor }> {
  const store = await testStore()
  const at = '2020-06-30T01:00:00.000Z'
  await store.write((db) => {
    setSetting(db, 'office', '{"name":"Chi nhánh"}')
    saveAccount(db, {
      ...{ id: 1, login: 'cua', password: 'scrypt$x', active: true, mustChange: false },
      roles: ['counter'],
    })
    addCalendarDay(db, {
      ...{ date: civilDate('2020-09-02'), kind: 'off', name: 'Quốc khánh', basis: 'x', status: 'confirmed' },
    })
    addAudit(db, { at, authorId: null, kind: 'register-made' }, WATCHED_TABLES)
    const first = addDossier(
      db,
      historyOf(
        ['2020-01-02', acceptance('X-200102-0001', '2020-01-14', { idNumber: '056199001234' })],
        ['2020-01-03', { kind: 'taken', holderId: 1, note: '' }],
        ['2020-01-06', { kind: 'paused', pause: 'supplement', note: '' }],
        ['2020-01-08', { kind: 'resumed', note: '' }],
        [
          '2020-01-08',
          { kind: 'due-moved', dueOn: civilDate('2020-01-16'), cause: 'pause', changeId: null, note: '' },
        ],
        ['2020-01-15', { kind: 'result-ready', note: '' }],
      ),
    )
    addAudit(db, { at, authorId: 1, kind: 'looked', dossierId: first })
  })
  const anchor = await store.write((db) => {
    const second = addDossier(db, historyOf(['2020-02-03', acceptance('X-200203-0001', '2020-02-13')]))
    takeFormNumber(db, { form: 'receipt', year: 2020 }, 1, second)
    appendEvents(db, second, [
      {
        ...historyOf(['2020-02-03', { kind: 'withdrawn', note: '' }])[0]!,
        seq: 2,
        fact: {
          kind: 'receipt-printed',
          number: 1,
          year: 2020,
          dueOn: civilDate('2020-02-13'),
          firstDueOn: null,
        },
      },
    ])
    addDossier(db, historyOf(['2020-03-02', acceptance('X-200302-0001', '2020-03-12')]))
    const { n, hash } = tailOf(db)
    return { n, hash: hash.toString('hex') }
  })
  return { store, anchor }
}

function check(store: Store, anchors: readonly Anchor[] = []): Verdict {
  const { db, close } = openSnapshot(store.file)
  try {
    return verifyAtOnce(db, anchors)
  } finally {
    close()
  }
}

/** What somebody does to the file behind the program's back: the guards off first, and back on when done. */
function tamper(store: Store, work: (raw: BetterSqlite3.Database) => void): void {
  const raw = new BetterSqlite3(store.file)
  raw.pragma('foreign_keys = OFF')
  const guards = raw
    .prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    .all()
  for (const { name } of guards) raw.exec(`DROP TRIGGER ${name}`)
  work(raw)
  for (const { sql } of guards) raw.exec(sql)
  raw.close()
}

const kinds = ({ findings }: Verdict): FindingKind[] => [...new Set(findings.map(({ kind }) => kind))]

describe('a register nobody touched', () => {
  it('is intact, with its numbers', async () => {
    const { store, anchor } = await smallRegister()
    const verdict = check(store, [anchor])
    expect(verdict).toMatchObject({
      ...{ links: 11, events: 9, entries: 2, dossiers: 3, anchors: 1 },
      ...{ found: 0, firstBroken: null, findings: [], tail: anchor.hash },
    })
  })
  it('is intact with a dossier that waits while its term runs on; a pause kept for it is one too many', async () => {
    const { store } = await smallRegister()
    const waits = { kind: 'paused' as const, pause: 'agency' as const, note: '', stops: false as const }
    const id = await store.write((db) =>
      addDossier(
        db,
        historyOf(['2020-03-03', acceptance('X-200303-0001', '2020-03-13')], ['2020-03-04', waits]),
      ),
    )
    expect(check(store)).toMatchObject({ found: 0 })
    tamper(store, (raw) =>
      raw.exec(`INSERT INTO dossier_pause VALUES (${id}, 0, 'agency', '2020-03-04', NULL, '');
        UPDATE dossier SET waits_since = '2020-03-04' WHERE id = ${id}`),
    )
    expect(kinds(check(store))).toEqual(['row-differs', 'pauses-differ'])
  })
  it('is intact with no dossier at all', async () => {
    const store = await testStore()
    await store.write((db) =>
      addAudit(db, { at: '2020-06-30T01:00:00.000Z', authorId: null, kind: 'register-made' }, WATCHED_TABLES),
    )
    expect(check(store)).toMatchObject({ links: 1, found: 0 })
  })
})

describe('behind the program’s back', () => {
  const cases: [string, string, Partial<Verdict['findings'][number]>, FindingKind[]?][] = [
    [
      'a due date moved in the row of a dossier',
      "UPDATE dossier SET due_on = '2020-02-20' WHERE id = 2",
      {
        kind: 'row-differs',
        code: 'X-200203-0001',
        what: 'dueOn',
        stored: '2020-02-20',
        expected: '2020-02-13',
      },
    ],
    [
      'a result put on an earlier day',
      "UPDATE dossier SET ended_on = '2020-01-13' WHERE id = 1",
      { kind: 'row-differs', what: 'endedOn', dossierId: 1 },
    ],
    [
      'a name changed in the row, told without the name',
      "UPDATE dossier SET applicant_name = 'Trần B' WHERE id = 1",
      { kind: 'row-differs', what: 'applicantName', stored: '', expected: '' },
    ],
    [
      'a pause made longer',
      "UPDATE dossier_pause SET end_on = '2020-01-10'",
      { kind: 'pauses-differ', dossierId: 1 },
    ],
    [
      'a moved due date taken away',
      'DELETE FROM dossier_due_move',
      { kind: 'due-moves-differ', dossierId: 1 },
    ],
    [
      'another officer at its end',
      'UPDATE dossier SET ended_by = NULL WHERE ended_by IS NOT NULL',
      { kind: 'row-differs', what: 'endedBy' },
    ],
    [
      'a holder before who never was',
      "INSERT INTO dossier_holder_move VALUES (1, 7, '2020-01-09', NULL)",
      { kind: 'holders-differ', dossierId: 1 },
    ],
    [
      'words of the search index taken away',
      'DELETE FROM dossier_search WHERE rowid = 3',
      { kind: 'words-differ', dossierId: 3, code: 'X-200302-0001' },
    ],
    [
      'words of the search index changed',
      "DELETE FROM dossier_search WHERE rowid = 3; INSERT INTO dossier_search (rowid, words) VALUES (3, 'ai do')",
      { kind: 'words-differ', dossierId: 3 },
    ],
    [
      'a fact edited in the history',
      `UPDATE dossier_event SET fact = replace(fact, '2020-02-13', '2020-02-20') WHERE id = 7`,
      { kind: 'link-broken', link: 9, what: 'event', code: 'X-200203-0001' },
    ],
    [
      'an event put on another day',
      "UPDATE dossier_event SET happened_on = '2020-01-14' WHERE id = 6",
      { kind: 'link-broken', link: 7 },
    ],
    [
      'an event given another author',
      'UPDATE dossier_event SET author_id = 2 WHERE id = 2',
      { kind: 'link-broken', link: 3 },
    ],
    ['an event removed', 'DELETE FROM dossier_event WHERE id = 6', { kind: 'content-missing', link: 7 }],
    [
      'an event removed with its link',
      'DELETE FROM dossier_event WHERE id = 6; DELETE FROM chain WHERE event_id = 6',
      { kind: 'link-missing', link: 7 },
    ],
    [
      'an event put in',
      `INSERT INTO dossier_event SELECT 99, 3, 2, 'withdrawn', '2020-03-03', NULL, entered_at, 1, NULL, '{"note":""}'
       FROM dossier_event WHERE id = 9`,
      { kind: 'not-linked', what: 'event', dossierId: 3 },
    ],
    [
      'an event put in before all others',
      `INSERT INTO dossier_event SELECT 0, 9, 1, kind, happened_on, NULL, entered_at, 1, NULL, fact FROM dossier_event
       WHERE id = 9`,
      { kind: 'not-linked', what: 'event' },
    ],
    [
      'an entry of the audit edited',
      `UPDATE audit_entry SET detail = '{}' WHERE id = 1`,
      { kind: 'link-broken', link: 1, what: 'audit' },
    ],
    [
      'an entry of the audit removed',
      'DELETE FROM audit_entry WHERE id = 2',
      { kind: 'content-missing', link: 8, what: 'audit' },
    ],
    [
      'an entry of the audit put in',
      `INSERT INTO audit_entry VALUES (9, 'x', 1, 'exported', NULL, '{}')`,
      { kind: 'not-linked', what: 'audit' },
    ],
    [
      'two links changed round',
      'UPDATE chain SET event_id = 99 WHERE n = 2; UPDATE chain SET event_id = 1 WHERE n = 3; UPDATE chain SET event_id = 2 WHERE n = 2',
      { kind: 'link-out-of-order', link: 3 },
    ],
    ['a link taken out', 'DELETE FROM chain WHERE n = 4', { kind: 'link-missing', link: 4 }],
    [
      'a role raised',
      `UPDATE account SET roles = '["administrator"]'`,
      { kind: 'table-differs', what: 'account' },
    ],
    ['a password swapped', `UPDATE account SET password = 'y'`, { kind: 'table-differs', what: 'account' }],
    ['a person renamed', `UPDATE staff SET name = 'Ai đó'`, { kind: 'table-differs', what: 'staff' }],
    ['a key of a name', `UPDATE staff SET name_lookup = 'x'`, { kind: 'table-differs', what: 'staff' }],
    [
      'a day of the calendar freed',
      'DELETE FROM calendar_day',
      { kind: 'table-differs', what: 'calendar_day' },
    ],
    ['a setting changed', `UPDATE setting SET value = '{}'`, { kind: 'table-differs', what: 'setting' }],
    [
      'a term made longer',
      'UPDATE procedure_version SET term = 30',
      { kind: 'table-differs', what: 'procedure_version' },
    ],
    [
      'a form number given to another dossier',
      'UPDATE form_number SET dossier_id = 3',
      { kind: 'form-number-differs', what: 'receipt', dossierId: 3, stored: '1/2020' },
    ],
    [
      'a form number put in',
      `INSERT INTO form_number VALUES ('receipt', 2020, 2, 3)`,
      { kind: 'form-number-differs', dossierId: 3, stored: '2/2020' },
    ],
    [
      'a form number taken away',
      'DELETE FROM form_number',
      { kind: 'form-number-differs', dossierId: 2, expected: '1/2020' },
    ],
    [
      'a dossier without a history',
      `INSERT INTO dossier SELECT 77, 'X-77', procedure_id, applicant_name, applicant_key, id_number, phone, address, commune,
       commune_key, map_sheet, plot, certificate_number, channel, online_level, accepted_on, accepted_at, due_on, due_source,
       state, holder_id, ended_on, outcome, returned_on, version, search_text, remote, receipt_on, waits_since, arrived_at, request,
       step, step_role, step_on, step_at, step_used, handed_to, apology, apology_due_on, apology_on, late_cause, answer_by, ended_by FROM dossier WHERE id = 3`,
      { kind: 'row-extra', code: 'X-77' },
    ],
    [
      'the row of a dossier removed',
      'DELETE FROM dossier WHERE id = 3',
      { kind: 'row-missing', dossierId: 3 },
    ],
    [
      'a guard taken off',
      'CREATE TRIGGER spare AFTER INSERT ON staff BEGIN SELECT 1; END',
      {
        kind: 'schema-differs',
        what: 'spare',
      },
    ],
  ]
  it.each(cases)('%s is found', async (_name, sql, expected) => {
    const { store } = await smallRegister()
    tamper(store, (raw) => raw.exec(sql))
    const { findings } = check(store)
    expect(findings).toContainEqual(expect.objectContaining(expected))
  })

  it('a guard taken off and left off is found', async () => {
    const { store } = await smallRegister()
    const raw = new BetterSqlite3(store.file)
    raw.exec('DROP TRIGGER dossier_event_no_update')
    raw.close()
    expect(check(store).findings).toEqual([
      expect.objectContaining({ kind: 'schema-differs', what: 'dossier_event_no_update' }),
    ])
  })

  it('the first broken link is told', async () => {
    const { store } = await smallRegister()
    tamper(store, (raw) => raw.exec("UPDATE dossier_event SET fact = '{}' WHERE id IN (2, 8)"))
    expect(check(store)).toMatchObject({ firstBroken: 3 })
  })

  it('a cut end, rows and all, is seen against a backup only', async () => {
    const { store, anchor } = await smallRegister()
    tamper(store, (raw) =>
      raw.exec(`DELETE FROM chain WHERE n = 11; DELETE FROM dossier_event WHERE id = 9; DELETE FROM dossier WHERE id = 3;
        DELETE FROM dossier_search WHERE rowid = 3`),
    )
    expect(check(store).found).toBe(0)
    expect(check(store, [anchor])).toMatchObject({
      firstBroken: 11,
      findings: [{ kind: 'chain-cut', link: 11 }],
    })
  })

  it('a chain made again from end to end is seen against a backup only', async () => {
    const { store, anchor } = await smallRegister()
    tamper(store, (raw) => {
      raw.exec(`UPDATE dossier_event SET fact = replace(fact, '2020-03-12', '2020-03-19') WHERE id = 9;
        UPDATE dossier SET due_on = '2020-03-19' WHERE id = 3`)
      forgeChain(raw)
    })
    expect(check(store).found).toBe(0)
    expect(kinds(check(store, [anchor]))).toEqual(['anchor-differs'])
  })

  it('derived rows are mended by making them again; the history is not', async () => {
    const { store } = await smallRegister()
    tamper(store, (raw) =>
      raw.exec(`UPDATE dossier SET due_on = '2021-01-01', holder_id = NULL; DELETE FROM dossier_pause;
        DELETE FROM dossier_search WHERE rowid = 2; UPDATE dossier_due_move SET moved_on = '2020-01-09'`),
    )
    expect(check(store).found).toBeGreaterThan(5)
    await store.writeInSteps(rebuild)
    expect(check(store).found).toBe(0)
  })
})

/** What an attacker who knows the program would do: hash everything again. */
function forgeChain(raw: BetterSqlite3.Database): void {
  let before = Buffer.alloc(32)
  const links = raw.prepare<[], { n: number; event_id: number | null; audit_id: number | null }>(
    'SELECT * FROM chain',
  )
  for (const { n, event_id, audit_id } of links.all()) {
    const row = (
      event_id === null
        ? raw
            .prepare('SELECT id, at, author_id, kind, dossier_id, detail FROM audit_entry WHERE id = ?')
            .raw()
            .get(audit_id)
        : raw
            .prepare(
              `SELECT id, dossier_id, seq, kind, happened_on, happened_at, entered_at, author_id, import_id, fact
               FROM dossier_event WHERE id = ?`,
            )
            .raw()
            .get(event_id)
    ) as unknown[]
    const content = JSON.stringify([event_id === null ? 'audit' : 'event', ...row])
    before = createHash('sha256').update(before).update(content).digest()
    raw.prepare('UPDATE chain SET hash = ? WHERE n = ?').run(before, n)
  }
}

it('any one byte of any column of an event, an entry or a link, changed anyhow, is found', async () => {
  const { store } = await smallRegister()
  const COLUMNS: [table: string, key: string, column: string][] = [
    ...[
      'id',
      'dossier_id',
      'seq',
      'kind',
      'happened_on',
      'happened_at',
      'entered_at',
      'author_id',
      'import_id',
      'fact',
    ].map((column): [string, string, string] => ['dossier_event', 'id', column]),
    ...['id', 'at', 'author_id', 'kind', 'dossier_id', 'detail'].map((column): [string, string, string] => [
      'audit_entry',
      'id',
      column,
    ]),
    ...['hash', 'event_id', 'audit_id'].map((column): [string, string, string] => ['chain', 'n', column]),
  ]
  const raw = new BetterSqlite3(store.file)
  raw.pragma('foreign_keys = OFF')
  // Guards and bounds off for good: this is somebody with a disk editor.
  for (const { name } of raw
    .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
    .all()) {
    raw.exec(`DROP TRIGGER ${name}`)
  }
  raw.exec('DROP INDEX chain_event; DROP INDEX chain_audit')
  raw.pragma('ignore_check_constraints = ON')
  const guardsOff = check(store).found
  let changed = 0
  fc.assert(
    fc.property(
      fc.constantFrom(...COLUMNS),
      fc.nat(),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      ([table, key, column], whichRow, whichByte, by) => {
        const keys = raw.prepare(`SELECT ${key} FROM ${table}`).pluck().all() as number[]
        const at = keys[whichRow % keys.length]
        const value: unknown = raw.prepare(`SELECT ${column} FROM ${table} WHERE ${key} = ?`).pluck().get(at)
        const next = withByteChanged(value, whichByte, by)
        raw.exec('SAVEPOINT one')
        try {
          const given = typeof value === 'string' ? 'CAST(? AS TEXT)' : '?'
          raw.prepare(`UPDATE ${table} SET ${column} = ${given} WHERE ${key} = ?`).run(next, at)
        } catch (error) {
          // The key is another row's already: that change cannot be.
          if (!String(error).includes('UNIQUE')) throw error
          raw.exec('ROLLBACK TO one; RELEASE one')
          return
        }
        raw.exec('RELEASE one')
        changed++
        expect(check(store).found, `${table}.${column} of ${at}`).toBeGreaterThan(guardsOff)
        raw
          .prepare(`UPDATE ${table} SET ${column} = ? WHERE ${key} = ?`)
          .run(value, column === key ? next : at)
      },
    ),
    { numRuns: 300, seed: 20201130 },
  )
  expect(check(store).found).toBe(guardsOff)
  expect(changed).toBeGreaterThan(200)
  raw.close()
}, 60_000)

/** A value as it reads when one of its bytes is another: of a number, one of the lower ones, as SQLite stores it. */
function withByteChanged(value: unknown, whichByte: number, by: number): Buffer | number {
  if (value === null) return by
  if (typeof value === 'number') return value ^ (by << (8 * (whichByte % 3)))
  const bytes = Buffer.from(value as string | Buffer)
  const place = whichByte % bytes.length
  bytes[place] = (bytes[place] ?? 0) ^ by
  return bytes
}
