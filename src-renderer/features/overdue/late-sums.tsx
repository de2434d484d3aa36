import { Box, Chip } from '@mui/material'
import { useT } from '../../app/i18n.ts'
import { formatNumber } from '../../ui/format.ts'
import { useFilterOptions } from '../dossiers/filter-options.ts'
import type { AddressedList } from '../dossiers/use-list-address.ts'
import { BANDS, type LateSums } from './sums.ts'

/** Holders shown at once; all are in the filter. */
const MOST_HOLDERS = 8

/** The sums of all late dossiers: how late they are, and with whom. A name filters the list. */
export function LateSumsBar({ sums, list }: { sums: LateSums; list: AddressedList }) {
  const t = useT('overdue')
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 0.75, mb: 1.25 }}>
      <Box
        component="dl"
        sx={{ m: 0, display: 'flex', flexWrap: 'wrap', columnGap: 3, rowGap: 0.25, fontSize: 13 }}
      >
        <Sum label={t('sum.total')} value={sums.total} strong />
        {BANDS.map((band) => (
          <Sum key={band} label={t(`sum.${band}`)} value={sums.byBand[band]} />
        ))}
        {sums.withoutHolder > 0 && <Sum label={t('sum.withoutHolder')} value={sums.withoutHolder} />}
      </Box>
      <Holders sums={sums} list={list} />
    </Box>
  )
}

function Sum({ label, value, strong = false }: { label: string; value: number; strong?: boolean }) {
  return (
    <Box sx={{ display: 'flex', gap: 0.75, alignItems: 'baseline' }}>
      <Box component="dt" sx={{ color: 'text.secondary' }}>
        {label}
      </Box>
      <Box component="dd" sx={{ m: 0, fontWeight: 600, color: strong ? 'standing.late.fg' : 'text.primary' }}>
        {formatNumber(value)}
      </Box>
    </Box>
  )
}

function Holders({ sums, list }: { sums: LateSums; list: AddressedList }) {
  const t = useT('overdue')
  const { holderId: names } = useFilterOptions()
  const chosen = list.query.filter.holderId
  const holders = [...sums.byHolder].sort(([, a], [, b]) => b - a).slice(0, MOST_HOLDERS)
  return (
    <Box role="group" aria-label={t('sum.byHolder')} sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75 }}>
      {holders.map(([id, count]) => {
        const name = names.find((option) => option.value === id)?.label ?? ''
        return (
          <Chip
            key={id}
            size="small"
            variant={chosen === id ? 'filled' : 'outlined'}
            aria-pressed={chosen === id}
            onClick={() => list.filterBy({ holderId: chosen === id ? null : id })}
            label={
              <>
                {name} <b>{formatNumber(count)}</b>
              </>
            }
            sx={{
              borderRadius: '5px',
              fontSize: 12.5,
              borderColor: 'divider',
              ...(chosen === id ? { bgcolor: 'selected' } : {}),
            }}
          />
        )
      })}
    </Box>
  )
}
