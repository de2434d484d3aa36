import {
  Alert,
  Box,
  Button,
  CircularProgress,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
} from '@mui/material'
import PrintIcon from '@mui/icons-material/PrintOutlined'
import { useEffect, useId, useRef } from 'react'
import type { OfficeFile } from '../../../src-main/contract/common.ts'
import { useT } from '../../app/i18n.ts'
import { downloadFile } from '../../ui/download.ts'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { canShowPdf, printFrame, showPdf } from '../../ui/pdf.ts'
import { useShortcut } from '../../ui/use-shortcut.ts'

/** A paper asked for, to be looked at. */
export interface PaperShown {
  /** `null` while it is made. */
  file: OfficeFile | null
  error: Error | null
}

/** A paper as it will come out of the printer. Enter prints, Escape leaves. */
export function PdfDialog({
  title,
  shown: { file, error },
  testId = 'paper',
  onClose,
}: {
  title: string
  shown: PaperShown
  testId?: string
  onClose: () => void
}) {
  const t = useT('common')
  const titleId = useId()
  const frame = useRef<HTMLIFrameElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const viewable = canShowPdf()
  useEffect(
    () => (file === null || frame.current === null ? undefined : showPdf(frame.current, file)),
    [file],
  )
  const print = () => {
    if (file === null) return
    if (viewable) printFrame(frame.current)
    else downloadFile(file)
  }
  useShortcut('ctrl+p', print)
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="md" fullWidth>
      <DialogTitle id={titleId}>{title}</DialogTitle>
      <DialogContent sx={CONTENT}>
        {error !== null && <ErrorAlert error={error} />}
        {file === null && error === null && (
          <Box role="status" aria-label={t('paper.making')} sx={{ m: 'auto' }}>
            <CircularProgress />
          </Box>
        )}
        {file !== null && !viewable && <Alert severity="info">{t('paper.noViewer')}</Alert>}
        {file !== null && viewable && (
          <iframe
            ref={frame}
            title={file.name}
            data-testid={testId}
            // The viewer takes the focus as it opens; Enter is to print.
            onLoad={() => button.current?.focus()}
            style={{ border: 0, flex: 1, minHeight: 0, width: '100%' }}
          />
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('button.close')}</Button>
        <Button onClick={() => file && downloadFile(file)} disabled={file === null}>
          {t('paper.save')}
        </Button>
        {viewable && (
          <Button
            ref={button}
            variant="contained"
            startIcon={<PrintIcon />}
            onClick={print}
            disabled={file === null}
            aria-keyshortcuts="Control+P"
          >
            {t('button.print')} (Ctrl+P)
          </Button>
        )}
      </DialogActions>
    </Dialog>
  )
}

const CONTENT = { display: 'flex', flexDirection: 'column', height: '78vh', pb: 0 }
