/**
 * The words of the check on the command line.
 */
import type { FindingKind } from '../domain/audit-findings.ts'

export type VerifyLanguage = 'vi' | 'en'

/** Words around the findings. */
export const VERIFY_WORDS = {
  vi: {
    usage:
      'npm run verify -- <sổ.db> [--anchors <thư mục hoặc tệp .json>] [--anchor <số>:<hash>] [--lang vi|en] [--quiet]\n\nKiểm tra tệp sổ, không sửa gì. 0: nguyên vẹn; 1: có điểm không khớp; 2: không đọc được.\nCác tệp .json cạnh tệp và trong thư mục backups được đối chiếu sẵn.',
    noFile: 'Không có tệp này.',
    badAnchor: '--anchor cần dạng số:hash',
    intact: 'SỔ NGUYÊN VẸN',
    hurt: 'CÓ ĐIỂM KHÔNG KHỚP',
    links: 'dấu niêm',
    events: 'diễn biến',
    entries: 'mục nhật ký',
    dossiers: 'hồ sơ',
    tail: 'dấu niêm cuối',
    anchors: 'Đã đối chiếu với bản sao lưu',
    noAnchors: 'Không có bản sao lưu để đối chiếu: phần cuối bị cắt sẽ không thấy được.',
    firstBroken: 'Dấu niêm không khớp đầu tiên',
    clockSetBack: 'Nhật ký ghi: số lần đồng hồ máy bị lùi lại',
    changedOutside: 'Nhật ký ghi: số lần phát hiện sổ bị sửa ngoài chương trình',
    more: 'và thêm',
    link: 'dấu niêm',
    stored: 'trong sổ',
    expected: 'theo lịch sử',
    newer: 'Sổ này do bản chương trình mới hơn ghi.',
    foreign: 'Đây không phải tệp sổ của chương trình này.',
    unreadable:
      'Không đọc được tệp: tệp hỏng, hoặc thư mục chỉ đọc. Hãy chép tệp (cùng -wal nếu có) sang thư mục khác rồi thử lại.',
  },
  en: {
    usage:
      "npm run verify -- <register.db> [--anchors <folder or .json>] [--anchor <n>:<hash>] [--lang vi|en] [--quiet]\n\nChecks a register's file and changes nothing. 0: intact; 1: something does not agree; 2: cannot be read.\nThe .json files beside it and in its folder backups are compared anyway.",
    noFile: 'There is no such file.',
    badAnchor: '--anchor needs n:hash',
    intact: 'THE REGISTER IS INTACT',
    hurt: 'THINGS THAT DO NOT AGREE',
    links: 'links',
    events: 'events',
    entries: 'entries',
    dossiers: 'dossiers',
    tail: 'last link',
    anchors: 'Compared with backups',
    noAnchors: 'No backup to compare with: a cut end would not be seen.',
    firstBroken: 'First link that does not hold',
    clockSetBack: 'In the audit: times the PC clock was set back',
    changedOutside: 'In the audit: times the register was found changed outside the program',
    more: 'and more',
    link: 'link',
    stored: 'stored',
    expected: 'by the history',
    newer: 'This register was written by a newer program.',
    foreign: 'This is no register of this program.',
    unreadable:
      'The file cannot be read: damaged, or in a read-only folder. Copy it (with its -wal) elsewhere and try again.',
  },
} as const satisfies Record<VerifyLanguage, object>

/** What each kind of finding is called; the window has the same. */
export const FINDING_WORDS: Record<VerifyLanguage, Record<FindingKind, string>> = {
  vi: {
    'link-missing': 'Thiếu một dấu niêm',
    'link-broken': 'Nội dung đã bị sửa sau khi ghi',
    'content-missing': 'Nội dung của dấu niêm đã mất',
    'not-linked': 'Có nội dung không được ghi đúng cách',
    'link-out-of-order': 'Dấu niêm sai thứ tự hoặc lặp',
    'chain-cut': 'Phần cuối bị cắt so với bản sao lưu',
    'anchor-differs': 'Chuỗi khác với bản sao lưu: đã bị làm lại',
    'table-differs': 'Bảng bị sửa ngoài chương trình',
    'history-broken': 'Lịch sử hồ sơ vô lý',
    'row-missing': 'Thiếu dòng tra cứu của hồ sơ',
    'row-differs': 'Dòng tra cứu khác lịch sử',
    'pauses-differ': 'Các lần tạm dừng khác lịch sử',
    'due-moves-differ': 'Các lần dời hạn khác lịch sử',
    'handovers-differ': 'Các lần bàn giao khác lịch sử',
    'holders-differ': 'Những người giữ hồ sơ trước đây khác lịch sử',
    'arrival-differs': 'Dòng chờ tiếp nhận khác lịch sử',
    'words-differ': 'Từ tìm kiếm khác lịch sử',
    'row-extra': 'Hồ sơ không có lịch sử',
    'form-number-differs': 'Số giấy tờ không khớp',
    'closed-period-differs': 'Kỳ báo cáo đã chốt không còn như khi chốt',
    'schema-differs': 'Chốt bảo vệ của tệp bị gỡ hoặc sửa',
    'file-damaged': 'Tệp bị hỏng',
  },
  en: {
    'link-missing': 'A link is missing',
    'link-broken': 'Changed after it was written',
    'content-missing': 'What the link stands for is gone',
    'not-linked': 'Put in without a link',
    'link-out-of-order': 'Linked out of order or twice',
    'chain-cut': 'The end was cut, by a backup',
    'anchor-differs': 'Not the chain of the backup: made again',
    'table-differs': 'A table was changed outside the program',
    'history-broken': 'A history that cannot be',
    'row-missing': 'Look-up row missing',
    'row-differs': 'Look-up row differs from the history',
    'pauses-differ': 'Pauses differ from the history',
    'due-moves-differ': 'Moved due dates differ from the history',
    'handovers-differ': 'Handovers differ from the history',
    'holders-differ': 'Holders before differ from the history',
    'arrival-differs': 'The row of an application differs from its history',
    'words-differ': 'Search words differ from the history',
    'row-extra': 'A row without a history',
    'form-number-differs': 'Form number does not agree',
    'closed-period-differs': 'A closed period is not what was closed',
    'schema-differs': 'A guard of the file was taken off or changed',
    'file-damaged': 'The file is damaged',
  },
}
