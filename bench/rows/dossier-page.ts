/**
 * One dossier, and what the rail and the first screen ask for.
 */
import { LISTED, NAMES, threeDaysAfter } from '../columns.ts'
import { type BenchRow, benchRow, USER } from '../row.ts'

export const rows: readonly BenchRow[] = [
  benchRow({
    name: 'dossier page',
    describe: 'dossiers.get: data, standing, due date checked, timeline',
    describeRaw: 'its row with names, and its events',
    sizes: ['register', 'generated'],
    prepare: ({ raw }) => ({
      row: raw.prepare(`SELECT ${LISTED} FROM dossier d ${NAMES} WHERE d.id = ?`),
      events: raw.prepare('SELECT * FROM dossier_event WHERE dossier_id = ? ORDER BY seq'),
    }),
    ours: ({ call, dossiers }, _state, round) => call('dossiers', 'get', { id: idOf(dossiers, round) }),
    raw: ({ dossiers }, { row, events }, round) => {
      const id = idOf(dossiers, round)
      return [row.get(id), events.all(id)]
    },
  }),
  benchRow({
    name: 'counts',
    describe: 'dossiers.counts: the numbers beside the queues',
    describeRaw: 'one aggregate over open dossiers, results not collected, the bare count(*)',
    sizes: ['register', 'generated'],
    prepare: ({ raw, today }) => ({
      parameters: { today, soon: threeDaysAfter(today), user: USER },
      open: raw.prepare(`SELECT count(*) FILTER (WHERE state = 'accepted'), count(*) FILTER (WHERE state <> 'accepted'),
          count(*) FILTER (WHERE due_on = @today AND state IN ('accepted', 'in-process')),
          count(*) FILTER (WHERE due_on > @today AND due_on <= @soon AND state IN ('accepted', 'in-process')),
          count(*) FILTER (WHERE due_on < @today AND state IN ('accepted', 'in-process')),
          count(*) FILTER (WHERE holder_id = @user)
        FROM dossier INDEXED BY dossier_open_due WHERE ended_on IS NULL`),
      ready: raw.prepare("SELECT count(*) FROM dossier WHERE state = 'result-ready'"),
      all: raw.prepare('SELECT count(*) FROM dossier'),
    }),
    ours: ({ call }) => call('dossiers', 'counts'),
    raw: (_context, { parameters, open, ready, all }) => [open.get(parameters), ready.get(), all.get()],
  }),
  benchRow({
    name: 'office status',
    describe: 'office.status: the first thing every window asks',
    describeRaw: 'the user by key, the bare count(*)',
    sizes: ['register', 'generated'],
    prepare: ({ raw }) => ({
      user: raw.prepare('SELECT id, name FROM staff WHERE id = ?'),
      staffId: USER,
      all: raw.prepare('SELECT count(*) FROM dossier'),
    }),
    ours: ({ call }) => call('office', 'status'),
    raw: (_context, { user, staffId, all }) => [user.get(staffId), all.get()],
  }),
]

/** Strides through the whole register, so that no page is always warm. */
function idOf(dossiers: number, round: number): number {
  return 1 + ((round * 7919) % dossiers)
}
