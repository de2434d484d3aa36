import { BarChart } from '@mui/x-charts/BarChart'
import { useQuery } from '@tanstack/react-query'
import type { FigureCell } from '../../../../src-main/contract/dossier-list.ts'
import { dayAfter } from '../../../../src-main/domain/clock.ts'
import type { Column, Method } from '../../../../src-main/domain/figure-class.ts'
import type { CivilDate } from '../../../../src-main/domain/civil-date.ts'
import { useT } from '../../../app/i18n.ts'
import { useOrpc } from '../../../app/office.tsx'
import { formatDate, formatNumber } from '../../../ui/format.ts'
import { wordsAround } from '../../../ui/words-around.ts'
import { CellLink } from '../cell-link.tsx'
import { ChartCard } from './chart-card.tsx'
import { COLOURS } from './chart-colours.ts'
import { FRAME } from './month-charts.tsx'
import { NumbersTable } from './numbers-table.tsx'

const STANDINGS = [
  { standing: 'running', column: 'running', colour: COLOURS.blue },
  { standing: 'paused', column: 'paused', colour: COLOURS.amber },
  { standing: 'overdue', column: 'pendingOverdue', colour: COLOURS.red },
] as const

/** How old what is pending today is. */
export function AgesChart({ method, source }: { method: Method; source: string }) {
  const t = useT('figure-views')
  const ages = useQuery(useOrpc().figures.ages.queryOptions({ input: { method } }))
  const { on, bands = [] } = ages.data ?? {}
  const total = bands.reduce((sum, { running, paused, overdue }) => sum + running + paused + overdue, 0)
  const series = STANDINGS.map((one) => ({ ...one, label: t(`charts.ages.${one.standing}`) }))
  return (
    <ChartCard
      name="ages"
      note={t('charts.ages.note', { date: formatDate(on ?? null), total: formatNumber(total) })}
      legend={series.map(({ label, colour }) => ({ label, colour }))}
      source={source}
      method={method}
      days={null}
      busy={ages.isFetching}
      chart={
        total === 0 ? null : (
          <BarChart
            {...FRAME}
            xAxis={[
              { scaleType: 'band', data: bands.map(({ band }) => t(`charts.ages.${band}`)), height: 28 },
            ]}
            yAxis={[{ width: 56, tickMinStep: 1, valueFormatter: (value: number) => formatNumber(value) }]}
            series={series.map(({ standing, label, colour }) => ({
              data: bands.map((band) => band[standing]),
              label,
              color: colour,
              stack: 'pending',
              valueFormatter: (value) => formatNumber(value ?? 0),
            }))}
          />
        )
      }
      numbers={
        <NumbersTable
          label={t('charts.ages.title')}
          head={[t('charts.ages.band'), ...series.map(({ label }) => label)]}
          rows={bands.map(({ band, acceptedFrom, acceptedTo, ...counts }) => ({
            name: t(`charts.ages.${band}`),
            values: series.map(({ standing, column }) => ({
              number: counts[standing],
              cell: on === undefined ? null : cellOf(on, method, column),
              // An age is a span of days of reception.
              more: { acceptedFrom, acceptedTo },
            })),
          }))}
        />
      }
    />
  )
}

/** What falls due today and in the next 15 working days. */
export function LoadChart({ method, source }: { method: Method; source: string }) {
  const t = useT('figure-views')
  const load = useQuery(useOrpc().figures.load.queryOptions({ input: { method } }))
  const { on, days = [], overdue = 0, paused = 0, later = 0 } = load.data ?? {}
  const due = days.reduce((sum, { running }) => sum + running, 0)
  const last = days.at(-1)
  const title = t('charts.load.title')
  const opens = (number: number, column: Column, span?: FigureCell['due']) =>
    on === undefined ? (
      formatNumber(number)
    ) : (
      <CellLink
        number={number}
        row={title}
        cell={{ ...cellOf(on, method, column), ...(span && { due: span }) }}
      />
    )
  const total = due + overdue + paused + later
  return (
    <ChartCard
      name="load"
      note={t('charts.load.note', {
        date: formatDate(on ?? null),
        overdue: formatNumber(overdue),
        paused: formatNumber(paused),
        later: formatNumber(later),
        total: formatNumber(total),
      })}
      linked={wordsAround((values) => t('charts.load.note', values), {
        date: formatDate(on ?? null),
        overdue: opens(overdue, 'pendingOverdue'),
        paused: opens(paused, 'paused'),
        later: opens(later, 'running', last && { from: dayAfter(last.dueTo), to: null }),
        total: opens(total, 'pending'),
      })}
      legend={[{ label: t('charts.load.due'), colour: COLOURS.blue }]}
      source={source}
      method={method}
      days={null}
      busy={load.isFetching}
      chart={
        due === 0 ? null : (
          <BarChart
            {...FRAME}
            xAxis={[
              { scaleType: 'band', data: days.map(({ dueTo }) => formatDate(dueTo).slice(0, 5)), height: 28 },
            ]}
            yAxis={[{ width: 56, tickMinStep: 1, valueFormatter: (value: number) => formatNumber(value) }]}
            series={[
              {
                data: days.map(({ running }) => running),
                label: t('charts.load.due'),
                color: COLOURS.blue,
                valueFormatter: (value) => formatNumber(value ?? 0),
              },
            ]}
          />
        )
      }
      numbers={
        <NumbersTable
          label={title}
          head={[t('charts.load.day'), t('charts.load.due')]}
          rows={days.map(({ dueFrom, dueTo, running }) => ({
            name: formatDate(dueTo),
            values: [
              {
                number: running,
                cell:
                  on === undefined
                    ? null
                    : { ...cellOf(on, method, 'running'), due: { from: dueFrom, to: dueTo } },
              },
            ],
          }))}
        />
      }
    />
  )
}

function cellOf(on: CivilDate, method: Method, column: Column): FigureCell {
  return { from: on, to: on, method, known: null, by: 'field', key: null, column }
}
