import { Link as PlainLink } from '@mui/material'
import type { GridColDef } from '@mui/x-data-grid'
import type { TFunction } from 'i18next'
import { Link } from 'react-router'
import { COUNTED_SORT_FIELDS, type DossierRow, type SortField } from '../../src-main/contract/dossier-list.ts'
import { BlockedMark } from './blocked-mark.tsx'
import { formatDate, formatMoment } from './format.ts'
import { StandingChip } from './standing-chip.tsx'
import { StateChip } from './state-chip.tsx'
import { StepChip } from './step-chip.tsx'

/** The columns a list of dossiers can show, in their usual order. */
export const DOSSIER_COLUMNS = [
  'code',
  'applicantName',
  'procedureName',
  'commune',
  'acceptedOn',
  'dueOn',
  'standing',
  'state',
  'holderName',
  'endedOn',
  'returnedOn',
  'idNumber',
  'phone',
  'address',
  'parcel',
  'certificateNumber',
  'channel',
  'step',
  'stepDueAt',
] as const
export type DossierColumn = (typeof DOSSIER_COLUMNS)[number]

/** What a list shows until the user chooses otherwise. */
export const USUAL_COLUMNS: readonly DossierColumn[] = [
  'code',
  'applicantName',
  'procedureName',
  'commune',
  'acceptedOn',
  'dueOn',
  'standing',
  'state',
  'holderName',
]

type Column = GridColDef<DossierRow>

const date = (read: (row: DossierRow) => DossierRow['endedOn']): Partial<Column> => ({
  width: 118,
  align: 'right',
  headerAlign: 'right',
  valueGetter: (_, row) => read(row),
  renderCell: ({ row }) => formatDate(read(row)),
})

const SHAPES: Record<DossierColumn, Partial<Column>> = {
  code: {
    width: 228,
    hideable: false,
    renderCell: ({ row, tabIndex }) => (
      <>
        <BlockedMark dossierId={row.id} />
        <PlainLink component={Link} to={`/dossiers/${row.id}`} tabIndex={tabIndex} sx={{ fontWeight: 500 }}>
          {row.code}
        </PlainLink>
      </>
    ),
  },
  applicantName: { flex: 1, minWidth: 170 },
  procedureName: { flex: 1.4, minWidth: 200 },
  commune: { width: 140 },
  acceptedOn: date((row) => row.acceptedOn),
  dueOn: date((row) => row.dueOn),
  endedOn: date((row) => row.endedOn),
  returnedOn: date((row) => row.returnedOn),
  standing: {
    width: 222,
    display: 'flex',
    valueGetter: (_, row) => row.workingDays,
    renderCell: ({ row }) => (
      <StandingChip standing={row.standing} workingDays={row.workingDays} apology={row.apology} />
    ),
  },
  state: { width: 196, display: 'flex', renderCell: ({ row }) => <StateChip state={row.state} /> },
  holderName: { width: 160 },
  idNumber: { width: 130 },
  phone: { width: 120 },
  address: { flex: 1, minWidth: 160 },
  parcel: { width: 100, valueGetter: (_, row) => [row.mapSheet, row.plot].filter(Boolean).join('/') },
  certificateNumber: { width: 150 },
  channel: { width: 120 },
  step: {
    width: 190,
    display: 'flex',
    valueGetter: (_, row) => row.step?.name ?? '',
    renderCell: ({ row }) => <StepChip step={row.step} />,
  },
  stepDueAt: {
    width: 136,
    align: 'right',
    headerAlign: 'right',
    valueGetter: (_, row) => row.step?.dueAt ?? null,
    renderCell: ({ row }) => formatMoment(row.step?.dueAt ?? null),
  },
}

/** Columns the core can sort by. A standing follows the due date closely enough to mislead: not among them. */
const SORTABLE: Partial<Record<DossierColumn, SortField>> = {
  code: 'code',
  applicantName: 'applicantName',
  procedureName: 'procedureName',
  commune: 'commune',
  acceptedOn: 'acceptedOn',
  dueOn: 'dueOn',
  endedOn: 'endedOn',
  state: 'state',
  holderName: 'holderName',
}

/** The field the core sorts by for a column; `null` when it cannot. */
export function sortFieldOf(column: string): SortField | null {
  const known = DOSSIER_COLUMNS.find((one) => one === column)
  if (known !== undefined) return SORTABLE[known] ?? null
  return COUNTED_SORT_FIELDS.find((one) => one === column) ?? null
}

/** All columns with their heads in the language of the window. */
export function dossierColumns(t: TFunction<'common'>): Column[] {
  return DOSSIER_COLUMNS.map((field) => ({
    sortable: SORTABLE[field] !== undefined,
    ...SHAPES[field],
    ...(field === 'channel'
      ? { valueGetter: (_: unknown, row: DossierRow) => t(`channel.${row.channel}`) }
      : {}),
    field,
    headerName: t(`column.${field}`),
  }))
}
