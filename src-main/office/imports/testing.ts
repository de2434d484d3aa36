/**
 * For the tests of this folder: an office in a temporary folder with the bundled calendar and procedures, and
 * small registers as xlsx.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CellValue, writeXlsx } from 'hucre/xlsx'
import type { ChangeNotice } from '../../contract/changes.ts'
import { WorkingCalendar } from '../../domain/calendar.ts'
import { civilDate, instantOf } from '../../domain/civil-date.ts'
import { DEFAULT_CLOCK } from '../../domain/clock.ts'
import { Store } from '../../store/database.ts'
import { ensureStaff, listCalendar, listProcedures, setSetting } from '../../store/reference.ts'
import { type Context, Office } from '../context.ts'
import { saveAccess } from '../people/use-cases.ts'
import { seedReference } from '../seed.ts'
import { WorkerHost } from '../worker-host.ts'
import type { CheckRules } from './check-row.ts'
import { ProcedureFinder } from './procedures.ts'

const RESOURCES = new URL('../../../resources/', import.meta.url)

/** The bundled half-year register of 15,970 rows. */
export function sampleRegister(): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(new URL('sample/register-2020h1.xlsx', RESOURCES)))
}

/** The day all these tests happen on: the last day of the bundled register. */
export const TODAY = civilDate('2020-06-30')

/** An office open in a temporary folder. */
export interface TestOffice {
  office: Office
  userId: number
  notices: ChangeNotice[]
  /** What a use case is given in that window. */
  window: (sessionId: string) => Context
  close: () => Promise<void>
}

/** Opens an office that is set up and has no dossiers. */
export async function openTestOffice(): Promise<TestOffice> {
  const folder = mkdtempSync(join(tmpdir(), 'smc-import-'))
  const file = join(folder, 'register.db')
  const store = new Store(file)
  const notices: ChangeNotice[] = []
  const user = await store.write((db) => {
    seedReference(db, RESOURCES.pathname)
    setSetting(db, 'office', JSON.stringify({ name: 'Chi nhánh', agencyCode: '000.00.22.H32' }))
    const user = ensureStaff(db, 'Trần Văn Nhập')
    saveAccess(db, { kind: 'open', openAs: user.id, lockAfterMinutes: 0 })
    return user
  })
  const office = new Office({
    store,
    worker: new WorkerHost(new URL('../worker.ts', import.meta.url), file),
    notify: (notice) => notices.push(notice),
    now: () => instantOf(TODAY, '16:00'),
  })
  return {
    office,
    userId: user.id,
    notices,
    window: (id) => ({
      office,
      session: { id, register: 'register', presences: new Map() },
      caller: { id: user.id, name: user.name, right: 'import', generation: 0 },
      look: () => Promise.reject(new Error('not in this test')),
      version: 'test',
      backups: null,
    }),
    close: async () => {
      await office.worker.close()
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The rules a check goes by, from the bundled catalogue. */
export function rulesOf({ store }: Office): CheckRules {
  return {
    calendar: new WorkingCalendar(listCalendar(store.read)),
    clock: DEFAULT_CLOCK,
    procedures: new ProcedureFinder(listProcedures(store.read)),
    today: TODAY,
  }
}

/** The header used by small registers. */
export const TITLES = [
  'STT',
  'Mã hồ sơ',
  'Tên thủ tục hành chính',
  'Chủ hồ sơ',
  'Số định danh',
  'Số điện thoại',
  'Hình thức nộp',
  'Ngày nhận',
  'Ngày hẹn trả',
  'Ngày có kết quả',
  'Ngày trả kết quả',
  'Trạng thái',
  'Cán bộ thụ lý',
  'Ghi chú',
] as const
export type Title = (typeof TITLES)[number]

let lastCode = 0

/** A row without fault: received 2 March 2020, 15 working days, result on 20 March, returned on the 23rd. */
export function goodRow(changes: Partial<Record<Title, CellValue>> = {}): CellValue[] {
  const row: Record<Title, CellValue> = {
    STT: 1,
    'Mã hồ sơ': `000.00.22.H32-200302-${String(++lastCode).padStart(4, '0')}`,
    'Tên thủ tục hành chính': 'Tách thửa hoặc hợp thửa đất',
    'Chủ hồ sơ': 'Nguyễn Đức Ánh',
    'Số định danh': '023103220781',
    'Số điện thoại': '0968421396',
    'Hình thức nộp': 'Trực tiếp',
    'Ngày nhận': '02/03/2020 09:15',
    'Ngày hẹn trả': '23/03/2020',
    'Ngày có kết quả': '20/03/2020',
    'Ngày trả kết quả': '23/03/2020',
    'Trạng thái': 'Đã trả kết quả',
    'Cán bộ thụ lý': 'Đặng Thị Yến',
    'Ghi chú': null,
    ...changes,
  }
  return TITLES.map((title) => row[title])
}

/** A register as xlsx: a title line, an empty line, the header in row 3, then the rows from row 4. */
export function registerFile(
  rows: readonly (readonly CellValue[])[],
  titles: readonly string[] = TITLES,
): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [{ name: 'Sổ', rows: [['SỔ THEO DÕI HỒ SƠ'], [], [...titles], ...rows.map((row) => [...row])] }],
  })
}

/** A file as it comes from a window. */
export function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}
