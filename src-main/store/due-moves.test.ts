import { describe, expect, it } from 'vitest'
import { civilDate } from '../domain/civil-date.ts'
import type { Store } from './database.ts'
import { addDossier, appendDueMove, appendEvent, rebuild } from './events.ts'
import { acceptance, historyOf, testStore } from './test-store.ts'

const TABLES = ['dossier', 'dossier_pause', 'dossier_due_move']
const pictureOf = ({ read }: Store) => TABLES.map((table) => read.all(`SELECT * FROM ${table} ORDER BY 1, 2`))

/** A due date moved on a day, as the event of that number. */
const moveOf = (seq: number, on: string, dueOn: string) => ({
  ...{ seq, happenedOn: civilDate(on), happenedAt: null, enteredAt: '2020-06-30T01:00:00.000Z', authorId: 1 },
  fact: {
    kind: 'due-moved' as const,
    dueOn: civilDate(dueOn),
    cause: 'rules' as const,
    changeId: 1,
    note: '',
  },
})

/** A dossier that was kept waiting and got another due date by it. */
async function storeWithOne(): Promise<Store> {
  const store = await testStore()
  const history = historyOf(
    ['2020-01-02', acceptance('X-200102-0001', '2020-01-14')],
    ['2020-01-06', { kind: 'paused', pause: 'agency', note: '', document: 'CV 1' }],
    ['2020-01-08', { kind: 'resumed', note: '' }],
    [
      '2020-01-08',
      { kind: 'due-moved', dueOn: civilDate('2020-01-16'), cause: 'pause', changeId: null, note: '' },
    ],
  )
  await store.write((db) => addDossier(db, history))
  return store
}

describe('a due date moved by a change of rules', () => {
  it('leaves the rows that the history leads to', async () => {
    const [short, folded] = [await storeWithOne(), await storeWithOne()]
    const moves = [moveOf(5, '2020-01-09', '2020-01-17'), moveOf(6, '2020-01-10', '2020-01-20')]
    await short.write((db) => moves.forEach((move) => appendDueMove(db, 1, move)))
    await folded.write((db) => moves.forEach((move) => appendEvent(db, 1, move)))
    const rows = pictureOf(short)
    expect(rows).toEqual(pictureOf(folded))
    await short.writeInSteps(rebuild)
    expect(pictureOf(short)).toEqual(rows)
    expect(rows[0]).toMatchObject([{ due_on: '2020-01-20', version: 6 }])
    expect(rows[2]).toMatchObject([
      { nth: 0, due_before: '2020-01-14', cause: 'pause' },
      { nth: 1, due_before: '2020-01-16', moved_on: '2020-01-09', cause: 'rules' },
      { nth: 2, due_before: '2020-01-17', moved_on: '2020-01-10', cause: 'rules' },
    ])
  })

  it('is refused where something else has happened since, and for a dossier that is not there', async () => {
    const store = await storeWithOne()
    const before = pictureOf(store)
    const moveAt = (id: number, seq: number) =>
      store.write((db) => appendDueMove(db, id, moveOf(seq, '2020-01-09', '2020-01-17')))
    await expect(moveAt(1, 4)).rejects.toThrow('is not where its due date moves from')
    await expect(moveAt(1, 6)).rejects.toThrow('is not where its due date moves from')
    await expect(moveAt(2, 1)).rejects.toThrow('is not where its due date moves from')
    expect(pictureOf(store)).toEqual(before)
  })
})
