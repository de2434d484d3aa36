import { Box, Link as PlainLink } from '@mui/material'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { Summary } from '../../../src-main/contract/figures.ts'
import type { CellColumn } from '../../../src-main/domain/figure-class.ts'
import { onTimeShare, totalsOf } from '../../../src-main/domain/figures.ts'
import { periodIndexOf, periodOf } from '../../../src-main/domain/period.ts'
import { useT } from '../../app/i18n.ts'
import { useOrpc, useStatus } from '../../app/office.tsx'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { formatDate, formatPercent } from '../../ui/format.ts'
import { Section } from '../../ui/section.tsx'
import { wordsAround } from '../../ui/words-around.ts'
import { CellLink } from '../figures/cell-link.tsx'

/**
 * How the calendar month stands, counted to the end of today: what is due later this month is not overdue
 * yet.
 */
export function Month() {
  const t = useT('today')
  const { today } = useStatus()
  const month = periodIndexOf('month', today)
  const { from } = periodOf('month', Number(today.slice(0, 4)), month, 'calendar')
  const summary = useQuery(
    useOrpc().figures.summary.queryOptions({
      input: { from, to: today, by: 'field' },
      placeholderData: keepPreviousData,
    }),
  )
  return (
    <Section
      title={t('monthTitle', {
        month,
        year: today.slice(0, 4),
        from: formatDate(from),
        to: formatDate(today),
      })}
      actions={
        <PlainLink
          component={Link}
          to={`/figures?from=${from}&to=${today}`}
          sx={{ flex: 'none', fontSize: 13 }}
        >
          {t('monthMore')}
        </PlainLink>
      }
    >
      <ErrorAlert error={summary.error} />
      {summary.data !== undefined && <Figures summary={summary.data} />}
    </Section>
  )
}

function Figures({ summary: { total, from, to } }: { summary: Summary }) {
  const t = useT('today')
  const sums = totalsOf(total)
  const share = onTimeShare(total, sums.resolved)
  const days = `${formatDate(from)} – ${formatDate(to)}`
  // The same cell as in the report: its list is as long as the number.
  const opens = (column: CellColumn, number: number) => (
    <CellLink
      number={number}
      row={days}
      cell={{ from, to, method: 'original', known: null, by: 'field', key: null, column }}
    />
  )
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 3,
        gridTemplateColumns: { xs: 'repeat(2, 1fr)', lg: '1.5fr 1.1fr 1fr 1.3fr' },
      }}
    >
      <Figure
        words={t('received')}
        value={opens('receivedInPeriod', sums.receivedInPeriod)}
        detail={wordsAround((values) => t('receivedDetail', values), {
          online: opens('receivedOnline', total.receivedOnline),
          carried: opens('carriedOver', total.carriedOver),
        })}
      />
      <Figure
        words={t('resolved')}
        value={opens('resolved', sums.resolved)}
        detail={wordsAround((values) => t('resolvedDetail', values), {
          early: opens('resolvedEarly', total.resolvedEarly),
          onTime: opens('resolvedOnTime', total.resolvedOnTime),
          late: opens('resolvedLate', total.resolvedLate),
        })}
      />
      <Figure
        words={t('pending')}
        value={opens('pending', sums.pending)}
        detail={
          <>
            {wordsAround((values) => t('pendingInTime', values), {
              number: opens('pendingInTime', total.pendingInTime),
            })}
            , {opens('pendingOverdue', total.pendingOverdue)} {t('pendingOverdue')}
          </>
        }
      />
      <Box>
        <Figure
          words={t('share')}
          value={formatPercent(share.percent)}
          detail={
            sums.resolved === 0
              ? t('shareNone')
              : wordsAround((values) => t('shareDetail', values), {
                  part: opens('resolvedInTime', total.resolvedEarly + total.resolvedOnTime),
                  whole: opens('resolved', sums.resolved),
                })
          }
        />
        {sums.resolved > 0 && <Bar total={total} />}
      </Box>
    </Box>
  )
}

function Figure({ words, value, detail }: { words: string; value: ReactNode; detail: ReactNode }) {
  return (
    <Box>
      <Box sx={{ fontWeight: 500 }}>{words}</Box>
      <Box sx={{ fontSize: 24, fontWeight: 600, lineHeight: 1.35, letterSpacing: '-0.01em' }}>{value}</Box>
      <Box sx={{ fontSize: 12.5, color: 'text.secondary' }}>{detail}</Box>
    </Box>
  )
}

/** Early, on time and late side by side. The numbers stand in words beside it, so it is hidden from readers. */
function Bar({ total }: { total: Summary['total'] }) {
  const parts = [
    { tone: 'early', size: total.resolvedEarly },
    { tone: 'onTime', size: total.resolvedOnTime },
    { tone: 'late', size: total.resolvedLate },
  ]
  return (
    <Box
      aria-hidden
      sx={{ display: 'flex', gap: '2px', height: 6, mt: 1, borderRadius: 3, overflow: 'hidden' }}
    >
      {parts.map(({ tone, size }) =>
        size === 0 ? null : (
          <Box key={tone} sx={{ flex: size, minWidth: 3, bgcolor: `standing.${tone}.fg` }} />
        ),
      )}
    </Box>
  )
}
