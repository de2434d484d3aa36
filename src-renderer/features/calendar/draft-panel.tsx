import { Box, Button, IconButton, Typography } from '@mui/material'
import UndoIcon from '@mui/icons-material/UndoOutlined'
import { type ReactNode, useState } from 'react'
import { useT } from '../../app/i18n.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { formatDate } from '../../ui/format.ts'
import { useDayWords } from './day-words.ts'
import { changesIn, type DraftDay, effectOn } from './draft.ts'
import { useDraft } from './use-draft.ts'

/** What has been collected, each change with its undo; then on to its effects, or away with it. */
export function DraftPanel({ onEffects }: { onEffects: () => void }) {
  const t = useT('calendar')
  const { draft, state } = useDraft()
  const words = useDayWords()
  const count = changesIn(state)
  if (count === 0) return null
  return (
    <Box component="section" aria-label={t('draft.title')} data-testid="calendar-draft" sx={PANEL}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, px: 1.25, pt: 0.5 }}>
        <Typography variant="h3" component="h2" sx={{ flex: 1 }}>
          {t('draft.title')} ({count})
        </Typography>
        <DiscardButton />
      </Box>
      <Box component="ul" tabIndex={0} aria-label={t('draft.title')} sx={LIST}>
        {state.clock !== null && (
          <Line
            sign="~"
            what={t('draft.clock')}
            detail={words.clock(state.clock)}
            onUndo={() => draft.setClock(null)}
          />
        )}
        {state.days.map((day) => (
          <DayLine key={day.date} day={day} />
        ))}
      </Box>
      <Box sx={{ px: 1.25, pb: 1.25 }}>
        <Button variant="contained" fullWidth onClick={onEffects}>
          {t('draft.effects')}
        </Button>
      </Box>
    </Box>
  )
}

const PANEL = {
  flex: 'none',
  border: 1,
  borderColor: 'standing.soon.fg',
  borderRadius: 1,
  bgcolor: 'background.paper',
}
const LIST = { listStyle: 'none', m: 0, p: 0, pl: 1.25, pr: 0.5, py: 0.5, maxHeight: 190, overflow: 'auto' }

function DayLine({ day }: { day: DraftDay }) {
  const t = useT('calendar')
  const words = useDayWords()
  const { draft } = useDraft()
  const effect = effectOn(day)
  const { date, row, before } = day
  const what = `${formatDate(date)} (${t(`effectOn.${effect}`)})`
  return (
    <Line
      sign={effect === 'added' ? '+' : effect === 'removed' ? '−' : '~'}
      what={`${words.weekdayOf(date)} ${what}`}
      detail={
        <>
          {words.row(date, row)}
          {before !== null && (
            <Box component="span" sx={{ display: 'block' }}>
              {t('draft.was', { row: words.row(date, before) })}
            </Box>
          )}
        </>
      }
      onUndo={() => draft.undoDay(date)}
    />
  )
}

function Line({
  sign,
  what,
  detail,
  onUndo,
}: {
  sign: string
  what: string
  detail: ReactNode
  onUndo: () => void
}) {
  const t = useT('calendar')
  return (
    <Box component="li" sx={{ display: 'flex', gap: 1, alignItems: 'start', py: 0.25, fontSize: 12.5 }}>
      <Box component="span" aria-hidden sx={{ fontWeight: 700, width: 10, color: 'standing.soon.fg' }}>
        {sign}
      </Box>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box component="span" sx={{ fontWeight: 500 }}>
          {what}
        </Box>
        <Box sx={{ fontSize: 11.5, color: 'text.secondary' }}>{detail}</Box>
      </Box>
      <IconButton
        size="small"
        onClick={onUndo}
        aria-label={t('draft.undo', { what })}
        title={t('draft.undoShort')}
      >
        <UndoIcon sx={{ fontSize: 17 }} />
      </IconButton>
    </Box>
  )
}

/** Throws the draft away, once the person has said so. */
export function DiscardButton() {
  const t = useT('calendar')
  const { draft, state } = useDraft()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('draft.discard')}</Button>
      <ConfirmDialog
        open={asking}
        danger
        title={t('draft.discardTitle')}
        confirmLabel={t('draft.discard')}
        onClose={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false)
          draft.discard()
        }}
      >
        {t('draft.discardText', { count: changesIn(state) })}
      </ConfirmDialog>
    </>
  )
}
