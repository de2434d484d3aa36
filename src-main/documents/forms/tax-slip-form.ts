/**
 * *Phiếu chuyển thông tin nghĩa vụ tài chính*: what the tax office is told, so that it can say what is to be paid.
 */
import { type CivilDate, formatDate } from '../../domain/civil-date.ts'
import type { Particulars } from '../../domain/dossier.ts'
import { MM } from './paper.ts'
import { BLANK, writeBlock, writeClosing, writeField, writeNumbered, writeParagraph } from './parts.ts'
import { type Issue, SEAL_HINT, SIGN_HINT, type Signer, beginSlip, writeApplicant } from './slip.ts'

/** All that stands on a slip to the tax office. */
export interface TaxSlip extends Issue {
  code: string
  procedureName: string
  /** The tax office it goes to. */
  taxOffice: string
  particulars: Particulars
  receivedOn: CivilDate
  /** What right passes, and how: `Chuyển nhượng quyền sử dụng đất`. */
  right: string
  /** Who gives the right and who gets it; empty to write them by hand. */
  transferor: string
  transferee: string
  /** Area, kind and place of the land and what stands on it; empty to write it by hand. */
  land: string
  /** Papers that go with the slip. */
  enclosures: readonly string[]
  signer: Signer
}

const TITLE = 'PHIẾU CHUYỂN THÔNG TIN NGHĨA VỤ TÀI CHÍNH'

/** Makes the slip. The same input gives the same bytes. */
export async function taxSlipForm(slip: TaxSlip): Promise<Uint8Array> {
  const { code, office, taxOffice, particulars, enclosures, signer } = slip
  const paper = await beginSlip('tax-slip', slip, { title: TITLE, code })
  paper.text(`Kính gửi: ${taxOffice || BLANK}`, { face: 'bold', align: 'center' })
  paper.skip(2 * MM)
  writeParagraph(
    paper,
    `${office.name} chuyển thông tin của hồ sơ sau đây để xác định nghĩa vụ tài chính về đất đai:`,
  )
  writeApplicant(paper, 'Người nộp hồ sơ', particulars)
  writeField(paper, 'Thủ tục', slip.procedureName)
  writeField(paper, 'Ngày tiếp nhận hồ sơ', formatDate(slip.receivedOn))
  writeField(paper, 'Nội dung chuyển quyền', slip.right, 'bold')
  writeField(paper, 'Bên chuyển quyền', slip.transferor)
  writeField(paper, 'Bên nhận quyền', slip.transferee)
  const { plot, mapSheet, commune, certificateNumber } = particulars
  writeField(paper, 'Thửa đất số', plot === '' ? '' : `${plot}, tờ bản đồ số ${mapSheet}, ${commune}`)
  writeField(paper, 'Giấy chứng nhận số', certificateNumber)
  writeBlock(paper, 'Diện tích, loại đất, vị trí, tài sản gắn liền với đất', slip.land, 2)
  if (enclosures.length > 0) {
    paper.text('Giấy tờ kèm theo:')
    writeNumbered(paper, enclosures)
  }
  writeClosing(
    paper,
    [`Đề nghị quý cơ quan xác định nghĩa vụ tài chính và gửi thông báo, ghi rõ mã hồ sơ ${code}./.`],
    [
      { title: 'NGƯỜI NHẬN PHIẾU', hint: SIGN_HINT, name: '' },
      { title: signer.title || 'THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ', hint: SEAL_HINT, name: signer.name },
    ],
  )
  return paper.finish()
}
