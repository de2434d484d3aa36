import { Alert, Snackbar } from '@mui/material'
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react'

interface Toast {
  key: number
  text: string
  severity: 'success' | 'info' | 'warning' | 'error'
  action: ReactNode
}

/** Shows a short message at the bottom for some seconds. */
export type ShowToast = (text: string, options?: { severity?: Toast['severity']; action?: ReactNode }) => void

const ToastContext = createContext<ShowToast | null>(null)

/** Holds the one toast shown at a time. Screen readers hear it politely. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [toast, setToast] = useState<Toast | null>(null)
  const [open, setOpen] = useState(false)
  const show = useCallback<ShowToast>((text, { severity = 'success', action = null } = {}) => {
    setToast((last) => ({ key: (last?.key ?? 0) + 1, text, severity, action }))
    setOpen(true)
  }, [])
  const close = useMemo(
    () => (_: unknown, reason?: string) => {
      if (reason !== 'clickaway') setOpen(false)
    },
    [],
  )
  return (
    <ToastContext value={show}>
      {children}
      <Snackbar
        key={toast?.key}
        open={open}
        autoHideDuration={6000}
        onClose={close}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'center' }}
      >
        <Alert
          severity={toast?.severity ?? 'info'}
          variant="standard"
          role="status"
          aria-live="polite"
          action={toast?.action ?? undefined}
          onClose={toast?.action == null ? close : undefined}
          sx={{ boxShadow: 6, alignItems: 'center' }}
        >
          {toast?.text}
        </Alert>
      </Snackbar>
    </ToastContext>
  )
}

/** The way to show a toast. */
export function useToast(): ShowToast {
  const show = useContext(ToastContext)
  if (show === null) throw new Error('useToast outside ToastProvider')
  return show
}
