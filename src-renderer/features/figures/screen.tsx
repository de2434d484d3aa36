import { Box, Button, LinearProgress, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material'
import ExportIcon from '@mui/icons-material/FileDownloadOutlined'
import PrintIcon from '@mui/icons-material/PrintOutlined'
import { keepPreviousData, skipToken, useMutation, useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { useT } from '../../app/i18n.ts'
import { useOrpc, useStatus } from '../../app/office.tsx'
import { useRights } from '../../app/rights.ts'
import { downloadFile } from '../../ui/download.ts'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import type { Period } from '../../../src-main/domain/period.ts'
import { ClosingPart } from './closing/closing-part.tsx'
import { Identities, Memo, Method } from './notes.tsx'
import { PeriodBar } from './period-bar.tsx'
import {
  choiceOf,
  type Grouping,
  groupingOf,
  type PeriodChoice,
  periodOfChoice,
  queryOf,
} from './period-choice.ts'
import { usePeriodWords } from './period-words.ts'
import { PrintSheet } from './print-sheet.tsx'
import { Shares } from './shares.tsx'
import { SummaryTable } from './summary-table.tsx'
import { Warnings } from './warnings.tsx'

/** Figures (*thống kê*): Biểu II.06a for any period, by field or by procedure. */
export function FiguresScreen() {
  const t = useT('figures')
  const orpc = useOrpc()
  const { choice, by, change, today } = useChoice()
  const words = usePeriodWords()
  const period = periodOfChoice(choice)
  const summary = useQuery(
    orpc.figures.summary.queryOptions({
      input: period === null ? skipToken : { ...period, by },
      placeholderData: keepPreviousData,
    }),
  )
  const fading = summary.isPlaceholderData || period === null
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('form')}
        actions={<Actions period={period} by={by} ready={!fading && summary.isSuccess} />}
      />
      <PeriodBar choice={choice} today={today} onChange={(next) => change(next, by)} />
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, mt: 1.5, mb: 0.75 }}>
        <Typography aria-live="polite" data-testid="figures-range" sx={{ flex: 1, fontWeight: 600 }}>
          {period === null ? t('rangeIncomplete') : words.range(period)}
        </Typography>
        <GroupingChoice by={by} onChange={(next) => change(choice, next)} />
      </Box>
      <Box sx={{ height: 3, mb: 0.75, flex: 'none' }}>
        {summary.isFetching && <LinearProgress aria-label={t('counting')} sx={{ height: 3 }} />}
      </Box>
      <ErrorAlert
        error={summary.error}
        action={<Retry onClick={() => void summary.refetch()} />}
        sx={{ mb: 1.5 }}
      />
      {summary.data !== undefined && (
        <>
          <Warnings summary={summary.data} />
          <ClosingPart period={period} />
          <SummaryTable summary={summary.data} fading={fading} />
          <Box sx={NOTES}>
            <Shares counts={summary.data.total} />
            <Box sx={{ display: 'grid', gap: 3, alignContent: 'start' }}>
              <Memo summary={summary.data} />
              <Identities summary={summary.data} />
            </Box>
            <Method />
          </Box>
          <PrintSheet summary={summary.data} name={words.ofChoice(choice)} />
        </>
      )}
    </>
  )
}

const NOTES = {
  flex: 'none',
  mt: 3,
  pb: 2,
  display: 'grid',
  gap: 4,
  gridTemplateColumns: { xs: '1fr 1fr', xl: '1fr 1fr 1.1fr' },
}

/** The choice stands in the address: it can be linked and survives a reload. */
function useChoice() {
  const { today } = useStatus()
  const [query, setQuery] = useSearchParams()
  return {
    today,
    choice: choiceOf(query, today),
    by: groupingOf(query),
    change: (choice: PeriodChoice, by: Grouping) => setQuery(queryOf(choice, by), { replace: true }),
  }
}

function Retry({ onClick }: { onClick: () => void }) {
  const t = useT('common')
  return <Button onClick={onClick}>{t('app.retry')}</Button>
}

function GroupingChoice({ by, onChange }: { by: Grouping; onChange: (by: Grouping) => void }) {
  const t = useT('figures')
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      aria-label={t('by.label')}
      value={by}
      onChange={(_, next: Grouping | null) => next !== null && onChange(next)}
      sx={{ flex: 'none' }}
    >
      <ToggleButton value="field">{t('by.field')}</ToggleButton>
      <ToggleButton value="procedure">{t('by.procedure')}</ToggleButton>
    </ToggleButtonGroup>
  )
}

/** Paper and Excel. Only what is on the screen leaves it. */
function Actions({ period, by, ready }: { period: Period | null; by: Grouping; ready: boolean }) {
  const t = useT('common')
  const orpc = useOrpc()
  const may = useRights()
  const save = useMutation(orpc.figures.exportSummary.mutationOptions({ onSuccess: downloadFile }))
  return (
    <>
      {save.isError && <ErrorAlert error={save.error} sx={{ py: 0 }} />}
      <Button variant="outlined" startIcon={<PrintIcon />} disabled={!ready} onClick={() => window.print()}>
        {t('button.print')}
      </Button>
      {may('export') && (
        <Button
          variant="contained"
          startIcon={<ExportIcon />}
          disabled={!ready}
          loading={save.isPending}
          loadingPosition="start"
          onClick={() => period !== null && save.mutate({ ...period, by })}
        >
          {t('button.export')}
        </Button>
      )}
    </>
  )
}
