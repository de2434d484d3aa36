import { useT } from '../../app/i18n.ts'
import { formatNumber } from '../../ui/format.ts'
import type { FigureCounts } from '../../../src-main/domain/figures.ts'
import type { Summary } from '../../../src-main/contract/figures.ts'
import { FIGURE_COLUMNS, figuresOf, GROUP_STARTS } from './columns.ts'

/** The lines of Biểu II.06a: the total first, then one a field or procedure. */
export function TableRows({ summary }: { summary: Summary }) {
  const t = useT('figures')
  return (
    <tbody>
      <Line name="total" number="" label={t('head.total')} counts={summary.total} />
      {summary.rows.map((row, at) => (
        <Line
          key={`${row.field}/${row.label}`}
          name={row.label}
          number={String(at + 1)}
          label={row.label}
          counts={row}
        />
      ))}
    </tbody>
  )
}

function Line({
  name,
  number,
  label,
  counts,
}: {
  /** `total`, or the field or procedure: under it tests find the line. */
  name: string
  number: string
  label: string
  counts: FigureCounts
}) {
  const figures = figuresOf(counts)
  return (
    <tr data-row={name} data-testid="figures-row">
      <td className="number">{number}</td>
      <th scope="row">{label}</th>
      {FIGURE_COLUMNS.map((column) => (
        <td
          key={column}
          data-testid="figure"
          data-figure={column}
          className={GROUP_STARTS.includes(column) ? 'group sum' : undefined}
        >
          {formatNumber(figures[column])}
        </td>
      ))}
    </tr>
  )
}
