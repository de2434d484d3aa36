import BellIcon from '@mui/icons-material/NotificationsOutlined'
import { Badge, IconButton, Popover, Tooltip } from '@mui/material'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useRef, useState } from 'react'
import { useT } from '../../app/i18n.ts'
import { useOrpc } from '../../app/office.tsx'
import { useRights } from '../../app/rights.ts'
import { useShortcut } from '../../ui/use-shortcut.ts'
import { AlertList } from './alert-list.tsx'
import { useAlerts } from './use-alerts.ts'
import { useDesktopAlerts, useLateBadge } from './use-desktop-alerts.ts'

/** The bell in the top bar, with the number of alerts not seen; Alt+B opens the list. */
export function AlertBell() {
  const may = useRights()
  return may('read') ? <Bell /> : null
}

function Bell() {
  const t = useT('alerts')
  const orpc = useOrpc()
  const queries = useQueryClient()
  const { alerts, unseen } = useAlerts()
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()
  const [open, setOpen] = useState(false)
  const seen = useMutation(
    orpc.alerts.seen.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: orpc.alerts.list.key() }),
    }),
  )
  useShortcut('alt+b', () => setOpen(true))
  useDesktopAlerts(alerts, () => setOpen(true))
  useLateBadge()
  const close = () => {
    setOpen(false)
    // Seen is what stood in the list, when the list is left.
    const keys = alerts.filter((alert) => !alert.seen).map(({ key }) => key)
    if (keys.length > 0) seen.mutate({ keys })
  }
  const words = unseen === 0 ? t('bellNone') : t('bell', { count: unseen })
  return (
    <>
      <Tooltip title={`${words} (Alt+B)`}>
        <IconButton
          ref={button}
          size="small"
          aria-label={words}
          aria-haspopup="dialog"
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          aria-keyshortcuts="Alt+B"
          onClick={() => setOpen(true)}
        >
          <Badge badgeContent={unseen} max={99} color="error" slotProps={{ badge: { 'aria-hidden': true } }}>
            <BellIcon fontSize="small" />
          </Badge>
        </IconButton>
      </Tooltip>
      <Popover
        id={id}
        open={open}
        anchorEl={() => button.current}
        onClose={close}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{
          paper: { role: 'dialog', 'aria-label': t('title'), sx: { width: 440, maxHeight: '70vh' } },
        }}
      >
        <AlertList alerts={alerts} onLeave={close} />
      </Popover>
    </>
  )
}
