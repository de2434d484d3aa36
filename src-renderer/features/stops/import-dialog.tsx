import FileIcon from '@mui/icons-material/UploadFileOutlined'
import {
  Alert,
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Typography,
} from '@mui/material'
import { useMutation } from '@tanstack/react-query'
import { useId, useRef } from 'react'
import { useT } from '../../app/i18n.ts'
import { useOffice, useOrpc } from '../../app/office.tsx'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { officeErrorOf } from '../../ui/errors.ts'
import { useToast } from '../../ui/toast.tsx'
import { ACCEPTED, readFile } from '../procedures/read-file.ts'
import { ImportPreview } from './import-preview.tsx'

/** A file of stop orders: chosen, looked at, and added. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const t = useT('stops')
  const common = useT('common')
  const toast = useToast()
  const titleId = useId()
  const client = useOffice()
  const read = useMutation({ mutationFn: async (file: File) => client.stops.readFile(await readFile(file)) })
  const add = useMutation(
    useOrpc().stops.addAll.mutationOptions({
      onSuccess: ({ added }) => {
        toast(t('import.added', { count: added }))
        onClose()
      },
    }),
  )
  const found = read.data
  const fresh = found?.orders ?? []
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
        {found !== undefined && <ImportPreview found={found} />}
        <ErrorAlert error={add.error} />
      </DialogContent>
      <DialogActions sx={{ pt: 1.5 }}>
        <Button onClick={onClose}>{common('button.cancel')}</Button>
        <Button
          variant="contained"
          disabled={fresh.length === 0}
          loading={add.isPending}
          onClick={() => add.mutate({ orders: fresh })}
        >
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
        data-testid="stops-file"
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
  const t = useT('stops')
  const known = officeErrorOf(error)
  if (known?.code === 'file-not-xlsx') return <Alert severity="error">{t('import.notAFile')}</Alert>
  if (known?.code === 'mapping-incomplete') {
    const { columns = '' } = known.params
    return <Alert severity="error">{t('import.columnsMissing', { columns })}</Alert>
  }
  return <ErrorAlert error={error} />
}
