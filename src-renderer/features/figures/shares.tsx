import { Box, Typography } from '@mui/material'
import { useT } from '../../app/i18n.ts'
import { formatNumber, formatPercent } from '../../ui/format.ts'
import {
  type FigureCounts,
  type Share,
  onTimeShare,
  shareOf,
  totalsOf,
} from '../../../src-main/domain/figures.ts'

/** A share, always with what it is a share of. */
interface NamedShare extends Share {
  name: 'onTimeOfResolved' | 'onTimeOfReceived' | 'lateOfResolved' | 'onlineOfReceived'
}

/** The shares an inspector asks for. */
function sharesOf(counts: FigureCounts): NamedShare[] {
  const { resolved, receivedInPeriod } = totalsOf(counts)
  return [
    { name: 'onTimeOfResolved', ...onTimeShare(counts, resolved) },
    { name: 'onTimeOfReceived', ...onTimeShare(counts, receivedInPeriod) },
    { name: 'lateOfResolved', ...shareOf(counts.resolvedLate, resolved) },
    { name: 'onlineOfReceived', ...shareOf(counts.receivedOnline, receivedInPeriod) },
  ]
}

/** Words of a share: `14.200 / 14.947 hồ sơ đã giải quyết = 95,0%`. */
function useShareWords(): (share: NamedShare) => string {
  const t = useT('figures')
  return ({ name, part, whole, percent }) =>
    t(`share.of.${name}`, {
      part: formatNumber(part),
      whole: formatNumber(whole),
      percent: formatPercent(percent),
    })
}

/** The shares, each with its denominator. */
export function Shares({ counts }: { counts: FigureCounts }) {
  const t = useT('figures')
  const words = useShareWords()
  return (
    <Box component="section" aria-labelledby="figures-shares">
      <Typography variant="h2" id="figures-shares" sx={{ mb: 1 }}>
        {t('share.title')}
      </Typography>
      <Outcomes counts={counts} />
      <Box component="dl" sx={{ m: 0, mt: 1.5, display: 'grid', rowGap: 1 }}>
        {sharesOf(counts).map((share) => (
          <Box key={share.name} data-testid="share" data-share={share.name}>
            <Typography component="dt" variant="body2" sx={{ color: 'text.secondary' }}>
              {t(`share.name.${share.name}`)}
            </Typography>
            <Typography component="dd" sx={{ m: 0, fontWeight: 500 }}>
              {words(share)}
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
function Outcomes({ counts }: { counts: FigureCounts }) {
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
            {t(`outcome.${column}`, { number: formatNumber(counts[column]) })}
          </Box>
        ))}
      </Box>
    </>
  )
}
