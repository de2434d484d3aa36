/**
 * From opening the office to the first screens: what a window asks before anybody does anything.
 */
import { dirname } from 'node:path'
import type { Core } from '../../src-main/office/core.ts'
import { openDatabase } from '../../src-main/store/database.ts'
import { LISTED, NAMES, PAGE_SIZE, threeDaysAfter } from '../columns.ts'
import { type FirstScreen, SHORT, answerFirst } from '../first-asked.ts'
import { openOfficeIn } from '../office.ts'
import { type BenchContext, type BenchRow, benchRow } from '../row.ts'
import { ofPeriod } from './summary.ts'

const OPEN = 'dossier d INDEXED BY dossier_open_due WHERE d.ended_on IS NULL'
const LATE = `${OPEN} AND d.due_on < @today AND (d.waits_since IS NULL OR d.waits_since > d.due_on)`
const DUE = (days: string): string => `${OPEN} AND d.waits_since IS NULL AND d.due_on ${days}`
const COUNTS = `SELECT d.state, d.holder_id, count(*), sum(d.due_on < @today AND (d.waits_since IS NULL OR d.waits_since > d.due_on)),
  sum(d.due_on = @today AND d.waits_since IS NULL), sum(d.due_on BETWEEN @today AND @soon AND d.waits_since IS NULL)
  FROM ${OPEN} GROUP BY 1, 2`
const LATE_GROUPS = `SELECT d.holder_id, d.procedure_id, d.late_cause, d.apology, d.due_on, count(*) FROM ${LATE} GROUP BY 1, 2, 3, 4, 5`
const LATE_HISTORIES = `SELECT e.* FROM ${LATE.replace('WHERE', 'CROSS JOIN dossier_event e ON e.dossier_id = d.id WHERE')}`

/** The statements of a page and its length. */
const list = (which: string, size: number): string[] => [
  `SELECT ${LISTED} FROM (SELECT d.id FROM ${which} ORDER BY d.due_on, d.id LIMIT ${size}) k
   CROSS JOIN dossier d ON d.id = k.id ${NAMES} ORDER BY d.due_on, d.id`,
  `SELECT count(*) FROM ${which}`,
]

const RAW: Record<FirstScreen, readonly string[]> = {
  today: [
    COUNTS,
    ...[LATE, DUE('= @today'), DUE('> @today AND d.due_on <= @soon')].flatMap((which) => list(which, SHORT)),
    ofPeriod('d.ended_on IS NULL'),
    ofPeriod('d.ended_on >= @from'),
  ],
  desk: [COUNTS, LATE_GROUPS, ...list(LATE, PAGE_SIZE), LATE_HISTORIES],
}

function firstScreen(screen: FirstScreen, describe: string, describeRaw: string): BenchRow {
  const answered = async ({ file, today }: BenchContext): Promise<Core> => {
    const core = await openOfficeIn(dirname(file), today)
    await answerFirst(core, screen, today)
    return core
  }
  return benchRow({
    name: `first screen, ${screen}`,
    describe: `the core opened on the register, its checks made, its worker begun; ${describe}`,
    describeRaw: `the file opened with the same checks; ${describeRaw}; on this thread`,
    sizes: ['register', 'generated'],
    maxRounds: 20,
    prepare: (): { cores: Core[] } => ({ cores: [] }),
    before: async (_context, { cores }) => {
      for (const core of cores.splice(0)) await core.close()
    },
    end: async (_context, { cores }) => {
      for (const core of cores.splice(0)) await core.close()
    },
    ours: async (context, { cores }) => {
      cores.push(await answered(context))
    },
    raw: ({ file, today }) => {
      const database = openDatabase(file)
      const days = { today, soon: threeDaysAfter(today), from: `${today.slice(0, 8)}01`, to: today }
      const answers = [
        database.prepare('SELECT count(*) FROM dossier').get(),
        ...RAW[screen].map((sql) => database.prepare(sql).all(days)),
      ]
      database.close()
      return answers
    },
  })
}

export const rows: readonly BenchRow[] = [
  firstScreen(
    'today',
    'all that Hôm nay and its frame ask: counts, who has the open dossiers, the month, three short lists',
    'counts by holder and state, three pages and their counts, the columns of the month by procedure',
  ),
  firstScreen(
    'desk',
    'all that the desk of late dossiers and its frame ask, whose lateness and early warning learnt anew',
    'counts, late ones in groups, a page and its count, the histories of the late; nothing is learnt',
  ),
]
