/**
 * What waits for whom: the open dossiers by what they wait for, and by the people who have them.
 */
import type { Output } from '../../contract/index.ts'
import type { CivilDate } from '../../domain/civil-date.ts'
import { sortKey } from '../../domain/names.ts'
import type { ReadDb } from '../../store/database.ts'
import { type OpenWork, openWork } from '../../store/open-work.ts'
import { listStaff } from '../../store/reference.ts'
import type { Context } from '../context.ts'

type Answer = Output<'dossiers', 'openWork'>

/** Counted as the queues count them, now. */
export function workOfEverybody({ office }: Context): Answer {
  const db = office.store.read
  return db.snapshot(() => workIn(db, office.today()))
}

/** The same on a day. */
export function workIn(db: ReadDb, today: CivilDate): Answer {
  const groups = openWork(db, today)
  const waits = (state: OpenWork['state']) => sum(groups.filter((group) => group.state === state))
  const names = new Map(listStaff(db).map(({ id, name }) => [id, name]))
  const holders = [...Map.groupBy(groups, ({ holderId }) => holderId)].map(([holderId, of]) => ({
    ...{ holderId, name: holderId === null ? '' : (names.get(holderId) ?? '') },
    ...sum(of),
  }))
  return {
    waits: {
      supplement: waits('awaiting-supplement'),
      payment: waits('awaiting-payment'),
      agency: waits('awaiting-agency'),
    },
    holders: holders.sort(mostFirst),
  }
}

function sum(groups: readonly OpenWork[]): Answer['waits']['agency'] {
  return groups.reduce((all, { n, late }) => ({ open: all.open + n, late: all.late + late }), {
    open: 0,
    late: 0,
  })
}

function mostFirst(one: Answer['holders'][number], other: Answer['holders'][number]): number {
  return (
    Number(one.holderId === null) - Number(other.holderId === null) ||
    other.open - one.open ||
    (sortKey(one.name) < sortKey(other.name) ? -1 : 1)
  )
}
