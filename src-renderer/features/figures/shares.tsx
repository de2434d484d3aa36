import { Box, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import { useT } from '../../app/i18n.ts'
import { formatPercent } from '../../ui/format.ts'
import { wordsAround } from '../../ui/words-around.ts'
import type { FigureCell } from '../../../src-main/contract/dossier-list.ts'
import type { CellColumn } from '../../../src-main/domain/figure-class.ts'
import {
  type FigureCounts,
  type Share,
  onTimeShare,
  shareOf,
  totalsOf,
} from '../../../src-main/domain/figures.ts'
import { CellLink } from './cell-link.tsx'

/** A share, always with what it is a share of. */
interface NamedShare extends Share {
  name: 'onTimeOfResolved' | 'onTimeOfReceived' | 'lateOfResolved' | 'onlineOfReceived'
  /** What part and whole count. */
  of: { part: CellColumn; whole: CellColumn }
}

/** The shares an inspector asks for. */
function sharesOf(counts: FigureCounts): NamedShare[] {
  const { resolved, receivedInPeriod } = totalsOf(counts)
  return [
    {
      ...{ name: 'onTimeOfResolved', ...onTimeShare(counts, resolved) },
      of: { part: 'resolvedInTime', whole: 'resolved' },
    },
    {
      ...{ name: 'onTimeOfReceived', ...onTimeShare(counts, receivedInPeriod) },
      of: { part: 'resolvedInTime', whole: 'receivedInPeriod' },
    },
    {
      ...{ name: 'lateOfResolved', ...shareOf(counts.resolvedLate, resolved) },
      of: { part: 'resolvedLate', whole: 'resolved' },
    },
    {
      ...{ name: 'onlineOfReceived', ...shareOf(counts.receivedOnline, receivedInPeriod) },
      of: { part: 'receivedOnline', whole: 'receivedInPeriod' },
    },
  ]
}

/** The shares, each with its denominator: `14.200 / 14.947 hồ sơ đã giải quyết = 95,0%`. Both open their dossiers. */
export function Shares({
  counts,
  query,
}: {
  counts: FigureCounts
  /** What the numbers are counts of. */
  query: Pick<FigureCell, 'from' | 'to' | 'method' | 'known'>
}) {
  const t = useT('figures')
  const opens = (column: CellColumn, number: number, row: string) => (
    <CellLink number={number} row={row} cell={{ ...query, by: 'field', key: null, column }} />
  )
  return (
    <Box component="section" aria-labelledby="figures-shares">
      <Typography variant="h2" id="figures-shares" sx={{ mb: 1 }}>
        {t('share.title')}
      </Typography>
      <Outcomes counts={counts} opens={opens} />
      <Box component="dl" sx={{ m: 0, mt: 1.5, display: 'grid', rowGap: 1 }}>
        {sharesOf(counts).map((share) => (
          <Box key={share.name} data-testid="share" data-share={share.name}>
            <Typography component="dt" variant="body2" sx={{ color: 'text.secondary' }}>
              {t(`share.name.${share.name}`)}
            </Typography>
            <Typography component="dd" sx={{ m: 0, fontWeight: 500 }}>
              {wordsAround((values) => t(`share.of.${share.name}`, values), {
                part: opens(share.of.part, share.part, t('share.title')),
                whole: opens(share.of.whole, share.whole, t('share.title')),
                percent: formatPercent(share.percent),
              })}
            </Typography>
          </Box>
        ))}
      </Box>
    </Box>
  )
}

const OUTCOMES = [
  { column: 'resolvedEarly', tone: 'early' },
  { column: 'resolvedOnTime', tone: 'onTime' },
  { column: 'resolvedLate', tone: 'late' },
] as const

/** Early, on time and late as lengths of one bar; the words under it carry the numbers. */
function Outcomes({
  counts,
  opens,
}: {
  counts: FigureCounts
  opens: (column: CellColumn, number: number, row: string) => ReactNode
}) {
  const t = useT('figures')
  const { resolved } = totalsOf(counts)
  if (resolved === 0) return null
  return (
    <>
      <Box aria-hidden sx={{ display: 'flex', gap: '2px', height: 14, borderRadius: 1, overflow: 'hidden' }}>
        {OUTCOMES.map(({ column, tone }) => (
          <Box
            key={column}
            sx={{ bgcolor: `standing.${tone}.fg`, minWidth: counts[column] > 0 ? 3 : 0 }}
            style={{ flexGrow: counts[column] }}
          />
        ))}
      </Box>
      <Box
        component="ul"
        sx={{ m: 0, mt: 0.75, p: 0, listStyle: 'none', display: 'flex', flexWrap: 'wrap', columnGap: 2.5 }}
      >
        {OUTCOMES.map(({ column, tone }) => (
          <Box
            component="li"
            key={column}
            sx={{ display: 'flex', alignItems: 'center', gap: 0.75, fontSize: 13 }}
          >
            <Box
              aria-hidden
              sx={{ width: 10, height: 10, borderRadius: '3px', bgcolor: `standing.${tone}.fg` }}
            />
            <span>
              {wordsAround((values) => t(`outcome.${column}`, values), {
                number: opens(column, counts[column], t('share.title')),
              })}
            </span>
          </Box>
        ))}
      </Box>
    </>
  )
}
