import { TextField, Typography } from '@mui/material'
import { useState } from 'react'
import type { BackupSource } from '../../../src-main/contract/backups.ts'
import { useT } from '../../app/i18n.ts'
import { FormDialog } from '../dossier/form-dialog.tsx'

/** Asks for a backup that lies in neither folder, by its path on this machine. */
export function FileDialog({
  onChosen,
  onClose,
}: {
  onChosen: (source: BackupSource) => void
  onClose: () => void
}) {
  const t = useT('backups')
  const [path, setPath] = useState('')
  return (
    <FormDialog
      title={t('file.title')}
      confirmLabel={t('file.next')}
      busy={false}
      disabled={path.trim() === ''}
      error={null}
      width="xs"
      onSubmit={() => onChosen({ place: 'file', path: path.trim() })}
      onClose={onClose}
    >
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('file.text')}
      </Typography>
      <TextField
        label={t('file.path')}
        helperText={t('file.hint')}
        value={path}
        autoFocus
        onChange={(event) => setPath(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 1000, spellCheck: false } }}
      />
    </FormDialog>
  )
}
