import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField } from '@mui/material'
import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useT } from '../../app/i18n.ts'
import { useOrpc } from '../../app/office.tsx'
import { Choice } from '../../ui/choice.tsx'
import { downloadFile } from '../../ui/download.ts'
import { ErrorAlert } from '../../ui/error-alert.tsx'

/** The calendar of some years as a file. */
export function ExportDialog({ year, onClose }: { year: number; onClose: () => void }) {
  const t = useT('calendar')
  const common = useT('common')
  const titleId = useId()
  const [from, setFrom] = useState(String(year))
  const [to, setTo] = useState(String(year))
  const [format, setFormat] = useState<'csv' | 'xlsx'>('xlsx')
  const file = useMutation(
    useOrpc().calendar.exportYears.mutationOptions({
      onSuccess: (made) => {
        downloadFile(made)
        onClose()
      },
    }),
  )
  const years = { from: Number(from), to: Number(to) }
  const wrongWay = years.from > years.to
  const ready = isYear(from) && isYear(to) && !wrongWay
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="xs" fullWidth>
      <Box
        component="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (ready) file.mutate({ ...years, format })
        }}
      >
        <DialogTitle id={titleId}>{t('action.exportTitle')}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          <ErrorAlert error={file.error} />
          <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 1.5, pt: 0.75 }}>
            <TextField
              autoFocus
              label={t('action.exportFrom')}
              value={from}
              error={!isYear(from)}
              onChange={(event) => setFrom(event.target.value.trim())}
              slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 4 } }}
            />
            <TextField
              label={t('action.exportTo')}
              value={to}
              error={!isYear(to) || wrongWay}
              helperText={wrongWay ? t('action.exportOrder') : undefined}
              onChange={(event) => setTo(event.target.value.trim())}
              slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 4 } }}
            />
          </Box>
          <Choice
            label={t('action.exportFormat')}
            value={format}
            onChange={setFormat}
            options={[
              { value: 'xlsx', words: t('action.exportXlsx') },
              { value: 'csv', words: t('action.exportCsv') },
            ]}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{common('button.cancel')}</Button>
          <Button type="submit" variant="contained" disabled={!ready} loading={file.isPending}>
            {t('action.export')}
          </Button>
        </DialogActions>
      </Box>
    </Dialog>
  )
}

function isYear(text: string): boolean {
  return /^(19[7-9]\d|20\d\d|2100)$/.test(text)
}
