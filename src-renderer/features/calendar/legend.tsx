import { Box } from '@mui/material'
import { CALENDAR_STATUSES } from '../../../src-main/contract/calendar.ts'
import { useT } from '../../app/i18n.ts'
import { DAY_TONES } from './grid-look.ts'

/** What the marks of the year mean. */
export function Legend({ draft }: { draft: boolean }) {
  const t = useT('calendar')
  return (
    <Box component="ul" aria-label={t('legend')} sx={LOOK}>
      {(['off', 'work'] as const).map((kind) => (
        <li key={kind}>
          <span className="mark" data-kind={kind} aria-hidden>
            {t(`letter.${kind}`)}
          </span>
          {t(`kind.${kind}`)}
        </li>
      ))}
      <li>
        <span className="mark weekend" aria-hidden />
        {t('kind.weekend')}
      </li>
      {CALENDAR_STATUSES.map((status) => (
        <li key={status} title={t(`statusHint.${status}`)}>
          <span className="mark" data-kind="off" data-status={status} aria-hidden />
          {t(`status.${status}`)}
        </li>
      ))}
      {draft && (
        <li>
          <span className="dot" aria-hidden />
          {t('legendDraft')}
        </li>
      )}
      <li>
        <span className="today" aria-hidden>
          7
        </span>
        {t('legendToday')}
      </li>
      <li>{t('year.keys')}</li>
    </Box>
  )
}

const LOOK = {
  flex: 'none',
  listStyle: 'none',
  m: 0,
  p: 0,
  pt: 0.75,
  display: 'flex',
  flexWrap: 'wrap',
  columnGap: 1.5,
  rowGap: '2px',
  fontSize: 11.5,
  color: 'text.secondary',
  '& li': { display: 'flex', alignItems: 'center', gap: 0.5 },
  '& .mark': {
    width: 16,
    height: 14,
    borderRadius: '3px',
    fontSize: 9.5,
    lineHeight: '14px',
    textAlign: 'center',
    boxSizing: 'border-box',
  },
  '& .mark[data-status]': { lineHeight: '11px' },
  '& .weekend': { bgcolor: 'action.hover', border: '1px solid', borderColor: 'divider' },
  '& .dot': { width: 7, height: 7, borderRadius: '50%', bgcolor: 'standing.soon.fg' },
  '& .today': { textDecoration: 'underline', textDecorationThickness: '2px', color: 'text.primary' },
  ...DAY_TONES,
}
