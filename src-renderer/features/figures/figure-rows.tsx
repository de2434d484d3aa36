import { Link } from 'react-router'
import type { FigureTable } from '../../../src-main/contract/figures.ts'
import type { FigureCell } from '../../../src-main/contract/dossier-list.ts'
import { type Breakdown, numberIn } from '../../../src-main/domain/figure-tables.ts'
import { useT } from '../../app/i18n.ts'
import { formatNumber } from '../../ui/format.ts'
import { dossiersPath } from '../dossiers/list-address.ts'
import { isSum, shownColumns, startsGroup } from './columns.ts'
import { useRowWords } from './row-words.ts'
import type { RovingCells } from './use-roving-cells.ts'

/** What makes the numbers links: which figures they are, and the keys between them. */
export interface CellLinks {
  query: Pick<FigureCell, 'from' | 'to' | 'method' | 'known'>
  link: RovingCells['link']
}

/** The total of a table as a row of it. */
export function totalOf({
  total,
  daysLate,
}: FigureTable): Pick<FigureTable['rows'][number], 'counts' | 'daysLate'> {
  return { counts: total, ...(daysLate === undefined ? {} : { daysLate }) }
}

/** The lines of a table: the total first, then the rows. */
export function FigureRows({ table, by, links }: { table: FigureTable; by: Breakdown; links: CellLinks }) {
  const t = useT('figure-views')
  const words = useRowWords()
  const total = {
    key: null,
    label: t(by === 'month' ? 'head.wholePeriod' : 'row.total'),
    ...totalOf(table),
  }
  const rows = table.rows.map((row) => ({ ...row, label: words(by, row) }))
  return (
    <tbody>
      {[total, ...rows].map((row, at) => (
        <Line key={row.key ?? 'total'} row={row} at={at} by={by} links={links} />
      ))}
    </tbody>
  )
}

function Line({
  row,
  at,
  by,
  links,
}: {
  /** Its key is `null` for the total. */
  row: { key: string | null; label: string } & ReturnType<typeof totalOf>
  /** Its place, from 0 for the total. */
  at: number
  by: Breakdown
  links: CellLinks
}) {
  const t = useT('figure-views')
  const { key, label } = row
  return (
    <tr data-row={key === null ? 'total' : label} data-testid="figures-row">
      <td className="number">{key === null ? '' : at}</td>
      <th scope="row">{label}</th>
      {shownColumns(by, row).map((column, place) => {
        const count = numberIn(row, column)
        const number = formatNumber(count)
        return (
          <td
            key={column}
            data-testid="figure"
            data-figure={column}
            className={[
              startsGroup(by, column) ? 'group' : '',
              isSum(by, column) ? 'sum' : '',
              count === 0 ? 'zero' : '',
            ].join(' ')}
          >
            {count === 0 ? (
              number
            ) : (
              <Link
                to={dossiersPath({ queue: 'all', cell: { ...links.query, by, key, column } })}
                aria-label={
                  column === 'daysLate'
                    ? t('cell.openDays', { number, row: label })
                    : t('cell.open', { number, row: label, column: t(`column.${column}`) })
                }
                {...links.link(at, place)}
              >
                {number}
              </Link>
            )}
          </td>
        )
      })}
    </tr>
  )
}
