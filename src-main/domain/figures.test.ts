import { describe, expect, it } from 'vitest'
import { addFigures, checkIdentities, noFigures, onTimeShare, totalsOf } from './figures.ts'

const some = {
  ...noFigures(),
  receivedOnline: 3,
  receivedDirectPostal: 5,
  carriedOver: 2,
  resolvedEarly: 4,
  resolvedOnTime: 1,
  resolvedLate: 1,
  pendingInTime: 3,
  pendingOverdue: 1,
}

describe('Biểu II.06a', () => {
  it('sums its columns', () => {
    expect(totalsOf(some)).toEqual({ receivedInPeriod: 8, receivedTotal: 10, resolved: 6, pending: 4 })
    expect(addFigures([some, some]).resolvedEarly).toBe(8)
  })
  it('passes when all identities hold', () => {
    expect(checkIdentities(some, [some], 2).every((check) => check.holds)).toBe(true)
  })
  it('fails where a dossier is lost between in and out', () => {
    const wrong = { ...some, pendingInTime: 2 }
    expect(checkIdentities(wrong, [wrong], 2).filter((check) => !check.holds)).toEqual([
      { identity: 'received=resolved+pending', left: 10, right: 9, holds: false },
    ])
  })
  it('fails where the rows do not add up, even when the sums agree', () => {
    const swapped = { ...some, resolvedEarly: 3, resolvedLate: 2 }
    expect(checkIdentities(some, [swapped], 2)[1]?.holds).toBe(false)
  })
  it('fails where the period before left another number', () => {
    expect(checkIdentities(some, [some], 3)[2]).toMatchObject({ left: 2, right: 3, holds: false })
  })
  it('gives a share of a whole, and none of nothing', () => {
    const counts = { ...noFigures(), resolvedEarly: 9663, resolvedOnTime: 4537 }
    expect(onTimeShare(counts, 14947).percent?.toFixed(1)).toBe('95.0')
    expect(onTimeShare(counts, 15068).percent?.toFixed(1)).toBe('94.2')
    expect(onTimeShare(counts, 0).percent).toBeNull()
  })
})
