import { Box, LinearProgress, type Theme, ToggleButton, ToggleButtonGroup } from '@mui/material'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Method } from '../../../../src-main/domain/figure-class.ts'
import { type Period, monthsOf, monthsUpTo, ruleOf } from '../../../../src-main/domain/period.ts'
import { useT } from '../../../app/i18n.ts'
import { useOrpc } from '../../../app/office.tsx'
import { ErrorAlert } from '../../../ui/error-alert.tsx'
import { usePeriodWords } from '../period-words.ts'
import { Retry } from '../retry.tsx'
import { DARK_TONES, LIGHT_TONES, tonesAsVariables } from './chart-colours.ts'
import { LateChart } from './late-charts.tsx'
import { FlowChart, ShareChart } from './month-charts.tsx'
import { AgesChart, LoadChart } from './pending-charts.tsx'
import { PrintCharts } from './print-charts.tsx'

/** Which months the charts by month show. */
const RANGES = ['period', 'year', 'all'] as const
type Range = (typeof RANGES)[number]

/** The figures in pictures: how the months went, what was late and why, how old and how much what is pending is. */
export function ChartsView({
  period,
  method,
  name,
}: {
  period: Period
  method: Method
  /** Name of the period, where it has one. */
  name: string | null
}) {
  const t = useT('figure-views')
  const words = usePeriodWords()
  // One month alone says nothing of how it went.
  const [chosen, choose] = useState<Range | null>(null)
  const range = chosen ?? (monthsOf(period).length > 2 ? 'period' : 'year')
  const series = useQuery(
    useOrpc().figures.series.queryOptions({
      input: { ...spanOf(range, period), method },
      placeholderData: keepPreviousData,
    }),
  )
  const rule = t(`method.${method}Note`)
  const source = `${name === null ? '' : `${name}: `}${words.range(period)} · ${rule}`
  const months = { months: series.data, busy: series.isFetching, method, source }
  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, fontSize: 13, mb: 1 }}>
        <Box component="span" id="figures-months" sx={{ color: 'text.secondary' }}>
          {t('charts.range')}
        </Box>
        <ToggleButtonGroup
          exclusive
          size="small"
          aria-labelledby="figures-months"
          value={range}
          onChange={(_, next: Range | null) => next !== null && choose(next)}
        >
          {RANGES.map((one) => (
            <ToggleButton key={one} value={one}>
              {t(`charts.rangeOf.${one}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      </Box>
      <Box sx={{ height: 3, mb: 0.75 }}>
        {series.isFetching && <LinearProgress aria-label={t('charts.counting')} sx={{ height: 3 }} />}
      </Box>
      <ErrorAlert
        error={series.error}
        action={<Retry onClick={() => void series.refetch()} />}
        sx={{ mb: 1.5 }}
      />
      <Box sx={CHARTS}>
        <div>
          <FlowChart {...months} />
          <LateChart by="cause" period={period} method={method} source={source} />
          <AgesChart method={method} source={rule} />
        </div>
        <div>
          <ShareChart {...months} />
          <LateChart by="procedure" period={period} method={method} source={source} />
          <LoadChart method={method} source={rule} />
        </div>
      </Box>
      <PrintCharts source={source} />
    </>
  )
}

/** Two columns, each as long as its own charts. */
const CHARTS = (theme: Theme) => ({
  ...tonesAsVariables(LIGHT_TONES),
  ...theme.applyStyles('dark', tonesAsVariables(DARK_TONES)),
  display: 'grid',
  gap: 2,
  gridTemplateColumns: '1fr',
  alignItems: 'start',
  [theme.breakpoints.up('lg')]: { gridTemplateColumns: '1fr 1fr' },
  '& > div': { display: 'grid', gap: 2, minWidth: 0 },
})

function spanOf(range: Range, period: Period) {
  switch (range) {
    case 'period':
      return period
    case 'year':
      return monthsUpTo(period, 12)
    case 'all':
      return { from: null, to: period.to, rule: ruleOf(period) }
  }
}
