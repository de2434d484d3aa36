/**
 * The report of half a year as a file, with every table and its list of some 16,000 dossiers.
 */
import { REPORT_FORMATS, type ReportFormat } from '../../src-main/contract/figures.ts'
import { type BenchRow, benchRow } from '../row.ts'

const OF_PERIOD = 'accepted_on <= @to AND (ended_on IS NULL OR ended_on >= @from)'

function report(format: ReportFormat, withList: boolean): BenchRow {
  return benchRow({
    name: `report, ${format}${withList ? ' with list' : ''}`,
    describe: `figures.exportSummary with every table${withList ? ' and the list of dossiers' : ''}, in a worker of its own, as a window gets it`,
    describeRaw: 'the rows of the dossiers of the period read once, on this thread',
    sizes: ['register', 'generated'],
    maxRounds: 5,
    prepare: ({ raw, today }) => {
      const year = today.slice(0, 4)
      const period = { from: `${year}-01-01`, to: `${year}-06-30` }
      return { period, rows: raw.prepare(`SELECT * FROM dossier WHERE ${OF_PERIOD}`) }
    },
    ours: ({ call }, { period }) =>
      call('figures', 'exportSummary', {
        ...{ ...period, by: 'procedure', method: 'original' },
        ...{ format, withTables: true, withList },
      }),
    raw: (_context, { period, rows }) => rows.all(period),
  })
}

const checks = benchRow({
  name: 'report, checks',
  describe: 'figures.checks of half a year: identities, every dossier looked at, the first page',
  describeRaw: 'the rows of the dossiers of the period read once, on this thread',
  sizes: ['register', 'generated'],
  maxRounds: 20,
  prepare: ({ raw, today }) => {
    const year = today.slice(0, 4)
    return {
      year,
      rows: raw.prepare(`SELECT * FROM dossier WHERE ${OF_PERIOD}`),
    }
  },
  // Another last day each time: the same period asked for again is answered from memory.
  ours: ({ call }, { year }, round) =>
    call('figures', 'checks', {
      ...{ from: `${year}-01-01`, to: `${year}-06-${30 - (round % 20)}`, method: 'original' },
      ...{ kind: null, page: 0, pageSize: 50 },
    }),
  raw: (_context, { year, rows }, round) =>
    rows.all({ from: `${year}-01-01`, to: `${year}-06-${30 - (round % 20)}` }),
})

export const rows: readonly BenchRow[] = [
  ...REPORT_FORMATS.map((format) => report(format, false)),
  // So long a list is not printed.
  ...(['xlsx', 'csv'] as const).map((format) => report(format, true)),
  checks,
]
