import {
  Alert,
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  MenuItem,
  TextField,
} from '@mui/material'
import PrintIcon from '@mui/icons-material/PrintOutlined'
import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { MovedDossier, MovedOf } from '../../../src-main/contract/calendar.ts'
import { useT } from '../../app/i18n.ts'
import { useOffice } from '../../app/office.tsx'
import { Choice } from '../../ui/choice.tsx'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { formatNumber } from '../../ui/format.ts'
import type { MovedQuery } from './moved-query.ts'
import type { Paper } from './notices.tsx'
import { PORTION, portionsOf } from './notices-portions.ts'
import { useDraft } from './use-draft.ts'

/** How notices are wanted. */
export interface NoticesWanted {
  paper: Paper
  reason: string
}

/** Asks for paper, reason and portion; stays open until the last portion has gone to the printer. */
export function NoticesDialog({
  list,
  query: { filter, sort },
  total,
  reason: givenReason,
  draft: notMade,
  onClose,
  onPrint,
}: {
  list: MovedOf
  query: Pick<MovedQuery, 'filter' | 'sort'>
  total: number
  reason: string
  draft: boolean
  onClose: () => void
  onPrint: (wanted: NoticesWanted, dossiers: readonly MovedDossier[]) => Promise<void>
}) {
  const t = useT('calendar')
  const common = useT('common')
  const titleId = useId()
  const office = useOffice()
  const { draft } = useDraft()
  const [paper, setPaper] = useState<Paper>('A5')
  const [reason, setReason] = useState(givenReason)
  const [nth, setNth] = useState(0)
  const portions = portionsOf(total)
  const print = useMutation({
    mutationFn: async () => {
      const { dossiers } = await office.calendar.moved({
        ...{ list, filter, sort },
        ...{ offset: nth * PORTION, limit: PORTION },
      })
      await onPrint({ paper, reason }, dossiers)
    },
    onSuccess: () => {
      if (nth + 1 < portions.length) setNth(nth + 1)
      else onClose()
    },
  })
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="sm" fullWidth>
      <Box
        component="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (print.isPending) return
          // The reason of the change and of its notices is the same until the change is made.
          if (notMade) draft.setReason(reason)
          print.mutate()
        }}
      >
        <DialogTitle id={titleId}>{t('notices.title')}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 1.75 }}>
          {notMade && <Alert severity="warning">{t('notices.draftWarning')}</Alert>}
          <ErrorAlert error={print.error} />
          <DialogContentText>
            {t('notices.text', { count: total, number: formatNumber(total) })}
            {portions.length > 1 && ` ${t('notices.portions', { count: PORTION })}`}
          </DialogContentText>
          {portions.length > 1 && (
            <TextField
              select
              label={t('notices.portion')}
              value={nth}
              onChange={({ target }) => setNth(Number(target.value))}
            >
              {portions.map(({ from, to }, index) => (
                <MenuItem key={from} value={index}>
                  {t('notices.pages', { from: formatNumber(from), to: formatNumber(to) })}
                </MenuItem>
              ))}
            </TextField>
          )}
          <Choice
            label={t('notices.paper')}
            value={paper}
            onChange={setPaper}
            options={[
              { value: 'A5', words: 'A5' },
              { value: 'A4', words: 'A4' },
            ]}
          />
          <TextField
            autoFocus
            multiline
            minRows={2}
            label={t('notices.reason')}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            slotProps={{ htmlInput: { maxLength: 500 } }}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{common(nth === 0 ? 'button.cancel' : 'button.close')}</Button>
          <Button type="submit" variant="contained" startIcon={<PrintIcon />} loading={print.isPending}>
            {t('notices.print')}
          </Button>
        </DialogActions>
      </Box>
    </Dialog>
  )
}
