import { Box, LinearProgress, Typography } from '@mui/material'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Output } from '../../../src-main/contract/index.ts'
import type { Method } from '../../../src-main/domain/figure-class.ts'
import type { Period } from '../../../src-main/domain/period.ts'
import { useT } from '../../app/i18n.ts'
import { useOrpc } from '../../app/office.tsx'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { formatDays, formatNumber } from '../../ui/format.ts'
import { CellLink } from './cell-link.tsx'
import type { CellLinks } from './figure-rows.tsx'
import { usePeriodWords } from './period-words.ts'
import { Retry } from './retry.tsx'
import { TABLE_LOOK } from './table-look.ts'
import { useRovingCells } from './use-roving-cells.ts'

type Times = Output<'figures', 'times'>

/** How long dossiers took, by procedure: mean, median and 90th percentile in working days, and of how many. */
export function TimesView({
  period,
  method,
  known,
}: {
  period: Period
  method: Method
  known: number | null
}) {
  const figures = useT('figures')
  const times = useQuery(
    useOrpc().figures.times.queryOptions({
      input: { ...period, method, known },
      placeholderData: keepPreviousData,
    }),
  )
  return (
    <>
      <Box sx={{ height: 3, mb: 0.75 }}>
        {times.isFetching && <LinearProgress aria-label={figures('counting')} sx={{ height: 3 }} />}
      </Box>
      <ErrorAlert error={times.error} action={<Retry onClick={() => void times.refetch()} />} />
      {times.data !== undefined && <TimesTable times={times.data} query={{ ...period, method, known }} />}
    </>
  )
}

const MEASURES = ['mean', 'median', 'p90'] as const

/** Processing times as they were counted; each number of dossiers opens them. */
export function TimesTable({ times, query }: { times: Times; query: CellLinks['query'] }) {
  const t = useT('figure-views')
  return (
    <>
      <Typography variant="body2" sx={{ color: 'text.secondary', maxWidth: 900, mb: 1 }}>
        {t('times.note')}
      </Typography>
      {times.total.n === 0 ? (
        <Typography>{t('times.none')}</Typography>
      ) : (
        <Lines times={times} query={query} />
      )}
    </>
  )
}

function Lines({ times, query }: { times: Times; query: CellLinks['query'] }) {
  const t = useT('figure-views')
  const figures = useT('figures')
  const words = usePeriodWords()
  const lines = [
    { ...times.total, key: null, label: t('times.all') },
    ...times.rows.map((row): typeof row & { key: string | null } => row),
  ]
  const roving = useRovingCells(lines.map(({ n }) => [n]))
  return (
    <Box
      component="table"
      role="grid"
      {...roving.table}
      aria-label={`${t('times.title')}. ${words.range(query)}`}
      data-testid="times-table"
      sx={TABLE_LOOK}
      style={{ maxWidth: 1100 }}
    >
      <colgroup>
        <col style={{ width: 42 }} />
        <col />
        <col style={{ width: 100 }} />
        {MEASURES.map((measure) => (
          <col key={measure} style={{ width: 120 }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{figures('head.number')}</th>
          <th scope="col">{t('rowHead.procedure')}</th>
          <th scope="col" className="group">
            {t('times.n')}
          </th>
          {MEASURES.map((measure) => (
            <th key={measure} scope="col" className={measure === 'mean' ? 'group' : undefined}>
              {t(`times.${measure}`)}
              <Box component="span" sx={{ display: 'block', fontWeight: 400 }}>
                ({t('times.unit')})
              </Box>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ key, label, n, ...line }, at) => (
          <tr key={key ?? 'total'} data-row={key === null ? 'total' : label} data-testid="times-row">
            <td className="number">{key === null ? '' : at}</td>
            <th scope="row">{label}</th>
            <td className="group sum">
              <CellLink
                number={n}
                row={label}
                cell={{ ...query, by: 'procedure', key, column: 'withResult' }}
                keys={roving.link(at, 0)}
              />
            </td>
            {MEASURES.map((measure) => (
              <td key={measure} data-figure={measure} className={measure === 'mean' ? 'group' : undefined}>
                {measure === 'mean' ? formatDays(line.mean) : formatNumber(line[measure])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Box>
  )
}
