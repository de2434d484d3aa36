import type { GridColDef } from '@mui/x-data-grid'
import { useMediaQuery } from '@mui/material'
import { useMemo } from 'react'
import type { DossierFilter, DossierRow } from '../../../src-main/contract/dossier-list.ts'
import { useT } from '../../app/i18n.ts'
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

/** The columns of the lists of dossiers, as wide as they need to be. */
export function useListColumns(): GridColDef<DossierRow>[] {
  const t = useT('common')
  return useMemo(() => dossierColumns(t).map((column) => ({ ...column, ...WIDTHS[column.field] })), [t])
}

/** The columns shown until the user chooses: as many as the window has room for. */
export function useFirstColumns({ queue, stepRole }: DossierFilter): readonly DossierColumn[] {
  const wide = useMediaQuery('(min-width: 1640px)')
  if (queue === 'behind' || stepRole != null) return wide ? BY_STEP_WIDE : BY_STEP
  return wide ? USUAL_COLUMNS : NARROW
}
