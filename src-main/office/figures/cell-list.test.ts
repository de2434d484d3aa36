import { describe, expect, it } from 'vitest'
import type { CountedSortField, DossierFilter, DossierRow, FigureCell } from '../../contract/dossier-list.ts'
import { sheetsOf } from '../../documents/forms/test-pdf.ts'
import { readSheet, rowWith, textOf } from '../../documents/test-reading.ts'
import { civilDate } from '../../domain/civil-date.ts'
import { addDossier } from '../../store/events.ts'
import { ensureStaff } from '../../store/reference.ts'
import { acceptance, historyOf, testStore } from '../../store/test-store.ts'
import { type ExportDossiersInput, exportDossiers, printDossiers } from '../dossiers/export.ts'
import { listDossiersInWorker } from '../dossiers/list.ts'
import type { TaskContext } from '../worker-protocol.ts'

const CELL: FigureCell = {
  ...{ from: civilDate('2020-01-01'), to: civilDate('2020-06-30') },
  ...{ method: 'original', known: null, by: 'field', key: null, column: 'receivedTotal' },
}
/** Looked at in December, when all of it was over long since. */
const INPUT: ExportDossiersInput = {
  filter: {
    ...{ queue: 'all', search: '', procedureId: null, state: null, holderId: null, channel: null },
    ...{ commune: null, acceptedFrom: null, acceptedTo: null, dueFrom: null, dueTo: null, apology: null },
    cell: CELL,
  },
  sort: { field: 'code', descending: false },
  moment: {
    ...{ today: civilDate('2020-12-01'), soon: civilDate('2020-12-04'), user: 1, masked: false },
    now: '2020-12-01T02:00:00.000Z',
  },
  language: 'vi',
  office: { name: 'Chi nhánh A', parentAgency: 'Văn phòng B' },
  names: { procedure: null, holder: null },
  calendarRows: [],
}

/**
 * X-1 was overdue at the end of June, then passed on, its due date moved, ended and returned; X-2 an apology in time put off;
 * X-3 ended early; X-4 ended late; X-5 was stopped in time.
 */
async function register(): Promise<TaskContext> {
  const store = await testStore()
  await store.write((db) => {
    ensureStaff(db, 'Trần Thị Sau')
    addDossier(
      db,
      historyOf(
        ['2020-06-01', acceptance('X-1', '2020-06-11')],
        ['2020-06-02', { kind: 'taken', holderId: 1, note: '' }],
        ['2020-07-01', { kind: 'passed', holderId: 2, note: '' }],
        ['2020-07-02', movedTo('2020-07-20')],
        ['2020-07-10', { kind: 'result-ready', note: '' }],
        ['2020-07-13', { kind: 'returned', note: '' }],
      ),
    )
    addDossier(
      db,
      historyOf(
        ['2020-06-01', acceptance('X-2', '2020-06-11')],
        ['2020-06-09', { kind: 'apology-drafted', dueOn: civilDate('2020-07-03'), cause: '', reason: 'x' }],
        ['2020-06-10', { kind: 'apology-approved', note: '' }],
      ),
    )
    addDossier(
      db,
      historyOf(
        ['2020-06-01', acceptance('X-3', '2020-06-11')],
        ['2020-06-08', { kind: 'refused', note: '' }],
      ),
    )
    addDossier(
      db,
      historyOf(
        ['2020-06-01', acceptance('X-4', '2020-06-11')],
        ['2020-06-16', { kind: 'result-ready', note: '' }],
      ),
    )
    addDossier(
      db,
      historyOf(
        ['2019-12-20', acceptance('X-5', '2020-06-11')],
        ['2020-06-10', { kind: 'paused', pause: 'supplement', note: '' }],
      ),
    )
  })
  return { db: store.read, progress: () => undefined, breathe: () => Promise.resolve() }
}

function movedTo(day: string): Parameters<typeof historyOf>[number][1] {
  return { kind: 'due-moved', dueOn: civilDate(day), cause: 'rules', changeId: null, note: '' }
}

type Listed = Pick<DossierRow, 'code' | 'counted'>

function listed(context: TaskContext, change: Partial<ExportDossiersInput> = {}): Listed[] {
  const page = { limit: 50, offset: 0 }
  return listDossiersInWorker(context, { ...INPUT, ...change, page }).rows
}

const cutBy = (change: Partial<FigureCell>): { filter: DossierFilter } => ({
  filter: { ...INPUT.filter, cell: { ...CELL, ...change } },
})

describe('the list behind a number', () => {
  it('says what each dossier counted as, whatever became of it since', async () => {
    const [one, two, three, four, five] = listed(await register()).map(({ counted }) => counted)
    expect(one).toEqual({
      ...{ origin: 'direct-postal', standing: 'overdue', dueOn: '2020-06-11', endedOn: null, outcome: null },
      ...{ paused: null, apology: null, daysLate: 13, officerName: 'Nguyễn Văn Cửa' },
    })
    expect(two).toMatchObject({ standing: 'overdue', dueOn: '2020-06-11', apology: 'in-time', daysLate: 13 })
    expect(three).toMatchObject({ standing: 'early', outcome: 'refused', endedOn: '2020-06-08' })
    expect(four).toMatchObject({ standing: 'late', outcome: 'result', endedOn: '2020-06-16', daysLate: 3 })
    expect(five).toMatchObject({ origin: 'carried-over', standing: 'in-time', paused: 'supplement' })
  })

  it('has the due date compared with, by the extended method the new one', async () => {
    const rows = listed(await register(), cutBy({ method: 'extended', column: 'pendingInTime' }))
    expect(rows.map(({ code, counted }) => [code, counted?.dueOn, counted?.daysLate])).toEqual([
      ['X-2', '2020-07-03', null],
      ['X-5', '2020-06-11', null],
    ])
  })

  it('is of the month of its row, as of its end', async () => {
    const cell = cutBy({ by: 'month', key: '2020-05-01', column: 'pending' })
    const [row, ...more] = listed(await register(), cell)
    expect([row?.code, more.length]).toEqual(['X-5', 0])
    expect(row?.counted).toMatchObject({ standing: 'in-time', paused: null })
  })

  it('can be cut by the due date compared with', async () => {
    const context = await register()
    const codes = (due: FigureCell['due']): string[] =>
      listed(context, cutBy({ method: 'extended', due })).map(({ code }) => code)
    expect(codes({ from: civilDate('2020-06-12'), to: null })).toEqual(['X-2'])
    expect(codes({ from: civilDate('2020-07-03'), to: civilDate('2020-07-03') })).toEqual(['X-2'])
    expect(codes({ from: null, to: civilDate('2020-06-11') })).toEqual(['X-1', 'X-3', 'X-4', 'X-5'])
    expect(codes({ from: civilDate('2020-07-04'), to: null })).toEqual([])
  })

  it('sorts by what each counted as, pages and all', async () => {
    const context = await register()
    const sorted = (field: CountedSortField, descending: boolean): string[] =>
      listed(context, { sort: { field, descending } }).map(({ code }) => code)
    expect(sorted('countedDaysLate', true)).toEqual(['X-2', 'X-1', 'X-4', 'X-5', 'X-3'])
    expect(sorted('countedStanding', false)).toEqual(['X-3', 'X-4', 'X-5', 'X-1', 'X-2'])
    expect(sorted('countedOrigin', true)).toEqual(['X-5', 'X-4', 'X-3', 'X-2', 'X-1'])
    expect(sorted('countedEndedOn', true).slice(0, 2)).toEqual(['X-4', 'X-3'])
    const sort = { field: 'countedDaysLate', descending: true } as const
    const page = { limit: 2, offset: 2 }
    const { rows, total } = listDossiersInWorker(context, { ...INPUT, sort, page })
    expect([rows.map(({ code }) => code), total]).toEqual([['X-4', 'X-5'], 5])
    const late = { ...INPUT.filter, search: 'x' }
    expect(listed(context, { sort, filter: late }).map(({ code }) => code)).toHaveLength(5)
  })

  it('has in Excel and on paper what it has on the screen, and its state as of the day it leaves', async () => {
    const context = await register()
    const { bytes } = await exportDossiers(context, INPUT)
    const sheet = await readSheet(bytes)
    expect(rowWith(sheet, 'X-1').slice(6)).toEqual([
      '(5) Trực tiếp, bưu chính',
      '(13) Quá hạn',
      new Date('2020-06-11T00:00:00Z'),
      null,
      null,
      13,
      'Nguyễn Văn Cửa',
      'Đã trả kết quả',
    ])
    expect(rowWith(sheet, 'X-5')[7]).toBe('(12) Trong hạn: Chờ bổ sung')
    expect(textOf(sheet)).toContain('Trạng thái ngày 01/12/2020')
    expect(textOf(sheet)).toContain('Trạng thái tính đến hết ngày: 01/12/2020. Số hồ sơ: 5')
    const paper = await printDossiers(context, {
      ...INPUT,
      ...{ office: { ...INPUT.office, place: 'Nha Trang' }, madeBy: 'Lê Thị Cửa', madeAt: INPUT.moment.now },
    })
    const [text] = await sheetsOf(paper.bytes)
    expect(text).toContain('Trạng thái ngày 01/12/2020')
    expect(text).toMatch(/X-1 .*\(13\) Quá hạn 11\/06\/2020 13 Nguyễn Văn Cửa Đã trả kết quả/)
    expect(text).toMatch(/X-3 .*\(8\) Trước hạn 11\/06\/2020 08\/06\/2020 Từ chối/)
  })
})
