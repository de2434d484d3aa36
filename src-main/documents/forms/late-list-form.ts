/**
 * *Danh sách hồ sơ trễ hạn*: what is late as of a day, and why; for the head to sign.
 */
import { type CivilDate, formatDate } from '../../domain/civil-date.ts'
import type { DossierState } from '../../domain/dossier.ts'
import { STATE_WORDS } from '../words.ts'
import { MM, SIZE } from './paper.ts'
import { type Signature, closingHeight, writeClosing } from './parts.ts'
import {
  SEAL_HINT,
  SIGN_HINT,
  type Sheet,
  type Signer,
  beginSheet,
  dateOrNothing,
  writeListTitle,
} from './slip.ts'
import { type Column, writeTable } from './table.ts'

/** A late dossier. */
export interface LateDossier {
  code: string
  applicantName: string
  commune: string
  receivedOn: CivilDate
  /** The due date compared with. */
  dueOn: CivilDate
  /** When the result was ready or the dossier ended; `null` while it runs. */
  endedOn: CivilDate | null
  state: DossierState
  /** Empty where nobody holds it. */
  holder: string
  /** In working days. */
  daysLate: number
  /** When the apology was sent; `inTime` for the day before the due date at the latest. `null` for none. */
  apology: { on: CivilDate; inTime: boolean } | null
  cause: string
}

/** The list as of a day. */
export interface LateList extends Sheet {
  /** Late at the end of that day. */
  asOf: CivilDate
  /** Which due date is compared with: the first one, or the one after re-appointment. */
  comparedWith: 'original' | 'extended'
  /** By what the list was cut, `Thủ tục: …`; empty for the whole office. */
  filter: string
  dossiers: readonly LateDossier[]
  /** Who made the list; may be empty. */
  madeBy: string
  signer: Signer
}

const TITLE = 'DANH SÁCH HỒ SƠ TRỄ HẠN'
const COLUMNS: readonly Column[] = [
  { title: 'STT', share: 10, align: 'center' },
  { title: 'Mã hồ sơ', share: 27, align: 'center' },
  { title: 'Người nộp', share: 38 },
  { title: 'Xã, phường', share: 26 },
  { title: 'Ngày tiếp nhận', share: 21, align: 'center' },
  { title: 'Ngày hẹn trả', share: 21, align: 'center' },
  { title: 'Ngày có kết quả', share: 21, align: 'center' },
  { title: 'Trạng thái', share: 24 },
  { title: 'Người thụ lý', share: 28 },
  { title: 'Số ngày trễ', share: 14, align: 'center' },
  { title: 'Đã gửi xin lỗi', share: 21, align: 'center' },
  { title: 'Nguyên nhân', share: 36 },
]
const DUE_WORDS: Record<LateList['comparedWith'], string> = {
  original: 'ngày hẹn trả ban đầu',
  extended: 'ngày hẹn trả đã hẹn lại (nếu có)',
}
const COUNT = new Intl.NumberFormat('vi-VN')

/** Makes the list. The same input gives the same bytes. */
export async function lateListForm(list: LateList): Promise<Uint8Array> {
  const { asOf, dossiers, filter, madeBy, signer } = list
  const day = formatDate(asOf)
  const paper = await beginSheet(list, {
    title: `Danh sách hồ sơ trễ hạn đến hết ngày ${day}`,
    foot: `Danh sách hồ sơ trễ hạn - ${list.office.name} - đến hết ngày ${day}`,
    landscape: true,
  })
  const about = filter === '' ? [] : [filter]
  writeListTitle(paper, TITLE, [`(Tính đến hết ngày ${day})`, ...about])
  const lines = [...totalsOf(dossiers), methodOf(list)]
  const signatures: Signature[] = [
    { title: 'NGƯỜI LẬP DANH SÁCH', hint: SIGN_HINT, name: madeBy },
    { title: signer.title || 'THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ', hint: SEAL_HINT, name: signer.name },
  ]
  const gap = 2 * MM
  const after = gap + closingHeight(paper, lines, signatures)
  writeTable(paper, COLUMNS, dossiers.map(rowOf), { size: SIZE.list, after })
  paper.skip(gap)
  writeClosing(paper, lines, signatures)
  return paper.finish()
}

function rowOf(dossier: LateDossier, index: number): string[] {
  const { code, applicantName, commune, receivedOn, dueOn, endedOn, state, holder, daysLate, cause } = dossier
  return [
    String(index + 1),
    code,
    applicantName,
    commune,
    formatDate(receivedOn),
    formatDate(dueOn),
    dateOrNothing(endedOn),
    STATE_WORDS.vi[state],
    holder,
    COUNT.format(daysLate),
    apologyOf(dossier),
    cause,
  ]
}

function apologyOf({ apology }: LateDossier): string {
  if (apology === null) return 'Chưa'
  return apology.inTime ? formatDate(apology.on) : `${formatDate(apology.on)}\n(gửi muộn)`
}

/** How many there are, of which kinds: every number says what it is a part of. */
function totalsOf(dossiers: readonly LateDossier[]): string[] {
  const count = (test: (dossier: LateDossier) => boolean): string =>
    COUNT.format(dossiers.filter(test).length)
  const days = dossiers.reduce((sum, { daysLate }) => sum + daysLate, 0)
  if (dossiers.length === 0) return ['Không có hồ sơ trễ hạn.']
  return [
    `Tổng số: ${COUNT.format(dossiers.length)} hồ sơ trễ hạn, ${COUNT.format(days)} ngày làm việc trễ.`,
    `Trong đó: đã có kết quả ${count(({ endedOn }) => endedOn !== null)}, chưa có kết quả ${count(({ endedOn }) => endedOn === null)}; đã gửi phiếu xin lỗi ${count(({ apology }) => apology !== null)} (gửi muộn ${count(({ apology }) => apology?.inTime === false)}), chưa gửi ${count(({ apology }) => apology === null)}.`,
  ]
}

function methodOf({ asOf, comparedWith }: LateList): string {
  return `Cách tính: so ${DUE_WORDS[comparedWith]} với ngày có kết quả, hoặc với ngày ${formatDate(asOf)} nếu chưa có kết quả, theo ngày; số ngày trễ tính bằng ngày làm việc. Hồ sơ đang tạm dừng tính thời hạn không tính là trễ hạn.`
}
