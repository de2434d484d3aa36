/**
 * Every table of the figures over the year of 30,000 dossiers, the list behind a cell, all history by month, and the early warning.
 */
import type BetterSqlite3 from 'better-sqlite3'
import { BREAKDOWNS, type Breakdown } from '../../src-main/domain/figure-tables.ts'
import { civilDate } from '../../src-main/domain/civil-date.ts'
import { monthsOf } from '../../src-main/domain/period.ts'
import { LISTED, NAMES, NO_FILTER, PAGE_SIZE } from '../columns.ts'
import { GENERATED_TODAY, LAST_YEAR } from '../generate/register.ts'
import { type BenchContext, type BenchRow, benchRow } from '../row.ts'

const OF_PERIOD = 'd.accepted_on <= @to AND (d.ended_on IS NULL OR d.ended_on >= @from)'
/** The rows of a period: those ended in it or after it, and those still open, each a range of the figures' own index. */
const ROWS = `(SELECT * FROM dossier INDEXED BY dossier_figures WHERE ended_on >= @from AND accepted_on <= @to
  UNION ALL SELECT * FROM dossier INDEXED BY dossier_figures WHERE ended_on IS NULL AND accepted_on <= @to) d`
const PENDING = '(d.ended_on IS NULL OR d.ended_on > @to)'
const WAITED = (kind: string): string => `EXISTS (SELECT 1 FROM dossier_pause p WHERE p.dossier_id = d.id
  AND p.kind = '${kind}' AND p.start_on <= @to AND (p.end_on IS NULL OR p.end_on >= @from))`
const PAUSED = `EXISTS (SELECT 1 FROM dossier_pause p WHERE p.dossier_id = d.id AND p.start_on <= @to
  AND (p.end_on IS NULL OR p.end_on > @to) AND p.start_on <= d.due_on)`
const LATE = `((d.ended_on <= @to AND d.ended_on > d.due_on) OR (${PENDING} AND d.due_on < @to AND NOT ${PAUSED}))`
const SENT = "d.apology = 'approved' AND d.apology_on <= @to"

/** Every column of the tables that is no sum of others; due dates that moved later are not looked up. */
const COLUMNS = `sum(d.accepted_on >= @from AND d.channel = 'online'), sum(d.accepted_on >= @from AND d.channel <> 'online'),
  sum(d.accepted_on < @from), sum(d.ended_on <= @to AND d.ended_on < d.due_on),
  sum(d.ended_on <= @to AND d.ended_on = d.due_on), sum(d.ended_on <= @to AND d.ended_on > d.due_on),
  sum(CASE WHEN ${PENDING} THEN d.due_on >= @to OR ${PAUSED} END), sum(CASE WHEN ${PENDING} THEN ${PAUSED} END),
  sum(d.ended_on <= @to AND d.outcome = 'refused'), sum(d.ended_on <= @to AND d.outcome = 'withdrawn'),
  sum(d.ended_on <= @to AND d.outcome = 'stopped'),
  sum(d.ended_on <= @to AND d.outcome = 'result' AND (d.returned_on IS NULL OR d.returned_on > @to)),
  sum(${WAITED('supplement')}), sum(${WAITED('payment')}),
  sum(CASE WHEN ${LATE} THEN ${SENT} AND d.apology_on < d.due_on END), sum(CASE WHEN ${LATE} THEN ${SENT} END)`

/** What the rows of each table are told apart by, and which dossiers it has. */
const GROUPS: Record<Exclude<Breakdown, 'month' | 'whose'>, { by: string; where?: string }> = {
  field: { by: '(SELECT v.field FROM procedure_version v WHERE v.id = d.procedure_id)' },
  procedure: { by: 'd.procedure_id' },
  commune: { by: 'd.commune' },
  officer: { by: 'coalesce(d.ended_by, d.holder_id)' },
  channel: { by: 'd.channel' },
  level: { by: 'd.online_level' },
  cause: { by: 'd.late_cause', where: LATE },
  apology: { by: 'd.apology', where: LATE },
  band: { by: '(julianday(coalesce(d.ended_on, @to)) - julianday(d.due_on)) > 14', where: LATE },
}

const YEAR = { from: LAST_YEAR, to: civilDate(GENERATED_TODAY) }

/** All in one row where SQL cannot tell the rows apart, or they are periods of their own. */
function bare(by: Breakdown): string {
  if (by === 'month') return `SELECT ${COLUMNS} FROM ${ROWS}`
  if (by === 'whose') return `SELECT ${COLUMNS} FROM ${ROWS} WHERE ${LATE}`
  const { by: group, where = 'TRUE' } = GROUPS[by]
  return `SELECT ${group}, ${COLUMNS} FROM ${ROWS} WHERE ${where} GROUP BY 1`
}

function tableRow(by: Breakdown): BenchRow {
  const [says, also] =
    by === 'whose'
      ? [' in all', ', and the histories of the late ones']
      : by === 'month'
        ? [' in all, for each month', '']
        : ['', '']
  return benchRow({
    name: `figures table by ${by}`,
    describe: `figures.table by ${by} over the year of 30,000 dossiers, in the worker`,
    describeRaw: `every column${says} in one statement of the index of the figures, due dates of today${also}; on this thread`,
    sizes: ['generated'],
    prepare: ({ raw }) => ({
      sum: raw.prepare(bare(by)),
      late: raw.prepare(
        `SELECT e.* FROM dossier d CROSS JOIN dossier_event e ON e.dossier_id = d.id WHERE ${OF_PERIOD} AND ${LATE}`,
      ),
    }),
    ours: ({ call }) => call('figures', 'table', { ...YEAR, by }),
    raw: (_context, { sum, late }) => rawTable(by, sum, late),
  })
}

function rawTable(by: Breakdown, sum: BetterSqlite3.Statement, late: BetterSqlite3.Statement): unknown {
  if (by === 'month') return [...monthsOf(YEAR), YEAR].map((period) => sum.all(period))
  return by === 'whose' ? [sum.all(YEAR), late.all(YEAR)] : sum.all(YEAR)
}

/** The list behind a cell: of all that were received, and of the late. */
function cellRow(column: 'receivedTotal' | 'late'): BenchRow {
  return benchRow({
    name: `figures cell, ${column}`,
    describe: `dossiers.list of the dossiers behind a number of the year: its first page and length, in the worker`,
    describeRaw:
      'the keys of the page by code, its rows with names, and the count, by the same condition in SQL',
    sizes: ['generated'],
    prepare: ({ raw }) => {
      const where = column === 'late' ? `${OF_PERIOD} AND ${LATE}` : OF_PERIOD
      return {
        count: raw.prepare(`SELECT count(*) FROM dossier d WHERE ${where}`),
        list: raw.prepare(
          `SELECT ${LISTED} FROM (SELECT d.id FROM dossier d WHERE ${where} ORDER BY d.code LIMIT ${PAGE_SIZE}) k
           CROSS JOIN dossier d ON d.id = k.id ${NAMES} ORDER BY d.code`,
        ),
      }
    },
    ours: ({ call }) =>
      call('dossiers', 'list', {
        filter: {
          ...NO_FILTER,
          queue: 'all',
          cell: { ...YEAR, method: 'original', known: null, by: 'field', key: null, column },
        },
        sort: { field: 'code', descending: false },
        page: 0,
        pageSize: PAGE_SIZE,
      }),
    raw: (_context, { count, list }) => [list.all(YEAR), count.get(YEAR)],
  })
}

const times = benchRow({
  name: 'figures times',
  describe:
    'figures.times over the year: mean, median, 90th percentile of working days by procedure, in the worker',
  describeRaw: 'procedure, acceptance and end of each result of the year; no day is counted',
  sizes: ['generated'],
  prepare: ({ raw }) =>
    raw.prepare(
      `SELECT d.procedure_id, d.accepted_on, d.ended_on FROM dossier d
       WHERE d.accepted_on <= @to AND d.ended_on BETWEEN @from AND @to AND d.outcome = 'result'`,
    ),
  ours: ({ call }) => call('figures', 'times', YEAR),
  raw: (_context, statement) => statement.all(YEAR),
})

const series = benchRow({
  name: 'figures series, all history',
  describe: 'figures.series of all history by month: received, resolved, late, pending, in the worker',
  describeRaw: 'received by month, and resolved and late by month, in two statements; on this thread',
  sizes: ['generated'],
  prepare: ({ raw }) => [
    raw.prepare('SELECT substr(accepted_on, 1, 7), count(*) FROM dossier GROUP BY 1'),
    raw.prepare(
      `SELECT substr(ended_on, 1, 7), count(*), sum(ended_on > due_on) FROM dossier
       WHERE ended_on IS NOT NULL GROUP BY 1`,
    ),
  ],
  ours: ({ call }) => call('figures', 'series', { from: null, to: YEAR.to }),
  raw: (_context, statements) => statements.map((statement) => statement.all()),
})

const OPEN = 'd.ended_on IS NULL AND d.waits_since IS NULL AND d.due_on >= @today'

/** Learnt once; what is measured is the list of a morning after that. */
const outlook = benchRow({
  name: 'early warning',
  describe:
    'desk.list of those at risk, in the worker; what was learnt from the year stands after the first call',
  describeRaw: 'the rows of open dossiers on a running clock and not late, and their histories',
  sizes: ['generated'],
  prepare: ({ raw }) => ({
    list: raw.prepare(`SELECT ${LISTED} FROM dossier d ${NAMES} WHERE ${OPEN}`),
    events: raw.prepare(
      `SELECT e.* FROM dossier d INDEXED BY dossier_open_due
       CROSS JOIN dossier_event e ON e.dossier_id = d.id WHERE ${OPEN}`,
    ),
  }),
  ours: ({ call }) =>
    call('desk', 'list', {
      filter: {
        ...{ list: 'at-risk', within: 3, search: '', holder: null, procedureId: null, commune: null },
        ...{ apology: null, cause: null, band: null, whose: null },
      },
      sort: { field: 'dueOn', descending: false },
      page: 0,
      pageSize: PAGE_SIZE,
    }),
  raw: ({ today }: BenchContext, { list, events }) => [list.all({ today }), events.all({ today })],
})

export const rows: readonly BenchRow[] = [
  ...BREAKDOWNS.map(tableRow),
  cellRow('receivedTotal'),
  cellRow('late'),
  times,
  series,
  outlook,
]
