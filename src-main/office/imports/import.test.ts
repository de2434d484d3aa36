import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import type { CellValue } from 'hucre/xlsx'
import type { Output } from '../../contract/index.ts'
import type { Store } from '../../store/database.ts'
import { countDossiers, idByCode } from '../../store/dossiers.ts'
import { eventsOf, rebuild } from '../../store/events.ts'
import { listStaff } from '../../store/reference.ts'
import {
  type TestOffice,
  TITLES,
  base64,
  goodRow,
  openTestOffice,
  registerFile,
  sampleRegister,
} from './testing.ts'
import {
  cancelImport,
  checkImport,
  commitImport,
  failedRowsOfImport,
  loadSample,
  openImport,
  problemsOfImport,
  sheetOfImport,
} from './use-cases.ts'

type Report = Output<'imports', 'check'>

let open: TestOffice

/** Opens a file in a window and checks it as proposed. */
async function openAndCheck(bytes: Uint8Array, window = 'w'): Promise<{ importId: string; report: Report }> {
  const context = open.window(window)
  const { importId, sheets, sheet } = await openImport(context, {
    fileName: 'sổ.xlsx',
    content: base64(bytes),
  })
  const chosen = sheets.find(({ name }) => name === sheet)
  if (!chosen) throw new Error('no sheet proposed')
  const { headerRow, mapping } = chosen
  return { importId, report: await checkImport(context, { importId, sheet, headerRow, mapping }) }
}

async function importFile(bytes: Uint8Array): Promise<Output<'imports', 'commit'>> {
  const { importId } = await openAndCheck(bytes)
  return commitImport(open.window('w'), { importId })
}

const table = (store: Store, sql: string): unknown[] => store.read.all(sql)
const ROWS = 'SELECT * FROM dossier ORDER BY id'
const PAUSES = 'SELECT * FROM dossier_pause ORDER BY dossier_id, nth'
const hits = (store: Store, word: string): unknown[] =>
  store.read.all('SELECT rowid FROM dossier_search WHERE dossier_search MATCH ? ORDER BY rowid', [
    `"${word}"*`,
  ])

describe('the bundled register', () => {
  let report: Report
  let importId: string
  let committed: Output<'imports', 'commit'>
  beforeAll(async () => {
    open = await openTestOffice()
    ;({ report, importId } = await openAndCheck(sampleRegister()))
    committed = await commitImport(open.window('w'), { importId })
  })
  afterAll(() => open.close())

  it('is whole: every row comes in, no due date differs from ours', () => {
    expect(report).toEqual({
      rows: 15_970,
      ready: 15_970,
      kept: 0,
      known: 0,
      counts: {},
      importedBefore: null,
    })
    expect(committed).toEqual({ imported: 15_970, kept: 0 })
    expect(countDossiers(open.office.store.read)).toBe(15_970)
  })

  it('keeps its states', () => {
    expect(
      table(open.office.store, 'SELECT state, count(*) AS n FROM dossier GROUP BY state ORDER BY n'),
    ).toEqual([
      { state: 'awaiting-supplement', n: 28 },
      { state: 'result-ready', n: 170 },
      { state: 'in-process', n: 995 },
      { state: 'returned', n: 14_777 },
    ])
  })

  it('brings its holders onto the staff', () => {
    const names = listStaff(open.office.store.read).map(({ name }) => name)
    expect(names).toHaveLength(11)
    expect(names).toContain('Đỗ Thị Mỹ Linh')
  })

  it('marks its history as imported, entered at the import by the person who did it', () => {
    const { store } = open.office
    const id = idByCode(store.read, '000.00.22.H32-191121-0001') ?? 0
    const events = eventsOf(store.read, id)
    expect(events.map(({ fact, happenedOn, happenedAt }) => [fact.kind, happenedOn, happenedAt])).toEqual([
      ['accepted', '2019-11-21', '2019-11-21T03:22:00.000Z'],
      ['taken', '2019-11-21', null],
      ['result-ready', '2020-01-03', null],
      ['returned', '2020-01-03', null],
    ])
    for (const event of events) {
      expect(event).toMatchObject({
        enteredAt: '2020-06-30T09:00:00.000Z',
        authorId: open.userId,
        importId: 1,
      })
    }
  })

  it('gives the same rows again when rebuilt from its history', async () => {
    const { store } = open.office
    const words = ['nguyen', 'duc', 'dang', '0968421396', '023103220781']
    const before = {
      rows: table(store, ROWS),
      pauses: table(store, PAUSES),
      hits: words.map((word) => hits(store, word)),
    }
    expect(before.pauses).toHaveLength(28)
    expect(before.hits.every((found) => found.length > 0)).toBe(true)
    await store.writeInSteps(rebuild)
    expect({
      rows: table(store, ROWS),
      pauses: table(store, PAUSES),
      hits: words.map((word) => hits(store, word)),
    }).toEqual(before)
  })

  it('brings nothing in the second time, and says so', async () => {
    const again = await openAndCheck(sampleRegister())
    expect(again.report).toEqual({
      rows: 15_970,
      ready: 0,
      kept: 15_970,
      known: 15_970,
      counts: { 'code-known': 15_970 },
      importedBefore: '2020-06-30T09:00:00.000Z',
    })
    expect(await commitImport(open.window('w'), { importId: again.importId })).toEqual({
      imported: 0,
      kept: 15_970,
    })
    expect(countDossiers(open.office.store.read)).toBe(15_970)
  })

  it('is told about while it goes on, and every window hears when it is in', () => {
    const operations = new Set(
      open.notices.map((notice) => (notice.topic === 'progress' ? notice.operation : notice.topic)),
    )
    expect([...operations].sort()).toEqual([
      'dossiers',
      'import-check',
      'import-commit',
      'import-read',
      'office',
    ])
    const steps = open.notices.flatMap((notice) =>
      notice.topic === 'progress' && notice.operation === 'import-commit' ? [notice.done] : [],
    )
    expect(steps.at(-1)).toBe(15_970)
    expect(steps).toEqual([...steps].sort((a, b) => a - b))
  })
})

describe('an import', () => {
  beforeEach(async () => {
    open = await openTestOffice()
  })
  afterEach(() => open.close())

  const empty = (): unknown => ({
    dossiers: table(open.office.store, 'SELECT count(*) AS n FROM dossier'),
    events: table(open.office.store, 'SELECT count(*) AS n FROM dossier_event'),
    imports: table(open.office.store, 'SELECT count(*) AS n FROM import_batch'),
    staff: listStaff(open.office.store.read).map(({ name }) => name),
    hits: hits(open.office.store, 'nguyen'),
  })
  const nothing = {
    dossiers: [{ n: 0 }],
    events: [{ n: 0 }],
    imports: [{ n: 0 }],
    staff: ['Trần Văn Nhập'],
    hits: [],
  }

  it('stopped in the middle of its transaction leaves nothing behind, not even the holders', async () => {
    const { importId } = await openAndCheck(sampleRegister())
    const window = open.window('w')
    const commit = commitImport(window, { importId })
    const stop = setInterval(() => {
      const written = open.notices.some(
        (notice) =>
          notice.topic === 'progress' && notice.operation === 'import-commit' && notice.done >= 2000,
      )
      if (written) cancelImport(window, { importId })
    }, 1)
    await expect(commit).rejects.toMatchObject({ data: { code: 'cancelled' } })
    clearInterval(stop)
    expect(empty()).toEqual(nothing)
    expect(await commitImport(window, { importId })).toEqual({ imported: 15_970, kept: 0 })
  })

  it('can be stopped while it checks', async () => {
    const window = open.window('w')
    const { importId, sheets, sheet } = await openImport(window, {
      fileName: 's.xlsx',
      content: base64(sampleRegister()),
    })
    const { headerRow = 0, mapping = {} } = sheets[0] ?? {}
    const check = checkImport(window, { importId, sheet, headerRow, mapping })
    cancelImport(window, { importId })
    await expect(check).rejects.toMatchObject({ data: { code: 'cancelled' } })
    await expect(commitImport(window, { importId })).rejects.toMatchObject({
      data: { code: 'import-expired' },
    })
  })

  it('checks without changing anything', async () => {
    await openAndCheck(await registerFile([goodRow(), goodRow()]))
    expect(empty()).toEqual(nothing)
  })

  it('brings the good rows in and keeps the bad ones out', async () => {
    const file = await registerFile([goodRow(), goodRow({ 'Ngày nhận': '31/02/2020' }), goodRow()])
    expect(await importFile(file)).toEqual({ imported: 2, kept: 1 })
    expect(table(open.office.store, 'SELECT imported, kept, file_name FROM import_batch')).toEqual([
      { imported: 2, kept: 1, file_name: 'sổ.xlsx' },
    ])
  })

  it('leaves out a code that came into the register after the check', async () => {
    const shared = goodRow({ 'Mã hồ sơ': 'A-1' })
    const { importId } = await openAndCheck(await registerFile([shared, goodRow()]), 'w')
    const other = await openAndCheck(await registerFile([shared]), 'other')
    await commitImport(open.window('other'), { importId: other.importId })
    expect(await commitImport(open.window('w'), { importId })).toEqual({ imported: 1, kept: 1 })
    expect(countDossiers(open.office.store.read)).toBe(2)
  })

  it('writes a holder down once, in the first spelling', async () => {
    const spellings = ['Đặng Thị Yến.', 'ĐẶNG THỊ YẾN', 'đặng  thị yến', 'Đặng Thị\u200b Yến', 'Đặng Thị Yên']
    await importFile(await registerFile(spellings.map((name) => goodRow({ 'Cán bộ thụ lý': name }))))
    const taken = table(
      open.office.store,
      "SELECT name, count(*) AS n FROM dossier_event JOIN staff s ON s.id = fact ->> 'holderId' GROUP BY s.id",
    )
    expect(taken).toEqual([
      { name: 'Đặng Thị Yến.', n: 4 },
      { name: 'Đặng Thị Yên', n: 1 },
    ])
  })

  it('is committed once', async () => {
    const { importId } = await openAndCheck(await registerFile([goodRow()]))
    await commitImport(open.window('w'), { importId })
    await expect(commitImport(open.window('w'), { importId })).rejects.toMatchObject({
      data: { code: 'import-expired' },
    })
  })

  it('belongs to its window, and gives way to the next one there', async () => {
    const file = await registerFile([goodRow()])
    const { importId } = await openAndCheck(file, 'w')
    await expect(commitImport(open.window('x'), { importId })).rejects.toMatchObject({
      data: { code: 'import-expired' },
    })
    await openAndCheck(file, 'w')
    await expect(commitImport(open.window('w'), { importId })).rejects.toMatchObject({
      data: { code: 'import-expired' },
    })
  })

  it('whose file cannot be read takes no place: the others stay open', async () => {
    const { importId } = await openAndCheck(await registerFile([goodRow()]), 'w')
    const bad = { fileName: 's.xlsx', content: base64(new TextEncoder().encode('Mã hồ sơ')) }
    for (const window of ['a', 'b', 'c', 'd']) {
      await expect(openImport(open.window(window), bad)).rejects.toMatchObject({
        data: { code: 'file-not-xlsx' },
      })
    }
    expect(await commitImport(open.window('w'), { importId })).toEqual({ imported: 1, kept: 0 })
  })

  it('under way gives way to no other window; the oldest that is idle does', async () => {
    const file = await registerFile([goodRow()])
    const { importId } = await openAndCheck(file, 'w')
    const others = ['a', 'b', 'c']
    const idle = await Promise.all(others.map((window) => openAndCheck(file, window)))
    const commit = commitImport(open.window('w'), { importId })
    const next = openAndCheck(file, 'd')
    expect(await commit).toEqual({ imported: 1, kept: 0 })
    await next
    await expect(commitImport(open.window('a'), { importId: idle[0]?.importId ?? '' })).rejects.toMatchObject(
      {
        data: { code: 'import-expired' },
      },
    )
  })

  it('has to wait while all places are at work', async () => {
    const content = base64(await registerFile([goodRow()]))
    const windows = ['a', 'b', 'c', 'd', 'e'].map((window) => open.window(window))
    const opened = await Promise.allSettled(
      windows.map((window) => openImport(window, { fileName: 's.xlsx', content })),
    )
    expect(opened.map(({ status }) => status)).toEqual([...Array<string>(4).fill('fulfilled'), 'rejected'])
    expect(opened.at(-1)).toMatchObject({ reason: { data: { code: 'busy' } } })
  })

  it('stopped while it commits can be committed again, also when a check was asked for meanwhile', async () => {
    const window = open.window('w')
    const { importId } = await openAndCheck(await registerFile([goodRow()]))
    const commit = commitImport(window, { importId })
    const mapping = { code: 1, procedure: 2, applicantName: 3, acceptedOn: 7 }
    await expect(checkImport(window, { importId, sheet: 'Sổ', headerRow: 3, mapping })).rejects.toMatchObject(
      { data: { code: 'busy' } },
    )
    cancelImport(window, { importId })
    await expect(commit).rejects.toMatchObject({ data: { code: 'cancelled' } })
    expect(await commitImport(window, { importId })).toEqual({ imported: 1, kept: 0 })
  })

  it('says which needed columns are not named yet', async () => {
    const window = open.window('w')
    const opened = await openImport(window, {
      fileName: 's.xlsx',
      content: base64(await registerFile([goodRow()])),
    })
    const check = checkImport(window, {
      importId: opened.importId,
      sheet: 'Sổ',
      headerRow: 3,
      mapping: { code: 1, phone: 5 },
    })
    await expect(check).rejects.toMatchObject({
      data: {
        code: 'mapping-incomplete',
        fields: [
          { field: 'mapping.procedure' },
          { field: 'mapping.applicantName' },
          { field: 'mapping.acceptedOn' },
        ],
      },
    })
  })

  it('follows the user, who names another header row and another column', async () => {
    const window = open.window('w')
    const rows = [goodRow({ 'Ghi chú': 'Lê Thị Đào' })]
    const { importId } = await openImport(window, {
      fileName: 's.xlsx',
      content: base64(await registerFile(rows)),
    })
    const sheet = await sheetOfImport(window, { importId, sheet: 'Sổ', headerRow: 3 })
    const mapping = { ...sheet.mapping, applicantName: 13 }
    await checkImport(window, { importId, sheet: 'Sổ', headerRow: 3, mapping })
    await commitImport(window, { importId })
    expect(table(open.office.store, 'SELECT applicant_name AS name FROM dossier')).toEqual([
      { name: 'Lê Thị Đào' },
    ])
  })

  it('hands out its problems page by page and by kind', async () => {
    const bad = Array.from({ length: 5 }, () => goodRow({ 'Ngày nhận': 'x', 'Số định danh': '1' }))
    const { importId } = await openAndCheck(await registerFile(bad))
    const page = { importId, code: null, blockingOnly: false, page: 0, pageSize: 4 }
    const rowsOf = async (
      changes: Partial<Omit<typeof page, 'code'>> & { code?: 'not-a-date' | null },
    ): Promise<unknown> => {
      const { problems, total } = await problemsOfImport(open.window('w'), { ...page, ...changes })
      return [total, ...problems.map(({ row, code }) => `${row} ${code}`)]
    }
    expect(await rowsOf({})).toEqual([
      10,
      '4 unusual-id-number',
      '4 not-a-date',
      '5 unusual-id-number',
      '5 not-a-date',
    ])
    expect(await rowsOf({ page: 2 })).toEqual([10, '8 unusual-id-number', '8 not-a-date'])
    expect(await rowsOf({ blockingOnly: true, page: 1 })).toEqual([5, '8 not-a-date'])
    expect(await rowsOf({ code: 'not-a-date', pageSize: 1 })).toEqual([5, '4 not-a-date'])
  })

  it('refuses what is no xlsx, and the next file goes', async () => {
    const window = open.window('w')
    const csv = base64(new TextEncoder().encode('Mã hồ sơ,Ngày nhận'))
    await expect(openImport(window, { fileName: 's.xlsx', content: csv })).rejects.toMatchObject({
      data: { code: 'file-not-xlsx', params: { reason: 'not-a-zip' } },
    })
    expect(await importFile(await registerFile([goodRow()]))).toEqual({ imported: 1, kept: 0 })
  })

  it('refuses a file larger than 24 MiB', async () => {
    const large = base64(new Uint8Array(24 * 1024 * 1024 + 1))
    await expect(openImport(open.window('w'), { fileName: 's.xlsx', content: large })).rejects.toMatchObject({
      data: { code: 'file-too-large' },
    })
  })
})

describe('the file of failed rows', () => {
  beforeEach(async () => {
    open = await openTestOffice()
  })
  afterEach(() => open.close())

  const formula = '=HYPERLINK("http://x";"y")'
  const rows = (): CellValue[][] => [
    goodRow(),
    goodRow({
      'Mã hồ sơ': 'B-1',
      'Ngày nhận': '31/02/2020',
      'Chủ hồ sơ': null,
      'Ngày hẹn trả': new Date('2020-03-23T00:00:00Z'),
      'Số định danh': 23103220781,
      'Ghi chú': formula,
    }),
  ]

  async function failed(language: 'vi' | 'en'): Promise<Uint8Array> {
    const { importId } = await openAndCheck(await registerFile(rows()))
    await commitImport(open.window('w'), { importId })
    const file = await failedRowsOfImport(open.window('w'), { importId, language })
    expect(file.name).toBe(language === 'vi' ? 'sổ-dong-can-sua.xlsx' : 'sổ-rows-to-mend.xlsx')
    return new Uint8Array(Buffer.from(file.content, 'base64'))
  }
  const sheetOf = async (bytes: Uint8Array): Promise<CellValue[][]> =>
    (await readXlsx(bytes)).sheets[0]?.rows ?? []

  it('has the header, the cells as they were, the row and the reasons', async () => {
    const [head = [], row = [], ...more] = await sheetOf(await failed('vi'))
    expect(more).toEqual([])
    expect(head.slice(-3)).toEqual(['Ghi chú', 'Dòng', 'Lý do'])
    expect(row).toEqual([
      ...[
        1,
        'B-1',
        'Tách thửa hoặc hợp thửa đất',
        null,
        '23103220781',
        '0968421396',
        'Trực tiếp',
        '31/02/2020',
      ],
      ...[
        new Date('2020-03-23T00:00:00Z'),
        '20/03/2020',
        '23/03/2020',
        'Đã trả kết quả',
        'Đặng Thị Yến',
        formula,
      ],
      ...[5, 'Chủ hồ sơ: chưa có dữ liệu; Ngày nhận: "31/02/2020" không có trong lịch'],
    ])
  })

  it('speaks English too', async () => {
    const [head = [], row = []] = await sheetOf(await failed('en'))
    expect(head.slice(-2)).toEqual(['Row', 'Reason'])
    expect(row.at(-1)).toBe('Chủ hồ sơ: nothing entered; Ngày nhận: "31/02/2020" is not in the calendar')
  })

  it('leaves what looks like an error as text', async () => {
    const row = goodRow({ 'Chủ hồ sơ': null, 'Ghi chú': '#REF!', 'Ngày trả kết quả': '#N/A' })
    const { importId } = await openAndCheck(await registerFile([row], [...TITLES.slice(0, -1), '#NAME?']))
    const { content } = await failedRowsOfImport(open.window('w'), { importId, language: 'vi' })
    const bytes = new Uint8Array(Buffer.from(content, 'base64'))
    const { sheets } = await readXlsx(bytes, { readStyles: true })
    const cells = [...(sheets[0]?.cells?.values() ?? [])]
    expect(cells.filter(({ type }) => type === 'error')).toEqual([])
    const [head = [], values = []] = await sheetOf(bytes)
    expect([head[13], values[10], values[13]]).toEqual(['#NAME?', '#N/A', '#REF!'])
  })

  it('leaves what looks like a formula as text', async () => {
    const { sheets } = await readXlsx(await failed('vi'), { readStyles: true })
    const formulas = [...(sheets[0]?.cells?.values() ?? [])].filter((cell) => cell.formula !== undefined)
    expect(formulas).toEqual([])
  })

  it('comes in once it is mended, as does a file mended twice', async () => {
    const [head = [], row = []] = await sheetOf(await failed('vi'))
    const half = row.with(3, 'Lê Đức')
    const again = await openAndCheck(await writeXlsx({ sheets: [{ name: 'S', rows: [head, half] }] }))
    expect(again.report).toMatchObject({ rows: 1, ready: 0, kept: 1 })
    const second = await failedRowsOfImport(open.window('w'), { importId: again.importId, language: 'en' })
    const [head2 = [], row2 = []] = await sheetOf(new Uint8Array(Buffer.from(second.content, 'base64')))
    expect(head2.slice(-3)).toEqual(['Ghi chú', 'Row', 'Reason'])
    const mended = row2.with(7, '02/03/2020')
    expect(await importFile(await writeXlsx({ sheets: [{ name: 'S', rows: [head2, mended] }] }))).toEqual({
      imported: 1,
      kept: 0,
    })
    const { store } = open.office
    expect(
      table(store, "SELECT applicant_name AS name, due_on AS due FROM dossier WHERE code = 'B-1'"),
    ).toEqual([{ name: 'Lê Đức', due: '2020-03-23' }])
    expect(eventsOf(store.read, idByCode(store.read, 'B-1') ?? 0)[0]?.fact).toMatchObject({
      particulars: { note: formula },
    })
  })
})

describe('the sample', () => {
  it('comes in by the same way, told as one operation from 0 to 100', async () => {
    open = await openTestOffice()
    await loadSample(open.office, sampleRegister(), open.userId)
    expect(countDossiers(open.office.store.read)).toBe(15_970)
    const steps = open.notices.flatMap((notice) => (notice.topic === 'progress' ? [notice] : []))
    expect(new Set(steps.map(({ operation }) => operation))).toEqual(new Set(['sample']))
    expect(steps.at(-1)).toMatchObject({ done: 100, total: 100 })
    await open.close()
  })
})
