import {
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  LinearProgress,
  TextField,
} from '@mui/material'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState } from 'react'
import type { BackupSource } from '../../../src-main/contract/backups.ts'
import { useT } from '../../app/i18n.ts'
import { useOrpc } from '../../app/office.tsx'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { officeErrorOf, useFieldWords } from '../../ui/errors.ts'
import { noteRestored, takeRestored } from './restored-note.ts'
import { RestorePreviewPanel } from './restore-preview.tsx'

/** Restoring in steps: the backup is read, what would be lost is shown, a word is typed, the register is replaced. */
export function RestoreDialog({ source, onClose }: { source: BackupSource; onClose: () => void }) {
  const t = useT('backups')
  const common = useT('common')
  const orpc = useOrpc()
  const titleId = useId()
  const [password, setPassword] = useState('')
  const [typed, setTyped] = useState('')
  const preview = useMutation(orpc.backups.preview.mutationOptions())
  const restore = useMutation(orpc.backups.restore.mutationOptions())
  const look = (tried: string | null) => {
    restore.reset()
    preview.mutate({ source, password: tried })
  }
  const first = useRef(true)
  useEffect(() => {
    if (first.current) preview.mutate({ source, password: null })
    first.current = false
  }, [preview, source])
  const found = preview.data
  const code = officeErrorOf(preview.error)?.code
  const needsPassword = code === 'backup-password-needed' || code === 'backup-wrong-password'
  const outdated = officeErrorOf(restore.error)?.code === 'restore-outdated'
  const word = t('restore.word')
  const agreed = typed.normalize('NFC').trim().toUpperCase() === word
  const begin = () => {
    if (found === undefined || !agreed) return
    noteRestored(found.name)
    restore.mutate({ previewId: found.previewId }, { onError: () => void takeRestored() })
  }
  const busy = preview.isPending || restore.isPending
  return (
    <Dialog open onClose={busy ? undefined : onClose} aria-labelledby={titleId} maxWidth="sm" fullWidth>
      <Box
        component="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (busy) return
          if (needsPassword) look(password)
          else if (outdated) look(password === '' ? null : password)
          else begin()
        }}
        sx={{ display: 'flex', flexDirection: 'column', minHeight: 0 }}
      >
        <DialogTitle id={titleId}>{t('restore.title')}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          {preview.isPending && <Busy words={t('restore.reading')} />}
          {preview.error !== null && <PreviewError error={preview.error} />}
          {needsPassword && (
            <TextField
              type="password"
              label={t('restore.password')}
              value={password}
              autoFocus
              autoComplete="off"
              onChange={(event) => setPassword(event.target.value)}
            />
          )}
          {found !== undefined && !preview.isPending && <RestorePreviewPanel preview={found} />}
          {found !== undefined && !busy && !outdated && (
            <TextField
              label={t('restore.type', { word })}
              value={typed}
              autoFocus
              autoComplete="off"
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
          {restore.isPending && <Busy words={t('restore.working')} />}
          <ErrorAlert error={restore.error} />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose} disabled={busy}>
            {common('button.cancel')}
          </Button>
          {needsPassword || outdated ? (
            <Button type="submit" variant="contained" disabled={busy || (needsPassword && password === '')}>
              {t(outdated ? 'restore.again' : 'restore.open')}
            </Button>
          ) : (
            <Button
              type="submit"
              variant="contained"
              color="error"
              disabled={found === undefined || busy || !agreed}
            >
              {t('restore.confirm')}
            </Button>
          )}
        </DialogActions>
      </Box>
    </Dialog>
  )
}

function Busy({ words }: { words: string }) {
  return (
    <Box role="status">
      <Box sx={{ mb: 1 }}>{words}</Box>
      <LinearProgress aria-label={words} />
    </Box>
  )
}

/** A path that was mistyped has its own words. */
function PreviewError({ error }: { error: unknown }) {
  const fieldWords = useFieldWords()
  const words = fieldWords(officeErrorOf(error)?.fields[0]?.code)
  return words === undefined ? (
    <ErrorAlert error={error} />
  ) : (
    <Box role="alert" sx={{ color: 'error.main' }}>
      {words}
    </Box>
  )
}
