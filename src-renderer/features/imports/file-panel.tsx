import { Box, Button, Typography } from '@mui/material'
import FileIcon from '@mui/icons-material/UploadFileOutlined'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useT } from '../../app/i18n.ts'
import { ImportError } from './import-error.tsx'
import type { ImportRun } from './import-run.ts'
import { ACCEPTED, LARGEST_MB, readFile } from './read-file.ts'
import { StepTitle } from './step-title.tsx'

/** The first step: a file is chosen in the dialog or dropped anywhere on the window. */
export function FilePanel({ run, error }: { run: ImportRun; error: unknown }) {
  const t = useT('imports')
  const input = useRef<HTMLInputElement>(null)
  const take = (file: File | undefined) => {
    if (file !== undefined) void run.open(file.name, () => readFile(file))
  }
  const over = useDroppedFile(take)
  return (
    <Box sx={{ maxWidth: 720, width: '100%', mx: 'auto', mt: 2 }}>
      <StepTitle title={t('file.title')}>{t('file.hint')}</StepTitle>
      <ImportError error={error} />
      <Box data-testid="import-drop" sx={over ? { ...DROP, ...OVER } : DROP}>
        <FileIcon aria-hidden sx={{ fontSize: 40, color: 'text.secondary' }} />
        <Typography>{t(over ? 'file.drop' : 'file.drag')}</Typography>
        <Button variant="contained" onClick={() => input.current?.click()}>
          {t('file.choose')}
        </Button>
        <input
          ref={input}
          type="file"
          accept={ACCEPTED}
          hidden
          data-testid="import-file"
          onChange={({ currentTarget }) => {
            take(currentTarget.files?.[0])
            // The same file may be chosen again once it has been mended.
            currentTarget.value = ''
          }}
        />
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('file.limit', { limit: LARGEST_MB })}
        </Typography>
      </Box>
      <Box
        component="ul"
        sx={{ mt: 3, pl: 2.5, color: 'text.secondary', fontSize: 13, display: 'grid', gap: 0.5 }}
      >
        <li>{t('file.needed')}</li>
        <li>{t('file.checked')}</li>
        <li>{t('file.again')}</li>
      </Box>
    </Box>
  )
}

const DROP = {
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'center',
  gap: 1.5,
  p: 5,
  border: '2px dashed',
  borderColor: 'divider',
  borderRadius: 2,
  bgcolor: 'background.paper',
}
const OVER = { borderColor: 'primary.main', bgcolor: 'selected' }

/** Takes a file dropped anywhere on the window; without this the window would leave for the file. */
function useDroppedFile(take: (file: File | undefined) => void): boolean {
  const [over, setOver] = useState(false)
  const onDrop = useEffectEvent((file: File | undefined) => take(file))
  useEffect(() => {
    const drag = (event: DragEvent) => {
      event.preventDefault()
      setOver(event.dataTransfer?.types.includes('Files') ?? false)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent) => {
      event.preventDefault()
      setOver(false)
      onDrop(event.dataTransfer?.files[0])
    }
    window.addEventListener('dragover', drag)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', drag)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [])
  return over
}
