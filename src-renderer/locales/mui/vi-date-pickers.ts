/**
 * Vietnamese words of the date pickers: the library has none. A test holds them to the library's own keys.
 */
import type { PickersLocaleText } from '@mui/x-date-pickers/locales'

const VIEWS: Record<string, string> = {
  year: 'năm',
  month: 'tháng',
  day: 'ngày',
  hours: 'giờ',
  minutes: 'phút',
  seconds: 'giây',
  meridiem: 'buổi',
}

const viewName = (view: string) => VIEWS[view] ?? view

export const viDatePickers: PickersLocaleText = {
  previousMonth: 'Tháng trước',
  nextMonth: 'Tháng sau',
  openPreviousView: 'Mở phần trước',
  openNextView: 'Mở phần sau',
  calendarViewSwitchingButtonAriaLabel: (view) =>
    view === 'year' ? 'đang chọn năm, chuyển sang lịch' : 'đang xem lịch, chuyển sang chọn năm',
  start: 'Bắt đầu',
  end: 'Kết thúc',
  startDate: 'Ngày bắt đầu',
  startTime: 'Giờ bắt đầu',
  endDate: 'Ngày kết thúc',
  endTime: 'Giờ kết thúc',
  cancelButtonLabel: 'Hủy',
  clearButtonLabel: 'Xóa',
  okButtonLabel: 'Đồng ý',
  todayButtonLabel: 'Hôm nay',
  nextStepButtonLabel: 'Tiếp',
  datePickerToolbarTitle: 'Chọn ngày',
  dateTimePickerToolbarTitle: 'Chọn ngày và giờ',
  timePickerToolbarTitle: 'Chọn giờ',
  dateRangePickerToolbarTitle: 'Chọn khoảng ngày',
  timeRangePickerToolbarTitle: 'Chọn khoảng giờ',
  clockLabelText: (view, formattedTime) =>
    `Chọn ${viewName(view)}. ${formattedTime ? `Đang chọn ${formattedTime}` : 'Chưa chọn giờ'}`,
  hoursClockNumberText: (hours) => `${hours} giờ`,
  minutesClockNumberText: (minutes) => `${minutes} phút`,
  secondsClockNumberText: (seconds) => `${seconds} giây`,
  selectViewText: (view) => `Chọn ${viewName(view)}`,
  calendarWeekNumberHeaderLabel: 'Số tuần',
  calendarWeekNumberHeaderText: '#',
  calendarWeekNumberAriaLabelText: (weekNumber) => `Tuần ${weekNumber}`,
  calendarWeekNumberText: (weekNumber) => `${weekNumber}`,
  openDatePickerDialogue: (formattedDate) =>
    formattedDate ? `Chọn ngày, đang chọn ${formattedDate}` : 'Chọn ngày',
  openTimePickerDialogue: (formattedTime) =>
    formattedTime ? `Chọn giờ, đang chọn ${formattedTime}` : 'Chọn giờ',
  openRangePickerDialogue: (formattedRange) =>
    formattedRange ? `Chọn khoảng, đang chọn ${formattedRange}` : 'Chọn khoảng',
  fieldClearLabel: 'Xóa',
  timeTableLabel: 'chọn giờ',
  dateTableLabel: 'chọn ngày',
  fieldYearPlaceholder: (params) => 'n'.repeat(params.digitAmount),
  fieldMonthPlaceholder: (params) => (params.contentType === 'letter' ? 'tháng' : 'tt'),
  fieldDayPlaceholder: () => 'nn',
  fieldWeekDayPlaceholder: (params) => (params.contentType === 'letter' ? 'thứ' : 'th'),
  fieldHoursPlaceholder: () => 'gg',
  fieldMinutesPlaceholder: () => 'pp',
  fieldSecondsPlaceholder: () => 'gg',
  fieldMeridiemPlaceholder: () => 'bb',
  year: 'Năm',
  month: 'Tháng',
  day: 'Ngày',
  weekDay: 'Thứ',
  hours: 'Giờ',
  minutes: 'Phút',
  seconds: 'Giây',
  meridiem: 'Buổi',
  empty: 'Trống',
}
