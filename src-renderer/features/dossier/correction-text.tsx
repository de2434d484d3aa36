import { Box } from '@mui/material'
import type { TimelineEntry } from '../../../src-main/contract/dossiers.ts'
import { particularsSchema } from '../../../src-main/contract/common.ts'
import { CHANNELS, ONLINE_LEVELS, RETURN_WAYS } from '../../../src-main/domain/dossier.ts'
import { useT } from '../../app/i18n.ts'
import { formatDate } from '../../ui/format.ts'
import { EntryLink } from './entry-link.tsx'

type Correction = NonNullable<TimelineEntry['correction']>

/** What a correction changed: before and after, or which entry it re-dated or revoked. */
export function CorrectionText({
  correction,
  all,
}: {
  correction: Correction
  all: readonly TimelineEntry[]
}) {
  const t = useT('dossier')
  const common = useT('common')
  const words = useValueWords()
  const target = all.find(({ seq }) => seq === correction.target)
  if (target !== undefined) {
    const what = common(`event.${target.kind}`)
    return (
      <Box sx={{ fontSize: 13 }}>
        {correction.redatedTo === null
          ? t('timeline.revokes', { what })
          : t('timeline.redates', { what, day: formatDate(correction.redatedTo) })}{' '}
        (<EntryLink seq={target.seq} />)
      </Box>
    )
  }
  return (
    <Box component="ul" sx={{ m: 0, pl: 2, fontSize: 13 }}>
      {correction.changes.map(({ field, before, after }) => {
        const key = particularsSchema.keyof().options.find((known) => known === field)
        return (
          <Box component="li" key={field} sx={{ overflowWrap: 'anywhere' }}>
            {key === undefined ? field : common(`particular.${key}`)}: <del>{words(field, before)}</del> →{' '}
            <b>{words(field, after)}</b>
          </Box>
        )
      })}
    </Box>
  )
}

function useValueWords(): (field: string, value: string) => string {
  const t = useT('dossier')
  const common = useT('common')
  return (field, value) => {
    if (value === '') return t('timeline.nothing')
    const channel = field === 'channel' ? CHANNELS.find((known) => known === value) : undefined
    if (channel !== undefined) return common(`channel.${channel}`)
    const level = field === 'onlineLevel' ? ONLINE_LEVELS.find((known) => known === value) : undefined
    if (level !== undefined) return common(`onlineLevel.${level}`)
    const way = field === 'returnWay' ? RETURN_WAYS.find((known) => known === value) : undefined
    return way === undefined ? value : common(`returnWay.${way}`)
  }
}
