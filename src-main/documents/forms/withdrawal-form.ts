/**
 * *Phiếu xác nhận rút hồ sơ* and *Phiếu xác nhận dừng giải quyết hồ sơ theo yêu cầu*: the applicant ends it themselves.
 */
import { type CivilDate, formatDate } from '../../domain/civil-date.ts'
import type { Particulars } from '../../domain/dossier.ts'
import { MM } from './paper.ts'
import { writeBlock, writeClosing, writeField, writeNumbered, writeParagraph } from './parts.ts'
import { type Issue, SIGN_HINT, beginSlip, writeApplicant, writeRequest } from './slip.ts'

/** Whether the dossier was taken back or its handling stopped. */
export type EndedByApplicant = 'withdrawn' | 'stopped'

/** All that stands on the confirmation. */
export interface WithdrawalSlip extends Issue {
  kind: EndedByApplicant
  code: string
  procedureName: string
  particulars: Particulars
  receivedOn: CivilDate
  /** The applicant's request: its number where it has one, and its day. */
  request: { number: string; on: CivilDate }
  /** From when the dossier is no longer handled. */
  endedOn: CivilDate
  reason: string
  /** Papers given back, one by one. */
  givenBack: readonly string[]
  /** Who confirms it at the counter. */
  confirmedBy: string
}

const WORDS: Record<EndedByApplicant, { title: string; what: string }> = {
  withdrawn: { title: 'PHIẾU XÁC NHẬN RÚT HỒ SƠ', what: 'rút hồ sơ' },
  stopped: { title: 'PHIẾU XÁC NHẬN DỪNG GIẢI QUYẾT HỒ SƠ THEO YÊU CẦU', what: 'dừng giải quyết hồ sơ' },
}

/** Makes the confirmation. The same input gives the same bytes. */
export async function withdrawalForm(slip: WithdrawalSlip): Promise<Uint8Array> {
  const { kind, code, office, particulars, request, givenBack } = slip
  const { title, what } = WORDS[kind]
  const paper = await beginSlip('withdrawal', slip, { title, code })
  writeApplicant(paper, 'Hồ sơ của', particulars)
  writeRequest(paper, slip.procedureName, particulars)
  writeField(paper, 'Ngày tiếp nhận hồ sơ', formatDate(slip.receivedOn))
  const number = request.number === '' ? '' : `số ${request.number}, `
  writeField(paper, `Yêu cầu ${what}`, `${number}ngày ${formatDate(request.on)}`)
  writeBlock(paper, 'Lý do', slip.reason, 2)
  paper.skip(1 * MM)
  writeParagraph(
    paper,
    `${office.name} xác nhận đã ${what} theo yêu cầu của Ông/Bà/Tổ chức từ ngày ${formatDate(slip.endedOn)}.`,
  )
  if (givenBack.length > 0) {
    paper.text('Giấy tờ đã trả lại cho người nộp:')
    writeNumbered(paper, givenBack)
  }
  writeClosing(
    paper,
    ['Phiếu này lập thành 02 bản, người nộp hồ sơ giữ 01 bản, 01 bản lưu cùng hồ sơ./.'],
    [
      {
        title: 'NGƯỜI NỘP HỒ SƠ',
        hint: SIGN_HINT,
        // Somebody else signs for who is represented, and writes the name.
        name: particulars.representative === '' ? particulars.applicantName : '',
      },
      { title: 'NGƯỜI XÁC NHẬN', hint: SIGN_HINT, name: slip.confirmedBy },
    ],
  )
  return paper.finish()
}
