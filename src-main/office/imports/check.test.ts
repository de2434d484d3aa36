import type { CellValue } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImportProblem } from '../../contract/imports.ts'
import { OfficeError } from '../../contract/errors.ts'
import { type CivilDate, civilDate } from '../../domain/civil-date.ts'
import { readRegister } from '../../documents/register-reader.ts'
import { type CheckResult, checkRegister, planRows } from './check.ts'
import type { CheckRules } from './check-row.ts'
import { describeSheet, findHeader, titlesAt } from './columns.ts'
import type { PlannedDossier } from './history.ts'
import {
  type TestOffice,
  TITLES,
  type Title,
  goodRow,
  openTestOffice,
  registerFile,
  rulesOf,
} from './testing.ts'

let open: TestOffice
let rules: CheckRules
beforeAll(async () => {
  open = await openTestOffice()
  rules = rulesOf(open.office)
})
afterAll(() => open.close())

const utc = (text: string): Date => new Date(`${text}Z`)

/** Checks a file of these rows; the first of them is row 4. */
async function check(
  rows: CellValue[][],
  {
    titles = TITLES,
    known = [],
    today = rules.today,
  }: { titles?: readonly string[]; known?: string[]; today?: CivilDate } = {},
): Promise<CheckResult & { planned: PlannedDossier[] }> {
  const [sheet] = await readRegister(await registerFile(rows, titles))
  if (!sheet) throw new Error('no sheet')
  const { headerRow } = findHeader(sheet.rows)
  const input = {
    rows: sheet.rows.filter(({ row }) => row > headerRow),
    mapping: describeSheet(sheet, headerRow).mapping,
    titles: titlesAt(sheet.rows, headerRow),
  }
  const onDay = { ...rules, today }
  const result = await checkRegister(input, onDay, { isKnown: (code) => known.includes(code) })
  return { ...result, planned: planRows(result.ready, input, onDay) }
}

/** The problems of one row that is good but for these cells. */
async function problemsOf(changes: Partial<Record<Title, CellValue>>): Promise<ImportProblem[]> {
  return (await check([goodRow(changes)])).problems
}

/** The events of one row, by kind, with day and moment. */
async function eventsOf(
  changes: Partial<Record<Title, CellValue>>,
): Promise<[kind: string, day: string, moment: string | null][]> {
  const { planned, problems } = await check([goodRow(changes)])
  expect(problems.filter(({ blocking }) => blocking)).toEqual([])
  return (
    planned[0]?.events.map(({ fact, happenedOn, happenedAt }) => [fact.kind, happenedOn, happenedAt]) ?? []
  )
}

describe('a row without fault', () => {
  it('comes in without a word', async () => {
    const { report, problems } = await check([goodRow(), goodRow()])
    expect(problems).toEqual([])
    expect(report).toEqual({ rows: 2, ready: 2, kept: 0, known: 0, counts: {} })
  })

  it('becomes a history: accepted, taken, result ready, returned', async () => {
    expect(await eventsOf({ 'Ngày có kết quả': '20/03/2020 15:30' })).toEqual([
      ['accepted', '2020-03-02', '2020-03-02T02:15:00.000Z'],
      ['taken', '2020-03-02', null],
      ['result-ready', '2020-03-20', '2020-03-20T08:30:00.000Z'],
      ['returned', '2020-03-23', null],
    ])
  })

  it('keeps its particulars, numbers as text, the printed due date', async () => {
    const { planned } = await check([
      goodRow({
        'Số điện thoại': '0968 421 396',
        'Ghi chú': '=SUM(A1)',
        'Hình thức nộp': 'Trực tuyến mức độ 3',
      }),
    ])
    expect(planned[0]?.events[0]?.fact).toMatchObject({
      kind: 'accepted',
      dueOn: '2020-03-23',
      dueSource: 'printed',
      particulars: {
        applicantName: 'Nguyễn Đức Ánh',
        idNumber: '023103220781',
        phone: '0968421396',
        channel: 'online',
        onlineLevel: '3',
        note: '=SUM(A1)',
      },
    })
  })

  it('may have Excel dates instead of text', async () => {
    expect(
      await eventsOf({
        'Ngày nhận': utc('2020-03-02T09:15:00'),
        'Ngày có kết quả': utc('2020-03-20T00:00:00'),
      }),
    ).toEqual(await eventsOf({}))
  })
})

describe('each problem is told with its row, column, value and reason', () => {
  const at = { row: 4, blocking: true }
  it.each<[string, Partial<Record<Title, CellValue>>, Partial<ImportProblem>]>([
    [
      'no code',
      { 'Mã hồ sơ': ' ' },
      { ...at, column: 'B', title: 'Mã hồ sơ', field: 'code', value: ' ', code: 'missing' },
    ],
    [
      'no procedure',
      { 'Tên thủ tục hành chính': null },
      { ...at, column: 'C', field: 'procedure', code: 'missing' },
    ],
    ['no name', { 'Chủ hồ sơ': null }, { ...at, column: 'D', field: 'applicantName', code: 'missing' }],
    [
      'no day of acceptance',
      { 'Ngày nhận': null },
      { ...at, column: 'H', field: 'acceptedOn', code: 'missing' },
    ],
    [
      'an unreadable date',
      { 'Ngày nhận': 'hôm qua' },
      {
        ...at,
        column: 'H',
        title: 'Ngày nhận',
        field: 'acceptedOn',
        value: 'hôm qua',
        code: 'not-a-date',
        params: {},
      },
    ],
    [
      'a date with a two-digit year',
      { 'Ngày hẹn trả': '23/03/20' },
      { ...at, column: 'I', value: '23/03/20', code: 'not-a-date', params: { reason: 'two-digit-year' } },
    ],
    [
      'an impossible date',
      { 'Ngày hẹn trả': '31/02/2020' },
      { ...at, column: 'I', field: 'dueOn', value: '31/02/2020', code: 'impossible-date' },
    ],
    [
      'a text that is too long',
      { 'Chủ hồ sơ': 'a'.repeat(201) },
      {
        ...at,
        column: 'D',
        code: 'too-long',
        value: `${'a'.repeat(200)}…`,
        params: { max: 200, length: 201 },
      },
    ],
    [
      'an unknown channel',
      { 'Hình thức nộp': 'bồ câu' },
      { ...at, column: 'G', value: 'bồ câu', code: 'bad-value' },
    ],
    [
      'an unknown state',
      { 'Trạng thái': 'xong?' },
      { ...at, column: 'L', value: 'xong?', code: 'bad-value' },
    ],
    [
      'an unknown procedure',
      { 'Tên thủ tục hành chính': 'Đào giếng' },
      { ...at, column: 'C', value: 'Đào giếng', code: 'unknown-procedure', params: { reason: 'unknown' } },
    ],
    [
      'a procedure not in force that day',
      { 'Ngày nhận': '02/01/2014', 'Ngày hẹn trả': null },
      {
        ...at,
        column: 'C',
        code: 'unknown-procedure',
        params: {
          reason: 'not-valid-on-date',
          date: '2014-01-02',
          validFrom: '2014-07-01',
          validTo: '2024-07-31',
        },
      },
    ],
    [
      'a result before reception',
      { 'Ngày có kết quả': '01/03/2020' },
      {
        ...at,
        column: 'J',
        field: 'endedOn',
        value: '01/03/2020',
        code: 'result-before-reception',
        params: { accepted: '2020-03-02', ended: '2020-03-01' },
      },
    ],
    [
      'a return before the result',
      { 'Ngày trả kết quả': '19/03/2020' },
      {
        ...at,
        column: 'K',
        field: 'returnedOn',
        code: 'returned-before-result',
        params: { ended: '2020-03-20', returned: '2020-03-19' },
      },
    ],
    [
      'a due date before reception',
      { 'Ngày hẹn trả': '28/02/2020' },
      {
        ...at,
        column: 'I',
        code: 'due-before-reception',
        params: { printed: '2020-02-28', accepted: '2020-03-02' },
      },
    ],
    [
      'a day in the future',
      { 'Ngày trả kết quả': '01/07/2020' },
      { ...at, column: 'K', value: '01/07/2020', code: 'date-in-future', params: { today: '2020-06-30' } },
    ],
    [
      'returned without any day of result',
      { 'Ngày có kết quả': null, 'Ngày trả kết quả': null },
      { ...at, column: 'L', field: 'state', value: 'Đã trả kết quả', code: 'state-contradicts-dates' },
    ],
    [
      'in process with a result',
      { 'Trạng thái': 'Đang giải quyết' },
      {
        ...at,
        column: 'L',
        code: 'state-contradicts-dates',
        params: { state: 'in-process', ended: '2020-03-20', returned: '2020-03-23' },
      },
    ],
    [
      'not collected, and a day of return',
      { 'Trạng thái': 'Đã có kết quả' },
      { ...at, column: 'L', code: 'state-contradicts-dates' },
    ],
  ])('%s', async (_, changes, expected) => {
    const problems = await problemsOf(changes)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject(expected)
  })

  it('a code twice in the file, naming the first row', async () => {
    const { problems, report } = await check([
      goodRow({ 'Mã hồ sơ': 'A-1' }),
      goodRow(),
      goodRow({ 'Mã hồ sơ': ' A-1 ' }),
    ])
    expect(problems).toEqual([
      expect.objectContaining({
        row: 6,
        column: 'B',
        code: 'code-twice-in-file',
        params: { firstRow: 4 },
        blocking: true,
      }),
    ])
    expect(report).toMatchObject({ rows: 3, ready: 2, kept: 1 })
  })

  it('a code written in another way, in the file and in the register', async () => {
    const spellings = [
      'H32-200302-0007',
      'h32-200302-0007',
      'H32–200302—0007',
      ' H32 - 200302 -0007',
      'H32-\u200b200302-0007',
    ]
    const rows = spellings.map((code) => goodRow({ 'Mã hồ sơ': code }))
    const codesOf = ({ problems }: CheckResult): string[] => problems.map(({ code }) => code)
    const fresh = await check(rows)
    expect(codesOf(fresh)).toEqual(Array.from({ length: 4 }, () => 'code-twice-in-file'))
    const known = await check(rows, { known: ['H32-200302-0007'] })
    expect(codesOf(known)).toEqual(Array.from({ length: 5 }, () => 'code-known'))
    const { planned } = await check(rows.slice(3))
    expect(planned[0]).toMatchObject({
      code: 'H32-200302-0007',
      events: [{ fact: { code: 'H32-200302-0007' } }, {}, {}, {}],
    })
  })

  it('a day of acceptance at the end of the calendar, and the other rows are checked', async () => {
    const far = { 'Ngày nhận': '25/12/2100', 'Ngày hẹn trả': null }
    const open = { 'Ngày có kết quả': null, 'Ngày trả kết quả': null, 'Trạng thái': 'Đang giải quyết' }
    const { problems, report } = await check([goodRow({ ...far, ...open }), goodRow()])
    expect(problems.map(({ row, code }) => `${row} ${code}`)).toEqual([
      '4 date-in-future',
      '4 off-day-reception',
    ])
    expect(report).toMatchObject({ rows: 2, ready: 1, kept: 1 })
  })

  it('no due date where the calendar ends before the term does; a printed one stands', async () => {
    const open = { 'Ngày có kết quả': null, 'Ngày trả kết quả': null, 'Trạng thái': 'Đang giải quyết' }
    const accepted = { ...open, 'Ngày nhận': '27/12/2100' }
    const { problems, planned } = await check(
      [
        goodRow({ ...accepted, 'Ngày hẹn trả': null }),
        goodRow({ ...accepted, 'Ngày hẹn trả': '31/12/2100' }),
      ],
      { today: civilDate('2100-12-31') },
    )
    expect(problems).toMatchObject([{ row: 4, field: 'dueOn', code: 'missing', blocking: true }])
    expect(planned).toMatchObject([{ events: [{ fact: { dueOn: '2100-12-31', dueSource: 'printed' } }, {}] }])
  })

  it('a code already in the register, and nothing else of that row', async () => {
    const row = goodRow({ 'Mã hồ sơ': 'A-1', 'Ngày nhận': 'x' })
    const { problems, report } = await check([row, goodRow()], { known: ['A-1'] })
    expect(problems.map(({ row: number, code, value }) => [number, code, value])).toEqual([
      [4, 'code-known', 'A-1'],
    ])
    expect(report).toEqual({ rows: 2, ready: 1, kept: 1, known: 1, counts: { 'code-known': 1 } })
  })

  it('all of a row that has several', async () => {
    const problems = await problemsOf({ 'Chủ hồ sơ': '', 'Ngày nhận': '30/02/2020', 'Trạng thái': '?' })
    expect(problems.map(({ column, code }) => column + ' ' + code)).toEqual([
      'D missing',
      'H impossible-date',
      'L bad-value',
    ])
  })
})

describe('what is only told', () => {
  const told = { row: 4, blocking: false }
  it.each<[string, Partial<Record<Title, CellValue>>, Partial<ImportProblem>]>([
    [
      'a printed due date that is not ours, with the working days between',
      { 'Ngày hẹn trả': '25/03/2020' },
      {
        ...told,
        column: 'I',
        value: '25/03/2020',
        code: 'due-differs',
        params: { printed: '2020-03-25', computed: '2020-03-23', days: 2, provisional: 0 },
      },
    ],
    [
      'no due date',
      { 'Ngày hẹn trả': null },
      { ...told, column: 'I', code: 'due-missing', params: { computed: '2020-03-23' } },
    ],
    [
      'a citizen number whose zero Excel ate',
      { 'Số định danh': 23103220781 },
      { ...told, column: 'E', value: '23103220781', code: 'unusual-id-number' },
    ],
    [
      'a phone whose zero Excel ate',
      { 'Số điện thoại': 968421396 },
      { ...told, column: 'F', value: '968421396', code: 'unusual-phone' },
    ],
    [
      'reception on a day off',
      { 'Ngày nhận': '01/03/2020', 'Ngày hẹn trả': '20/03/2020' },
      { ...told, column: 'H', code: 'off-day-reception', params: { reason: 'weekend', name: '' } },
    ],
    [
      'a channel left empty, taken for direct',
      { 'Hình thức nộp': null },
      { ...told, column: 'G', code: 'missing', params: { assumed: 'direct' } },
    ],
    [
      'returned on a day, with no day of result',
      { 'Ngày có kết quả': null },
      { ...told, column: 'J', code: 'missing', params: { assumed: '2020-03-23' } },
    ],
    [
      'in process and nobody named',
      {
        'Trạng thái': 'Đang giải quyết',
        'Ngày có kết quả': null,
        'Ngày trả kết quả': null,
        'Cán bộ thụ lý': null,
      },
      { ...told, column: 'M', code: 'missing', params: { assumed: 'accepted' } },
    ],
  ])('%s', async (_, changes, expected) => {
    const { problems, report } = await check([goodRow(changes)])
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject(expected)
    expect(report).toMatchObject({ ready: 1, kept: 0 })
  })

  it('the missing due date is computed and marked so', async () => {
    const { planned } = await check([goodRow({ 'Ngày hẹn trả': null })])
    expect(planned[0]?.events[0]?.fact).toMatchObject({ dueOn: '2020-03-23', dueSource: 'computed' })
  })

  it('the lost zero is not invented', async () => {
    const { planned } = await check([goodRow({ 'Số định danh': 23103220781 })])
    expect(planned[0]?.events[0]?.fact).toMatchObject({ particulars: { idNumber: '23103220781' } })
  })
})

describe('the state of a row becomes history', () => {
  const open2: Partial<Record<Title, CellValue>> = { 'Ngày có kết quả': null, 'Ngày trả kết quả': null }
  const kindsOf = async (changes: Partial<Record<Title, CellValue>>): Promise<string[]> =>
    (await eventsOf(changes)).map(([kind, day]) => `${kind} ${day}`)

  it.each([
    ['Chờ bổ sung', 'paused'],
    ['Chờ thực hiện nghĩa vụ tài chính', 'paused'],
    ['Chờ cơ quan phối hợp', 'paused'],
  ])('%s: it waits on the day of the import, for nobody wrote since when', async (state, kind) => {
    expect(await kindsOf({ ...open2, 'Trạng thái': state })).toEqual([
      'accepted 2020-03-02',
      'taken 2020-03-02',
      `${kind} 2020-06-30`,
    ])
  })

  it.each([
    ['Từ chối', 'refused'],
    ['Công dân rút', 'withdrawn'],
    ['Dừng giải quyết', 'stopped'],
  ])('%s: it ends on the day of the result', async (state, kind) => {
    expect(await kindsOf({ 'Trạng thái': state })).toEqual([
      'accepted 2020-03-02',
      'taken 2020-03-02',
      `${kind} 2020-03-20`,
    ])
  })

  it('an accepted dossier has nobody yet; a name in the register is kept in the note', async () => {
    const { planned } = await check([goodRow({ ...open2, 'Trạng thái': 'Đã tiếp nhận', 'Ghi chú': 'gấp' })])
    expect(planned[0]?.events).toHaveLength(1)
    expect(planned[0]?.events[0]?.fact).toMatchObject({
      particulars: { note: 'gấp; Cán bộ thụ lý: Đặng Thị Yến' },
    })
  })

  it('follows from the dates where the register names none', async () => {
    expect(await kindsOf({ 'Trạng thái': null })).toContain('returned 2020-03-23')
    expect(await kindsOf({ 'Trạng thái': null, 'Ngày trả kết quả': null })).toEqual([
      'accepted 2020-03-02',
      'taken 2020-03-02',
      'result-ready 2020-03-20',
    ])
    expect(await kindsOf({ 'Trạng thái': null, ...open2 })).toEqual([
      'accepted 2020-03-02',
      'taken 2020-03-02',
    ])
  })
})

describe('lines that are no dossiers', () => {
  it('are passed over: empty, only numbered, and the numbers below the header', async () => {
    const numbers = TITLES.map((_, index) => `(${index + 1})`)
    const onlyNumbered = TITLES.map((title) => (title === 'STT' ? 2 : null))
    const { report } = await check([numbers, goodRow(), onlyNumbered, TITLES.map(() => null), goodRow()])
    expect(report).toMatchObject({ rows: 2, ready: 2 })
  })

  it('are told when something stands in them', async () => {
    const total = TITLES.map((title) => (title === 'Mã hồ sơ' ? 'Tổng cộng: 2' : null))
    const { report, problems } = await check([goodRow(), goodRow(), total])
    expect(report).toMatchObject({ rows: 3, ready: 2, kept: 1 })
    expect(
      problems.filter(({ blocking }) => blocking).map(({ row, column, code }) => `${row}${column} ${code}`),
    ).toEqual(['6C missing', '6D missing', '6H missing'])
  })
})

describe('a check', () => {
  it('sorts the good from the bad in one file', async () => {
    const { report, ready, kept } = await check([
      goodRow(),
      goodRow({ 'Ngày nhận': '31/04/2020' }),
      goodRow({ 'Ngày hẹn trả': '24/03/2020' }),
      goodRow({ 'Chủ hồ sơ': null }),
    ])
    expect(report).toEqual({
      rows: 4,
      ready: 2,
      kept: 2,
      known: 0,
      counts: { 'impossible-date': 1, 'due-differs': 1, missing: 1 },
    })
    expect([ready, kept].map((rows) => rows.map(({ row }) => row))).toEqual([
      [4, 6],
      [5, 7],
    ])
  })

  it('reads columns in any order and under other names', async () => {
    const names: Partial<Record<Title, string>> = {
      'Mã hồ sơ': 'Số HS',
      'Tên thủ tục hành chính': 'TTHC',
      'Chủ hồ sơ': 'Người nộp',
      'Ngày nhận': 'Ngày tiếp nhận',
      'Ngày hẹn trả': 'Hạn xử lý',
    }
    const titles = TITLES.map((title) => names[title] ?? title).reverse()
    const { report, problems } = await check(
      [goodRow().reverse(), goodRow({ 'Chủ hồ sơ': null }).reverse()],
      { titles },
    )
    expect(report).toMatchObject({ rows: 2, ready: 1 })
    expect(problems[0]).toMatchObject({ row: 5, column: 'K', title: 'Người nộp', code: 'missing' })
  })

  it('can be stopped', async () => {
    const stop = checkRegister(
      { rows: [{ row: 4, cells: ['x'] }], mapping: { code: 0 }, titles: ['Mã hồ sơ'] },
      rules,
      {
        isKnown: () => false,
        breathe: () => Promise.reject(new OfficeError('cancelled')),
      },
    )
    await expect(stop).rejects.toThrow('cancelled')
  })
})
