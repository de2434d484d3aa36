import NoteIcon from '@mui/icons-material/EventBusyOutlined'
import { Box, Typography } from '@mui/material'
import { useMemo } from 'react'
import type { CivilDate } from '../../../src-main/domain/civil-date.ts'
import type { CatalogueVersion } from '../../../src-main/contract/procedures.ts'
import { useT } from '../../app/i18n.ts'
import { formatDate } from '../../ui/format.ts'
import { isInGap, proceduresWithGaps } from './rows.ts'
import { useVersionWords } from './words.ts'

/** A quiet line that tells of days without any version, and on demand which. Less quiet when such a day is looked at. */
export function GapNote({ versions, on }: { versions: readonly CatalogueVersion[]; on: CivilDate | null }) {
  const t = useT('procedures')
  const words = useVersionWords()
  const found = useMemo(() => proceduresWithGaps(versions), [versions])
  if (found.length === 0) return null
  const open = on === null ? 0 : found.filter(({ gaps }) => isInGap(gaps, on)).length
  const title =
    on !== null && open > 0
      ? t('gaps.onDay', { count: open, date: formatDate(on) })
      : t('gaps.title', { count: found.length })
  return (
    <Box component="details" sx={{ mb: 1, fontSize: 13, color: 'text.secondary', flex: 'none' }}>
      <Box component="summary" sx={open > 0 ? { ...SUMMARY, ...LOUD } : SUMMARY}>
        <NoteIcon aria-hidden sx={{ fontSize: 16, verticalAlign: '-3px', mr: 0.75 }} />
        {title}
      </Box>
      <Box
        sx={{ pl: 3, pb: 0.5, maxHeight: 150, overflow: 'auto' }}
        tabIndex={0}
        role="group"
        aria-label={title}
      >
        <Typography variant="body2">{t('gaps.hint')}</Typography>
        <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
          {found.map(({ newest, gaps }) => (
            <li key={newest.key}>
              {words.name(newest)}:{' '}
              {gaps
                .map(({ from, to }) => t('between', { from: formatDate(from), to: formatDate(to) }))
                .join('; ')}
            </li>
          ))}
        </Box>
      </Box>
    </Box>
  )
}

const SUMMARY = { cursor: 'pointer', py: 0.25, width: 'fit-content' }
const LOUD = {
  px: 1,
  borderRadius: 1,
  fontWeight: 500,
  color: 'standing.soon.fg',
  bgcolor: 'standing.soon.bg',
}
