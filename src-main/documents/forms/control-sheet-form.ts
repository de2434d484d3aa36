/**
 * Mẫu 05, *Phiếu kiểm soát quá trình giải quyết hồ sơ*: goes with the dossier from desk to desk, a block a handover.
 * What the register knows is printed; the rest is written by hand.
 */
import type { CivilDate, Instant, TimeOfDay } from '../../domain/civil-date.ts'
import { dateInWords, instantInWords, momentInWords } from './head.ts'
import { MM, type Paper, SIZE } from './paper.ts'
import { BLANK, writeField } from './parts.ts'
import { type Sheet, beginSheet, writeTitle } from './slip.ts'
import { type Cell, type Column, type DrawnCell, writeTable } from './table.ts'

/** How a step stood against its own term. */
export type StepResult = 'early' | 'on-time' | 'late'

/** One handover. */
export interface ControlBlock {
  /** The unit that gave the dossier, and the one that took it; empty to write by hand. */
  giver: { unit: string; name: string }
  receiver: { unit: string; name: string }
  /** The day it changed hands; `null` to write by hand. */
  on: CivilDate | null
  /** The moment of it; `null` where the hour is not known. */
  at: Instant | null
  /** How the giver's step ended; `null` to tick by hand. */
  result: StepResult | null
  note: string
}

/** All that stands on a control sheet. */
export interface ControlSheet extends Sheet {
  code: string
  procedureName: string
  applicantName: string
  /** The agency that handles it, and those it works with; the second may be empty. */
  agency: string
  coordinatingAgency: string
  receivedOn: CivilDate
  receivedAt: Instant | null
  /** The day of the result; `null` where it waits for the proof of payment. */
  dueOn: CivilDate | null
  hour: TimeOfDay
  blocks: readonly ControlBlock[]
  /** Empty blocks after them, to be filled in by hand. */
  blankBlocks: number
}

const TITLE = 'PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ'
const COLUMNS: readonly Column[] = [
  { title: 'TÊN CƠ QUAN, BỘ PHẬN', share: 50 },
  { title: 'THỜI GIAN GIAO, NHẬN HỒ SƠ', share: 66, align: 'center' },
  { title: 'KẾT QUẢ GIẢI QUYẾT HỒ SƠ', share: 30 },
  { title: 'GHI CHÚ', share: 30 },
]
const CELL_SIZE = 11
/** Room for two signatures side by side. */
const HANDS = 20 * MM
const RESULTS: readonly (readonly [StepResult, string])[] = [
  ['early', 'Trước hạn'],
  ['on-time', 'Đúng hạn'],
  ['late', 'Quá hạn'],
]
const TICK = 3.2 * MM
const BLANK_BLOCK: ControlBlock = {
  giver: { unit: '', name: '' },
  receiver: { unit: '', name: '' },
  on: null,
  at: null,
  result: null,
  note: '',
}

/** Makes the sheet. The same input gives the same bytes. */
export async function controlSheetForm(sheet: ControlSheet): Promise<Uint8Array> {
  const { code, receivedAt, receivedOn, dueOn, hour, blocks, blankBlocks } = sheet
  const paper = await beginSheet(sheet, {
    title: `Phiếu kiểm soát quá trình giải quyết hồ sơ ${code}`,
    foot: `Phiếu kiểm soát - Mã hồ sơ ${code}`,
  })
  await writeTitle(paper, TITLE, code)
  writeField(paper, 'Người nộp hồ sơ', sheet.applicantName)
  writeField(paper, 'Thủ tục', sheet.procedureName)
  writeField(paper, 'Cơ quan (bộ phận) giải quyết hồ sơ', sheet.agency)
  writeField(paper, 'Cơ quan phối hợp giải quyết hồ sơ', sheet.coordinatingAgency)
  writeField(paper, 'Nhận hồ sơ', receivedAt === null ? dateInWords(receivedOn) : instantInWords(receivedAt))
  writeField(paper, 'Hẹn trả kết quả', dueOn === null ? 'chưa xác định' : momentInWords(dueOn, hour), 'bold')
  paper.skip(2 * MM)
  const all = [...blocks, ...Array.from({ length: blankBlocks }, () => BLANK_BLOCK)]
  writeTable(
    paper,
    COLUMNS,
    all.map((block) => rowOf(paper, block)),
    { size: CELL_SIZE },
  )
  paper.skip(1 * MM)
  paper.text('Kết quả do bên nhận ghi theo thời hạn của bước mà bên giao vừa thực hiện.', {
    face: 'italic',
    size: CELL_SIZE,
  })
  return paper.finish()
}

function rowOf(paper: Paper, block: ControlBlock): Cell[] {
  const { giver, receiver, note } = block
  return [
    `1. Giao:\n${giver.unit || BLANK}\n2. Nhận:\n${receiver.unit || BLANK}`,
    signedCell(paper, block),
    resultCell(paper, block.result),
    note,
  ]
}

/** The moment, and under it room for both to sign. */
function signedCell(paper: Paper, { giver, receiver, on, at }: ControlBlock): DrawnCell {
  const moment = at === null ? on && dateInWords(on) : instantInWords(at)
  return {
    text:
      moment?.replace(', ', ',\n') ??
      '....... giờ ....... phút,\nngày ....... tháng ....... năm ............',
    height: HANDS,
    draw: ({ x, y, width }) => {
      const sides = [
        ['Người giao', giver.name],
        ['Người nhận', receiver.name],
      ] as const
      sides.forEach(([title, name], index) => {
        const place = { x: x + (index * width) / 2, width: width / 2 }
        const look = { size: CELL_SIZE, align: 'center' } as const
        paper.at({ ...place, y: y + 1 * MM }, title, { ...look, face: 'bold' })
        const height = paper.heightOf(name, place.width, look)
        paper.at({ ...place, y: y + HANDS - height }, name, look)
      })
    },
  }
}

/** Three boxes, one of them ticked where the register knows the answer. */
function resultCell(paper: Paper, result: StepResult | null): DrawnCell {
  const line = paper.lineHeight({ size: CELL_SIZE }) + 1 * MM
  return {
    text: '',
    height: RESULTS.length * line,
    draw: ({ x, y, width }) => {
      RESULTS.forEach(([key, words], index) => {
        const top = y + index * line + 0.5 * MM
        paper.box(x, top, TICK, TICK)
        if (key === result) {
          paper.line(x, top, x + TICK, top + TICK, 1)
          paper.line(x, top + TICK, x + TICK, top, 1)
        }
        paper.at({ x: x + TICK + 1.5 * MM, y: top - 0.8 * MM, width }, words, { size: SIZE.small })
      })
    },
  }
}
