import { Box } from '@mui/material'
import type { GridColDef } from '@mui/x-data-grid'
import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import type { DeskList, DeskRow } from '../../../src-main/contract/desk.ts'
import type { DossierSort } from '../../../src-main/contract/dossier-list.ts'
import { LEG_HOLDERS } from '../../../src-main/domain/legs.ts'
import { useT } from '../../app/i18n.ts'
import { dossierColumns, sortFieldOf } from '../../ui/dossier-columns.tsx'
import type { SortWords } from '../../ui/dossier-grid.tsx'
import { formatDate, formatNumber } from '../../ui/format.ts'
import { useCauses } from './use-desk.ts'

type Column = GridColDef<DeskRow>

/** How late and with whom comes first; the rest can be scrolled to. */
const LATE_ORDER = [
  ...['code', 'applicantName', 'daysLate', 'shares', 'holderName', 'dueOn', 'apology', 'lateCause'],
  ...['procedureName', 'commune', 'acceptedOn', 'state'],
]
const NEXT_ORDER = [
  ...[
    'code',
    'applicantName',
    'dueOn',
    'apology',
    'holderName',
    'state',
    'procedureName',
    'commune',
    'acceptedOn',
  ],
]
const DRAFT_ORDER = [
  ...[
    'code',
    'applicantName',
    'dueOn',
    'newDue',
    'reason',
    'holderName',
    'daysLate',
    'procedureName',
    'commune',
  ],
]

const RISK_ORDER = [
  ...['code', 'applicantName', 'likelihood', 'outlook', 'dueOn', 'holderName', 'apology'],
  ...['procedureName', 'state', 'commune', 'acceptedOn'],
]

/** The columns a list of the desk has, in the order they are read. */
export function columnsOf(list: DeskList): readonly string[] {
  if (list === 'late') return LATE_ORDER
  if (list === 'at-risk') return RISK_ORDER
  return list === 'drafted' ? DRAFT_ORDER : NEXT_ORDER
}

/** The columns of a list of the desk. */
export function useDeskColumns(list: DeskList): Column[] {
  const t = useT('overdue')
  const common = useT('common')
  const { nameOf } = useCauses()
  return useMemo(() => {
    const late = list === 'late'
    const usual = dossierColumns(common).map((column) => ({
      ...column,
      ...WIDTHS[column.field],
      // The days late say the same, in the order of this list.
      ...(column.field === 'dueOn' && late ? { sortable: false } : {}),
      // Always the most likely first: that is what the list is for.
      ...(list === 'at-risk' ? { sortable: false } : {}),
    })) as Column[]
    const all: Column[] = [...usual, ...ownColumns(t, common, nameOf)]
    const order = columnsOf(list)
    return order.flatMap((field) => all.find((column) => column.field === field) ?? [])
  }, [t, common, nameOf, list])
}

const WIDTHS: Partial<Record<string, Partial<Column>>> = {
  code: { width: 232 },
  applicantName: { minWidth: 140 },
  procedureName: { minWidth: 160 },
  dueOn: { width: 108 },
  holderName: { width: 146 },
  commune: { width: 128 },
  acceptedOn: { width: 118 },
}

function ownColumns(
  t: TFunction<'overdue'>,
  common: TFunction<'common'>,
  nameOf: (code: string) => string,
): Column[] {
  return [
    daysLate(t('daysLate'), t('unit')),
    {
      ...{ field: 'likelihood', headerName: t('column.likelihood'), width: 112, align: 'right' },
      headerAlign: 'right',
      sortingOrder: ['desc'],
      renderCell: ({ row: { outlook } }) => (
        <Box component="span" sx={{ fontWeight: 600, color: toneOf(outlook?.percent ?? 0) }}>
          {outlook === null ? '' : `${formatNumber(outlook.percent)} %`}
        </Box>
      ),
    },
    {
      ...{ field: 'outlook', headerName: t('column.outlook'), flex: 2, minWidth: 330, sortable: false },
      valueGetter: (_, { outlook }) =>
        outlook === null ? '' : t(`outlook.${outlook.basis}`, { ...outlook, count: outlook.left }),
      renderCell: ({ value }) => (
        <Box component="span" title={String(value)} sx={TWO_LINES}>
          {String(value)}
        </Box>
      ),
    },
    {
      ...{ field: 'shares', headerName: t('column.shares'), width: 150, sortable: false },
      valueGetter: (_, row) => sharesWords(row, common),
    },
    {
      ...{ field: 'apology', headerName: common('column.apology'), width: 172, sortable: false },
      valueGetter: (_, row) => apologyWords(row, common),
    },
    {
      ...{
        field: 'lateCause',
        headerName: common('column.lateCause'),
        flex: 1,
        minWidth: 150,
        sortable: false,
      },
      valueGetter: (_, row) => nameOf(row.lateCause),
    },
    {
      ...{ field: 'newDue', headerName: t('column.newDue'), width: 110, sortable: false, align: 'right' },
      headerAlign: 'right',
      valueGetter: (_, row) => formatDate(row.apology?.dueOn ?? null),
    },
    {
      ...{ field: 'reason', headerName: t('column.reason'), flex: 1.6, minWidth: 200, sortable: false },
      valueGetter: (_, { reason }) =>
        [reason?.cause ?? '', reason?.text ?? '']
          .map((part, index) => (index === 0 && part !== '' ? nameOf(part) : part))
          .filter((part) => part !== '')
          .join(': '),
    },
  ]
}

/** A sentence in a row of the usual height. */
const TWO_LINES = {
  display: 'inline-block',
  verticalAlign: 'middle',
  whiteSpace: 'normal',
  lineHeight: 1.2,
  fontSize: 12,
} as const

/** More likely late than not stands out. */
function toneOf(percent: number): string {
  return percent >= 50 ? 'standing.late.fg' : 'standing.soon.fg'
}

/** `Chi nhánh 5 · Cơ quan thuế 2`. */
function sharesWords({ shares }: DeskRow, t: TFunction<'common'>): string {
  return LEG_HOLDERS.filter((who) => shares[who] > 0)
    .map((who) => `${t(`whose.${who}`)} ${formatNumber(shares[who])}`)
    .join(' · ')
}

/** `Đã gửi 12/06, hẹn 20/06`; empty where there is none. */
function apologyWords({ apology }: DeskRow, t: TFunction<'common'>): string {
  if (apology === null) return ''
  const day = formatDate(apology.dueOn).slice(0, 5)
  const state = t(`apology.${apology.state}`)
  return apology.state === 'rejected' ? state : `${state}, ${t('apology.again', { date: day })}`
}

function daysLate(words: string, unit: string): Column {
  return {
    field: 'daysLate',
    headerName: `${words} (${unit})`,
    width: 148,
    align: 'right',
    headerAlign: 'right',
    renderHeader: () => (
      <Box
        component="span"
        sx={{ fontWeight: 600, fontSize: 12.5, lineHeight: 1.25, color: 'text.secondary' }}
      >
        {words}
        <br />({unit})
      </Box>
    ),
    renderCell: ({ row }) => (
      <Box component="span" sx={{ fontWeight: 600, color: 'standing.late.fg' }}>
        {formatNumber(row.daysLate)}
      </Box>
    ),
  }
}

/** Most late first is due first: the office knows only the due date. */
export function deskSortWords(list: DeskList): SortWords {
  if (list === 'at-risk') return BY_LIKELIHOOD
  if (list !== 'late') return PLAIN
  return {
    toItem: (sort) =>
      sort.field === 'dueOn'
        ? { field: 'daysLate', sort: sort.descending ? 'asc' : 'desc' }
        : PLAIN.toItem(sort),
    fromItem: (item) =>
      item.field === 'daysLate' ? { field: 'dueOn', descending: item.sort === 'asc' } : PLAIN.fromItem(item),
  }
}

/** It has one order. */
const BY_LIKELIHOOD: SortWords = {
  toItem: () => ({ field: 'likelihood', sort: 'desc' }),
  fromItem: () => null,
}

const PLAIN: SortWords = {
  toItem: ({ field, descending }: DossierSort) => ({ field, sort: descending ? 'desc' : 'asc' }),
  fromItem: ({ field: column, sort }) => {
    const field = sortFieldOf(column)
    return field === null ? null : { field, descending: sort === 'desc' }
  },
}
