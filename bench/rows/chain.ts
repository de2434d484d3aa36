/**
 * What the chain of hashes adds: the writing of a reception and of a step with it, against the very same without.
 */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { EMPTY_PARTICULARS, type DossierEvent, fold } from '../../src-main/domain/dossier.ts'
import type { Core } from '../../src-main/office/core.ts'
import { Store, type WriteDb } from '../../src-main/store/database.ts'
import { STATEMENTS, addDossier, rowOf } from '../../src-main/store/events.ts'
import { callOf, openOfficeIn } from '../office.ts'
import { type BenchContext, type BenchRow, benchRow, USER } from '../row.ts'

interface Desk {
  store: Store
  history: (code: string) => DossierEvent[]
  next: number
}

function prepareDesk({ file, raw, today }: BenchContext): Desk {
  const procedureId = Number(raw.prepare('SELECT min(id) FROM procedure_version').pluck().get())
  const at = `${today}T02:00:00.000Z`
  const particulars = {
    ...EMPTY_PARTICULARS,
    applicantName: 'Nguyễn Thị Hồng Đức',
    idNumber: '056199001234',
    phone: '0905123456',
    address: '12 Lê Hồng Phong',
    commune: 'Phước Hải',
    mapSheet: '12',
    plot: '345',
    certificateNumber: 'CB 123456',
    content: 'Chuyển nhượng quyền sử dụng đất',
    documents: [{ name: 'Đơn đăng ký biến động', originals: 1, certifiedCopies: 0, photocopies: 0 }],
  }
  return {
    store: new Store(file),
    next: 1,
    history: (code) => [
      {
        ...{ seq: 1, happenedOn: today, happenedAt: at, enteredAt: at, authorId: USER },
        fact: {
          kind: 'accepted',
          code,
          procedureId,
          dueOn: today,
          dueSource: 'computed',
          particulars,
          remote: false,
        },
      },
    ],
  }
}

/** What `addDossier` does, without the link. */
function addUnchained(db: WriteDb, history: readonly DossierEvent[]): number {
  const id = db.get<{ id: number }>(STATEMENTS.nextDossierId)?.id ?? 1
  const dossier = fold(history)
  for (const { seq, happenedOn, happenedAt, enteredAt, authorId, fact } of history) {
    const { kind, ...rest } = fact
    const json = JSON.stringify(rest)
    db.run(STATEMENTS.addEvent, [id, seq, kind, happenedOn, happenedAt, enteredAt, authorId, null, json])
  }
  const row = rowOf(id, dossier)
  db.run(STATEMENTS.saveDossier, row)
  db.run(STATEMENTS.saveSearch, [id, row['searchText']])
  return id
}

const reception = benchRow<Desk>({
  name: 'chain, a reception written',
  describe: 'the writing of a reception as the store does it: event, row, words and link, on disk',
  describeRaw: 'the same by the same statements without the link',
  sizes: ['register', 'generated'],
  prepare: prepareDesk,
  end: (_context, { store }) => store.close(),
  ours: (_context, desk) => desk.store.write((db) => addDossier(db, desk.history(`chained-${desk.next++}`))),
  raw: (_context, desk) => desk.store.write((db) => addUnchained(db, desk.history(`bare-${desk.next++}`))),
})

/** An office whose register has no chain, beside the one that has. */
interface Unchained {
  core: Core
  receive: () => Promise<unknown>
  input: unknown
}

/**
 * Makes the chain of a register a view that takes links and keeps none. Only of one that is open already: it would not be
 * opened so.
 */
function dropChain(file: string): void {
  const copy = new BetterSqlite3(file)
  copy.pragma('foreign_keys = OFF')
  copy.exec(`DROP TABLE chain;
    CREATE VIEW chain AS SELECT 0 AS n, NULL AS event_id, NULL AS audit_id, zeroblob(32) AS hash WHERE FALSE;
    CREATE TRIGGER chain_kept_none INSTEAD OF INSERT ON chain BEGIN SELECT 1; END`)
  copy.close()
}

const wholeReception = benchRow<Unchained>({
  name: 'chain, a reception received',
  describe: 'reception.receive, as a window calls it',
  describeRaw: 'the same in a register that keeps no link: what is left of the chain is the hash itself',
  sizes: ['register'],
  prepare: async ({ raw, today }) => {
    const folder = mkdtempSync(join(tmpdir(), 'unchained-'))
    const file = join(folder, 'register.db')
    raw.prepare('VACUUM INTO ?').run(file)
    const core = await openOfficeIn(folder, today)
    dropChain(file)
    const session = core.openSession()
    const find = `SELECT id FROM procedure_version WHERE key = 'transfer' AND valid_from <= ?
      AND coalesce(valid_to, '9999') >= ?`
    const input = {
      procedureId: Number(raw.prepare(find).pluck().get(today, today)),
      acceptedAt: null,
      particulars: { ...EMPTY_PARTICULARS, applicantName: 'Nguyễn Thị Hồng Đức', commune: 'Phước Hải' },
      holderId: null,
      remote: false,
    }
    return { core, input, receive: () => callOf(core, session, 'reception', 'receive', input) }
  },
  end: (_context, { core }) => core.close(),
  ours: async ({ call }, { input }) => {
    await call('reception', 'receive', input)
  },
  raw: async (_context, { receive }) => {
    await receive()
  },
})

export const rows: readonly BenchRow[] = [reception, wholeReception]
