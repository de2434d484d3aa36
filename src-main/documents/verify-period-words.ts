/**
 * The words of the check of closed periods on the command line.
 */
import type { TableFault } from '../domain/closed-period.ts'
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
    total: 'Tổng số',
    nobody: '(không có)',
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
    total: 'total',
    nobody: '(none)',
  },
} as const satisfies Record<VerifyLanguage, object>

/** A cell that the list of dossiers does not make. */
export function cellInWords(
  { by, key, column, stored, counted }: TableFault,
  language: VerifyLanguage,
): string {
  const words = PERIOD_WORDS[language]
  const row = key === null ? words.total : key === '' ? words.nobody : key.split('\u0000').join(' / ')
  return words.cell
    .replace('{by}', by)
    .replace('{row}', () => row)
    .replace('{column}', column)
    .replace('{stored}', String(stored))
    .replace('{counted}', String(counted))
}
