import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { useT } from '../../app/i18n.ts'
import { useOrpc } from '../../app/office.tsx'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { LegsView } from './legs-view.tsx'
import type { Subject } from './mark-dialogs.tsx'

/** Whose lateness, of one row of the list. */
export function LegsDialog({ subject, onClose }: { subject: Subject; onClose: () => void }) {
  const t = useT('overdue')
  const common = useT('common')
  const titleId = useId()
  const asked = useQuery(useOrpc().desk.dossier.queryOptions({ input: { id: subject.id } }))
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="sm" fullWidth>
      <DialogTitle id={titleId}>
        {t('legs.title')} · {subject.code}
      </DialogTitle>
      <DialogContent>
        <ErrorAlert error={asked.error} />
        {asked.data === undefined ? <Box sx={{ minHeight: 160 }} /> : <LegsView page={asked.data} />}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} autoFocus>
          {common('button.close')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
