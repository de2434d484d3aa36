/**
 * The words of the check of closed periods on the command line.
 */
import { type ClosingHead, DEFINITIONS, countsAlike, definitionsOf } from '../domain/closed-period.ts'
import type { TableFault } from '../domain/closed-tables.ts'
import type { Column } from '../domain/figure-class.ts'
import type { Breakdown } from '../domain/figure-tables.ts'
import type { VerifyLanguage } from './verify-words.ts'

export const PERIOD_WORDS = {
  vi: {
    usage:
      'npm run verify-period -- <tệp .json> [các tệp khác] [--hash <mã>] [--lang vi|en]\n\nKiểm tra tệp kỳ báo cáo đã chốt. 0: nguyên vẹn; 1: có điểm không khớp; 2: không đọc được.\nNhiều tệp: kiểm tra cả chuỗi giữa các lần chốt. --hash: so với mã đã biết, cho một tệp.',
    noFile: 'Không đọc được tệp',
    foreign: 'Đây không phải tệp kỳ đã chốt của chương trình này',
    unreadable: 'Không đọc được tệp',
    intact: 'NGUYÊN VẸN',
    hurt: 'KHÔNG KHỚP',
    number: 'chốt số',
    version: 'lần',
    dossiers: 'hồ sơ',
    closed: 'chốt lúc',
    hash: 'mã SHA-256',
    before: 'mã của lần chốt trước',
    head: 'Phần đầu (kỳ, người chốt, thời điểm …) đã bị sửa: mã tính lại khác mã ghi trong tệp',
    figures: 'Bảng số liệu, danh sách hồ sơ hoặc lịch, thủ tục đã bị sửa: mã tính lại khác mã ghi ở phần đầu',
    otherHash: 'Mã của tệp khác mã đã biết',
    count: 'Số hồ sơ trong danh sách khác số ghi ở phần đầu',
    twice: 'Hai tệp có cùng số chốt',
    cell: 'Bảng {by}, dòng {row}, cột {column}: ghi {stored}, đếm lại từ danh sách {counted}',
    row: 'Bảng {by}: thiếu dòng {row}, danh sách có {counted} hồ sơ của dòng này',
    total: 'Tổng số',
    nobody: '(không có)',
    alike:
      'Chốt theo cách tính số {made}, chương trình này theo số {ours}: các bảng đã chốt được đếm lại từ danh sách như cũ',
    otherwise:
      'Chốt theo cách tính số {made}, chương trình này theo số {ours}: chỉ kiểm tra mã, không đếm lại các bảng từ danh sách',
  },
  en: {
    usage:
      'npm run verify-period -- <file.json> [more files] [--hash <hex>] [--lang vi|en]\n\nChecks files of closed periods. 0: intact; 1: something does not agree; 2: cannot be read.\nSeveral files: the chain between them, too. --hash: held against a known one, for a single file.',
    noFile: 'The file cannot be read',
    foreign: 'This is no closed period of this program',
    unreadable: 'The file cannot be read',
    intact: 'INTACT',
    hurt: 'DOES NOT AGREE',
    number: 'closing',
    version: 'version',
    dossiers: 'dossiers',
    closed: 'closed at',
    hash: 'SHA-256',
    before: 'hash of the closing before',
    head: 'The head (period, who closed it, when …) was changed: its hash is not the one in the file',
    figures:
      'Tables, list of dossiers, calendar or procedures were changed: their hash is not the one in the head',
    otherHash: 'Not the hash that is known',
    count: 'The list does not have as many dossiers as the head says',
    twice: 'Two files have the same number',
    cell: 'Table {by}, row {row}, column {column}: {stored} stands, the list makes {counted}',
    row: 'Table {by}: row {row} is missing, the list has {counted} dossiers of it',
    total: 'total',
    nobody: '(none)',
    alike:
      'Closed by definitions {made}, this program has {ours}: the tables that were closed are counted from the list as before',
    otherwise:
      'Closed by definitions {made}, this program has {ours}: hashes are checked, tables are not counted from the list',
  },
} as const satisfies Record<VerifyLanguage, object>

/** A cell that the list of dossiers does not make. */
export function cellInWords(
  { by, key, column, stored, counted }: TableFault,
  language: VerifyLanguage,
): string {
  const words = PERIOD_WORDS[language]
  const row = key === null ? words.total : key === '' ? words.nobody : key.split('\u0000').join(' / ')
  const line = column === 'row' ? words.row : words.cell.replace('{column}', COLUMNS[language][column])
  return line
    .replace('{by}', TABLES[language][by])
    .replace('{row}', () => row)
    .replace('{stored}', String(stored))
    .replace('{counted}', String(counted))
}

/** That a closing was made by other definitions than this program's, and what follows. */
export function definitionsInWords(head: Pick<ClosingHead, 'definitions'>, language: VerifyLanguage): string {
  return PERIOD_WORDS[language][countsAlike(head) ? 'alike' : 'otherwise']
    .replace('{made}', String(definitionsOf(head)))
    .replace('{ours}', String(DEFINITIONS))
}

const TABLES: Record<VerifyLanguage, Record<Breakdown, string>> = {
  vi: {
    ...{ field: 'theo lĩnh vực', procedure: 'theo thủ tục', commune: 'theo xã, phường' },
    ...{ officer: 'theo người thụ lý', channel: 'theo hình thức nộp', level: 'theo mức độ trực tuyến' },
    ...{ month: 'theo tháng', cause: 'quá hạn theo nguyên nhân', apology: 'quá hạn theo phiếu xin lỗi' },
    ...{ band: 'quá hạn theo số ngày', whose: 'quá hạn do ai' },
  },
  en: {
    ...{ field: 'by field', procedure: 'by procedure', commune: 'by commune', officer: 'by officer' },
    ...{ channel: 'by channel', level: 'by online level', month: 'by month', cause: 'late by cause' },
    ...{ apology: 'late by apology', band: 'late by days', whose: 'late by whose days' },
  },
}

const COLUMNS: Record<VerifyLanguage, Record<Column | 'daysLate', string>> = {
  vi: {
    ...{ receivedTotal: '(3) tiếp nhận', receivedInPeriod: '(4)+(5) tiếp nhận trong kỳ' },
    ...{ receivedOnline: '(4) trực tuyến', receivedDirectPostal: '(5) trực tiếp, bưu chính' },
    ...{ carriedOver: '(6) từ kỳ trước', resolved: '(7) đã giải quyết', resolvedEarly: '(8) trước hạn' },
    ...{ resolvedOnTime: '(9) đúng hạn', resolvedLate: '(10) quá hạn', pending: '(11) đang giải quyết' },
    ...{ pendingInTime: '(12) đang giải quyết trong hạn', pendingOverdue: '(13) đang giải quyết quá hạn' },
    ...{ withResult: 'có kết quả', refused: 'từ chối', withdrawn: 'công dân rút', stopped: 'dừng' },
    ...{ running: 'đang tính hạn, trong hạn', paused: 'đang tạm dừng', supplemented: 'chờ bổ sung' },
    ...{ taxed: 'chờ nghĩa vụ tài chính', uncollected: 'có kết quả, chưa trả', late: '(10)+(13) quá hạn' },
    ...{ lateWithApology: 'quá hạn, xin lỗi đúng lúc', lateWithLateApology: 'quá hạn, xin lỗi muộn' },
    ...{ lateWithoutApology: 'quá hạn, không xin lỗi', daysLate: 'số ngày làm việc trễ' },
  },
  en: {
    ...{ receivedTotal: '(3) received', receivedInPeriod: '(4)+(5) received in the period' },
    ...{ receivedOnline: '(4) online', receivedDirectPostal: '(5) direct, postal' },
    ...{ carriedOver: '(6) carried over', resolved: '(7) resolved', resolvedEarly: '(8) early' },
    ...{ resolvedOnTime: '(9) on time', resolvedLate: '(10) late', pending: '(11) pending' },
    ...{ pendingInTime: '(12) pending in time', pendingOverdue: '(13) overdue', withResult: 'with a result' },
    ...{ refused: 'refused', withdrawn: 'withdrawn', stopped: 'stopped', running: 'in time, clock running' },
    ...{ paused: 'paused', supplemented: 'waited for a supplement', taxed: 'waited for payment' },
    ...{ uncollected: 'result not collected', late: '(10)+(13) late', daysLate: 'working days late' },
    ...{ lateWithApology: 'late, apology in time', lateWithLateApology: 'late, late apology' },
    lateWithoutApology: 'late, no apology',
  },
}
