import { BarChart } from '@mui/x-charts/BarChart'
import { useQuery } from '@tanstack/react-query'
import type { FigureTable } from '../../../../src-main/contract/figures.ts'
import type { Method } from '../../../../src-main/domain/figure-class.ts'
import type { Period } from '../../../../src-main/domain/period.ts'
import { useT } from '../../../app/i18n.ts'
import { useOrpc } from '../../../app/office.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { useRowWords } from '../row-words.ts'
import { ChartCard } from './chart-card.tsx'
import { COLOURS } from './chart-colours.ts'
import { wrapped } from './chart-picture.ts'
import { FRAME } from './month-charts.tsx'
import { NumbersTable } from './numbers-table.tsx'

/** So many rows have room in a chart. */
const MOST = 10

const SERIES = [
  { column: 'resolvedLate', colour: COLOURS.red },
  { column: 'pendingOverdue', colour: COLOURS.amber },
] as const

/** What was late in the period, by cause or by procedure, the most first. */
export function LateChart({
  by,
  period,
  method,
  source,
}: {
  by: 'cause' | 'procedure'
  period: Period
  method: Method
  source: string
}) {
  const t = useT('figure-views')
  const words = useRowWords()
  const table = useQuery(useOrpc().figures.table.queryOptions({ input: { ...period, method, by } }))
  const rows = lateRows(table.data)
  const total = formatNumber(table.data?.total.late ?? 0)
  const shown = rows.slice(0, MOST)
  const name = (row: (typeof rows)[number]) => words(by, row)
  const cut = shown.length < rows.length
  const series = SERIES.map((one) => ({ ...one, label: t(`charts.${one.column}`) }))
  return (
    <ChartCard
      name={by}
      note={
        by === 'procedure' && cut
          ? t('charts.procedure.noteMost', { shown: shown.length, all: rows.length, total })
          : t(`charts.${by}.note`, { total })
      }
      legend={series.map(({ label, colour }) => ({ label, colour }))}
      source={source}
      method={method}
      days={period}
      busy={table.isFetching}
      chart={
        shown.length === 0 ? null : (
          <BarChart
            {...FRAME}
            height={Math.max(120, shown.length * 34 + 40)}
            layout="horizontal"
            grid={{ vertical: true }}
            yAxis={[
              {
                scaleType: 'band',
                data: shown.map(({ key }) => key),
                width: 230,
                categoryGapRatio: 0.35,
                valueFormatter: (key: string) => {
                  const row = shown.find((one) => one.key === key)
                  return row === undefined ? '' : twoLines(name(row))
                },
              },
            ]}
            xAxis={[{ min: 0, tickMinStep: 1, valueFormatter: (value: number) => formatNumber(value) }]}
            series={series.map(({ column, label, colour }) => ({
              data: shown.map(({ counts }) => counts[column]),
              label,
              color: colour,
              stack: 'late',
              valueFormatter: (value) => formatNumber(value ?? 0),
            }))}
          />
        )
      }
      numbers={
        <NumbersTable
          label={t(`charts.${by}.title`)}
          head={[t(`charts.${by}.name`), ...series.map(({ label }) => label)]}
          rows={rows.map((row) => ({
            name: name(row),
            values: series.map(({ column }) => ({
              number: row.counts[column],
              cell: { ...period, method, known: null, by, key: row.key, column },
            })),
          }))}
        />
      }
    />
  )
}

function lateRows(table: FigureTable | undefined): FigureTable['rows'] {
  return (table?.rows ?? [])
    .filter(({ counts }) => counts.late > 0)
    .toSorted((a, b) => b.counts.late - a.counts.late)
}

/** A long name in two lines, cut at the end of the second. */
function twoLines(name: string): string {
  const [first = '', second, ...rest] = wrapped(name, (line) => line.length <= 34)
  if (second === undefined) return first
  return `${first}\n${rest.length > 0 ? `${second.slice(0, 32)}…` : second}`
}
