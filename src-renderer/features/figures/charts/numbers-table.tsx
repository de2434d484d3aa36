import { Box } from '@mui/material'
import type { DossierFilter, FigureCell } from '../../../../src-main/contract/dossier-list.ts'
import { formatNumber } from '../../../ui/format.ts'
import { CellLink } from '../cell-link.tsx'
import { TABLE_LOOK } from '../table-look.ts'
import { useRovingCells } from '../use-roving-cells.ts'

/** A number a chart is drawn from, and the dossiers it counts where a list can show them. Text is a share in words. */
export type Value = string | { number: number; cell: FigureCell | null; more?: Partial<DossierFilter> }

/** One place of a chart. */
export interface NumbersRow {
  name: string
  values: Value[]
}

/** The numbers a chart is drawn from: one stop of the Tab key, every number but 0 opens its dossiers. */
export function NumbersTable({
  label,
  head,
  rows,
}: {
  label: string
  /** Heads of all columns, that of the names first. */
  head: string[]
  rows: readonly NumbersRow[]
}) {
  const roving = useRovingCells(
    rows.map(({ values }) =>
      values.map((value) => (typeof value === 'string' || value.cell === null ? 0 : value.number)),
    ),
  )
  return (
    <Box
      component="table"
      role="grid"
      {...roving.table}
      aria-label={label}
      sx={{ ...TABLE_LOOK, tableLayout: 'auto', mt: 1.5, '& thead': undefined }}
    >
      <thead>
        <tr>
          {head.map((words) => (
            <th key={words} scope="col">
              {words}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, values }, row) => (
          <tr key={`${row} ${name}`}>
            <th scope="row">{name}</th>
            {values.map((value, column) => (
              <td key={head[column + 1]}>
                {typeof value === 'string' ? (
                  value
                ) : value.cell === null ? (
                  formatNumber(value.number)
                ) : (
                  <CellLink
                    number={value.number}
                    row={name}
                    cell={value.cell}
                    {...(value.more ? { more: value.more } : {})}
                    keys={roving.link(row, column)}
                  />
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Box>
  )
}
