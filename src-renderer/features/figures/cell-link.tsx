import { Link as PlainLink } from '@mui/material'
import type { ComponentProps } from 'react'
import { Link } from 'react-router'
import type { FigureCell } from '../../../src-main/contract/dossier-list.ts'
import { useT } from '../../app/i18n.ts'
import { formatNumber } from '../../ui/format.ts'
import { dossiersPath } from '../dossiers/list-address.ts'

/** A number that opens the dossiers it counts; 0 is only a number. */
export function CellLink({
  number,
  row,
  cell,
  more,
  keys,
}: {
  number: number
  /** What it counts besides the column, to be read out: a row, a period. */
  row: string
  cell: FigureCell
  /** What the list is cut by besides the cell. */
  more?: Partial<Parameters<typeof dossiersPath>[0]>
  /** What makes it one of many in a table of one Tab stop. */
  keys?: ComponentProps<'a'>
}) {
  const t = useT('figure-views')
  const text = formatNumber(number)
  if (number === 0) return text
  return (
    <PlainLink
      component={Link}
      to={dossiersPath({ queue: 'all', cell, ...more })}
      aria-label={t('cell.open', { number: text, row, column: t(`column.${cell.column}`) })}
      color="inherit"
      {...keys}
    >
      {text}
    </PlainLink>
  )
}
