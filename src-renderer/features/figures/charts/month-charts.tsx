import { LineChart } from '@mui/x-charts/LineChart'
import type { FigureCell } from '../../../../src-main/contract/dossier-list.ts'
import type { MonthFigures } from '../../../../src-main/contract/figures.ts'
import type { Column, Method } from '../../../../src-main/domain/figure-class.ts'
import { type Share, shareOf } from '../../../../src-main/domain/figures.ts'
import type { Period } from '../../../../src-main/domain/period.ts'
import { useT } from '../../../app/i18n.ts'
import { formatDate, formatNumber, formatPercent } from '../../../ui/format.ts'
import { choiceOfPeriod } from '../period-choice.ts'
import { ChartCard } from './chart-card.tsx'
import { COLOURS } from './chart-colours.ts'
import { type NumbersRow, NumbersTable } from './numbers-table.tsx'

/** More months than these have no room for a mark and a line of words each. */
const FEW = 15

interface Props {
  /** `undefined` while they are counted. */
  months: readonly MonthFigures[] | undefined
  method: Method
  source: string
  busy: boolean
}

/** Received, resolved and pending by month. */
export function FlowChart({ months, method, source, busy }: Props) {
  const t = useT('figure-views')
  const series = [
    { column: 'receivedInPeriod', label: t('charts.flow.received'), colour: COLOURS.blue, shape: 'circle' },
    { column: 'resolved', label: t('charts.flow.resolved'), colour: COLOURS.green, shape: 'square' },
    { column: 'pending', label: t('charts.flow.pending'), colour: COLOURS.amber, shape: 'triangle' },
  ] as const
  const rows = (months ?? []).map((month): NumbersRow => ({
    name: monthName(month),
    values: series.map(({ column }) => ({ number: month[column], cell: cellOf(month, method, column) })),
  }))
  return (
    <ChartCard
      name="flow"
      note={t('charts.flow.note')}
      legend={series.map(({ label, colour }) => ({ label, colour }))}
      source={source}
      method={method}
      days={daysOf(months)}
      busy={busy}
      chart={
        months === undefined || months.length === 0 ? null : (
          <LineChart
            {...FRAME}
            xAxis={[{ ...MONTH_AXIS, data: months.map(monthName) }]}
            yAxis={[{ width: 56, min: 0, valueFormatter: wholeNumber }]}
            series={series.map(({ column, label, colour, shape }) => ({
              data: months.map((month) => month[column]),
              label,
              color: colour,
              shape,
              curve: 'linear' as const,
              showMark: months.length <= FEW,
              valueFormatter: (value) => formatNumber(value ?? 0),
            }))}
          />
        )
      }
      numbers={
        <NumbersTable
          label={t('charts.flow.title')}
          head={[t('charts.month'), ...series.map(({ label }) => label)]}
          rows={rows}
        />
      }
    />
  )
}

/** Early and on time, of those resolved in each month; how many those are stands under the month. */
export function ShareChart({ months, method, source, busy }: Props) {
  const t = useT('figure-views')
  const resolved = (months ?? []).filter((month) => month.resolved > 0)
  const percent = (month: MonthFigures) => onTimeOf(month).percent ?? 0
  const lowest = Math.min(...resolved.map(percent))
  return (
    <ChartCard
      name="share"
      note={t('charts.share.note')}
      legend={[{ label: t('charts.share.share'), colour: COLOURS.green }]}
      source={source}
      method={method}
      days={daysOf(months)}
      busy={busy}
      chart={
        resolved.length === 0 ? null : (
          <LineChart
            {...FRAME}
            xAxis={[
              {
                ...MONTH_AXIS,
                data: resolved.map((month) => `${monthName(month)}\n/ ${formatNumber(month.resolved)}`),
                height: 48,
              },
            ]}
            yAxis={[
              {
                width: 56,
                // Shares lie close to the whole: the axis begins at the ten below the lowest.
                min: Math.max(0, Math.floor((lowest - 1) / 10) * 10),
                max: 100,
                valueFormatter: (value: number) => `${formatNumber(value)}%`,
              },
            ]}
            series={[
              {
                data: resolved.map(percent),
                label: t('charts.share.share'),
                color: COLOURS.green,
                curve: 'linear',
                showMark: resolved.length <= FEW,
                valueFormatter: (value, { dataIndex }) => {
                  const month = resolved[dataIndex]
                  return month === undefined ? '' : `${shareWords(month)} = ${formatPercent(value)}`
                },
              },
            ]}
          />
        )
      }
      numbers={
        <NumbersTable
          label={t('charts.share.title')}
          head={[
            t('charts.month'),
            t('charts.share.whole'),
            t('charts.resolvedLate'),
            t('charts.share.share'),
          ]}
          rows={resolved.map((month) => ({
            name: monthName(month),
            values: [
              { number: month.resolved, cell: cellOf(month, method, 'resolved') },
              { number: month.resolvedLate, cell: cellOf(month, method, 'resolvedLate') },
              `${shareWords(month)} = ${formatPercent(percent(month))}`,
            ],
          }))}
        />
      }
    />
  )
}

const onTimeOf = ({ resolved, resolvedLate }: MonthFigures): Share =>
  shareOf(resolved - resolvedLate, resolved)

function shareWords(month: MonthFigures): string {
  const { part, whole } = onTimeOf(month)
  return `${formatNumber(part)} / ${formatNumber(whole)}`
}

function wholeNumber(value: number): string {
  return Number.isInteger(value) ? formatNumber(value) : ''
}

/** What all charts have in common. Keys go between the numbers beside them, not in the drawing. */
export const FRAME = {
  disableKeyboardNavigation: true,
  height: 250,
  hideLegend: true,
  skipAnimation: true,
  grid: { horizontal: true },
  margin: { left: 0, right: 48, top: 12, bottom: 0 },
} as const

const MONTH_AXIS = { scaleType: 'point', height: 28 } as const

/** The days of several months together. */
function daysOf(months: Props['months']): Period | null {
  const [first, last] = [months?.at(0), months?.at(-1)]
  return first === undefined || last === undefined ? null : { from: first.from, to: last.to }
}

/** A short name for a month: `6/2020`; its days where it is a part of one. */
function monthName({ from, to }: MonthFigures): string {
  const choice = choiceOfPeriod({ from, to })
  if (choice.type === 'preset' && choice.kind === 'month') return `${choice.index}/${choice.year}`
  return `${formatDate(from).slice(0, 5)}–${formatDate(to)}`
}

function cellOf({ from, to }: MonthFigures, method: Method, column: Column): FigureCell {
  return { from, to, method, known: null, by: 'field', key: null, column }
}
