import { Alert, Box, LinearProgress, Typography } from '@mui/material'
import { skipToken, useQuery } from '@tanstack/react-query'
import type { Method } from '../../../src-main/domain/figure-class.ts'
import type { Period } from '../../../src-main/domain/period.ts'
import { useT } from '../../app/i18n.ts'
import { useOrpc, useStatus } from '../../app/office.tsx'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { formatDate, formatNumber, formatPercent } from '../../ui/format.ts'
import { CellLink } from './cell-link.tsx'
import { type Counts, MEASURES } from './compare-measures.ts'
import { onTimeShare } from '../../../src-main/domain/figures.ts'
import { type PeriodChoice, choiceOfPeriod, periodBefore, periodYearBefore } from './period-choice.ts'
import { usePeriodWords } from './period-words.ts'
import { TABLE_LOOK } from './table-look.ts'
import { type RovingCells, useRovingCells } from './use-roving-cells.ts'

/** The period against the one before it and the same one last year: numbers and differences. */
export function CompareView({
  choice,
  period,
  method,
}: {
  choice: PeriodChoice
  period: Period
  method: Method
}) {
  const t = useT('figure-views')
  const figures = useT('figures')
  const { today } = useStatus()
  const now = useCounts(period, method)
  const before = useCounts(periodBefore(choice), method)
  const yearBefore = useCounts(periodYearBefore(choice), method)
  const all = [now, before, yearBefore]
  const counting = all.some(({ query }) => query.isFetching)
  return (
    <>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('compare.title')}
      </Typography>
      <Box sx={{ height: 3, my: 0.75 }}>
        {counting && <LinearProgress aria-label={figures('counting')} sx={{ height: 3 }} />}
      </Box>
      <ErrorAlert error={all.find(({ query }) => query.error !== null)?.query.error ?? null} />
      {period.to >= today && (
        <Alert severity="warning" sx={{ mb: 1.5, py: 0, maxWidth: 1100 }}>
          {t('compare.unfinished')}
        </Alert>
      )}
      {now.counts !== null && (
        <CompareTable method={method} now={{ period, counts: now.counts }} others={{ before, yearBefore }} />
      )}
    </>
  )
}

function useCounts(period: Period | null, method: Method) {
  const query = useQuery(
    useOrpc().figures.table.queryOptions({
      input: period === null ? skipToken : { ...period, method, by: 'field' },
    }),
  )
  return { period, query, counts: query.data?.total ?? null }
}

interface Compared {
  period: Period | null
  counts: Counts | null
}

function CompareTable({
  method,
  now,
  others,
}: {
  method: Method
  now: { period: Period; counts: Counts }
  others: { before: Compared; yearBefore: Compared }
}) {
  const t = useT('figure-views')
  const places = [now, others.before, others.yearBefore]
  const roving = useRovingCells(
    MEASURES.map((measure) =>
      places.map(({ counts }) => (measure === 'share' ? 0 : (counts?.[measure] ?? 0))),
    ),
  )
  return (
    <Box
      component="table"
      role="grid"
      {...roving.table}
      aria-label={t('compare.title')}
      data-testid="compare-table"
      sx={TABLE_LOOK}
      style={{ maxWidth: 1100 }}
    >
      <colgroup>
        <col />
        <col style={{ width: 160 }} />
        <col style={{ width: 160 }} />
        <col style={{ width: 110 }} />
        <col style={{ width: 160 }} />
        <col style={{ width: 110 }} />
      </colgroup>
      <CompareHead periods={places.map(({ period }) => period)} />
      <tbody>
        {MEASURES.map((measure, row) => (
          <tr key={measure} data-row={measure}>
            <th scope="row">{measure === 'share' ? t('compare.share') : t(`column.${measure}`)}</th>
            {places.map((place, column) => [
              <td key={column} className="group" data-figure={['now', 'before', 'yearBefore'][column]}>
                <Value {...{ measure, place, method }} keys={roving.link(row, column)} />
              </td>,
              column > 0 && (
                <td key={`${column}-difference`} data-figure={`difference-${column}`}>
                  <Difference measure={measure} now={now.counts} then={place.counts} />
                </td>
              ),
            ])}
          </tr>
        ))}
      </tbody>
    </Box>
  )
}

function CompareHead({ periods }: { periods: readonly (Period | null)[] }) {
  const t = useT('figure-views')
  return (
    <thead>
      <tr>
        <th scope="col">{t('compare.measure')}</th>
        {(['now', 'before', 'yearBefore'] as const).map((which, at) => [
          <th key={which} scope="col" className="group">
            {t(`compare.${which}`)}
            <PeriodName period={periods[at] ?? null} />
          </th>,
          at > 0 && (
            <th key={`${which}-difference`} scope="col">
              {t('compare.difference')}
            </th>
          ),
        ])}
      </tr>
    </thead>
  )
}

/** The name of a period under its head, and its days where it has none. */
function PeriodName({ period }: { period: Period | null }) {
  const t = useT('figure-views')
  const words = usePeriodWords()
  return (
    <Box component="span" sx={{ display: 'block', fontWeight: 400 }}>
      {period === null
        ? t('compare.none')
        : (words.ofChoice(choiceOfPeriod(period)) ?? `${formatDate(period.from)} – ${formatDate(period.to)}`)}
    </Box>
  )
}

function Value({
  measure,
  place: { period, counts },
  method,
  keys,
}: {
  measure: (typeof MEASURES)[number]
  place: Compared
  method: Method
  keys: ReturnType<RovingCells['link']>
}) {
  const t = useT('figure-views')
  if (counts === null || period === null) return '–'
  if (measure !== 'share') {
    const row = `${formatDate(period.from)} – ${formatDate(period.to)}`
    const cell = { ...period, method, known: null, by: 'field', key: null, column: measure } as const
    return <CellLink number={counts[measure]} row={row} cell={cell} keys={keys} />
  }
  const { part, whole, percent } = onTimeShare(counts, counts.resolved)
  return (
    <>
      <b>{formatPercent(percent)}</b>
      <Box component="span" sx={{ display: 'block', fontSize: 12, color: 'text.secondary' }}>
        {t('compare.of', { part: formatNumber(part), whole: formatNumber(whole) })}
      </Box>
    </>
  )
}

function Difference({
  measure,
  now,
  then,
}: {
  measure: (typeof MEASURES)[number]
  now: Counts
  then: Counts | null
}) {
  const t = useT('figure-views')
  if (then === null) return '–'
  if (measure !== 'share') return signed(now[measure] - then[measure])
  const [after, before] = [now, then].map((counts) => onTimeShare(counts, counts.resolved).percent)
  if (after == null || before == null) return '–'
  return t('compare.points', { number: signed(Math.round((after - before) * 10) / 10) })
}

/** With its sign, as differences are written: `+12`, `−3`, `0`. */
function signed(difference: number): string {
  const size = formatNumber(Math.abs(difference))
  return difference === 0 ? size : `${difference > 0 ? '+' : '−'}${size}`
}
