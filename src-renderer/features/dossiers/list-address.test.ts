import { describe, expect, test } from 'vitest'
import { QUEUES } from '../../../src-main/contract/dossier-list.ts'
import { civilDate } from '../../../src-main/domain/civil-date.ts'
import {
  dossiersPath,
  type ListQuery,
  NO_FILTER,
  readAddress,
  usualSort,
  writeAddress,
} from './list-address.ts'

const read = (address: string) => readAddress(new URLSearchParams(address))

const FULL: ListQuery = {
  filter: {
    queue: 'in-process',
    search: 'nguyễn & đức 12/34',
    procedureId: 7,
    state: 'awaiting-payment',
    holderId: 3,
    channel: 'online',
    commune: 'Phước Hải',
    acceptedFrom: civilDate('2020-01-02'),
    acceptedTo: civilDate('2020-06-30'),
    dueFrom: civilDate('2020-02-01'),
    dueTo: civilDate('2020-07-01'),
    apology: 'drafted',
    stepRole: 'processing',
    behind: true,
    unheld: false,
    cell: {
      from: civilDate('2020-01-01'),
      to: civilDate('2020-06-30'),
      method: 'extended',
      known: 12,
      by: 'procedure',
      key: 'Đất đai\u0000Cấp đổi',
      column: 'resolvedLate',
    },
  },
  sort: { field: 'holderName', descending: true },
  page: 4,
  pageSize: 200,
}

describe('the address of a list of dossiers', () => {
  test('says that nobody has them in the place of a person', () => {
    expect(dossiersPath({ unheld: true })).toBe('/dossiers?holder=nobody')
    expect(read('holder=nobody').filter).toMatchObject({ unheld: true, holderId: null })
  })

  test('brings back every part of what the list showed', () => {
    expect(read(writeAddress(FULL))).toEqual(FULL)
  })

  test('is empty for the whole register in its usual order', () => {
    const query = read('')
    expect(query.filter).toEqual({ ...NO_FILTER, queue: 'all', search: '' })
    expect(writeAddress(query)).toBe('')
  })

  test('names the page as people count', () => {
    expect(read('page=1').page).toBe(0)
    expect(writeAddress({ ...read(''), page: 1 })).toBe('page=2')
  })

  test('takes what it cannot read as not there', () => {
    const query = read(
      'queue=lost&state=gone&holder=-1&procedure=x&channel=pigeon&dueFrom=2020-02-30&sort=colour&page=0&size=7',
    )
    expect(query).toEqual(read(''))
  })

  test.each(QUEUES)('opens the queue %s in the order it is worked in', (queue) => {
    expect(read(`queue=${queue}`).sort).toEqual(usualSort(queue))
    expect(read(dossiersPath({ queue }).split('?')[1] ?? '').filter.queue).toBe(queue)
  })

  test('shows the longest waiting result first, and the longest overdue dossier first', () => {
    expect(usualSort('result-ready')).toEqual({ field: 'endedOn', descending: false })
    expect(usualSort('late')).toEqual({ field: 'dueOn', descending: false })
  })

  test('of the late list need not name its queue', () => {
    expect(readAddress(new URLSearchParams('holder=2'), 'late').filter).toMatchObject({
      queue: 'late',
      holderId: 2,
    })
  })
})
