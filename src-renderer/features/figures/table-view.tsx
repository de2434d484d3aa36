import { Box, LinearProgress, Typography } from '@mui/material'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Method } from '../../../src-main/domain/figure-class.ts'
import { type Breakdown, LATE_BREAKDOWNS } from '../../../src-main/domain/figure-tables.ts'
import type { Period } from '../../../src-main/domain/period.ts'
import { useT } from '../../app/i18n.ts'
import { useOrpc } from '../../app/office.tsx'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { ChecksPanel } from './checks/checks-panel.tsx'
import { ClosingPart } from './closing/closing-part.tsx'
import { noteOf } from './columns.ts'
import { FigureGrid, type ShownTable } from './figure-grid.tsx'
import type { FiguresAddress } from './figures-address.ts'
import { Identities, Memo, MethodNotes } from './notes.tsx'
import { Retry } from './retry.tsx'
import { Shares } from './shares.tsx'
import { NOTES_LOOK } from './table-look.ts'
import { Warnings } from './warnings.tsx'

/** The tables of a period: Biểu II.06a and all other breakdowns, with what stands beside them. */
export function TableView({
  period,
  method,
  known,
  by,
  at,
}: {
  period: Period
  method: Method
  known: number | null
  by: Breakdown
  at: FiguresAddress['at']
}) {
  const t = useT('figures')
  const views = useT('figure-views')
  const { shown, table } = useTable({ period, method, known, by })
  const summary = useQuery(
    useOrpc().figures.summary.queryOptions({
      input: { ...period, method, known, by: by === 'procedure' ? by : 'field' },
      placeholderData: keepPreviousData,
    }),
  )
  const note = noteOf(by)
  const fading = table.isPending || summary.isPlaceholderData
  return (
    <>
      {note !== null && (
        <Typography variant="body2" sx={{ color: 'text.secondary', maxWidth: 1000 }}>
          {views(`tableNote.${note}`)}
        </Typography>
      )}
      <Box sx={{ height: 3, mb: 0.75, flex: 'none' }}>
        {(table.isFetching || summary.isFetching) && (
          <LinearProgress aria-label={t('counting')} sx={{ height: 3 }} />
        )}
      </Box>
      <ErrorAlert
        error={table.error ?? summary.error}
        action={<Retry onClick={() => void Promise.all([table.refetch(), summary.refetch()])} />}
        sx={{ mb: 1.5 }}
      />
      {summary.data !== undefined && <Warnings summary={summary.data} />}
      {summary.data !== undefined && known === null && <ClosingPart period={period} method={method} />}
      {shown !== null && <FigureGrid shown={shown} at={at} fading={fading} />}
      {shown !== null && summary.data !== undefined && (
        <>
          <Box sx={NOTES_LOOK}>
            <Shares
              counts={summary.data.total}
              query={{ ...shown.period, method: shown.method, known: shown.known }}
            />
            <Box sx={{ display: 'grid', gap: 3, alignContent: 'start' }}>
              {!LATE_BREAKDOWNS.has(shown.by) && <Memo shown={shown} />}
              <Identities summary={summary.data} />
            </Box>
            <MethodNotes counted={summary.data} />
          </Box>
          {shown.known === null && <ChecksPanel period={shown.period} method={shown.method} />}
        </>
      )}
    </>
  )
}

/** A table as it was counted last; the one before stays until the next has come. */
function useTable(asked: Omit<ShownTable, 'table'>) {
  const { period, method, known, by } = asked
  const table = useQuery(useOrpc().figures.table.queryOptions({ input: { ...period, method, known, by } }))
  const [shown, show] = useState<ShownTable | null>(null)
  if (table.data !== undefined && table.data !== shown?.table) show({ ...asked, table: table.data })
  return { shown, table }
}
