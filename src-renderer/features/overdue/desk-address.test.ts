import { describe, expect, test } from 'vitest'
import { type DeskQuery, WHOLE_LIST, isCut, readDesk, writeDesk } from './desk-address.ts'

const read = (address: string): DeskQuery => readDesk(new URLSearchParams(address))

describe('the address of the overdue desk', () => {
  test('brings back every part of what the desk showed', () => {
    const shown: DeskQuery = {
      filter: {
        ...{ list: 'due-tomorrow', within: 10, search: 'nguyễn & đức', holder: 'nobody', procedureId: 7 },
        ...{ commune: 'Phước Hải', apology: 'not-sent', cause: '', band: '6-10', whose: 'tax' },
      },
      ...{ sort: { field: 'code', descending: true }, page: 4 },
    }
    expect(read(writeDesk(shown))).toEqual(shown)
    const other: DeskQuery = { ...shown, filter: { ...shown.filter, cause: 'tax-office', holder: 12 } }
    expect(read(writeDesk(other))).toEqual(other)
  })

  test('is empty for the whole late list, what is due first on top', () => {
    const query = read('')
    expect(query).toEqual({ filter: WHOLE_LIST, sort: { field: 'dueOn', descending: false }, page: 0 })
    expect(writeDesk(query)).toBe('')
    expect(isCut(query.filter)).toBe(false)
  })

  test('counts what it cannot read as not there', () => {
    expect(read('list=x&within=4&holder=0&band=2-3&whose=me&sort=-name&page=-1&apology=maybe')).toEqual(
      read(''),
    )
  })

  test('knows a list that is cut', () => {
    expect(isCut(read('cause=-').filter)).toBe(true)
    expect(isCut(read('q=an').filter)).toBe(true)
    expect(isCut(read('list=drafted').filter)).toBe(false)
  })
})
