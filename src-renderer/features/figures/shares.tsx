import { Box, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import { useT } from '../../app/i18n.ts'
import { formatNumber, formatPercent } from '../../ui/format.ts'
import { wordsAround } from '../../ui/words-around.ts'
import type { Summary } from '../../../src-main/contract/figures.ts'
import type { CellColumn } from '../../../src-main/domain/figure-class.ts'
import { CellLink } from './cell-link.tsx'
import { type FigureCounts, onTimeShare, totalsOf } from '../../../src-main/domain/figures.ts'

/** A share, always with what it is a share of. */
interface Share {
  name: 'onTimeOfResolved' | 'onTimeOfReceived' | 'lateOfResolved' | 'onlineOfReceived'
  part: number
  whole: number
  percent: number | null
  /** What part and whole count. */
  of: { part: CellColumn; whole: CellColumn }
}

/** The shares an inspector asks for. */
export function sharesOf(counts: FigureCounts): Share[] {
  const { resolved, receivedInPeriod } = totalsOf(counts)
  const onTime = counts.resolvedEarly + counts.resolvedOnTime
  return [
    {
      name: 'onTimeOfResolved',
      part: onTime,
      whole: resolved,
      percent: onTimeShare(counts, resolved),
      of: { part: 'resolvedInTime', whole: 'resolved' },
    },
    {
      name: 'onTimeOfReceived',
      part: onTime,
      whole: receivedInPeriod,
      percent: onTimeShare(counts, receivedInPeriod),
      of: { part: 'resolvedInTime', whole: 'receivedInPeriod' },
    },
    {
      name: 'lateOfResolved',
      ...shareOf(counts.resolvedLate, resolved),
      of: { part: 'resolvedLate', whole: 'resolved' },
    },
    {
      name: 'onlineOfReceived',
      ...shareOf(counts.receivedOnline, receivedInPeriod),
      of: { part: 'receivedOnline', whole: 'receivedInPeriod' },
    },
  ]
}

function shareOf(part: number, whole: number): Pick<Share, 'part' | 'whole' | 'percent'> {
  return { part, whole, percent: whole === 0 ? null : (part / whole) * 100 }
}

/** Words of a share on paper: with its name, in a running text. */
export function useShareWords(): (share: Share) => string {
  const t = useT('figures')
  return ({ name, part, whole, percent }) =>
    t(`share.paper.${name}`, {
      part: formatNumber(part),
      whole: formatNumber(whole),
      percent: formatPercent(percent),
    })
}

/** The shares, each with its denominator: `14.200 / 14.947 hồ sơ đã giải quyết = 95,0%`. Both open their dossiers. */
export function Shares({ summary: { total: counts, from, to, method } }: { summary: Summary }) {
  const t = useT('figures')
  const opens = (column: CellColumn, number: number, row: string) => (
    <CellLink
      number={number}
      row={row}
      cell={{ from, to, method, known: null, by: 'field', key: null, column }}
    />
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
