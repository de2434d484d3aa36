import { useMemo } from 'react'
import { type CivilDate, civilDate, toDayNumber, weekday } from '../../../src-main/domain/civil-date.ts'
import { useLanguage, useT } from '../../app/i18n.ts'
import { formatDate, formatWeekday } from '../../ui/format.ts'
import type { Conventions, Row } from './draft.ts'
import { isWeekend } from './year-days.ts'

/** A week from Sunday on, to name the days of the week by. */
const NAMED = [4, 5, 6, 7, 8, 9, 10].map((day) => civilDate(`1970-01-${String(day).padStart(2, '0')}`))

/** Whether the name of a make-up day says that it is one. */
function saysKind({ kind, name }: Row): boolean {
  return kind === 'work' && /^(làm bù|ngày làm bù|make-up)/i.test(name)
}

/** Words for days, rows of the calendar and conventions. */
export function useDayWords() {
  const t = useT('calendar')
  const language = useLanguage()
  return useMemo(() => {
    const names = NAMED.map((date) => formatWeekday(date, language))
    const weekdayOf = (date: CivilDate) => names[weekday(toDayNumber(date))] ?? ''
    const kindOf = (date: CivilDate, row: Row | null) =>
      t(`kind.${row?.kind ?? (isWeekend(date) ? 'weekend' : 'weekday')}`)
    /** What a row makes of its day. A name that says so itself (`Làm bù cho ngày 31/8/2026`) is enough. */
    const whatOf = (date: CivilDate, of: Row) =>
      saysKind(of) ? of.name : t('kindNamed', { kind: kindOf(date, of), name: of.name })
    const row = (date: CivilDate, of: Row | null) =>
      of === null
        ? kindOf(date, null)
        : t('rowWords', { what: whatOf(date, of), status: t(`status.${of.status}`) })
    const capitalised = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1)
    return {
      weekdayOf,
      kindOf,
      whatOf,
      row,
      /** `Thứ Sáu, 27/11/2026` */
      full: (date: CivilDate) =>
        t('dialog.title', { weekday: capitalised(weekdayOf(date)), date: formatDate(date) }),
      clock: ({ hours, sameDayCutOff, offDayReception }: Conventions) =>
        t('clockWords', {
          morning: hours.morning.join('–'),
          afternoon: hours.afternoon.join('–'),
          cutOff: sameDayCutOff,
          offDay: t(`clock.${offDayReception}`),
        }),
    }
  }, [t, language])
}
