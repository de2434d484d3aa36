/**
 * How the figures are counted, in words (*Cách tính*): the same on the screen and on every document (docs/figures.md).
 */
import { type CivilDate, formatDate } from './civil-date.ts'
import type { Method } from './figure-class.ts'

type Language = 'vi' | 'en'

/** Which figures are told of. */
export interface CountedFigures {
  from: CivilDate
  /** The last day that counted. */
  countedTo: CivilDate
  method: Method
}

/** The due date compared with. */
const DUE: Record<Language, Record<Method, string>> = {
  vi: {
    original:
      'ngày hẹn trả đang có hiệu lực (ngày hẹn lần đầu, dời theo tạm dừng, quy định mới và đính chính; không dời theo xin lỗi, hẹn lại)',
    extended:
      'ngày hẹn lại trên phiếu xin lỗi, nếu phiếu gửi trước ngày hẹn trả đang có hiệu lực và hẹn sang ngày muộn hơn; không thì với ngày hẹn trả đang có hiệu lực (ngày hẹn lần đầu, dời theo tạm dừng, quy định mới và đính chính)',
  },
  en: {
    original:
      'the due date in force (the first one, moved by pauses, new rules and corrections); an apology does not move it',
    extended:
      'the new date of an apology that was sent before the due date in force and names a later day; else with the due date in force (the first one, moved by pauses, new rules and corrections)',
  },
}

/** How everything was counted, point by point. */
export function methodPoints({ from, countedTo, method }: CountedFigures, language: Language): string[] {
  const [first, last] = [formatDate(from), formatDate(countedTo)]
  const due = DUE[language][method]
  return language === 'vi'
    ? [
        `Tiếp nhận trong kỳ: từ ngày ${first} đến hết ngày ${last}, kể cả hai ngày này.`,
        `Từ kỳ trước: tiếp nhận trước ngày ${first} và chưa kết thúc trước ngày đó.`,
        'Đã giải quyết: kết thúc trong kỳ, theo ngày có kết quả (không theo ngày trả); gồm cả hồ sơ từ chối, công dân rút, dừng giải quyết.',
        `Trước hạn, đúng hạn, quá hạn: so ngày kết thúc với ${due}.`,
        `Đang giải quyết: các hồ sơ còn lại, theo tình trạng lúc hết ngày ${last}. Quá hạn: ngày hẹn trả trước ngày ${last}.`,
        'Đang tạm dừng tính hạn là trong hạn, nếu tạm dừng từ ngày hẹn trả trở về trước; tạm dừng sau ngày hẹn trả vẫn là quá hạn, ở cột (13).',
      ]
    : [
        `Received: accepted from ${first} to the end of ${last}, both days included.`,
        `Carried over: accepted before ${first} and not ended before it.`,
        'Resolved: ended in the period, by the date the result was ready (not handed out); refused, withdrawn and stopped dossiers included.',
        `Early, on time, late: the date it ended compared with ${due}.`,
        `Pending: the rest, as they stood at the end of ${last}. Overdue: due before ${last}.`,
        'A dossier with a stopped clock is in time if the clock was stopped by the due date; one stopped after it stays overdue, in column (13).',
      ]
}

/** The same in one line, for the foot of every sheet and the lines of plain files; in Vietnamese, as reports are. */
export function methodLine({ countedTo, method }: CountedFigures): string {
  const due = {
    original: 'so với ngày hẹn trả đang có hiệu lực, không tính hẹn lại',
    extended: 'so với ngày hẹn lại nếu xin lỗi trước ngày hẹn trả',
  }[method]
  const last = formatDate(countedTo)
  return `${due}; đang giải quyết tính đến hết ngày ${last}; tạm dừng sau ngày hẹn trả vẫn là quá hạn`
}
