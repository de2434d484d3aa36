import { Box, Button, Typography } from '@mui/material'
import PrintIcon from '@mui/icons-material/PrintOutlined'
import { useIsFetching } from '@tanstack/react-query'
import { useT } from '../../app/i18n.ts'
import { useOrpc } from '../../app/office.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import type { Method } from '../../../src-main/domain/figure-class.ts'
import type { Breakdown } from '../../../src-main/domain/figure-tables.ts'
import type { Period } from '../../../src-main/domain/period.ts'
import { ChartsView } from './charts/charts-view.tsx'
import { BreakdownChoice, MethodChoice, VIEW_PANEL_ID, ViewTabs, viewTabId } from './choices.tsx'
import { CompareView } from './compare-view.tsx'
import { ExportButton } from './export/export-button.tsx'
import { KNOWN_VIEWS, VIEWS } from './figures-address.ts'
import { KnownBanner } from './known-banner.tsx'
import { PrintReport } from './export/print-report.tsx'
import { PeriodBar } from './period-bar.tsx'
import { type Grouping, periodOfChoice } from './period-choice.ts'
import { usePeriodWords } from './period-words.ts'
import { TableView } from './table-view.tsx'
import { TimesView } from './times-view.tsx'
import { useFiguresAddress } from './use-figures-address.ts'

/** Figures (*thống kê*): the tables of any period, processing times, comparison, charts. */
export function FiguresScreen() {
  const t = useT('figures')
  const { choice, view, by, method, known, at, today, change } = useFiguresAddress()
  const words = usePeriodWords()
  const period = periodOfChoice(choice)
  const name = words.ofChoice(choice)
  const official = view === 'table' && (by === 'field' || by === 'procedure') ? by : null
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={
          <>
            <span aria-live="polite" data-testid="figures-range">
              {period === null
                ? t('rangeIncomplete')
                : `${name === null ? '' : `${name}: `}${words.range(period)}`}
            </span>
            {official !== null && ` · ${t('form')}`}
          </>
        }
        actions={
          <Actions
            period={period}
            method={method}
            official={official}
            known={known}
            printed={view === 'table' ? by : view === 'charts' ? 'charts' : null}
          />
        }
      />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2, rowGap: 1 }}>
        <PeriodBar choice={choice} today={today} onChange={(next) => change({ choice: next })} />
      </Box>
      {known !== null && period !== null && (
        <KnownBanner query={{ ...period, method, known }} onNow={() => change({ known: null })} />
      )}
      <Box sx={BAR}>
        <ViewTabs
          view={view}
          views={known === null ? VIEWS : KNOWN_VIEWS}
          onChange={(next) => change({ view: next })}
        />
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, pb: '3px' }}>
          {view === 'table' && <BreakdownChoice by={by} onChange={(next) => change({ by: next })} />}
          {view !== 'times' && <MethodChoice method={method} onChange={(next) => change({ method: next })} />}
        </Box>
      </Box>
      <Box
        role="tabpanel"
        id={VIEW_PANEL_ID}
        aria-labelledby={viewTabId(view)}
        sx={{ flex: 'none', display: 'flex', flexDirection: 'column' }}
      >
        {period === null ? (
          <Typography sx={{ color: 'text.secondary' }}>{t('rangeIncomplete')}</Typography>
        ) : view === 'table' ? (
          <TableView {...{ period, method, known, by, at }} />
        ) : view === 'times' ? (
          <TimesView period={period} method={method} known={known} />
        ) : view === 'compare' ? (
          <CompareView choice={choice} period={period} method={method} />
        ) : (
          <ChartsView period={period} method={method} name={name} />
        )}
      </Box>
    </>
  )
}

const BAR = {
  flex: 'none',
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'space-between',
  gap: 2,
  mt: 1,
  mb: 1.25,
  borderBottom: 1,
  borderColor: 'divider',
} as const

/** Paper and file. */
function Actions({
  period,
  method,
  official,
  known,
  printed,
}: {
  period: Period | null
  method: Method
  /** The official table on the screen, which there is a file of. */
  official: Grouping | null
  /** A report is of what is known now, or of a closing. */
  known: number | null
  /** What of the screen can be printed: a table, the charts. */
  printed: Breakdown | 'charts' | null
}) {
  const counting = useIsFetching({ queryKey: useOrpc().figures.key() }) > 0
  const disabled = period === null || counting
  return (
    <>
      {printed === 'charts' && <PrintPage disabled={disabled} />}
      {printed !== null && printed !== 'charts' && period !== null && known === null && (
        <PrintReport {...{ period, method, disabled }} table={printed} />
      )}
      {known === null && <ExportButton period={period} by={official ?? 'field'} method={method} />}
    </>
  )
}

/** Prints the page: its charts, as they stand on it. */
function PrintPage({ disabled }: { disabled: boolean }) {
  const t = useT('common')
  return (
    <Button variant="outlined" startIcon={<PrintIcon />} disabled={disabled} onClick={() => window.print()}>
      {t('button.print')}
    </Button>
  )
}
