import {
  Alert,
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  TextField,
} from '@mui/material'
import PrintIcon from '@mui/icons-material/PrintOutlined'
import { useEffect, useId, useState } from 'react'
import { flushSync } from 'react-dom'
import type { MovedDossier } from '../../../src-main/contract/calendar.ts'
import { useT } from '../../app/i18n.ts'
import { Choice } from '../../ui/choice.tsx'
import { Notices, type Paper } from './notices.tsx'
import { useDraft } from './use-draft.ts'

/** Prints a notice to each applicant in the list. */
export function NoticesButton({ dossiers, draft }: { dossiers: readonly MovedDossier[]; draft: boolean }) {
  const t = useT('calendar')
  const [asking, setAsking] = useState(false)
  const [printing, setPrinting] = useState<{ paper: Paper; reason: string } | null>(null)
  useEffect(() => {
    const after = () => setPrinting(null)
    window.addEventListener('afterprint', after)
    return () => window.removeEventListener('afterprint', after)
  }, [])
  const print = async (paper: Paper, reason: string) => {
    // The sheets must stand in the page before the print preview looks at it.
    flushSync(() => {
      setAsking(false)
      setPrinting({ paper, reason })
    })
    await document.fonts.ready
    window.print()
  }
  return (
    <>
      <Button
        variant="outlined"
        startIcon={<PrintIcon />}
        disabled={dossiers.length === 0}
        onClick={() => setAsking(true)}
      >
        {t('effects.notices')}
      </Button>
      {asking && (
        <NoticesDialog
          count={dossiers.length}
          draft={draft}
          onClose={() => setAsking(false)}
          onPrint={(paper, reason) => void print(paper, reason)}
        />
      )}
      {printing !== null && <Notices dossiers={dossiers} paper={printing.paper} reason={printing.reason} />}
    </>
  )
}

function NoticesDialog({
  count,
  draft: notMade,
  onClose,
  onPrint,
}: {
  count: number
  draft: boolean
  onClose: () => void
  onPrint: (paper: Paper, reason: string) => void
}) {
  const t = useT('calendar')
  const common = useT('common')
  const titleId = useId()
  const { draft, state } = useDraft()
  const [paper, setPaper] = useState<Paper>('A5')
  const [reason, setReason] = useState(state.applied?.reason ?? state.reason)
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="sm" fullWidth>
      <Box
        component="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          // The reason of the change and of its notices is the same until the change is made.
          if (notMade) draft.setReason(reason)
          onPrint(paper, reason)
        }}
      >
        <DialogTitle id={titleId}>{t('notices.title')}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 1.75 }}>
          {notMade && <Alert severity="warning">{t('notices.draftWarning')}</Alert>}
          <DialogContentText>{t('notices.text', { count })}</DialogContentText>
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
          <Button onClick={onClose}>{common('button.cancel')}</Button>
          <Button type="submit" variant="contained" startIcon={<PrintIcon />}>
            {t('notices.print')}
          </Button>
        </DialogActions>
      </Box>
    </Dialog>
  )
}
