/**
 * What stands beside an export of everything, for whoever opens it in ten years.
 */

const VI = `SỔ MỘT CỬA: TOÀN BỘ DỮ LIỆU DẠNG TỆP MỞ

Thư mục csv: để mở bằng Excel hoặc LibreOffice (UTF-8, dấu phẩy). Ô bắt đầu bằng = + - @ được thêm dấu nháy đơn ở
đầu để bảng tính không hiểu là công thức.
Thư mục json: đúng từng ký tự, mỗi tệp là một bảng, mỗi dòng một bản ghi. Chương trình nhập lại từ thư mục này.
manifest.json: ngày xuất, số bản ghi của từng bảng, mã SHA-256 của từng tệp, mã cuối của chuỗi nhật ký.

Các bảng
  dossier            hồ sơ, như đang hiển thị trong sổ (suy ra từ dossier_event)
  dossier_pause      các lần tạm dừng (suy ra từ dossier_event)
  dossier_due_move   các lần dời hạn (suy ra từ dossier_event)
  dossier_handover   các lần bàn giao theo phiếu (suy ra từ dossier_event)
  dossier_holder_move  những người giữ hồ sơ trước đây (suy ra từ dossier_event)
  arrival            hồ sơ chờ tiếp nhận (suy ra từ dossier_event)
  dossier_event      lịch sử: mọi việc đã xảy ra với từng hồ sơ, ai ghi, ghi lúc nào
  staff, account     người của đơn vị, tài khoản và vai trò; không có mật khẩu
  calendar_day       ngày nghỉ, ngày làm bù
  procedure_version  thủ tục và thời hạn theo từng thời kỳ
  rule_change        các lần đổi lịch và danh mục, lý do
  import_batch       các lần nhập sổ từ Excel
  closed_period      kỳ báo cáo đã chốt: bảng số liệu, danh sách hồ sơ, cách tính (cột figures chỉ có ở json)
  period_reopening   các lần mở lại kỳ đã chốt, lý do
  form_number        số đã cấp cho biểu mẫu
  stop_order         thửa đất bị ngăn chặn
  alert_seen         nhắc việc đã hiện cho từng người
  setting, preference  cài đặt của đơn vị và của từng người
  audit_entry        nhật ký
  chain              chuỗi mã băm trên lịch sử và nhật ký: sửa, bớt, chèn đều làm đứt chuỗi

Ngày ghi theo năm-tháng-ngày, giờ Việt Nam. Thời điểm ghi theo giờ UTC (chữ Z ở cuối).

Nhập lại: cài chương trình vào thư mục dữ liệu trống, ở màn hình khai báo ban đầu chọn “Từ bản xuất toàn bộ”.

Tệp này có thông tin cá nhân của công dân. Giữ nơi an toàn.
`

const EN = `SO MOT CUA: EVERYTHING AS OPEN FILES

Folder csv: to be opened with Excel or LibreOffice (UTF-8, commas). Cells that begin with = + - @ have an apostrophe
in front, so that no spreadsheet takes them for a formula.
Folder json: exact to the letter; each file is a table, each line a record. The program takes these in again.
manifest.json: when it was made, how many records each table has, the SHA-256 of each file, the tail of the chain.

Tables
  dossier            dossiers as the register shows them (derived from dossier_event)
  dossier_pause      pauses (derived from dossier_event)
  dossier_due_move   moved due dates (derived from dossier_event)
  dossier_handover   handovers in batches (derived from dossier_event)
  dossier_holder_move  holders before the present one (derived from dossier_event)
  arrival            applications before acceptance (derived from dossier_event)
  dossier_event      the history: whatever happened to each dossier, who entered it, and when
  staff, account     people of the office, their accounts and roles; no passwords
  calendar_day       days off, make-up days
  procedure_version  procedures and their terms in each period
  rule_change        changes of calendar and catalogue, with reasons
  import_batch       registers brought in from Excel
  closed_period      closed periods: tables, list of dossiers, method (the column figures is in json only)
  period_reopening   closed periods opened again, with reasons
  form_number        numbers given to forms
  stop_order         parcels blocked
  alert_seen         alerts each person was shown
  setting, preference  settings of the office and of each person
  audit_entry        the audit
  chain              hashes over history and audit: whatever is changed, taken out or put in breaks the chain

Days are year-month-day in Vietnamese time. Moments are in UTC (Z at the end).

A link's hash is SHA-256 over the hash before it (32 bytes; zeros before the first) followed by this, as JSON without
spaces in UTF-8:
  ["event", id, dossier_id, seq, kind, happened_on, happened_at, entered_at, author_id, import_id, fact]
  ["audit", id, at, author_id, kind, dossier_id, detail]

The hash of a closed period is SHA-256 over its head; the head names the hash of the closing before it and, as "figures",
the SHA-256 of the column figures. Both texts are JSON without spaces, keys in order (RFC 8785).

To take it in again: start the program on an empty data folder and choose "From an export of everything" on the first
screen.

These files hold personal data of citizens. Keep them safe.
`

/** The two texts by their names in the zip; lines end as Windows wants them. */
export const README_FILES = {
  'DOC-TRUOC.txt': crlf(VI),
  'README.txt': crlf(EN),
} as const

function crlf(text: string): string {
  return `\uFEFF${text.replaceAll('\n', '\r\n')}`
}
