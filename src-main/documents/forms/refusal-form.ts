/**
 * Mẫu 03, *Phiếu từ chối tiếp nhận giải quyết hồ sơ*: that a dossier is not taken, and why.
 */
import type { Particulars } from '../../domain/dossier.ts'
import { writeBlock, writeClosing, writeField, writeParagraph } from './parts.ts'
import { type Issue, SIGN_HINT, beginSlip, writeApplicant, writeRequest } from './slip.ts'

/** All that stands on a refusal. */
export interface RefusalSlip extends Issue {
  /** Empty while the dossier has not been received. */
  code: string
  procedureName: string
  particulars: Particulars
  reason: string
  /** Who refuses it at the counter. */
  refusedBy: string
}

/** Makes the slip. The same input gives the same bytes. */
export async function refusalForm(slip: RefusalSlip): Promise<Uint8Array> {
  const { code, particulars } = slip
  const title = 'PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ'
  const paper = await beginSlip('refusal', slip, { title, code })
  writeField(paper, 'Bộ phận Tiếp nhận và Trả kết quả', slip.office.name)
  writeApplicant(paper, code === '' ? 'Hồ sơ của' : 'Tiếp nhận hồ sơ của', particulars)
  writeRequest(paper, slip.procedureName, particulars)
  paper.skip(4)
  writeParagraph(
    paper,
    'Qua xem xét, Bộ phận Tiếp nhận và Trả kết quả thông báo không tiếp nhận, giải quyết hồ sơ này với lý do cụ thể như sau:',
  )
  writeBlock(paper, 'Lý do', slip.reason, 5)
  writeClosing(
    paper,
    ['Xin thông báo cho Ông/Bà được biết và thực hiện./.'],
    [
      // Somebody else signs for who is represented, and writes the name.
      {
        title: 'NGƯỜI NỘP HỒ SƠ',
        hint: SIGN_HINT,
        name: particulars.representative === '' ? particulars.applicantName : '',
      },
      { title: 'NGƯỜI TIẾP NHẬN HỒ SƠ', hint: SIGN_HINT, name: slip.refusedBy },
    ],
  )
  return paper.finish()
}
