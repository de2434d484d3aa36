/**
 * Every form once, filled in, for tests that look at all of them.
 */
import { civilDate } from '../../domain/civil-date.ts'
import { apologyForm } from './apology-form.ts'
import { bookForm } from './book-form.ts'
import { controlSheetForm } from './control-sheet-form.ts'
import { explanationForm } from './explanation-form.ts'
import { handoverForm } from './handover-form.ts'
import { lateListForm } from './late-list-form.ts'
import { receiptForm } from './receipt-form.ts'
import { refusalForm } from './refusal-form.ts'
import { reminderForm } from './reminder-form.ts'
import { supplementForm } from './supplement-form.ts'
import { taxSlipForm } from './tax-slip-form.ts'
import { TEST_ISSUE, TEST_PARTICULARS, TEST_PROCEDURE } from './test-forms.ts'
import { withdrawalForm } from './withdrawal-form.ts'

/** A form, and what its first sheet has to show. */
export interface TestPaper {
  make: () => Promise<Uint8Array>
  title: string
  /** `null` for a form without a series. */
  number: string | null
  /** Those who sign on the sheet, from left to right; one who signs alone stands on the right. */
  signed: readonly string[]
}

const CODE = '000.00.22.H32-261110-0001'
const HEAD = 'THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ'
const SIGNER = { title: '', name: 'Phạm Văn Trưởng' }
const CLERK = 'Lê Thị Cửa'
const on = TEST_ISSUE.issuedOn
const { office, printedAt } = TEST_ISSUE
const SHEET = { office, on, printedAt }
const RECEIVED = { receivedOn: civilDate('2026-11-10'), receivedAt: '2026-11-10T01:05:00.000Z' }
const DUE = civilDate('2026-11-20')
const SLIP = { ...TEST_ISSUE, code: CODE, procedureName: TEST_PROCEDURE, particulars: TEST_PARTICULARS }
const OF_ONE = {
  ...SHEET,
  code: CODE,
  procedureName: TEST_PROCEDURE,
  applicantName: TEST_PARTICULARS.applicantName,
}
const DOCUMENTS = ['Đơn đăng ký biến động', 'Hợp đồng chuyển nhượng', 'Giấy chứng nhận đã cấp']
const ENDED = {
  ...{ ...SLIP, receivedOn: RECEIVED.receivedOn, endedOn: on },
  request: { number: '05/ĐN', on: civilDate('2026-11-22') },
  ...{ reason: 'Không chuyển nhượng nữa', givenBack: DOCUMENTS, confirmedBy: CLERK },
}
const codeOf = (index: number): string => CODE.replace('0001', String(index + 1).padStart(4, '0'))

/** The forms by the name of their file. */
export const TEST_PAPERS: Readonly<Record<string, TestPaper>> = {
  receipt: {
    title: 'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
    number: '12/TNHS',
    signed: ['NGƯỜI NỘP HỒ SƠ', 'NGƯỜI TIẾP NHẬN HỒ SƠ'],
    make: () =>
      receiptForm({
        ...SLIP,
        ...RECEIVED,
        // It bears the day it is printed.
        printedAt: '2026-11-23T02:00:00.000Z',
        particulars: {
          ...TEST_PARTICULARS,
          documents: DOCUMENTS.map((name) => ({ name, originals: 1, certifiedCopies: 0, photocopies: 1 })),
        },
        term: { term: 8, unit: 'working-day' },
        appointment: { kind: 'two', first: civilDate('2026-11-17'), second: null, secondTerm: 3 },
        ...{ hour: '17:00', stoppedSince: null, taxNotice: true, receivedBy: CLERK },
      }),
  },
  supplement: {
    title: 'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ',
    number: '12/PBS',
    signed: ['NGƯỜI HƯỚNG DẪN'],
    make: () =>
      supplementForm({
        ...SLIP,
        items: ['Bản gốc giấy chứng nhận', 'Hợp đồng chuyển nhượng có công chứng'],
        reason: 'Hợp đồng thiếu trang 3',
        contact: { name: `bà ${CLERK}`, phone: '0258 3822 333' },
        stoppedSince: civilDate('2026-11-24'),
        guide: CLERK,
      }),
  },
  refusal: {
    title: 'PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ',
    number: '12/PTC',
    signed: ['NGƯỜI NỘP HỒ SƠ', 'NGƯỜI TIẾP NHẬN HỒ SƠ'],
    make: () =>
      refusalForm({
        ...{ ...SLIP, code: '', refusedBy: CLERK },
        reason: 'Thửa đất đang bị ngăn chặn theo Quyết định số 15/QĐ-CCTHADS',
      }),
  },
  apology: {
    title: 'PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ',
    number: '12/PXL',
    signed: [HEAD],
    make: () =>
      apologyForm({
        ...{ ...SLIP, ...RECEIVED, signer: SIGNER },
        applicantName: TEST_PARTICULARS.applicantName,
        address: TEST_PARTICULARS.address,
        appointment: { on: DUE, hour: '17:00' },
        newAppointment: { on: civilDate('2026-12-02'), hour: '17:00' },
        reason: 'Chờ Ủy ban nhân dân phường xác nhận',
      }),
  },
  'control-sheet': {
    title: 'PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ',
    number: null,
    signed: [],
    make: () =>
      controlSheetForm({
        ...{ ...OF_ONE, ...RECEIVED, dueOn: DUE, hour: '17:00', blankBlocks: 1 },
        ...{ agency: office.name, coordinatingAgency: 'UBND phường Lộc Thọ' },
        blocks: [
          {
            giver: { unit: 'Bộ phận một cửa', name: CLERK },
            receiver: { unit: 'Tổ Đăng ký', name: 'Trần Văn Thụ' },
            ...{ on: RECEIVED.receivedOn, at: '2026-11-10T03:05:00.000Z', result: 'on-time' },
            note: 'Kèm trích đo',
          },
        ],
      }),
  },
  book: {
    title: 'SỔ THEO DÕI HỒ SƠ',
    number: null,
    signed: [],
    make: () =>
      bookForm({
        ...{ ...SHEET, field: 'Đất đai', volume: '02/2026', from: RECEIVED.receivedOn, to: on },
        lines: Array.from({ length: 4 }, (_, index) => ({
          ...{ number: index + 1, code: codeOf(index), procedureName: TEST_PROCEDURE, agency: office.name },
          ...{ applicantName: `Nguyễn Văn An ${index + 1}`, address: '12/4 Trần Phú', phone: '0905123456' },
          ...{ receivedOn: RECEIVED.receivedOn, dueOn: DUE, returnWay: 'counter' as const },
          newDueOn: index === 1 ? civilDate('2026-12-02') : null,
          returnedOn: index === 0 ? civilDate('2026-11-19') : null,
        })),
      }),
  },
  handover: {
    title: 'PHIẾU BÀN GIAO HỒ SƠ',
    number: '12/PBG',
    signed: ['BÊN GIAO', 'BÊN NHẬN'],
    make: () =>
      handoverForm({
        ...TEST_ISSUE,
        giver: { unit: 'Bộ phận Tiếp nhận và Trả kết quả', name: CLERK },
        receiver: { unit: 'Tổ Đăng ký', name: 'Trần Văn Thụ' },
        ...{ on, at: '2026-11-23T03:05:00.000Z', enteredLaterAt: null, purpose: 'Chuyển thẩm tra' },
        dossiers: Array.from({ length: 4 }, (_, index) => ({
          ...{ code: codeOf(index), applicantName: `Nguyễn Văn An ${index + 1}`, commune: 'Phường Lộc Thọ' },
          ...{
            procedureName: TEST_PROCEDURE,
            documents: 5,
            sets: 2,
            note: index === 0 ? 'Kèm trích đo' : '',
          },
        })),
      }),
  },
  'late-list': {
    title: 'DANH SÁCH HỒ SƠ TRỄ HẠN',
    number: null,
    signed: ['NGƯỜI LẬP DANH SÁCH', HEAD],
    make: () =>
      lateListForm({
        ...{ ...SHEET, asOf: civilDate('2026-11-22'), comparedWith: 'original', filter: '' },
        ...{ madeBy: CLERK, signer: SIGNER },
        dossiers: Array.from({ length: 3 }, (_, index) => ({
          ...{ code: codeOf(index), applicantName: `Nguyễn Văn An ${index + 1}`, commune: 'Phường Lộc Thọ' },
          ...{ receivedOn: civilDate('2026-11-02'), dueOn: civilDate('2026-11-16'), endedOn: null },
          ...{ state: 'in-process' as const, holder: 'Trần Văn Thụ', daysLate: 5, cause: 'Chờ cơ quan thuế' },
          apology: index === 0 ? null : { on: civilDate('2026-11-13'), inTime: index === 1 },
        })),
      }),
  },
  explanation: {
    title: 'PHIẾU GIẢI TRÌNH HỒ SƠ TRỄ HẠN',
    number: null,
    signed: ['NGƯỜI GIẢI TRÌNH', HEAD],
    make: () =>
      explanationForm({
        ...{ ...OF_ONE, holder: 'Trần Văn Thụ', receivedOn: civilDate('2026-11-02') },
        ...{ dueOn: civilDate('2026-11-12'), newDueOn: DUE, endedOn: null, daysLate: 7 },
        legs: [
          {
            ...{ label: 'Thẩm tra', agency: 'Tổ Đăng ký', term: 3, used: 4, late: 1 },
            ...{ from: civilDate('2026-11-02'), to: civilDate('2026-11-06') },
          },
          {
            ...{ label: 'Thuế', agency: 'Thuế cơ sở 1', term: null, used: 11, late: 0 },
            ...{ from: civilDate('2026-11-06'), to: null },
          },
        ],
        cause: 'Chờ cơ quan thuế ra thông báo',
        apology: { number: '12/PXL', on: civilDate('2026-11-11') },
        ...{ done: 'Đã đôn đốc bằng văn bản', explainedBy: 'Trần Văn Thụ', signer: SIGNER },
      }),
  },
  'tax-slip': {
    title: 'PHIẾU CHUYỂN THÔNG TIN NGHĨA VỤ TÀI CHÍNH',
    number: '12/PCTT',
    signed: ['NGƯỜI NHẬN PHIẾU', HEAD],
    make: () =>
      taxSlipForm({
        ...{ ...SLIP, receivedOn: RECEIVED.receivedOn, signer: SIGNER },
        taxOffice: 'Thuế cơ sở 1 tỉnh Khánh Hòa',
        right: 'Chuyển nhượng quyền sử dụng đất',
        ...{ transferor: TEST_PARTICULARS.applicantName, transferee: 'Trần Quốc Đạt' },
        ...{ land: '120 m² đất ở đô thị', enclosures: ['Tờ khai lệ phí trước bạ', 'Hợp đồng chuyển nhượng'] },
      }),
  },
  withdrawal: {
    title: 'PHIẾU XÁC NHẬN RÚT HỒ SƠ',
    number: '12/PRHS',
    signed: ['NGƯỜI NỘP HỒ SƠ', 'NGƯỜI XÁC NHẬN'],
    make: () => withdrawalForm({ ...ENDED, kind: 'withdrawn' }),
  },
  stop: {
    title: 'PHIẾU XÁC NHẬN DỪNG GIẢI QUYẾT HỒ SƠ THEO YÊU CẦU',
    number: '12/PRHS',
    signed: ['NGƯỜI NỘP HỒ SƠ', 'NGƯỜI XÁC NHẬN'],
    make: () => withdrawalForm({ ...ENDED, kind: 'stopped' }),
  },
  reminder: {
    title: 'PHIẾU BÁO NHẬN KẾT QUẢ',
    number: null,
    signed: ['NGƯỜI THÔNG BÁO'],
    make: () =>
      reminderForm({
        ...{ ...OF_ONE, address: TEST_PARTICULARS.address, readyOn: civilDate('2026-10-12') },
        place: 'Bộ phận Tiếp nhận và Trả kết quả',
        hours: '07:30–11:30 và 13:00–17:00',
        bring: ['Giấy tiếp nhận hồ sơ và hẹn trả kết quả', 'Căn cước công dân'],
        contact: { name: `bà ${CLERK}`, phone: '0258 3822 333' },
        sentBy: CLERK,
      }),
  },
}
