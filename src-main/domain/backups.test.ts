import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KEPT, ageOfBackup, backupStem, isBackupName, keptBackups } from './backups.ts'
import { dateOfInstant } from './civil-date.ts'

const NOW = '2026-11-23T02:00:00.000Z'
const moment = fc
  .date({
    min: new Date('2020-01-01T00:00:00.000Z'),
    max: new Date('2027-01-01T00:00:00.000Z'),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString())
const backups = fc
  .array(moment, { maxLength: 200 })
  .map((moments) => moments.map((madeAt, index) => ({ name: `b${index}`, madeAt })))

describe('rotation', () => {
  it('never lets the newest go, and never keeps more than it says', () => {
    fc.assert(
      fc.property(backups, (all) => {
        const kept = keptBackups(all, NOW)
        const ahead = all.filter(({ madeAt }) => madeAt > NOW).length
        expect(kept.size).toBeLessThanOrEqual(KEPT.last + KEPT.days + KEPT.months + ahead)
        const newest = [...all].sort((a, b) => (a.madeAt < b.madeAt ? 1 : -1))[0]
        if (newest) expect(kept.has(newest.name)).toBe(true)
      }),
    )
  })

  it('keeps the last ten, and the last of each of thirty days', () => {
    fc.assert(
      fc.property(backups, (all) => {
        const kept = keptBackups(all, NOW)
        expect(kept.size).toBeGreaterThanOrEqual(Math.min(all.length, KEPT.last))
        const today = Date.parse(`${dateOfInstant(NOW)}T00:00:00Z`)
        const recent = all.filter(({ madeAt }) => {
          const ago = today - Date.parse(`${dateOfInstant(madeAt)}T00:00:00Z`)
          return ago >= 0 && ago < 30 * 86_400_000
        })
        for (const day of new Set(recent.map(({ madeAt }) => dateOfInstant(madeAt)))) {
          expect(recent.some((one) => kept.has(one.name) && dateOfInstant(one.madeAt) === day)).toBe(true)
        }
      }),
    )
  })

  it('done again with what it kept, changes nothing', () => {
    fc.assert(
      fc.property(backups, (all) => {
        const kept = keptBackups(all, NOW)
        const left = all.filter(({ name }) => kept.has(name))
        expect(keptBackups(left, NOW)).toEqual(kept)
      }),
    )
  })

  it('whatever the clock says, keeps all that the right clock would have kept', () => {
    const right = '2027-01-01T00:00:00.000Z'
    const anyTime = fc
      .date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString())
    fc.assert(
      fc.property(backups, anyTime, (all, clock) => {
        const kept = keptBackups(all, clock)
        for (const name of keptBackups(all, right)) expect(kept.has(name)).toBe(true)
      }),
    )
  })

  it('with the clock years ahead or back, one more backup takes away no more than usual, and is kept', () => {
    const daily = Array.from({ length: 30 }, (_, ago) => ({
      name: `d${ago}`,
      madeAt: new Date(Date.parse(NOW) - ago * 86_400_000).toISOString(),
    }))
    for (const clock of ['2020-01-01T02:00:00.000Z', '2035-01-01T02:00:00.000Z']) {
      let left = daily
      for (let nth = 0; nth < 5; nth++) {
        const madeAt = new Date(Date.parse(clock) + nth * 3_600_000).toISOString()
        const all = [...left, { name: `${clock}-${nth}`, madeAt }]
        const kept = keptBackups(all, madeAt)
        expect(kept.has(`${clock}-${nth}`)).toBe(true)
        left = all.filter(({ name }) => kept.has(name))
      }
      expect(daily.filter(({ name }) => left.some((one) => one.name === name)).length).toBeGreaterThanOrEqual(
        29,
      )
    }
  })

  it('of two years of daily backups keeps ten, thirty days and two years of months', () => {
    const daily = Array.from({ length: 1000 }, (_, ago) => ({
      name: `d${ago}`,
      madeAt: new Date(Date.parse(NOW) - ago * 86_400_000).toISOString(),
    }))
    const kept = keptBackups(daily, NOW)
    // Thirty days hold the last ten; two of the months end within them.
    expect(kept.size).toBe(30 + 24 - 2)
    expect(kept.has('d0')).toBe(true)
    expect(kept.has('d999')).toBe(false)
  })
})

describe('the name of a backup', () => {
  it('tells the office’s time and sorts by it, two in one second too', () => {
    const first = backupStem(NOW, 'daily', [])
    expect(first).toBe('so-mot-cua_2026-11-23_09-00-00_01_daily')
    const second = backupStem(NOW, 'by-hand', [`${first}.db`, `${first}.json`])
    expect(second).toBe('so-mot-cua_2026-11-23_09-00-00_02_by-hand')
    expect(second > first).toBe(true)
    expect(backupStem('2026-11-23T02:00:01.000Z', 'by-hand', [second]) > second).toBe(true)
  })
  it('is known again, and nothing else is', () => {
    expect(isBackupName('so-mot-cua_2026-11-23_09-00-00_01_daily.db')).toBe(true)
    expect(isBackupName('so-mot-cua_2026-11-23_09-00-00_01_daily.db.sealed')).toBe(true)
    expect(isBackupName('so-mot-cua_2026-11-23_09-00-00_01_daily.db.part')).toBe(false)
    expect(isBackupName('register.db')).toBe(false)
  })
})

it('a backup is old after one day and very old after three', () => {
  expect(ageOfBackup('2026-11-22T03:00:00.000Z', NOW)).toBe('fresh')
  expect(ageOfBackup('2026-11-22T01:59:59.000Z', NOW)).toBe('old')
  expect(ageOfBackup('2026-11-20T01:59:59.000Z', NOW)).toBe('very-old')
  expect(ageOfBackup(null, NOW)).toBe('very-old')
  expect(ageOfBackup('2026-11-23T02:30:00.000Z', NOW)).toBe('fresh')
  expect(ageOfBackup('2031-01-01T02:00:00.000Z', NOW)).toBe('old')
})
