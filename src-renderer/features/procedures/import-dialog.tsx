import FileIcon from '@mui/icons-material/UploadFileOutlined'
import {
  Alert,
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  TextField,
  Typography,
} from '@mui/material'
import { useMutation } from '@tanstack/react-query'
import { useId, useRef, useState } from 'react'
import type { CatalogueVersion } from '../../../src-main/contract/procedures.ts'
import { useT } from '../../app/i18n.ts'
import { useOffice, useOrpc } from '../../app/office.tsx'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { officeErrorOf, useFieldWords } from '../../ui/errors.ts'
import { useToast } from '../../ui/toast.tsx'
import { ImportPreview } from './import-preview.tsx'
import { ACCEPTED, readFile } from './read-file.ts'

/** A file of versions: chosen, looked at, and added with a reason. */
export function ImportDialog({
  versions,
  onClose,
}: {
  versions: readonly CatalogueVersion[]
  onClose: () => void
}) {
  const t = useT('procedures')
  const common = useT('common')
  const words = useFieldWords()
  const toast = useToast()
  const titleId = useId()
  const client = useOffice()
  const [reason, setReason] = useState('')
  const [refused, setRefused] = useState(false)
  const read = useMutation({
    mutationFn: async (file: File) => client.procedures.readFile(await readFile(file)),
  })
  const add = useMutation(
    useOrpc().procedures.addAll.mutationOptions({
      onSuccess: ({ added }) => {
        toast(t('import.added', { count: added }))
        onClose()
      },
    }),
  )
  const found = read.data
  const fresh = found?.versions ?? []
  const submit = () => {
    if (reason.trim() === '') setRefused(true)
    else if (fresh.length > 0 && !add.isPending) add.mutate({ versions: fresh, reason })
  }
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="md" fullWidth>
      <DialogTitle id={titleId} sx={{ pb: 1 }}>
        {t('import.title')}
      </DialogTitle>
      <DialogContent dividers sx={{ display: 'grid', gap: 2, alignContent: 'start' }}>
        <Box sx={{ display: 'flex', gap: 2, alignItems: 'center' }}>
          <Typography variant="body2" sx={{ color: 'text.secondary', flex: 1 }}>
            {t('import.hint')}
          </Typography>
          <FileButton
            words={t(found === undefined ? 'import.choose' : 'import.other')}
            first={found === undefined}
            busy={read.isPending}
            onFile={(file) => {
              add.reset()
              read.mutate(file)
            }}
          />
        </Box>
        <FileError error={read.error} />
        {found !== undefined && <ImportPreview found={found} versions={versions} />}
        {fresh.length > 0 && (
          <TextField
            label={t('field.reason')}
            required
            value={reason}
            onChange={(event) => {
              setReason(event.target.value)
              setRefused(false)
            }}
            error={refused}
            helperText={refused ? words('required') : t('form.reasonHint')}
            slotProps={{ htmlInput: { maxLength: 500 } }}
          />
        )}
        <ErrorAlert error={add.error} />
      </DialogContent>
      <DialogActions sx={{ pt: 1.5 }}>
        <Button onClick={onClose}>{common('button.cancel')}</Button>
        <Button variant="contained" disabled={fresh.length === 0} loading={add.isPending} onClick={submit}>
          {t('import.add', { count: fresh.length })}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

function FileButton({
  words,
  first,
  busy,
  onFile,
}: {
  words: string
  first: boolean
  busy: boolean
  onFile: (file: File) => void
}) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button
        variant={first ? 'contained' : 'outlined'}
        startIcon={<FileIcon />}
        loading={busy}
        loadingPosition="start"
        autoFocus
        onClick={() => input.current?.click()}
        sx={{ flex: 'none' }}
      >
        {words}
      </Button>
      <input
        ref={input}
        type="file"
        accept={ACCEPTED}
        hidden
        data-testid="catalogue-file"
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0]
          if (file) onFile(file)
          // The same file may be chosen again once it has been mended.
          currentTarget.value = ''
        }}
      />
    </>
  )
}

/** Says what is wrong with the file as a whole. */
function FileError({ error }: { error: unknown }) {
  const t = useT('procedures')
  const known = officeErrorOf(error)
  if (known?.code === 'file-not-xlsx') return <Alert severity="error">{t('import.notAFile')}</Alert>
  if (known?.code === 'mapping-incomplete') {
    const { columns = '' } = known.params
    return <Alert severity="error">{t('import.columnsMissing', { columns })}</Alert>
  }
  return <ErrorAlert error={error} />
}
