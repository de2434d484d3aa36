import { expect, it } from 'vitest'
import type { BatchItem } from '../../../src-main/contract/handovers.ts'
import { EMPTY_PILE, notFound, withCode, withTick } from './pile.ts'

const item = (id: number, state: BatchItem['state'] = 'given'): BatchItem => ({
  ...{ id, code: `H32-${id}`, applicantName: '', procedureName: '', commune: '', state },
  ...{ step: null, answeredOn: null },
})
const items = [item(1), item(2), item(3, 'confirmed')]

it('a code of the batch is found once, however it is written', () => {
  const pile = withCode(EMPTY_PILE, items, ' h32–1 ')
  expect([...pile.there]).toEqual([1])
  expect(pile.last).toEqual({ code: 'H32-1', result: 'found' })
  expect(withCode(pile, items, 'H32-1').last?.result).toBe('again')
  expect(notFound(pile, items).map(({ id }) => id)).toEqual([2])
})

it('a code of another dossier is foreign and listed once; one confirmed before is left alone', () => {
  const pile = withCode(withCode(EMPTY_PILE, items, 'H32-9'), items, 'h32-9')
  expect(pile).toMatchObject({ foreign: ['H32-9'], last: { result: 'foreign' } })
  const answered = withCode(pile, items, 'H32-3')
  expect(answered.last?.result).toBe('answered')
  expect(answered.there.size).toBe(0)
})

it('a tick set by hand can be taken back', () => {
  const pile = withTick(EMPTY_PILE, 2)
  expect([...pile.there]).toEqual([2])
  expect(withTick(pile, 2).there.size).toBe(0)
})
