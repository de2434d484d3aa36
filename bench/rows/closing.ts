/**
 * Closing the year of 30,000 dossiers: what would be closed, what stands closed checked, and held against the figures of now.
 */
import { z } from 'zod'
import { civilDate } from '../../src-main/domain/civil-date.ts'
import { dayBefore } from '../../src-main/domain/clock.ts'
import { GENERATED_TODAY, LAST_YEAR } from '../generate/register.ts'
import { type BenchContext, benchRow } from '../row.ts'

const YEAR = { from: LAST_YEAR, to: dayBefore(civilDate(GENERATED_TODAY)) }
const OF_PERIOD = 'd.accepted_on <= @to AND (d.ended_on IS NULL OR d.ended_on >= @from)'
const ROWS = `SELECT d.* FROM dossier d WHERE ${OF_PERIOD}`

/** Closes the year. @returns its number. */
async function closed({ call }: BenchContext): Promise<number> {
  const { digest } = z.object({ digest: z.string() }).parse(await call('closing', 'preview', YEAR))
  return z.object({ number: z.number() }).parse(await call('closing', 'close', { ...YEAR, digest })).number
}

/** The next row closes the year itself. */
const reopen = ({ call }: BenchContext, number: number): Promise<unknown> =>
  call('closing', 'reopen', { number, reason: 'bench' })

const preview = benchRow({
  name: 'closing preview',
  describe:
    'closing.preview of the year: every table, times, list and rules, their hash, in the worker beside',
  describeRaw:
    'the rows of the dossiers of the year and the histories of those that ended late; nothing is counted',
  sizes: ['generated'],
  maxRounds: 9,
  prepare: ({ raw }) => [
    raw.prepare(ROWS),
    raw.prepare(
      `SELECT e.* FROM dossier d CROSS JOIN dossier_event e ON e.dossier_id = d.id
       WHERE ${OF_PERIOD} AND coalesce(d.ended_on, @to) > d.due_on`,
    ),
  ],
  ours: ({ call }) => call('closing', 'preview', YEAR),
  raw: (_context, statements) => statements.map((statement) => statement.all(YEAR)),
})

const verify = benchRow({
  name: 'closing verify',
  describe: 'closing.verify of the year: hashes, chain, tables from the list, the histories counted again',
  describeRaw: 'the kept bytes and the rows of the dossiers of the year; nothing is counted',
  sizes: ['generated'],
  maxRounds: 9,
  prepare: async (context) => ({
    number: await closed(context),
    kept: context.raw.prepare('SELECT * FROM closed_period'),
    rows: context.raw.prepare(ROWS),
  }),
  end: (context, { number }) => reopen(context, number).then(() => undefined),
  ours: ({ call }, { number }) => call('closing', 'verify', { number }),
  raw: (_context, { kept, rows: statement }) => [kept.all(), statement.all(YEAR)],
})

const conflicts = benchRow({
  name: 'closing conflicts',
  describe:
    'closing.conflicts of the year after something was entered: the list that was closed against the figures of now',
  describeRaw: 'the kept bytes and the rows of the dossiers of the year; nothing is compared',
  sizes: ['generated'],
  maxRounds: 9,
  prepare: async (context) => ({
    number: await closed(context),
    kept: context.raw.prepare('SELECT * FROM closed_period'),
    rows: context.raw.prepare(ROWS),
    some: context.raw.prepare<[], { id: number }>('SELECT max(id) AS id FROM dossier').get()?.id ?? 1,
  }),
  before: async ({ call }, { some }, round) => {
    await call('desk', 'note', { ids: [some], note: `bench ${round}` })
  },
  end: (context, { number }) => reopen(context, number).then(() => undefined),
  ours: ({ call }) => call('closing', 'conflicts', YEAR),
  raw: (_context, { kept, rows: statement }) => [kept.all(), statement.all(YEAR)],
})

export const rows = [preview, verify, conflicts]
