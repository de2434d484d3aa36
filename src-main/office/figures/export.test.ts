import { parseCsv } from 'hucre/csv'
import { type Sheet, readXlsx } from 'hucre/xlsx'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { OfficeFile } from '../../contract/common.ts'
import { LIST_ON_PAPER } from '../../contract/dossier-list.ts'
import { OfficeError } from '../../contract/errors.ts'
import { REPORT_FORMATS, type ReportFormat } from '../../contract/figures.ts'
import type { Input } from '../../contract/index.ts'
import { CSV_MEDIA_TYPE } from '../../documents/calendar-file.ts'
import { PDF_MEDIA_TYPE, XLSX_MEDIA_TYPE, ZIP_MEDIA_TYPE } from '../../documents/file-name.ts'
import { breakdownTable, timesTable } from '../../documents/figures/tables.ts'
import { figuresForm } from '../../documents/forms/figures-form.ts'
import { sheetsOf } from '../../documents/forms/test-pdf.ts'
import { openZip } from '../../documents/open-zip.ts'
import {
  WORKBOOK_ORDER,
  WORKSHEET_ORDER,
  childrenOf,
  partOf,
  readSheet,
  rowWith,
  textOf,
} from '../../documents/test-reading.ts'
import { civilDate } from '../../domain/civil-date.ts'
import { METHODS } from '../../domain/figure-class.ts'
import { BREAKDOWNS, LATE_BREAKDOWNS, MEMO_COLUMNS, OFFICIAL_COLUMNS } from '../../domain/figure-tables.ts'
import { checkIdentities, noFigures } from '../../domain/figures.ts'
import { lastOfKind } from '../../store/audit.ts'
import type { ReadDb } from '../../store/database.ts'
import { addDossier } from '../../store/events.ts'
import { STATEMENTS as FIGURES } from '../../store/figures.ts'
import { countedDossiers } from '../../store/figure-rows.ts'
import { ensureStaff, setSetting } from '../../store/reference.ts'
import { acceptance, addTestProcedure, historyOf, testStore } from '../../store/test-store.ts'
import { causeWordsIn } from '../desk/causes.ts'
import { type Caller, Office } from '../context.ts'
import type { Session } from '../core.ts'
import { saveAccess } from '../people/use-cases.ts'
import { WorkerHost } from '../worker-host.ts'
import type { TaskContext } from '../worker-protocol.ts'
import { refuseContradiction } from './contradiction.ts'
import { cancelExport, exportSummary } from './export.ts'
import { type ReportInput, makeReport, reportOf } from './report.ts'
import { tableOf, timesFrom } from './tables.ts'

const PERIOD = { from: civilDate('2020-06-01'), to: civilDate('2020-06-30') }
const QUERY = { period: PERIOD, method: 'original', known: null } as const
const JUNE: Input<'figures', 'exportSummary'> = {
  ...PERIOD,
  ...{ by: 'field', method: 'original', format: 'xlsx', withTables: false, withList: false },
  ...{ table: null, closing: null },
}
const FULL: typeof JUNE = { ...JUNE, withTables: true, withList: true }

const CLOSED = {
  ...{ number: 12, version: 2, hash: 'ab'.repeat(32), closedOn: civilDate('2020-07-01') },
  ...{ reopened: false, differing: 0, causeAlone: 0, reported: true },
}

const PARTICULARS = {
  name: 'Chi nhánh Đức Huệ',
  parentAgency: 'Văn phòng B',
  agencyCode: '000.00.22.H32',
  place: 'Đức Huệ',
  closingTime: '17:00',
}
const EVIL = '=HYPERLINK("http://evil.example","x")'
const ready = { kind: 'result-ready', note: '' } as const

/** An office on 1 July 2020, with its worker; in it one of everything a table tells apart. */
async function officeOfSome(): Promise<Office> {
  const store = await testStore()
  await store.write((db) => {
    addTestProcedure(db, 'Thế chấp', 'Giao dịch bảo đảm')
    const { id: second } = ensureStaff(db, '@SUM(1+1)')
    addDossier(
      db,
      historyOf(
        [
          '2020-06-01',
          acceptance('X-1', '2020-06-11', { channel: 'online', onlineLevel: '4', commune: 'Mỹ Quý' }),
        ],
        ['2020-06-02', { kind: 'taken', holderId: 1, note: '' }],
        ['2020-06-10', ready],
      ),
    )
    addDossier(
      db,
      historyOf(['2020-06-02', acceptance('X-2', '2020-06-12', { applicantName: EVIL, commune: '-2+3' })]),
    )
    addDossier(
      db,
      historyOf(
        ['2020-05-04', acceptance('X-3', '2020-05-14', { channel: 'postal', commune: 'Mỹ Quý' }, 2)],
        ['2020-05-05', { kind: 'taken', holderId: second, note: '' }],
        ['2020-06-15', ready],
        ['2020-06-16', { kind: 'late-cause', cause: 'tax-office', note: '' }],
      ),
    )
    addDossier(
      db,
      historyOf(
        ['2020-06-08', acceptance('X-4', '2020-06-18', { commune: '+1' }, 2)],
        ['2020-06-09', { kind: 'paused', pause: 'supplement', note: '' }],
      ),
    )
    addDossier(
      db,
      historyOf(
        ['2020-06-09', acceptance('X-5', '2020-06-19')],
        ['2020-06-12', { kind: 'withdrawn', note: '' }],
      ),
    )
  })
  const worker = new WorkerHost(new URL('../worker.ts', import.meta.url), store.file)
  onTestFinished(() => worker.close())
  return new Office({ store, worker, notify: () => undefined, now: () => '2020-07-01T01:00:00.000Z' })
}

const SESSION: Session = { id: 'window', register: 'register', presences: new Map() }
const CALLER: Caller = { id: 1, name: 'Trần Văn Số', right: 'read', generation: 0 }

async function setUp(office: Office): Promise<void> {
  await office.store.write((db) => {
    setSetting(db, 'office', JSON.stringify(PARTICULARS))
    saveAccess(db, { kind: 'open', openAs: 1, lockAfterMinutes: 0 })
  })
}

async function openOffice(): Promise<Office> {
  const office = await officeOfSome()
  await setUp(office)
  return office
}

const asked = (office: Office) => ({ office, caller: CALLER, session: SESSION })
const bytesOf = ({ content }: OfficeFile): Uint8Array => new Uint8Array(Buffer.from(content, 'base64'))

function inputOf(format: ReportFormat): ReportInput {
  return {
    ...{ period: PERIOD, by: 'field', method: 'original', format, withTables: true, withList: true },
    ...{ table: null, closing: null },
    ...{ office: PARTICULARS, madeOn: civilDate('2020-07-01'), madeAt: '2020-07-01T01:00:00.000Z' },
    madeBy: 'Trần Văn Số',
  }
}

function taskOf(db: ReadDb, told: number[] = []): TaskContext {
  return { db, progress: (done) => void told.push(done), breathe: () => Promise.resolve() }
}

/** The rows of a sheet under its head, without the notes: number, name and values. */
function tableIn(sheet: Sheet, width: number): unknown[][] {
  const first = sheet.rows.findIndex((row) => row[1] === 'Tổng cộng')
  const rest = sheet.rows.slice(first)
  const end = rest.findIndex((row) => row[1] == null || row[1] === '')
  return rest.slice(0, end < 0 ? undefined : end).map((row) => row.slice(0, width))
}

describe('exporting the summary', () => {
  it('gives the figures of the period under the office’s name', async () => {
    const office = await openOffice()
    const file = await exportSummary(asked(office), JUNE)
    expect(file).toMatchObject({
      name: 'bieu-II06a_chi-nhanh-duc-hue_2020-06-01_2020-06-30.xlsx',
      mediaType: XLSX_MEDIA_TYPE,
    })
    const sheet = await readSheet(bytesOf(file))
    expect(rowWith(sheet, 'Đất đai')).toEqual([1, 'Đất đai', 3, 1, 2, 0, 2, 2, 0, 0, 1, 0, 1])
    expect(textOf(sheet)).toContain('Đức Huệ, ngày 01 tháng 7 năm 2020')
  })

  it('is refused before the office has been set up', async () => {
    const refused = exportSummary(asked(await officeOfSome()), JUNE)
    await expect(refused).rejects.toMatchObject({ data: { code: 'office-not-set-up' } })
  })

  it('is written down, with the list as what it is, before the file leaves', async () => {
    const office = await openOffice()
    const noted = (): unknown => JSON.parse(lastOfKind(office.store.read, 'exported')?.detail ?? '{}')
    await exportSummary(asked(office), { ...JUNE, format: 'pdf' })
    expect(noted()).toMatchObject({ what: 'summary', rows: 2, filter: { format: 'pdf', method: 'original' } })
    await exportSummary(asked(office), { ...FULL, format: 'csv' })
    expect(noted()).toMatchObject({
      what: 'summary-list',
      rows: 5,
      filter: { from: '2020-06-01', by: 'field' },
    })
  })

  it('is made one at a time, and its own window can call it off', async () => {
    const office = await openOffice()
    const running = exportSummary(asked(office), FULL)
    const outcome = running.catch((error: unknown) => error)
    await expect(exportSummary(asked(office), JUNE)).rejects.toMatchObject({ data: { code: 'busy' } })
    cancelExport({ office, session: { ...SESSION, id: 'another' } })
    cancelExport({ office, session: SESSION })
    expect(await outcome).toMatchObject({ data: { code: 'cancelled' } })
    expect(lastOfKind(office.store.read, 'exported')).toBeUndefined()
    expect((await exportSummary(asked(office), JUNE)).name).toContain('bieu-II06a')
  })

  it('of another window goes on when this one calls off', async () => {
    const office = await openOffice()
    const running = exportSummary(asked(office), JUNE)
    cancelExport({ office, session: { ...SESSION, id: 'another' } })
    expect((await running).name).toContain('.xlsx')
  })
})

describe('a workbook', () => {
  it('has the form, a sheet for each table with its numbers, processing times and the list', async () => {
    const office = await openOffice()
    const db = office.store.read
    const bytes = bytesOf(await exportSummary(asked(office), FULL))
    const { sheets } = await readXlsx(bytes, { readStyles: true })
    expect(sheets.map(({ name }) => name)).toEqual([
      'II.06a',
      'Lĩnh vực',
      'Thủ tục',
      'Xã, phường',
      'Người thụ lý',
      'Hình thức nộp',
      'Mức độ',
      'Tháng',
      'Nguyên nhân',
      'Xin lỗi',
      'Số ngày trễ',
      'Nơi chậm',
      'Thời gian',
      'Hồ sơ',
    ])
    const causes = causeWordsIn(db, 'vi')
    for (const by of BREAKDOWNS) {
      const table = tableOf(db, QUERY, by)
      const printed = breakdownTable({ by, table }, { causes })
      const sheet = sheets.find(({ name }) => name === printed.sheet)
      expect(sheet).toBeDefined()
      if (!sheet) continue
      const withOf = by === 'procedure'
      const rows = tableIn(sheet, (withOf ? 3 : 2) + printed.columns.length)
      expect([by, rows.map((row) => row.slice(withOf ? 3 : 2))]).toEqual([
        by,
        printed.rows.map(({ values }) => values),
      ])
      // The printed rows are those of figures.table, total first.
      const late = LATE_BREAKDOWNS.has(by)
      const columns = late ? (['late', 'resolvedLate', 'pendingOverdue'] as const) : OFFICIAL_COLUMNS
      expect(printed.rows.map(({ values }) => values)).toEqual(
        [{ counts: table.total, daysLate: table.daysLate }, ...table.rows].map(({ counts, daysLate }) => [
          ...columns.map((column) => counts[column]),
          ...(by === 'whose' ? [daysLate] : []),
        ]),
      )
    }
    const times = timesTable(timesFrom(db, countedDossiers(db, PERIOD), QUERY))
    const timed = sheets.find(({ name }) => name === 'Thời gian')
    expect(timed && tableIn(timed, 7).map((row) => row.slice(3))).toEqual(
      times.rows.map(({ values }) => values),
    )
  })

  it('lists every dossier with what it counted as, formulas as text and dates as dates', async () => {
    const office = await openOffice()
    const { sheets } = await readXlsx(bytesOf(await exportSummary(asked(office), FULL)), { readStyles: true })
    const list = sheets.at(-1)
    if (!list) throw new Error('no list')
    const head = list.rows.findIndex((row) => row[0] === 'STT')
    const column = (name: string): number => list.rows[head]?.indexOf(name) ?? -1
    const cut = (name: string): unknown[] => list.rows.slice(head + 1).map((row) => row[column(name)])
    expect(cut('Mã hồ sơ')).toEqual(['X-3', 'X-1', 'X-2', 'X-4', 'X-5'])
    expect(cut('Tính vào cột tiếp nhận')).toEqual([
      '(6) Từ kỳ trước',
      '(4) Trực tuyến',
      '(5) Trực tiếp, bưu chính',
      '(5) Trực tiếp, bưu chính',
      '(5) Trực tiếp, bưu chính',
    ])
    expect(cut('Tính vào cột giải quyết')).toEqual([
      '(10) Quá hạn',
      '(8) Trước hạn',
      '(13) Quá hạn',
      '(12) Trong hạn',
      '(8) Trước hạn',
    ])
    expect(cut('Người nộp')[2]).toBe(EVIL)
    expect(cut('Nguyên nhân trễ')[0]).toBe('Chờ cơ quan thuế')
    expect(cut('Số ngày làm việc trễ')[0]).toBe(22)
    const style = list.cells?.get(`${head + 1},${column('Ngày tiếp nhận')}`)?.style
    expect(style?.numFmt).toBe('dd/mm/yyyy')
  })

  it('is well formed sheet by sheet, prints its head on every page, and has no formula', async () => {
    const office = await openOffice()
    const bytes = bytesOf(await exportSummary(asked(office), FULL))
    for (let sheet = 1; sheet <= 14; sheet++) {
      const xml = partOf(bytes, `xl/worksheets/sheet${sheet}.xml`)
      expect(xml).not.toMatch(/<f[ >/]/)
      const found = childrenOf(xml)
      expect(found).toEqual(WORKSHEET_ORDER.filter((name) => found.includes(name)))
    }
    const book = partOf(bytes, 'xl/workbook.xml')
    expect(childrenOf(book)).toEqual(WORKBOOK_ORDER)
    expect(book.match(/_xlnm\.Print_Titles/g)).toHaveLength(14)
  })
})

describe('the paper', () => {
  it('says the same as the tables, in text that can be copied out, and numbers its sheets', async () => {
    const office = await openOffice()
    const db = office.store.read
    const file = await exportSummary(asked(office), { ...FULL, format: 'pdf' })
    expect(file).toMatchObject({
      name: 'bieu-II06a_chi-nhanh-duc-hue_2020-06-01_2020-06-30.pdf',
      mediaType: PDF_MEDIA_TYPE,
    })
    const sheets = await sheetsOf(bytesOf(file))
    const text = sheets.join(' ')
    for (const words of [
      'VĂN PHÒNG B CHI NHÁNH ĐỨC HUỆ',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc',
      'Đức Huệ, ngày 01 tháng 7 năm 2020',
      'TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH',
      '(3)=(4)+(5)+(6)',
      '1 Đất đai 3 1 2 0 2 2 0 0 1 0 1',
      'NGƯỜI LẬP BIỂU',
      'Trần Văn Số',
      'THỦ TRƯỞNG ĐƠN VỊ',
      'Cách tính: - Tiếp nhận trong kỳ',
    ]) {
      expect(text).toContain(words)
    }
    const causes = causeWordsIn(db, 'vi')
    const row = (number: string, label: string, of: string, values: readonly number[]): string =>
      [number, label, of, ...values].filter((part) => part !== '').join(' ')
    for (const by of BREAKDOWNS) {
      const printed = breakdownTable({ by, table: tableOf(db, QUERY, by) }, { causes })
      expect(text).toContain(printed.title.toLocaleUpperCase('vi'))
      for (const { number, label, of, values } of printed.rows)
        expect(text).toContain(row(number, label, of, values))
    }
    expect(text).toContain('X-4')
    expect(text).toContain('(12) Trong hạn')
    sheets.forEach((sheet, index) => {
      expect(sheet).toContain(`Trang ${index + 1}/${sheets.length}`)
      expect(sheet).toContain('Cách tính: so với ngày hẹn trả đang có hiệu lực')
    })
  })

  it('without tables and list is one sheet to sign', async () => {
    const office = await openOffice()
    const sheets = await sheetsOf(bytesOf(await exportSummary(asked(office), { ...JUNE, format: 'pdf' })))
    expect(sheets).toHaveLength(1)
    expect(sheets[0]).toContain('Quá hạn, chưa xin lỗi (thuộc cột 10, 13): 2')
    // However much is said under its title, by either method.
    for (const method of METHODS) {
      const input = { ...inputOf('pdf'), method, withTables: false, withList: false }
      const report = reportOf(taskOf(office.store.read), input)
      const closings = { own: CLOSED, others: 3 }
      const paper = await figuresForm({ ...report, closings }, () => Promise.resolve())
      const [first = '', ...more] = await sheetsOf(paper)
      expect(more).toEqual([])
      expect(first).toContain(`SHA-256 ${CLOSED.hash}, chốt ngày 01/07/2020.`)
      expect(first).toContain('Có 3 kỳ khác đã chốt chung ngày với kỳ này.')
    }
  })
})

describe('a list too long for paper', () => {
  it('is not printed, and the paper says so', async () => {
    const { store } = await openOffice()
    const report = reportOf(taskOf(store.read), inputOf('pdf'))
    const [one] = report.list ?? []
    const listOf = (length: number) => (one ? Array.from({ length }, () => one) : [])
    const lastSheet = async (length: number): Promise<string> => {
      const paper = await figuresForm({ ...report, tables: [], times: null, list: listOf(length) }, () =>
        Promise.resolve(),
      )
      return (await sheetsOf(paper)).at(-1) ?? ''
    }
    expect(await lastSheet(LIST_ON_PAPER + 1)).toContain(
      'Danh sách có 3.001 hồ sơ, nhiều hơn 3.000 hồ sơ nên không in',
    )
    const last = await lastSheet(120)
    expect(last).toContain('STT Mã hồ sơ Người nộp')
    expect(last).toContain('120 X-3 Nguyễn Văn A')
  })
})

describe('CSV', () => {
  const rowsOf = (bytes: Uint8Array): string[][] => {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
    expect(text.startsWith('\ufeff')).toBe(true)
    return parseCsv(text.slice(1)).map((row) => row.map((cell) => (cell == null ? '' : String(cell))))
  }

  it('of the tables reads back as the same numbers', async () => {
    const office = await openOffice()
    const db = office.store.read
    const file = await exportSummary(asked(office), { ...JUNE, withTables: true, format: 'csv' })
    expect(file).toMatchObject({
      name: 'bieu-II06a_chi-nhanh-duc-hue_2020-06-01_2020-06-30.csv',
      mediaType: CSV_MEDIA_TYPE,
    })
    const [head = [], ...rows] = rowsOf(bytesOf(file))
    expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([head.length]))
    const report = reportOf(taskOf(db), inputOf('csv'))
    for (const by of BREAKDOWNS) {
      const table = tableOf(db, QUERY, by)
      const printed = breakdownTable({ by, table }, report)
      const found = rows.filter((row) => row[2] === printed.title)
      const all = [table.total, ...table.rows.map(({ counts }) => counts)]
      expect(found).toHaveLength(all.length)
      const columns = printed.columns.map(({ number, title }) => {
        const own = number.replace(/=.*/, '')
        return head.findIndex((words) => words === title || words.startsWith(`${own} `))
      })
      expect(columns).not.toContain(-1)
      found.forEach((row, index) => {
        expect([by, columns.map((column) => row[column])]).toEqual([
          by,
          printed.rows[index]?.values.map(String),
        ])
      })
    }
    const memo = rows.filter((row) => row[2] === 'Trong đó')
    expect(memo.map((row) => Number(row[5]))).toEqual(MEMO_COLUMNS.map((column) => report.counts[column]))
  })

  it('with the list is a zip of two, and no cell is a formula', async () => {
    const office = await openOffice()
    const file = await exportSummary(asked(office), { ...FULL, format: 'csv' })
    expect(file).toMatchObject({
      name: 'bieu-II06a_chi-nhanh-duc-hue_2020-06-01_2020-06-30.zip',
      mediaType: ZIP_MEDIA_TYPE,
    })
    const zip = openZip(Buffer.from(bytesOf(file)), { file: 2 ** 20, all: 2 ** 21, entries: 5 })
    expect(zip.names).toEqual([
      'cac-bang_chi-nhanh-duc-hue_2020-06-01_2020-06-30.csv',
      'danh-sach-ho-so_chi-nhanh-duc-hue_2020-06-01_2020-06-30.csv',
    ])
    const [tables = [], list = []] = zip.names.map((name) => rowsOf(zip.read(name) ?? Buffer.alloc(0)))
    expect(list).toHaveLength(6)
    const active = [...tables, ...list].flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))
    expect(active).toEqual([])
    // Kept from being formulas, and otherwise as they were typed.
    const text = list.flat().join('|')
    for (const words of [EVIL, '@SUM(1+1)', '-2+3']) expect(text).toContain(words)
    expect(tables.some((row) => row[3]?.endsWith('-2+3'))).toBe(true)
  })
})

describe('what does not add up', () => {
  it('lets figures that add up leave the office', () => {
    expect(() => refuseContradiction({ identities: checkIdentities(noFigures(), [], 0) })).not.toThrow()
  })

  it('refuses figures that contradict themselves, and says where', () => {
    const identities = checkIdentities({ ...noFigures(), carriedOver: 3, pendingInTime: 3 }, [], 4)
    const refused = (): void => refuseContradiction({ identities: identities.slice(2) })
    expect(refused).toThrow(OfficeError)
    expect(refused).toThrow(
      expect.objectContaining({
        data: expect.objectContaining({
          code: 'identity-failed',
          params: { identity: 'carried-over=pending-before', left: 3, right: 4 },
        }) as unknown,
      }),
    )
  })

  it.each(REPORT_FORMATS)('does not leave as %s', async (format) => {
    const { store } = await openOffice()
    // A register in which the count in SQL is one more than the dossiers there are.
    const wrong: ReadDb = {
      get: <Row>(sql: string, parameters?: Parameters<ReadDb['get']>[1]) => {
        const row = store.read.get<Row>(sql, parameters)
        return sql === FIGURES.original && row ? { ...row, resolvedLate: 7 } : row
      },
      all: (sql, parameters) => store.read.all(sql, parameters),
      iterate: (sql, parameters) => store.read.iterate(sql, parameters),
      snapshot: (reads) => store.read.snapshot(reads),
    }
    await expect(makeReport(taskOf(wrong), inputOf(format))).rejects.toMatchObject({
      data: { code: 'identity-failed' },
    })
    const told: number[] = []
    const made = await makeReport(taskOf(store.read, told), inputOf(format))
    expect(made.rows).toBe(5)
    expect(told).toEqual(told.toSorted((a, b) => a - b))
    expect(told.at(-1)).toBe(100)
  })
})
