import { Box } from '@mui/material'
import type { ArrivalPage } from '../../../src-main/contract/arrivals.ts'
import { useT } from '../../app/i18n.ts'
import { formatDate, formatMoment, formatWeekday } from '../../ui/format.ts'
import { Section } from '../../ui/section.tsx'
import { formatWorkingTime } from './words.ts'

type Answer = ArrivalPage['answers'][number]

/** Every answer that was owed, each against its eight working hours; the days of the last of them, one by one. */
export function AnswersSection({ page }: { page: ArrivalPage }) {
  const t = useT('arrivals')
  const { answers, days } = page
  return (
    <Section title={t('answers.title')} subtitle={t('answers.law')}>
      <Box sx={{ display: 'grid', gap: 2 }}>
        {answers.map((answer, index) => (
          <OneAnswer
            key={answer.from}
            answer={answer}
            nth={answers.length > 1 ? index + 1 : null}
            open={page.row.state === 'waiting'}
          />
        ))}
        <Days days={days} />
      </Box>
    </Section>
  )
}

function OneAnswer({ answer, nth, open }: { answer: Answer; nth: number | null; open: boolean }) {
  const t = useT('arrivals')
  const { from, due, at } = answer
  return (
    <Box component="dl" sx={LINES}>
      <dt>
        {t('answers.from')}
        {nth !== null && ` (${t('answers.second', { nth })})`}
      </dt>
      <dd>{formatMoment(from)}</dd>
      <dt>{t('answers.due')}</dt>
      <dd>
        <b>{formatMoment(due)}</b>
      </dd>
      <dt>{t('answers.at')}</dt>
      <dd>{at === null ? <NotAnswered answer={answer} open={open} /> : <Answered answer={answer} />}</dd>
    </Box>
  )
}

function NotAnswered({ answer, open }: { answer: Answer; open: boolean }) {
  const t = useT('arrivals')
  return (
    <>
      {t(open ? 'answers.none' : 'answers.notOwed')}
      {answer.late && <Late minutes={answer.lateMinutes} />}
    </>
  )
}

/** When it was answered; and when that was entered, where it was later. */
function Answered({ answer: { at, enteredAt, late, lateMinutes } }: { answer: Answer }) {
  const t = useT('arrivals')
  const entered = formatMoment(enteredAt)
  return (
    <>
      {formatMoment(at)}
      {late ? <Late minutes={lateMinutes} /> : `, ${t('answers.inTime')}`}
      {entered !== formatMoment(at) && (
        <Box component="span" sx={{ color: 'standing.soon.fg' }}>
          {' '}
          ({t('answers.entered', { moment: entered })})
        </Box>
      )}
    </>
  )
}

function Late({ minutes }: { minutes: number }) {
  const t = useT('arrivals')
  return (
    <Box component="span" sx={{ color: 'standing.late.fg', fontWeight: 600 }}>
      , {t('answers.late', { time: formatWorkingTime(minutes) })}
    </Box>
  )
}

function Days({ days }: Pick<ArrivalPage, 'days'>) {
  const t = useT('arrivals')
  return (
    <Box component="table" sx={TABLE} aria-label={t('answers.days', { count: days.length })}>
      <tbody>
        {days.map(({ date, minutes, reason, name }) => (
          <Box component="tr" key={date} sx={minutes === 0 ? { color: 'text.secondary' } : {}}>
            <td>
              {formatWeekday(date)}, {formatDate(date)}
            </td>
            <td>
              {name === '' ? t(`answers.reason.${reason}`) : `${name} (${t(`answers.reason.${reason}`)})`}
            </td>
            <td>{t('answers.minutes', { time: formatWorkingTime(minutes) })}</td>
          </Box>
        ))}
      </tbody>
    </Box>
  )
}

const LINES = {
  m: 0,
  fontSize: 13,
  display: 'grid',
  gridTemplateColumns: '150px minmax(0, 1fr)',
  rowGap: 0.5,
  '& dt': { color: 'text.secondary' },
  '& dd': { m: 0 },
}
const TABLE = {
  width: '100%',
  borderCollapse: 'collapse',
  fontSize: 13,
  '& td': { borderTop: 1, borderColor: 'divider', py: '4px', pr: 1 },
  '& td:last-of-type': { textAlign: 'right', pr: 0, whiteSpace: 'nowrap' },
}
