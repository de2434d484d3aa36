import { Box } from '@mui/material'
import type { GridColDef } from '@mui/x-data-grid'
import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import {
  COUNTED_SORT_FIELDS,
  type CountedAs,
  type CountedSortField,
  type DossierRow,
  type Standing,
} from '../../src-main/contract/dossier-list.ts'
import { formatDate } from './format.ts'
import { StandingLook } from './standing-chip.tsx'

type Column = GridColDef<DossierRow>

const NUMBERS: Partial<Column> = { align: 'right', headerAlign: 'right' }

/** How a standing of the figures looks: as the same standing of today does. */
const LOOKS: Record<CountedAs['standing'], Standing> = {
  early: 'ended-early',
  'on-time': 'ended-on-time',
  late: 'ended-late',
  'in-time': 'running',
  overdue: 'late',
}

/** The columns of what dossiers count as in the figures a list is cut by. */
export function countedColumns(t: TFunction<'common'>): Column[] {
  const shapes: Record<CountedSortField, Partial<Column>> = {
    countedOrigin: { width: 176, ...shown(({ origin }) => t(`counted.origin.${origin}`)) },
    countedStanding: {
      width: 164,
      display: 'flex',
      ...shown(({ standing, paused }) => (
        <StandingLook standing={paused === null ? LOOKS[standing] : 'paused'}>
          {t(paused === null ? `counted.standing.${standing}` : `counted.paused.${paused}`)}
        </StandingLook>
      )),
    },
    countedDueOn: { width: 112, ...NUMBERS, ...shown(({ dueOn }) => formatDate(dueOn)) },
    countedEndedOn: { width: 166, ...shown((counted) => endWords(t, counted)) },
    countedDaysLate: {
      width: 114,
      ...NUMBERS,
      description: t('counted.daysHint'),
      ...shown(({ daysLate }) => daysLate),
    },
    countedOfficer: { width: 150, ...shown(({ officerName }) => officerName) },
  }
  return COUNTED_SORT_FIELDS.map((field) => ({
    ...shapes[field],
    field,
    headerName: t(`column.${field}`),
  }))
}

function shown(words: (counted: CountedAs) => ReactNode): Partial<Column> {
  return { renderCell: ({ row }) => row.counted && words(row.counted) }
}

/** The day it ended, and how. */
function endWords(t: TFunction<'common'>, { endedOn, outcome }: CountedAs): ReactNode {
  if (endedOn === null || outcome === null) return null
  return (
    <>
      {formatDate(endedOn)}{' '}
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {t(`counted.outcome.${outcome}`)}
      </Box>
    </>
  )
}
