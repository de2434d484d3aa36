import {
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  TextField,
  Typography,
} from '@mui/material'
import { type FormEvent, useId, useState } from 'react'
import type { OfferedBackup } from '../../../src-main/contract/rescue.ts'
import { useT } from '../../app/i18n.ts'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { formatMoment, formatNumber } from '../../ui/format.ts'
import type { Rescue } from './use-rescue.ts'

/** Asks before a backup takes the register's place, and for its password where it has one. */
export function RestoreDialog({
  backup,
  rescue,
  onClose,
}: {
  backup: OfferedBackup
  rescue: Rescue
  onClose: () => void
}) {
  const t = useT('rescue')
  const c = useT('common')
  const titleId = useId()
  const [password, setPassword] = useState('')
  const [error, setError] = useState<unknown>(null)
  const busy = rescue.pending !== null
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setError(null)
    try {
      await rescue.restore(backup, backup.sealed ? password : null)
      onClose()
    } catch (refused) {
      setError(refused)
    }
  }
  return (
    <Dialog open onClose={busy ? undefined : onClose} aria-labelledby={titleId} maxWidth="xs" fullWidth>
      <Box component="form" onSubmit={(event) => void submit(event)}>
        <DialogTitle id={titleId}>{t('restore.confirm', { at: formatMoment(backup.madeAt) })}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          <Typography>{t('restore.confirmText', { dossiers: formatNumber(backup.dossiers) })}</Typography>
          {backup.sealed && (
            <TextField
              type="password"
              autoComplete="off"
              autoFocus
              required
              label={t('restore.password')}
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          )}
          <ErrorAlert error={error} />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose} disabled={busy} autoFocus={!backup.sealed}>
            {c('button.cancel')}
          </Button>
          <Button type="submit" variant="contained" loading={busy}>
            {t('restore.use')}
          </Button>
        </DialogActions>
      </Box>
    </Dialog>
  )
}
