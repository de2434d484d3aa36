import { Box } from '@mui/material'
import { useId } from 'react'
import type { FigureTable } from '../../../src-main/contract/figures.ts'
import { type Breakdown, numberIn } from '../../../src-main/domain/figure-tables.ts'
import type { Period } from '../../../src-main/domain/period.ts'
import type { Method } from '../../../src-main/domain/figure-class.ts'
import { useT } from '../../app/i18n.ts'
import { VISUALLY_HIDDEN } from '../../ui/visually-hidden.ts'
import { isSum, shownColumns } from './columns.ts'
import { FigureRows, totalOf } from './figure-rows.tsx'
import type { FiguresAddress } from './figures-address.ts'
import type { Place } from './next-cell.ts'
import { usePeriodWords } from './period-words.ts'
import { TableHead } from './table-head.tsx'
import { TABLE_LOOK } from './table-look.ts'
import { useRovingCells } from './use-roving-cells.ts'

/** A table as it was counted: of which period, by which due date, as known when. */
export interface ShownTable {
  period: Period
  method: Method
  known: number | null
  by: Breakdown
  table: FigureTable
}

/** A table on the screen: every number but 0 opens its dossiers. */
export function FigureGrid({
  shown: { period, method, known, by, table },
  at,
  fading,
}: {
  shown: ShownTable
  at: FiguresAddress['at']
  fading: boolean
}) {
  const t = useT('figure-views')
  const words = usePeriodWords()
  const hint = useId()
  const columns = shownColumns(by, table)
  const numbers = [totalOf(table), ...table.rows].map((row) => columns.map((column) => numberIn(row, column)))
  const roving = useRovingCells(numbers, placeOf(at, table, by))
  return (
    <>
      <Box
        component="table"
        role="grid"
        {...roving.table}
        aria-label={`${t(`breakdown.${by}`)}. ${words.range(period)}`}
        aria-describedby={hint}
        aria-busy={fading}
        data-testid="figures-table"
        data-period={`${period.from}/${period.to}`}
        data-by={by}
        data-method={method}
        data-known={known ?? undefined}
        sx={TABLE_LOOK}
        style={{
          opacity: fading ? 0.55 : 1,
          maxWidth: columns.length < 5 ? 470 + 130 * columns.length : undefined,
        }}
      >
        <colgroup>
          <col style={{ width: 42 }} />
          <col />
          {columns.map((column) => (
            <col key={column} style={{ width: columns.length < 5 ? 130 : isSum(by, column) ? 82 : 68 }} />
          ))}
        </colgroup>
        <TableHead by={by} table={table} />
        <FigureRows
          table={table}
          by={by}
          links={{ query: { ...period, method, known }, link: roving.link }}
        />
      </Box>
      <Box id={hint} sx={VISUALLY_HIDDEN}>
        {t('cell.hint')}
      </Box>
    </>
  )
}

function placeOf(at: FiguresAddress['at'], table: FigureTable, by: Breakdown): Place | null {
  if (at === null) return null
  const { rows } = table
  const column = shownColumns(by, table).findIndex((one) => one === at.column)
  const row = at.key === null ? 0 : rows.findIndex(({ key }) => key === at.key) + 1
  return column === -1 || (at.key !== null && row === 0) ? null : { row, column }
}
