/**
 * What the chain of hashes adds: the writing of a reception and of a step with it, against the very same without.
 */
import { EMPTY_PARTICULARS, type DossierEvent, fold } from '../../src-main/domain/dossier.ts'
import { Store, type WriteDb } from '../../src-main/store/database.ts'
import { STATEMENTS, addDossier, rowOf } from '../../src-main/store/events.ts'
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

export const rows: readonly BenchRow[] = [reception]
