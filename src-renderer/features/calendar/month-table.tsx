import { memo } from 'react'
import type { CivilDate } from '../../../src-main/domain/civil-date.ts'
import { useT } from '../../app/i18n.ts'
import { formatDate } from '../../ui/format.ts'
import { useDayWords } from './day-words.ts'
import { type DraftDay, effectOn, type Row } from './draft.ts'
import { isWeekend, type MONTHS, WEEKDAYS, weeksOf } from './year-days.ts'

/** What stands on the days of a year: rows with the draft laid over them, and what the draft does. */
export interface Marks {
  rows: ReadonlyMap<CivilDate, Row>
  draft: ReadonlyMap<CivilDate, DraftDay>
}

/**
 * One month as a grid. One day of the year takes the focus by Tab; keys and the pointer are the year's.
 * @param cursor the day that takes the focus, if it is in this month.
 */
export const MonthTable = memo(function MonthTable({
  year,
  month,
  marks,
  today,
  cursor,
}: {
  year: number
  month: (typeof MONTHS)[number]
  marks: Marks
  today: CivilDate
  cursor: CivilDate | null
}) {
  const t = useT('calendar')
  const words = useDayWords()
  return (
    <div className="month">
      <p aria-hidden>{t(`month.${month}`)}</p>
      <div role="grid" aria-label={`${t(`month.${month}`)}, ${year}`}>
        <div role="row">
          {WEEKDAYS.map((day) => (
            <span key={day} role="columnheader">
              {t(`weekdayShort.${day}`)}
            </span>
          ))}
        </div>
        {weeksOf(year, month).map((week, index) => (
          <div key={index} role="row">
            {week.map((date, day) =>
              date === null ? (
                <span key={day} role="gridcell" />
              ) : (
                <Day
                  key={date}
                  date={date}
                  row={marks.rows.get(date) ?? null}
                  draft={marks.draft.get(date)}
                  isToday={date === today}
                  focusable={date === cursor}
                  words={words}
                />
              ),
            )}
          </div>
        ))}
      </div>
    </div>
  )
})

function Day({
  date,
  row,
  draft,
  isToday,
  focusable,
  words,
}: {
  date: CivilDate
  row: Row | null
  draft: DraftDay | undefined
  isToday: boolean
  focusable: boolean
  words: ReturnType<typeof useDayWords>
}) {
  const t = useT('calendar')
  const effect = draft === undefined ? undefined : effectOn(draft)
  const said = { weekday: words.weekdayOf(date), date: formatDate(date) }
  const label =
    row === null
      ? t('dayCell', { ...said, kind: words.kindOf(date, row) })
      : t('dayCellRow', { ...said, what: words.whatOf(date, row), status: t(`status.${row.status}`) })
  return (
    <span
      role="gridcell"
      tabIndex={focusable ? 0 : -1}
      data-date={date}
      data-kind={row?.kind}
      data-status={row?.status}
      data-weekend={isWeekend(date) ? '' : undefined}
      data-today={isToday ? '' : undefined}
      data-draft={effect}
      aria-current={isToday ? 'date' : undefined}
      aria-label={
        effect === undefined ? label : `${label}; ${t('dayCellDraft', { effect: t(`effectOn.${effect}`) })}`
      }
    >
      <b>{Number(date.slice(8))}</b>
      {row !== null && <i>{t(`letter.${row.kind}`)}</i>}
    </span>
  )
}
