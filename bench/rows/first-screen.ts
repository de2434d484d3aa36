/**
 * From opening the office to the first screen: what a window asks before anybody does anything.
 */
import { dirname } from 'node:path'
import { openDatabase } from '../../src-main/store/database.ts'
import type { Core } from '../../src-main/office/core.ts'
import { LISTED, NAMES, NO_FILTER, PAGE_SIZE } from '../columns.ts'
import { callOf, openOfficeIn } from '../office.ts'
import { type BenchRow, benchRow } from '../row.ts'

/** What the first screen asks for: who is there, the numbers of the queues, the first page of the open dossiers due first. */
export const FIRST_SCREEN = [
  ['office', 'status', undefined],
  ['dossiers', 'counts', undefined],
  [
    'dossiers',
    'list',
    {
      filter: { ...NO_FILTER, queue: 'in-process' },
      sort: { field: 'dueOn', descending: false },
      page: 0,
      pageSize: PAGE_SIZE,
    },
  ],
] as const

/** Opens an office and answers its first screen. */
export async function firstScreen(folder: string, today: Parameters<typeof openOfficeIn>[1]): Promise<Core> {
  const core = await openOfficeIn(folder, today)
  const session = core.openSession()
  for (const [feature, operation, input] of FIRST_SCREEN)
    await callOf(core, session, feature, operation, input)
  return core
}

export const rows: readonly BenchRow[] = [
  benchRow({
    name: 'first screen',
    describe:
      'the core opened on the register, its checks made; office.status, dossiers.counts, the first page of a queue',
    describeRaw:
      'the file opened with the same checks, one aggregate over open dossiers, the page and its count',
    sizes: ['register', 'generated'],
    maxRounds: 20,
    prepare: (): { cores: Core[] } => ({ cores: [] }),
    before: async (_context, { cores }) => {
      for (const core of cores.splice(0)) await core.close()
    },
    end: async (_context, { cores }) => {
      for (const core of cores.splice(0)) await core.close()
    },
    ours: async ({ file, today }, { cores }) => {
      cores.push(await firstScreen(dirname(file), today))
    },
    raw: ({ file }) => {
      const database = openDatabase(file)
      const open = "dossier d INDEXED BY dossier_open_due WHERE d.ended_on IS NULL AND d.state <> 'accepted'"
      const answers = [
        database
          .prepare(
            'SELECT state, count(*) FROM dossier INDEXED BY dossier_open_due WHERE ended_on IS NULL GROUP BY 1',
          )
          .all(),
        database.prepare('SELECT count(*) FROM dossier').get(),
        database
          .prepare(
            `SELECT ${LISTED} FROM (SELECT d.id FROM ${open} ORDER BY d.due_on, d.id LIMIT ${PAGE_SIZE}) k
             CROSS JOIN dossier d ON d.id = k.id ${NAMES} ORDER BY d.due_on, d.id`,
          )
          .all(),
        database.prepare(`SELECT count(*) FROM ${open}`).get(),
      ]
      database.close()
      return answers
    },
  }),
]
