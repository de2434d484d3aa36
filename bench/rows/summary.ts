/**
 * Biểu II.06a of a period.
 */
import { type BenchRow, benchRow } from '../row.ts'

const PAUSED = `EXISTS (SELECT 1 FROM dossier_pause q WHERE q.dossier_id = d.id AND q.start_on <= @to
  AND (q.end_on IS NULL OR q.end_on > @to))`

/** Every column of the form in one statement; the totals are sums of its rows. */
const COLUMNS = `sum(d.accepted_on >= @from AND d.channel = 'online'), sum(d.accepted_on >= @from AND d.channel <> 'online'),
  sum(d.accepted_on < @from), sum(d.ended_on <= @to AND d.ended_on < d.due_on),
  sum(d.ended_on <= @to AND d.ended_on = d.due_on), sum(d.ended_on <= @to AND d.ended_on > d.due_on),
  sum(d.ended_on <= @to AND d.outcome = 'refused'), sum(d.ended_on <= @to AND d.outcome = 'withdrawn'),
  sum(d.ended_on <= @to AND d.outcome = 'stopped'),
  sum((d.ended_on IS NULL OR d.ended_on > @to) AND d.due_on >= @to),
  sum(CASE WHEN d.ended_on IS NULL OR d.ended_on > @to THEN ${PAUSED} END)`

/** The columns over the dossiers of a period, of those still open or those ended on or after its first day. */
export const ofPeriod = (which: string): string => `SELECT d.procedure_id, ${COLUMNS}
  FROM dossier d INDEXED BY dossier_figures WHERE d.accepted_on <= @to AND ${which} GROUP BY d.procedure_id`

function summary(
  title: string,
  by: 'field' | 'procedure',
  periodOf: (year: string) => [string, string],
): BenchRow {
  return benchRow({
    name: `summary ${title}`,
    describe: `figures.summary by ${by}, in the worker: rows, total on its own, pending before`,
    describeRaw: 'the columns once, by procedure, from the index of the figures, on this thread',
    sizes: ['register', 'generated'],
    prepare: ({ raw, today }) => {
      const [from, to] = periodOf(today.slice(0, 4))
      return {
        period: { from, to },
        open: raw.prepare(ofPeriod('d.ended_on IS NULL')),
        ended: raw.prepare(ofPeriod('d.ended_on >= @from')),
      }
    },
    ours: ({ call }, { period }) => call('figures', 'summary', { ...period, by }),
    raw: (_context, { period, open, ended }) => [open.all(period), ended.all(period)],
  })
}

export const rows: readonly BenchRow[] = [
  summary('half-year', 'procedure', (year) => [`${year}-01-01`, `${year}-06-30`]),
  summary('half-year by field', 'field', (year) => [`${year}-01-01`, `${year}-06-30`]),
  summary('last month', 'procedure', (year) => [`${year}-06-01`, `${year}-06-30`]),
  summary('whole year, five years ago', 'procedure', (year) => {
    const then = Number(year) - 5
    return [`${then}-01-01`, `${then}-12-31`]
  }),
]
