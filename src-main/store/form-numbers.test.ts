import BetterSqlite3 from 'better-sqlite3'
import { expect, it } from 'vitest'
import { nextFormNumber, takeFormNumber } from './form-numbers.ts'
import { testStore } from './test-store.ts'

const SERIES = { form: 'receipt', year: 2026 }

it('numbers begin with 1 in each year and series, and go on without gaps', async () => {
  const store = await testStore()
  const taken = await store.write((db) =>
    [1, 2, 3].map((dossier) => {
      const number = nextFormNumber(db, SERIES)
      takeFormNumber(db, SERIES, number, dossier)
      return number
    }),
  )
  expect(taken).toEqual([1, 2, 3])
  expect(nextFormNumber(store.read, { ...SERIES, year: 2027 })).toBe(1)
  expect(nextFormNumber(store.read, { ...SERIES, form: 'apology' })).toBe(1)
})
it('a number of a write that failed is free again', async () => {
  const store = await testStore()
  const failing = store.write((db) => {
    takeFormNumber(db, SERIES, 1, 1)
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(nextFormNumber(store.read, SERIES)).toBe(1)
})
it('is never left out, given twice, changed or given back, whoever holds the file', async () => {
  const store = await testStore()
  await store.write((db) => takeFormNumber(db, SERIES, 1, 1))
  await expect(store.write((db) => takeFormNumber(db, SERIES, 1, 2))).rejects.toThrow()
  await expect(store.write((db) => takeFormNumber(db, SERIES, 3, 2))).rejects.toThrow('have no gaps')
  const outsider = new BetterSqlite3(store.file)
  for (const sql of [
    'UPDATE form_number SET dossier_id = 9',
    'DELETE FROM form_number',
    "INSERT OR REPLACE INTO form_number VALUES ('receipt', 2026, 1, 9)",
  ]) {
    expect(() => outsider.exec(sql)).toThrow('numbers of forms')
  }
  outsider.close()
})
