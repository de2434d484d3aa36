/**
 * *Phiếu bàn giao hồ sơ*: dossiers that go from one desk to another in one pile. Two leaves, one for each side; the code
 * of every dossier stands as a bar code beside it, so that the pile can be checked with a scanner.
 */
import {
  type CivilDate,
  type Instant,
  formatDate,
  timeOfInstant,
  dateOfInstant,
} from '../../domain/civil-date.ts'
import { codeCell } from './codes.ts'
import { dateInWords, instantInWords, writeHead } from './head.ts'
import { copyWords, formNumber } from './numbers.ts'
import { MM, type Paper, SIZE, openPaper } from './paper.ts'
import { type Signature, closingHeight, writeClosing, writeField } from './parts.ts'
import { type Issue, SIGN_HINT, sentence, writeTitle } from './slip.ts'
import { type Cell, type Column, writeTable } from './table.ts'

/** A side of a handover: a unit of the office or another agency, and who stands for it. */
export interface HandoverSide {
  /** `Bộ phận Tiếp nhận và Trả kết quả`, `Chi cục Thuế khu vực`. */
  unit: string
  /** Empty where the name is written by hand. */
  name: string
}

/** A dossier in the pile. */
export interface HandedOver {
  code: string
  applicantName: string
  commune: string
  procedureName: string
  /** Papers in it, and how many sets of them. */
  documents: number
  sets: number
  note: string
}

/** All that stands on a handover list. */
export interface HandoverList extends Issue {
  giver: HandoverSide
  receiver: HandoverSide
  /** The day of the real handover. */
  on: CivilDate
  /** Its moment; `null` where the hour is not known. */
  at: Instant | null
  /** When it was entered, where that was later than it happened; else `null`. */
  enteredLaterAt: Instant | null
  /** What for, `Chuyển thẩm tra`; may be empty. */
  purpose: string
  dossiers: readonly HandedOver[]
}

const TITLE = 'PHIẾU BÀN GIAO HỒ SƠ'
const LEAVES = ['Liên 1/2: bên giao', 'Liên 2/2: bên nhận']
const COLUMNS: readonly Column[] = [
  { title: 'STT', share: 10.5, align: 'center' },
  { title: 'Mã hồ sơ', share: 57, align: 'center' },
  { title: 'Người nộp', share: 29 },
  { title: 'Xã, phường', share: 19 },
  { title: 'Thủ tục', share: 32 },
  { title: 'Giấy tờ/ bộ', share: 13, align: 'center' },
  { title: 'Ghi chú', share: 15.5 },
]

/** Makes the list, two leaves in one file. The same input gives the same bytes. */
export async function handoverForm(list: HandoverList): Promise<Uint8Array> {
  const { number, copy, printedAt } = list
  const numbered = formNumber('handover', number)
  const paper = await openPaper({
    title: `${sentence(TITLE)} ${numbered}`,
    foot: `${sentence(TITLE)} số ${numbered}${copyWords(copy)}`,
    madeAt: printedAt,
  })
  const rows = await rowsOf(paper, list.dossiers)
  for (const leaf of LEAVES) {
    paper.leaf(leaf)
    await writeLeaf(paper, list, rows, leaf)
  }
  return paper.finish()
}

async function writeLeaf(
  paper: Paper,
  list: HandoverList,
  rows: readonly (readonly Cell[])[],
  leaf: string,
): Promise<void> {
  const { office, number, issuedOn, giver, receiver, purpose } = list
  writeHead(paper, { office, number: formNumber('handover', number), on: issuedOn })
  await writeTitle(paper, TITLE, '')
  paper.y -= 3 * MM
  paper.text(`(${leaf})`, { face: 'italic', align: 'center' })
  paper.skip(3 * MM)
  writeField(paper, 'Thời điểm bàn giao', momentOf(list))
  writeField(paper, 'Bên giao', sideOf(giver))
  writeField(paper, 'Bên nhận', sideOf(receiver))
  if (purpose !== '') writeField(paper, 'Nội dung bàn giao', purpose)
  paper.skip(2 * MM)
  const lines = [
    totalsOf(list.dossiers),
    'Hai bên đã kiểm đếm, giao và nhận đủ các hồ sơ nêu trên. Phiếu lập thành 02 liên, mỗi bên giữ 01 liên.',
  ]
  const signatures: Signature[] = [
    { title: 'BÊN GIAO', hint: SIGN_HINT, name: giver.name },
    { title: 'BÊN NHẬN', hint: SIGN_HINT, name: receiver.name },
  ]
  const gap = 2 * MM
  writeTable(paper, COLUMNS, rows, { size: SIZE.list, after: gap + closingHeight(paper, lines, signatures) })
  paper.skip(gap)
  writeClosing(paper, lines, signatures)
}

function rowsOf(paper: Paper, dossiers: readonly HandedOver[]): Promise<Cell[][]> {
  return Promise.all(
    dossiers.map(async (dossier, index) => [
      String(index + 1),
      await codeCell(paper, dossier.code),
      dossier.applicantName,
      dossier.commune,
      dossier.procedureName,
      `${dossier.documents}/${dossier.sets}`,
      dossier.note,
    ]),
  )
}

function momentOf({ on, at, enteredLaterAt }: HandoverList): string {
  const moment = at === null ? dateInWords(on) : instantInWords(at)
  if (enteredLaterAt === null) return moment
  const entered = `${timeOfInstant(enteredLaterAt)} ngày ${formatDate(dateOfInstant(enteredLaterAt))}`
  return `${moment} (ghi sổ sau, lúc ${entered})`
}

function sideOf({ unit, name }: HandoverSide): string {
  return [unit, name].filter((part) => part !== '').join(' - ')
}

function totalsOf(dossiers: readonly HandedOver[]): string {
  const documents = dossiers.reduce((sum, dossier) => sum + dossier.documents, 0)
  const sets = dossiers.reduce((sum, dossier) => sum + dossier.sets, 0)
  return `Tổng số: ${dossiers.length} hồ sơ, ${documents} giấy tờ, ${sets} bộ.`
}
