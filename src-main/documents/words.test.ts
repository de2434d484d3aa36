import { describe, expect, it } from 'vitest'
import type { DossierFilter, FigureCell } from '../contract/dossier-list.ts'
import { civilDate } from '../domain/civil-date.ts'
import { dossierListFileName, summaryFileName } from './file-name.ts'
import { linesOf } from './text-height.ts'
import { listLines } from './words.ts'

const NO_FILTER: DossierFilter = {
  queue: 'all',
  search: '',
  procedureId: null,
  state: null,
  holderId: null,
  channel: null,
  commune: null,
  acceptedFrom: null,
  acceptedTo: null,
  dueFrom: null,
  dueTo: null,
  apology: null,
}
const PLAIN = {
  filter: NO_FILTER,
  names: { procedure: null, holder: null },
  asOf: civilDate('2020-06-30'),
  count: 15970,
  cut: false,
}

describe('the lines under a list’s title', () => {
  it('name the day and the number alone when nothing is filtered', () => {
    expect(listLines(PLAIN, 'vi')).toEqual(['Tính đến hết ngày: 30/06/2020. Số hồ sơ: 15.970'])
    expect(listLines(PLAIN, 'en')).toEqual(['As of: 30/06/2020. Dossiers: 15,970'])
  })

  it('name every filter', () => {
    const filter: DossierFilter = {
      ...NO_FILTER,
      search: ' nguyen ',
      state: 'in-process',
      channel: 'online',
      commune: 'Xã A',
      acceptedFrom: civilDate('2020-01-01'),
      acceptedTo: civilDate('2020-03-31'),
      dueTo: civilDate('2020-04-30'),
    }
    const names = { procedure: 'Tách thửa', holder: 'Lê B' }
    expect(listLines({ ...PLAIN, filter, names }, 'vi')[1]).toBe(
      'Tìm: “nguyen”; Thủ tục: Tách thửa; Trạng thái: Đang giải quyết; Người thụ lý: Lê B; ' +
        'Hình thức nộp: Trực tuyến; Xã/phường: Xã A; Ngày tiếp nhận từ 01/01/2020 đến 31/03/2020; ' +
        'Ngày hẹn trả đến 30/04/2020',
    )
    const unheld = { ...PLAIN, filter: { ...NO_FILTER, unheld: true } }
    expect(listLines(unheld, 'vi')[1]).toBe('Chưa có người thụ lý')
  })

  it('name the cell of the figures: period, method, row and column', () => {
    const cell = {
      from: civilDate('2020-01-01'),
      to: civilDate('2020-06-30'),
      method: 'original',
      known: null,
      by: 'commune',
      key: 'xa a',
      column: 'resolvedLate',
    } as const
    const list = { ...PLAIN, filter: { ...NO_FILTER, cell }, names: { ...PLAIN.names, row: 'Xã A' } }
    expect(listLines(list, 'vi')[1]).toBe(
      'Số liệu từ ngày 01/01/2020 đến ngày 30/06/2020 (so với ngày hẹn trả); xã/phường: Xã A; ' +
        'cột: Đã giải quyết quá hạn (10)',
    )
    const english = (change: Partial<FigureCell>) =>
      listLines({ ...PLAIN, filter: { ...NO_FILTER, cell: { ...cell, ...change } } }, 'en')[1]
    expect(english({ by: 'procedure', key: 'Đất đai\u0000Tách thửa', column: 'paused' })).toContain(
      'procedure: Tách thửa; column: Clock stopped',
    )
    expect(english({ by: 'cause', key: '' })).toContain('cause of lateness: not written down')
    expect(english({ by: 'month', key: '2020-03-01' })).toContain('month: from 01/03/2020')
    expect(english({ key: null, method: 'extended' })).toBe(
      'Figures from 01/01/2020 to 30/06/2020 (against the new date of an apology in time); column: Resolved late (10)',
    )
  })

  it('say when the file does not hold the whole list', () => {
    expect(listLines({ ...PLAIN, count: 100_000, cut: true }, 'vi')).toContain(
      'Danh sách dài hơn; tệp này chỉ có số hồ sơ đầu tiên: 100.000',
    )
  })
})

describe('file names', () => {
  it('are folded and bear office and date', () => {
    const list = {
      queue: 'late',
      language: 'vi',
      officeName: 'Chi nhánh VPĐKĐĐ: Mỏ Cày/Nam',
      on: civilDate('2020-06-30'),
    }
    expect(dossierListFileName({ ...list, queue: 'late', language: 'vi', ending: 'xlsx' })).toBe(
      'ho-so-tre-han_chi-nhanh-vpdkdd-mo-cay-nam_2020-06-30.xlsx',
    )
  })

  it('of the summary bear form and period', () => {
    const period = { from: civilDate('2020-01-01'), to: civilDate('2020-06-30'), method: 'original' as const }
    const office = { name: 'Chi nhánh Đức Huệ' }
    expect(summaryFileName({ ...period, by: 'field' }, office)).toBe(
      'bieu-II06a_chi-nhanh-duc-hue_2020-01-01_2020-06-30.xlsx',
    )
    expect(summaryFileName({ ...period, by: 'procedure' }, office)).toContain('theo-thu-tuc')
    expect(summaryFileName({ ...period, by: 'field', method: 'extended' }, office, 'pdf')).toBe(
      'bieu-II06a-ngay-hen-lai_chi-nhanh-duc-hue_2020-01-01_2020-06-30.pdf',
    )
  })

  it('stay short for a long office and readable for none', () => {
    const period = {
      from: civilDate('2020-01-01'),
      to: civilDate('2020-06-30'),
      by: 'field' as const,
      method: 'original' as const,
    }
    const long = summaryFileName(period, { name: 'Chi nhánh Văn phòng '.repeat(10) })
    expect(long.length).toBeLessThan(110)
    expect(long).not.toContain('-_')
    expect(summaryFileName(period, { name: '…' })).toBe('bieu-II06a_2020-01-01_2020-06-30.xlsx')
  })
})

describe('the height of a row', () => {
  it('grows with the words that do not fit', () => {
    expect(linesOf('Đất đai', 30)).toBe(1)
    expect(linesOf('Đăng ký biến động do chuyển nhượng, thừa kế, tặng cho quyền sử dụng đất', 30)).toBe(3)
    expect(linesOf('một\nhai', 30)).toBe(2)
    expect(linesOf('x'.repeat(100), 10)).toBeGreaterThan(5)
  })
})
