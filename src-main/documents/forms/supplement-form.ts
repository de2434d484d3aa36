/**
 * Mẫu 02, *Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ*: what is missing and why.
 */
import { type CivilDate, formatDate } from '../../domain/civil-date.ts'
import type { Particulars } from '../../domain/dossier.ts'
import type { Paper } from './paper.ts'
import { BLANK, writeBlankLines, writeBlock, writeClosing, writeNumbered, writeParagraph } from './parts.ts'
import { type Issue, SIGN_HINT, beginSlip, writeApplicant, writeRequest } from './slip.ts'

/** All that stands on a request for a supplement. */
export interface SupplementSlip extends Issue {
  /** Empty while the dossier has not been received. */
  code: string
  procedureName: string
  particulars: Particulars
  /** What is to be handed in or put right, one by one. */
  items: readonly string[]
  reason: string
  /** Who helps, and how they are reached. */
  contact: { name: string; phone: string }
  /** The clock stands still from that day; `null` for a dossier that was not received. */
  stoppedSince: CivilDate | null
  /** Who signs: the one who guides the applicant. */
  guide: string
}

/** Makes the slip. The same input gives the same bytes. */
export async function supplementForm(slip: SupplementSlip): Promise<Uint8Array> {
  const title = 'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ'
  const paper = await beginSlip('supplement', slip, { title, code: slip.code })
  writeApplicant(paper, 'Hồ sơ của', slip.particulars)
  writeRequest(paper, slip.procedureName, slip.particulars)
  writeItems(paper, slip.items)
  writeBlock(paper, 'Lý do', slip.reason)
  if (slip.stoppedSince !== null) {
    writeParagraph(
      paper,
      `Thời hạn giải quyết hồ sơ tạm dừng từ ngày ${formatDate(slip.stoppedSince)} cho đến khi nhận đủ hồ sơ bổ sung; ngày trả kết quả được tính lại từ đó.`,
    )
  }
  const { name, phone } = slip.contact
  writeClosing(
    paper,
    [
      `Trong quá trình hoàn thiện hồ sơ, nếu có vướng mắc, đề nghị Ông/Bà liên hệ với ${name || BLANK}, số điện thoại ${phone || BLANK} để được hướng dẫn./.`,
    ],
    [null, { title: 'NGƯỜI HƯỚNG DẪN', hint: SIGN_HINT, name: slip.guide }],
  )
  return paper.finish()
}

function writeItems(paper: Paper, items: readonly string[]): void {
  paper.text('Yêu cầu hoàn thiện hồ sơ gồm những nội dung sau:')
  if (items.length === 0) writeBlankLines(paper, 4)
  else writeNumbered(paper, items)
}
