/**
 * Official forms as PDF: a receipt, made while the applicant waits, and a register book of a thousand lines.
 */
import type PDFDocument from 'pdfkit'
import { type Book, type BookLine, bookForm } from '../../src-main/documents/forms/book-form.ts'
import { type Receipt, receiptForm } from '../../src-main/documents/forms/receipt-form.ts'
import type { CivilDate } from '../../src-main/domain/civil-date.ts'
import { EMPTY_PARTICULARS } from '../../src-main/domain/dossier.ts'
import { type BenchRow, benchRow } from '../row.ts'

const LINES = 1_000
const OFFICE = {
  parentAgency: 'Văn phòng Đăng ký đất đai tỉnh Khánh Hòa',
  name: 'Chi nhánh Nha Trang',
  place: 'Nha Trang',
}
const PROCEDURES = [
  'Cấp đổi giấy chứng nhận',
  'Đăng ký biến động: chuyển đổi, chuyển nhượng, thừa kế, tặng cho, góp vốn quyền sử dụng đất',
]
const APPLICANTS = [
  'Nguyễn Thị Hồng Đức',
  'Công ty TNHH Một thành viên Đầu tư Xây dựng và Phát triển nhà',
  'Trần Đạt',
]

const codeOf = (number: number): string => `000.00.22.H32-261123-${String(number).padStart(4, '0')}`

function receiptOf(today: CivilDate): Receipt {
  const printedAt = `${today}T02:00:00.000Z`
  const paper = { originals: 1, certifiedCopies: 0, photocopies: 1 }
  return {
    ...{ office: OFFICE, number: 12, copy: 1, printedAt, code: codeOf(1), hour: '17:00' },
    procedureName: PROCEDURES[1] ?? '',
    particulars: {
      ...EMPTY_PARTICULARS,
      ...{ applicantName: APPLICANTS[0] ?? '', idNumber: '056199001234', phone: '0905123456' },
      ...{ address: '12 Lê Hồng Phong', commune: 'Phước Hải', mapSheet: '12', plot: '345' },
      documents: ['Đơn đăng ký biến động', 'Hợp đồng chuyển nhượng', 'Giấy chứng nhận đã cấp'].map(
        (name) => ({
          name,
          ...paper,
        }),
      ),
    },
    term: { term: 8, unit: 'working-day' },
    ...{ receivedOn: today, receivedAt: printedAt, stoppedSince: null, taxNotice: true },
    appointment: { kind: 'two', first: today, second: null, secondTerm: 3 },
    receivedBy: 'Lê Thị Cửa',
  }
}

function bookOf(today: CivilDate): Book {
  const lines = Array.from({ length: LINES }, (_, index): BookLine => ({
    ...{ number: index + 1, code: codeOf(index + 1), agency: OFFICE.name, returnWay: 'counter' },
    procedureName: PROCEDURES[index % PROCEDURES.length] ?? '',
    applicantName: `${APPLICANTS[index % APPLICANTS.length] ?? ''} ${index}`,
    address: `${index} Lê Hồng Phong, Phước Hải`,
    phone: `09${String(index).padStart(8, '0')}`,
    ...{ receivedOn: today, dueOn: today, newDueOn: null, returnedOn: index % 2 === 0 ? today : null },
  }))
  return {
    ...{ office: OFFICE, on: today, printedAt: `${today}T02:00:00.000Z`, field: 'Đất đai', volume: '1' },
    ...{ from: today, to: today, lines },
  }
}

/** Writes the texts with pdfkit's own font and no form, and gives the file. */
async function bareSheets(Document: typeof PDFDocument, texts: readonly string[]): Promise<number> {
  const document = new Document({ size: 'A4' })
  let bytes = 0
  const ended = new Promise<number>((resolve) => {
    document.on('data', (chunk: Buffer) => (bytes += chunk.length))
    document.on('end', () => resolve(bytes))
  })
  for (const text of texts) document.text(text)
  document.end()
  return ended
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []
}

function row<Input>(
  name: string,
  describe: string,
  make: (today: CivilDate) => Input,
  form: (input: Input) => Promise<Uint8Array>,
): BenchRow {
  return benchRow({
    name: `form, ${name}`,
    describe,
    describeRaw:
      'the same texts one below the other by pdfkit: its own font without Vietnamese, no table, no codes',
    sizes: ['empty'],
    prepare: async ({ today }) => {
      const input = make(today)
      const { default: Document } = await import('pdfkit')
      return { input, texts: textsOf(input), Document }
    },
    ours: (_context, { input }) => form(input),
    raw: (_context, { Document, texts }) => bareSheets(Document, texts),
  })
}

export const rows: readonly BenchRow[] = [
  row('receipt', 'a receipt as PDF', receiptOf, receiptForm),
  row('register book', `a register book of ${LINES} lines as PDF`, bookOf, bookForm),
]
