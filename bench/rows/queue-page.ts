/**
 * A page of a queue, with the number of dossiers in it.
 */
import { LISTED, NAMES, NO_FILTER, PAGE_SIZE, threeDaysAfter } from '../columns.ts'
import { type BenchContext, type BenchRow, benchRow, USER } from '../row.ts'

const RUNNING = "d.ended_on IS NULL AND d.state IN ('accepted', 'in-process')"
const PAGE_AND_COUNT = `the keys of the page, then its ${PAGE_SIZE} rows; the bare count(*)`

/** A page of the queues of open dossiers. */
function openQueue(queue: 'late' | 'due-soon' | 'mine', condition: string, page: 'first' | 'last'): BenchRow {
  return benchRow({
    name: `queue ${queue}, ${page} page`,
    describe: `dossiers.list: ${queue}, by due date`,
    describeRaw: `${PAGE_AND_COUNT}; both by the index of open dossiers`,
    sizes: ['register', 'generated'],
    prepare: ({ raw, today }) => {
      const from = `dossier d INDEXED BY dossier_open_due`
      const count = raw.prepare(`SELECT count(*) FROM ${from} WHERE ${condition}`).pluck()
      const list = raw.prepare(
        `SELECT ${LISTED} FROM (SELECT d.id FROM ${from} WHERE ${condition} ORDER BY d.due_on, d.id
           LIMIT @limit OFFSET @offset) k
         CROSS JOIN dossier d ON d.id = k.id ${NAMES} ORDER BY d.due_on, d.id`,
      )
      const soon = threeDaysAfter(today)
      const all = { today, soon, user: USER }
      const total = Number(count.get(all))
      const number = page === 'first' ? 0 : Math.max(0, Math.ceil(total / PAGE_SIZE) - 1)
      return { count, list, all, number }
    },
    ours: ({ call }, { number }) =>
      call('dossiers', 'list', {
        filter: { ...NO_FILTER, queue },
        sort: { field: 'dueOn', descending: false },
        page: number,
        pageSize: PAGE_SIZE,
      }),
    raw: (_context, { count, list, all, number }) => [
      list.all({ ...all, limit: PAGE_SIZE, offset: number * PAGE_SIZE }),
      count.get(all),
    ],
  })
}

/** A page of the whole register, newest first; `part` of the way through it. */
function wholeRegister(title: string, part: number): BenchRow {
  return benchRow({
    name: `queue all, ${title}`,
    describe: 'dossiers.list: everything, newest first',
    describeRaw: `the keys of the page from the index, then its ${PAGE_SIZE} rows; the bare count(*)`,
    sizes: ['register', 'generated'],
    prepare: ({ raw, dossiers }) => ({
      number: Math.floor((dossiers * part) / PAGE_SIZE),
      count: raw.prepare('SELECT count(*) FROM dossier').pluck(),
      list: raw.prepare(
        `SELECT ${LISTED} FROM (SELECT id FROM dossier ORDER BY accepted_on DESC, id DESC LIMIT @limit OFFSET @offset) k
         CROSS JOIN dossier d ON d.id = k.id ${NAMES} ORDER BY d.accepted_on DESC, d.id DESC`,
      ),
    }),
    ours: (context, { number }) => allPage(context, 'acceptedOn', number),
    raw: (_context, { count, list, number }) => [
      list.all({ limit: PAGE_SIZE, offset: number * PAGE_SIZE }),
      count.get(),
    ],
  })
}

/** The whole register by a column that no index has in that order. */
function sortedBy(field: 'commune' | 'procedureName', column: string, names: string): BenchRow {
  return benchRow({
    name: `queue all, by ${field}`,
    describe: `dossiers.list: everything, sorted by ${field}, first page`,
    describeRaw: `the ${PAGE_SIZE} least keys by that column, then their rows; the bare count(*)`,
    sizes: ['register', 'generated'],
    prepare: ({ raw }) => ({
      count: raw.prepare('SELECT count(*) FROM dossier').pluck(),
      list: raw.prepare(
        `SELECT ${LISTED} FROM (SELECT d.id FROM dossier d ${names} ORDER BY ${column}, d.id LIMIT @limit) k
         CROSS JOIN dossier d ON d.id = k.id ${NAMES} ORDER BY ${column}, d.id`,
      ),
    }),
    ours: (context) => allPage(context, field, 0, false),
    raw: (_context, { count, list }) => [list.all({ limit: PAGE_SIZE }), count.get()],
  })
}

function allPage({ call }: BenchContext, field: string, page: number, descending = true): Promise<unknown> {
  return call('dossiers', 'list', {
    filter: NO_FILTER,
    sort: { field, descending },
    page,
    pageSize: PAGE_SIZE,
  })
}

export const rows: readonly BenchRow[] = [
  wholeRegister('first page', 0),
  wholeRegister('page in the middle', 0.5),
  wholeRegister('last page', 0.999),
  sortedBy('commune', 'd.commune_key', ''),
  sortedBy('procedureName', 'p.name_key', NAMES),
  openQueue('late', `${RUNNING} AND d.due_on < @today`, 'first'),
  openQueue('late', `${RUNNING} AND d.due_on < @today`, 'last'),
  openQueue('due-soon', `${RUNNING} AND d.due_on > @today AND d.due_on <= @soon`, 'first'),
  openQueue('mine', 'd.ended_on IS NULL AND d.holder_id = @user', 'first'),
]
