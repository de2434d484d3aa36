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
import { useT } from '../../app/i18n.ts'
import { downloadFile } from '../../ui/download.ts'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { canShowPdf, printFrame, showPdf } from '../../ui/pdf.ts'
import { useShortcut } from '../../ui/use-shortcut.ts'
import type { ReceiptShown } from './use-receipt.ts'

/** The receipt as it will come out of the printer. Enter prints, Escape leaves. */
export function ReceiptDialog({
  code,
  title,
  shown: { file, error },
  onClose,
}: {
  code: string
  /** Where it is another paper than a receipt. */
  title?: string
  shown: ReceiptShown
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
      <DialogTitle id={titleId}>{title ?? t('receipt.title', { code })}</DialogTitle>
      <DialogContent sx={CONTENT}>
        {error !== null && <ErrorAlert error={error} />}
        {file === null && error === null && (
          <Box role="status" aria-label={t('receipt.making')} sx={{ m: 'auto' }}>
            <CircularProgress />
          </Box>
        )}
        {file !== null && !viewable && <Alert severity="info">{t('receipt.noViewer')}</Alert>}
        {file !== null && viewable && (
          <iframe
            ref={frame}
            title={file.name}
            data-testid="receipt"
            // The viewer takes the focus as it opens; Enter is to print.
            onLoad={() => button.current?.focus()}
            style={{ border: 0, flex: 1, minHeight: 0, width: '100%' }}
          />
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('button.close')}</Button>
        <Button onClick={() => file && downloadFile(file)} disabled={file === null}>
          {t('receipt.save')}
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
