import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { civilDate } from '../../src-main/domain/civil-date.ts'
import { checkIdentities, totalsOf } from '../../src-main/domain/figures.ts'
import { Store } from '../../src-main/store/database.ts'
import { rebuild } from '../../src-main/store/events.ts'
import { countPeriod } from '../../src-main/store/figures.ts'
import { RESOURCES } from '../office.ts'
import { GENERATED_TODAY, generateRegister } from './register.ts'

function generated(dossiers: number): Store {
  const folder = mkdtempSync(join(tmpdir(), 'so-mot-cua-bench-'))
  const file = join(folder, 'register.db')
  generateRegister(file, dossiers, RESOURCES)
  const store = new Store(file)
  onTestFinished(async () => {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return store
}

const rowsOf = ({ read }: Store): unknown[] => [
  read.all('SELECT * FROM dossier ORDER BY id'),
  read.all('SELECT * FROM dossier_pause ORDER BY dossier_id, nth'),
]
const eventsOf = ({ read }: Store): unknown[] => read.all('SELECT * FROM dossier_event ORDER BY id')

describe('a generated register', () => {
  it('is the same every time', () => {
    const [first, second] = [generated(300), generated(300)]
    expect(eventsOf(second)).toEqual(eventsOf(first))
    expect(rowsOf(second)).toEqual(rowsOf(first))
  })

  it('has rows that its history leads to', async () => {
    const store = generated(400)
    const before = rowsOf(store)
    await store.writeInSteps(rebuild)
    expect(rowsOf(store)).toEqual(before)
  })

  it('has as many dossiers as asked, a few of them open, none with a future', () => {
    const { read } = generated(3000)
    const one = (sql: string): unknown => Object.values(read.get<Record<string, unknown>>(sql) ?? {})[0]
    expect(one('SELECT count(*) FROM dossier')).toBe(3000)
    expect(one('SELECT max(happened_on) FROM dossier_event')).toBe(GENERATED_TODAY)
    const open = Number(one('SELECT count(*) FROM dossier WHERE ended_on IS NULL'))
    expect(open).toBeGreaterThan(3000 * 0.005)
    expect(open).toBeLessThan(3000 * 0.03)
  })

  it('keeps the identities of the figures', () => {
    const { read } = generated(3000)
    const period = { from: civilDate('2025-01-01'), to: civilDate('2025-12-31') }
    const before = { from: civilDate('2024-12-31'), to: civilDate('2024-12-31') }
    const total = countPeriod(read, period)
    const checks = checkIdentities(total, [total], totalsOf(countPeriod(read, before)).pending)
    expect(checks.filter(({ holds }) => !holds)).toEqual([])
    expect(total.resolvedLate).toBeGreaterThan(0)
    expect(total.pendingOverdue).toBeGreaterThan(0)
  })
})
