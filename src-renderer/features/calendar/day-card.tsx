import { Box, Button, Typography } from '@mui/material'
import EditIcon from '@mui/icons-material/EditOutlined'
import type { CivilDate } from '../../../src-main/domain/civil-date.ts'
import { useT } from '../../app/i18n.ts'
import { useRights } from '../../app/rights.ts'
import { useDayWords } from './day-words.ts'
import { type DraftDay, effectOn, type Row } from './draft.ts'

/** The day under the pointer or the focus: what it is, by which decision, how sure that is. */
export function DayCard({
  date,
  row,
  draft,
  onEdit,
}: {
  date: CivilDate
  row: Row | null
  draft: DraftDay | undefined
  onEdit: () => void
}) {
  const t = useT('calendar')
  const words = useDayWords()
  const may = useRights()
  return (
    <Box
      component="section"
      aria-label={t('card.title')}
      data-testid="calendar-day"
      sx={{ flex: 'none', height: 100, overflow: 'hidden', position: 'relative' }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, minHeight: 30 }}>
        <Typography
          variant="h3"
          component="h2"
          sx={{ flex: 1, fontSize: { xs: 14, xl: 16 }, whiteSpace: 'nowrap' }}
        >
          {words.full(date)}
        </Typography>
        {may('rules') && (
          <Button
            startIcon={<EditIcon fontSize="small" />}
            onClick={onEdit}
            title={t('card.editKey')}
            sx={{ minHeight: 28, py: 0, px: 0.75, flex: 'none' }}
          >
            {t('card.edit')}
          </Button>
        )}
      </Box>
      <Typography sx={{ fontSize: 13, fontWeight: 500, ...ONE_LINE }}>
        {row === null ? words.kindOf(date, null) : words.whatOf(date, row)}
      </Typography>
      <Typography variant="caption" component="p" sx={{ color: 'text.secondary', ...TWO_LINES }}>
        {row === null ? t('card.noRow') : t('card.basis', { basis: row.basis })}
      </Typography>
      <Typography variant="caption" component="p" sx={{ color: 'text.secondary', ...ONE_LINE }}>
        {[
          ...(row === null ? [] : [`${t(`status.${row.status}`)}: ${t(`statusHint.${row.status}`)}`]),
          ...(draft === undefined ? [] : [t('dayCellDraft', { effect: t(`effectOn.${effectOn(draft)}`) })]),
        ].join(' · ')}
      </Typography>
    </Box>
  )
}

const ONE_LINE = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }
const TWO_LINES = {
  display: '-webkit-box',
  WebkitLineClamp: 2,
  WebkitBoxOrient: 'vertical',
  overflow: 'hidden',
}
