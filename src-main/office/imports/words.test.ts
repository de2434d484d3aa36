import { describe, expect, it } from 'vitest'
import { readChannel, readState } from './words.ts'

describe('the channel a register names', () => {
  it.each([
    ['Trực tiếp', 'direct', null],
    ['TRỰC TIẾP TẠI BỘ PHẬN MỘT CỬA', 'direct', null],
    ['Bưu chính', 'postal', null],
    ['Qua dịch vụ bưu chính công ích', 'postal', null],
    ['Trực tuyến mức độ 2', 'online', '2'],
    ['Trực tuyến mức độ 3', 'online', '3'],
    ['Trực tuyến mức 4', 'online', '4'],
    ['Mức độ 4', 'online', '4'],
    ['Trực tuyến một phần', 'online', 'partial'],
    ['Trực tuyến toàn trình', 'online', 'full'],
    ['Trực tuyến', 'online', null],
    ['Online', 'online', null],
  ])('%s', (text, channel, onlineLevel) => {
    expect(readChannel(text)).toEqual({ channel, onlineLevel })
  })

  it('is not guessed', () => {
    expect(['khác', 'mức độ 7', 'x'].map(readChannel)).toEqual([null, null, null])
  })
})

describe('the state a register names', () => {
  it.each([
    ['Đã tiếp nhận', 'accepted'],
    ['Đang giải quyết', 'in-process'],
    ['ĐANG XỬ LÝ', 'in-process'],
    ['Đang giải quyết (quá hạn)', 'in-process'],
    ['Chờ bổ sung', 'awaiting-supplement'],
    ['Chờ thực hiện nghĩa vụ tài chính', 'awaiting-payment'],
    ['Chờ cơ quan phối hợp / niêm yết', 'awaiting-agency'],
    ['Đã có kết quả', 'result-ready'],
    ['Đã có kết quả, chờ trả', 'result-ready'],
    ['Đã trả kết quả', 'returned'],
    ['Từ chối', 'refused'],
    ['Công dân rút', 'withdrawn'],
    ['Dừng giải quyết', 'stopped'],
  ])('%s', (text, state) => {
    expect(readState(text)).toBe(state)
  })

  it('is not guessed from a beginning that goes on to say something else', () => {
    expect(
      ['Hoàn thành nghĩa vụ tài chính', 'Đã trả lại hồ sơ', 'Chờ tiếp nhận', 'Trễ hạn'].map(readState),
    ).toEqual([null, null, null, null])
  })
})
