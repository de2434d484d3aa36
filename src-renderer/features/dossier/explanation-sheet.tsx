import { createPortal } from 'react-dom'
import type { DossierPage } from '../../../src-main/contract/dossiers.ts'
import { useLanguage, useT } from '../../app/i18n.ts'
import { useStatus } from '../../app/office.tsx'
import { formatDate, formatMoment, formatWeekday } from '../../ui/format.ts'
import { type AccountLine, accountLines } from '../../ui/day-strip-rows.ts'
import { type DayWords, useDayWords } from '../../ui/day-strip-words.ts'
import { useDaysWords } from './days-words.ts'
import { explanationRules, ONE_COLUMN_LINES } from './explanation-look.ts'

/** *Giải trình cách tính thời hạn* on paper, for the citizen: every day, counted or not, and by which law. */
export function ExplanationSheet({ page }: { page: DossierPage }) {
  const t = useT('dossier')
  const lines = accountLines(page.days)
  const dense = lines.length > ONE_COLUMN_LINES
  const half = Math.ceil(lines.length / 2)
  return createPortal(
    <div className="clock-sheet">
      <style>{explanationRules()}</style>
      <SheetHead />
      <h1>{t('paper.title')}</h1>
      <p className="subtitle">{t('paper.subtitle')}</p>
      <Particulars page={page} />
      <div className={dense ? 'tables dense' : 'tables'}>
        {(dense ? [lines.slice(0, half), lines.slice(half)] : [lines]).map((part, index) => (
          <DayTable key={index} lines={part} page={page} />
        ))}
      </div>
      <p className="note">{t('paper.rule')}</p>
      <div className="signatures">
        {(['applicantSign', 'officer'] as const).map((who) => (
          <div key={who}>
            <b className="upper">{t(`paper.${who}`)}</b>
            <i>{t('paper.sign')}</i>
          </div>
        ))}
      </div>
    </div>,
    document.body,
  )
}

function SheetHead() {
  const t = useT('dossier')
  const { office, today } = useStatus()
  const [year = '', month = '', day = ''] = today.split('-')
  const place = office?.place ?? ''
  return (
    <header>
      <div>
        <div className="upper">{office?.parentAgency}</div>
        <b className="upper">{office?.name}</b>
        <div className="rule" />
      </div>
      <div>
        <b>{t('paper.country')}</b>
        <div>
          <b>{t('paper.motto')}</b>
        </div>
        <div className="rule" />
        <div className="place">
          {place !== '' && `${place}, `}
          {t('paper.date', { day, month, year })}
        </div>
      </div>
    </header>
  )
}

function Particulars({ page }: { page: DossierPage }) {
  const t = useT('dossier')
  const days = useDaysWords()
  const common = useT('common')
  const moves = useMoveWords(page)
  const { row, term, acceptedAt, appointments } = page
  const due = useDueWords(page)
  const termWords = term.term === 0 ? t('term.sameDay') : days(term.term, term.unit)
  const lines = [
    [t('paper.code'), row.code],
    [t('paper.applicant'), row.applicantName],
    [t('paper.procedure'), row.procedureName],
    [t('paper.term'), termWords],
    [t('paper.basis'), term.basis],
    [t('paper.received'), acceptedAt === null ? formatDate(row.acceptedOn) : formatMoment(acceptedAt)],
    ...(appointments === null || appointments.first === null
      ? []
      : [[t('clock.first'), formatDate(appointments.first)] as const]),
    [t('paper.due'), due],
    ...(moves === '' ? [] : [[t('paper.moves'), moves] as const]),
    ...(row.endedOn === null ? [] : [[common('column.endedOn'), formatDate(row.endedOn)] as const]),
  ] as const
  return (
    <dl>
      {lines.map(([name, value]) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt>{name}</dt>
          <dd>{name === t('paper.due') || name === t('paper.code') ? <b>{value}</b> : value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** `Hạn đầu tiên 12/03/2026, dời ngày 06/03/2026 do hết tạm dừng`; empty when it never moved. */
function useMoveWords({ dueMoves }: DossierPage): string {
  const t = useT('dossier')
  const [first] = dueMoves
  if (first === undefined) return ''
  const moves = dueMoves.map(({ on, cause }) =>
    t('clock.move', { on: formatDate(on), cause: t(`moved.${cause}`) }),
  )
  return [t('clock.firstDue', { date: formatDate(first.from) }), ...moves].join(', ')
}

function useDueWords(page: DossierPage): string {
  const t = useT('dossier')
  const { office } = useStatus()
  const language = useLanguage()
  const { stopped, appointments, row, provisional } = page
  if (stopped !== null) return t('paper.dueStopped', { since: formatDate(stopped.since) })
  const date =
    `${office?.closingTime ?? ''} ${formatWeekday(row.dueOn, language)} ${formatDate(row.dueOn)}`.trim()
  if (appointments !== null && appointments.second === null && row.endedOn === null) {
    return t('paper.dueUntilProof', { date })
  }
  return provisional ? t('paper.provisional', { date }) : date
}

function DayTable({ lines, page }: { lines: readonly AccountLine[]; page: DossierPage }) {
  const t = useT('dossier')
  const language = useLanguage()
  const words = useDayWords()
  const due = page.stopped === null ? page.computedDueOn : null
  return (
    <table>
      <thead>
        <tr>
          {(['day', 'weekday', 'counted', 'reason'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`paper.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ first, last }) =>
          first === last ? (
            <tr key={first.date} className={first.date === due ? 'due' : undefined}>
              <td className="day">{formatDate(first.date)}</td>
              <td className="day">{formatWeekday(first.date, language)}</td>
              <td className="count">{first.counted ? first.number : '–'}</td>
              <td>
                {reasonOf(first, words)}
                {first.date === due && `. ${t('paper.due')}`}
              </td>
            </tr>
          ) : (
            <RunRow key={first.date} line={{ first, last }} lines={page.days} words={words} />
          ),
        )}
      </tbody>
    </table>
  )
}

/** Many like days as one line: a pause, or lateness with its working days so far. */
function RunRow({
  line: { first, last },
  lines,
  words,
}: {
  line: AccountLine
  lines: DossierPage['days']
  words: DayWords
}) {
  const t = useT('dossier')
  const count = lines.findLast(({ reason, date }) => reason === 'late' && date <= last.date)?.number ?? 0
  return (
    <tr>
      <td className="day" colSpan={2}>
        {t('paper.run', { from: formatDate(first.date), to: formatDate(last.date) })}
      </td>
      <td className="count">–</td>
      <td>{first.reason === 'late' ? t('paper.late', { count }) : reasonOf(first, words)}</td>
    </tr>
  )
}

function reasonOf(day: AccountLine['first'], words: DayWords): string {
  const law = words.basis(day)
  return law === '' ? words.reason(day) : `${words.reason(day)} (${law})`
}
