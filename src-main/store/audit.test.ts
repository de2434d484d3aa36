import { expect, it } from 'vitest'
import { civilDate } from '../domain/civil-date.ts'
import { WATCHED_TABLES, addAudit, tablesChangedOutside } from './audit.ts'
import { addStopOrder } from './stop-orders.ts'
import { testStore } from './test-store.ts'

const at = '2026-11-23T02:00:00.000Z'

it('a table that came with a newer version, which no entry names, is as empty as it was made, or was changed outside', async () => {
  const store = await testStore()
  // As an earlier version of the program wrote it, before there were stop orders and closed periods.
  const known = WATCHED_TABLES.filter(
    (table) => table !== 'stop_order' && table !== 'closed_period' && table !== 'period_reopening',
  )
  await store.write((db) => addAudit(db, { at, authorId: null, kind: 'register-made' }, known))
  expect(tablesChangedOutside(store.read)).toEqual([])
  const order = {
    ...{ commune: 'Vĩnh Hải', mapSheet: '12', plot: '34', document: '1/QĐ', agency: 'THADS', reason: '' },
    ...{ issuedOn: civilDate('2026-11-20'), lifted: null },
  }
  await store.write((db) => addStopOrder(db, order))
  expect(tablesChangedOutside(store.read)).toEqual(['stop_order'])
  await store.write((db) => addAudit(db, { at, authorId: 1, kind: 'stop-order-added' }, ['stop_order']))
  expect(tablesChangedOutside(store.read)).toEqual([])
})
