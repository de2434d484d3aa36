import type { GridColDef } from '@mui/x-data-grid'
import { useMediaQuery } from '@mui/material'
import { useMemo } from 'react'
import type { DossierFilter, DossierRow } from '../../../src-main/contract/dossier-list.ts'
import { useT } from '../../app/i18n.ts'
import { countedColumns } from '../../ui/counted-columns.tsx'
import { type DossierColumn, dossierColumns, USUAL_COLUMNS } from '../../ui/dossier-columns.tsx'

/** Widths in pixels that let the usual columns stand side by side on a screen of 1280. */
const WIDTHS: Partial<Record<string, Partial<GridColDef<DossierRow>>>> = {
  code: { width: 226 },
  applicantName: { minWidth: 150 },
  procedureName: { minWidth: 150 },
  commune: { width: 128 },
  acceptedOn: { width: 132 },
  dueOn: { width: 108 },
  endedOn: { width: 112 },
  returnedOn: { width: 108 },
  standing: { width: 216 },
  state: { width: 196 },
  holderName: { width: 160 },
}

/** What is shown at first where there is no room for all of it. */
const NARROW: readonly DossierColumn[] = [
  'code',
  'applicantName',
  'procedureName',
  'dueOn',
  'standing',
  'holderName',
]

/** Where a list is looked at step by step, the step stands in for what it makes plain. */
const BY_STEP: readonly DossierColumn[] = [
  'code',
  'applicantName',
  'dueOn',
  'holderName',
  'step',
  'stepDueAt',
]
const BY_STEP_WIDE: readonly DossierColumn[] = [...BY_STEP, 'procedureName', 'commune', 'standing']

/** Behind a number of the figures what counts stands first, as it was then. */
const COUNTED: readonly string[] = [
  'code',
  'applicantName',
  'countedStanding',
  'countedDueOn',
  'countedEndedOn',
  'countedDaysLate',
  'countedOfficer',
]
const COUNTED_WIDE: readonly string[] = [...COUNTED, 'procedureName', 'countedOrigin', 'state']

/** What has gone on since: behind a number of the figures it is marked as of today. */
const OF_TODAY: readonly string[] = [
  'dueOn',
  'standing',
  'state',
  'holderName',
  'endedOn',
  'returnedOn',
  'step',
  'stepDueAt',
] satisfies DossierColumn[]

/** The columns of a list of dossiers, as wide as they need to be. */
export function useListColumns({ cell }: Pick<DossierFilter, 'cell'>): GridColDef<DossierRow>[] {
  const t = useT('common')
  const counted = cell != null
  return useMemo(() => {
    const columns = dossierColumns(t).map((column) => ({ ...column, ...WIDTHS[column.field] }))
    if (!counted) return columns
    const now = columns
      .filter(({ field }) => OF_TODAY.includes(field))
      .map((column) => ({ ...column, headerName: t('column.now', { column: column.headerName }) }))
    return [...columns.filter(({ field }) => !OF_TODAY.includes(field)), ...countedColumns(t), ...now]
  }, [t, counted])
}

/** The columns shown until the user chooses: as many as the window has room for. */
export function useFirstColumns({ queue, stepRole, cell }: DossierFilter): readonly string[] {
  const wide = useMediaQuery('(min-width: 1640px)')
  if (cell != null) return wide ? COUNTED_WIDE : COUNTED
  if (queue === 'behind' || stepRole != null) return wide ? BY_STEP_WIDE : BY_STEP
  return wide ? USUAL_COLUMNS : NARROW
}
