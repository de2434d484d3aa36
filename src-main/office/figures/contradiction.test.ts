import { describe, expect, it } from 'vitest'
import type { FiguresReport } from '../../documents/figures/report.ts'
import { civilDate } from '../../domain/civil-date.ts'
import { noCounts } from '../../domain/figure-class.ts'
import { noFigures } from '../../domain/figures.ts'
import { refuseDisagreement } from './contradiction.ts'

const COUNTS = {
  ...noCounts(),
  receivedTotal: 2,
  receivedInPeriod: 2,
  receivedOnline: 2,
  pending: 2,
  pendingOverdue: 2,
  late: 2,
}
const ONE = {
  ...COUNTS,
  receivedTotal: 1,
  receivedInPeriod: 1,
  receivedOnline: 1,
  pending: 1,
  pendingOverdue: 1,
  late: 1,
}
const TOTAL = { ...noFigures(), receivedOnline: 2, pendingOverdue: 2 }
const row = (key: string, counts = ONE) => ({ key, label: key, of: '', counts })
const TIMES = { key: '', label: '', of: '', n: 0, mean: 0, median: 0, p90: 0 }

function reportOf(changes: Partial<FiguresReport> = {}): FiguresReport {
  return {
    office: { name: '', parentAgency: '', agencyCode: '', place: '', closingTime: '17:00' },
    summary: {
      ...{ from: civilDate('2020-06-01'), to: civilDate('2020-06-30'), by: 'field', method: 'original' },
      ...{ rows: [], total: TOTAL, identities: [], countedTo: civilDate('2020-06-30'), unfinished: false },
    },
    counts: COUNTS,
    tables: [{ by: 'commune', table: { rows: [row('a'), row('b')], total: COUNTS } }],
    times: { rows: [], total: TIMES },
    list: null,
    closings: { own: null, others: 0 },
    causes: new Map(),
    ...{ madeOn: civilDate('2020-07-01'), madeAt: '2020-07-01T01:00:00.000Z', madeBy: '' },
    ...changes,
  }
}

const FAILED = expect.objectContaining({
  data: expect.objectContaining({ code: 'identity-failed' }) as unknown,
}) as Error

describe('tables of one report', () => {
  it('that agree pass', () => {
    expect(() => refuseDisagreement(reportOf())).not.toThrow()
    const months: FiguresReport['tables'][number] = {
      by: 'month',
      table: { rows: [row('2020-06-01', COUNTS), row('2020-06-15')], total: COUNTS },
    }
    expect(() => refuseDisagreement(reportOf({ tables: [months] }))).not.toThrow()
  })

  it.each([
    ['whose rows do not add up', { tables: [{ by: 'commune', table: { rows: [row('a')], total: COUNTS } }] }],
    ['whose total is another', { tables: [{ by: 'commune', table: { rows: [row('a')], total: ONE } }] }],
    [
      'of late dossiers that lack one',
      { tables: [{ by: 'cause', table: { rows: [row('a')], total: ONE } }] },
    ],
    ['with times of what did not end', { times: { rows: [], total: { ...TIMES, n: 1 } } }],
    ['with a list that is too short', { list: [] }],
  ] satisfies [string, Partial<FiguresReport>][])('%s are refused', (_, changes) => {
    expect(() => refuseDisagreement(reportOf(changes))).toThrow(FAILED)
  })
})
