import { useMemo } from 'react'
import { type CivilDate, civilDate, toDayNumber, weekday } from '../../../src-main/domain/civil-date.ts'
import { useLanguage, useT } from '../../app/i18n.ts'
import { formatDate, formatWeekday } from '../../ui/format.ts'
import type { Conventions, Row } from './draft.ts'
import { isWeekend } from './year-days.ts'

/** A week from Sunday on, to name the days of the week by. */
const NAMED = [4, 5, 6, 7, 8, 9, 10].map((day) => civilDate(`1970-01-${String(day).padStart(2, '0')}`))

/** Words for days, rows of the calendar and conventions. */
export function useDayWords() {
  const t = useT('calendar')
  const language = useLanguage()
  return useMemo(() => {
    const names = NAMED.map((date) => formatWeekday(date, language))
    const weekdayOf = (date: CivilDate) => names[weekday(toDayNumber(date))] ?? ''
    const kindOf = (date: CivilDate, row: Row | null) =>
      t(`kind.${row?.kind ?? (isWeekend(date) ? 'weekend' : 'weekday')}`)
    const row = (date: CivilDate, of: Row | null) =>
      of === null
        ? kindOf(date, null)
        : t('rowWords', { kind: kindOf(date, of), name: of.name, status: t(`status.${of.status}`) })
    const capitalised = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1)
    return {
      weekdayOf,
      kindOf,
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
