import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material'
import { type KeyboardEvent, type ReactNode, useId } from 'react'
import { useT } from '../../app/i18n.ts'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { isComposing } from '../../ui/enter-moves.ts'

/** A dialog that is a form: Enter confirms, Escape leaves. */
export function FormDialog({
  title,
  confirmLabel,
  busy,
  disabled = false,
  error,
  width,
  onSubmit,
  onClose,
  children,
  footer,
}: {
  title: string
  confirmLabel: string
  busy: boolean
  disabled?: boolean
  error: unknown
  width: 'xs' | 'md'
  onSubmit: () => void
  onClose: () => void
  children: ReactNode
  /** Stands above the buttons and stays in view however long the rest is. */
  footer?: ReactNode
}) {
  const t = useT('common')
  const titleId = useId()
  const submit = () => {
    if (!busy && !disabled) onSubmit()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || isComposing(event) || !(event.target instanceof Element)) return
    const withCtrl = event.ctrlKey || event.metaKey
    // In a text of several lines Enter is a line; in an open list Enter takes an entry, on a button it presses that.
    const meansElse =
      event.target.closest('button, textarea, [role="combobox"][aria-expanded="true"]') !== null
    if (meansElse && !withCtrl) return
    event.preventDefault()
    submit()
  }
  return (
    <Dialog
      open
      onClose={busy ? undefined : onClose}
      // On the dialog, not the form: just after opening the focus may still be on the frame around it.
      onKeyDown={onKeyDown}
      aria-labelledby={titleId}
      maxWidth={width}
      fullWidth
    >
      <Box
        component="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
        sx={{ display: 'flex', flexDirection: 'column', minHeight: 0 }}
      >
        <DialogTitle id={titleId}>{title}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2, pt: '8px !important' }}>
          {children}
          <ErrorAlert error={error} />
        </DialogContent>
        {footer !== undefined && <Box sx={{ px: 3, pt: 1.5 }}>{footer}</Box>}
        <DialogActions>
          <Button onClick={onClose} disabled={busy}>
            {t('button.cancel')}
          </Button>
          <Button type="submit" variant="contained" loading={busy} disabled={disabled}>
            {confirmLabel}
          </Button>
        </DialogActions>
      </Box>
    </Dialog>
  )
}
