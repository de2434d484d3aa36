import ApologyIcon from '@mui/icons-material/MarkEmailUnreadOutlined'
import ArrivalIcon from '@mui/icons-material/MoveToInboxOutlined'
import DueIcon from '@mui/icons-material/EventOutlined'
import HandoverIcon from '@mui/icons-material/SwapHorizOutlined'
import MorningIcon from '@mui/icons-material/WbSunnyOutlined'
import ReminderIcon from '@mui/icons-material/CampaignOutlined'
import SettingsIcon from '@mui/icons-material/SettingsOutlined'
import { Box, IconButton, MenuItem, MenuList, Tooltip, Typography } from '@mui/material'
import type { SvgIconComponent } from '@mui/icons-material'
import { useNavigate } from 'react-router'
import type { Alert, AlertKind } from '../../../src-main/contract/alerts.ts'
import { useT } from '../../app/i18n.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { VISUALLY_HIDDEN } from '../../ui/visually-hidden.ts'
import { placeOf, useAlertWords } from './alert-words.ts'

const ICONS: Record<AlertKind, SvgIconComponent> = {
  morning: MorningIcon,
  arrival: ArrivalIcon,
  'due-today': DueIcon,
  'due-tomorrow': DueIcon,
  handover: HandoverIcon,
  apology: ApologyIcon,
  reminder: ReminderIcon,
}

/** The alerts, unseen first: arrows move among them, Enter goes to what one is about. */
export function AlertList({ alerts, onLeave }: { alerts: readonly Alert[]; onLeave: () => void }) {
  const t = useT('alerts')
  const navigate = useNavigate()
  const go = (place: string) => {
    onLeave()
    void navigate(place)
  }
  return (
    <>
      <Box
        sx={{ display: 'flex', alignItems: 'center', px: 2, py: 1, borderBottom: 1, borderColor: 'divider' }}
      >
        <Typography variant="h2" sx={{ flex: 1 }}>
          {t('title')}
        </Typography>
        <Tooltip title={t('settings')}>
          <IconButton size="small" aria-label={t('settings')} onClick={() => go('/settings')}>
            <SettingsIcon fontSize="small" />
          </IconButton>
        </Tooltip>
      </Box>
      {alerts.length === 0 ? (
        <EmptyState title={t('empty')} hint={t('emptyHint')} />
      ) : (
        <MenuList autoFocus autoFocusItem aria-label={t('title')} sx={{ py: 0.5 }}>
          {alerts.map((alert) => (
            <MenuItem key={alert.key} onClick={() => go(placeOf(alert))} sx={ITEM}>
              <AlertLine alert={alert} />
            </MenuItem>
          ))}
        </MenuList>
      )}
    </>
  )
}

function AlertLine({ alert }: { alert: Alert }) {
  const t = useT('alerts')
  const { title, body } = useAlertWords()(alert)
  const Icon = ICONS[alert.kind]
  const urgent = alert.kind === 'due-today' || (alert.kind === 'arrival' && alert.overdue)
  return (
    <>
      <Icon
        aria-hidden
        sx={{ fontSize: 20, mt: '1px', color: urgent ? 'standing.late.fg' : 'text.secondary' }}
      />
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box sx={{ fontWeight: alert.seen ? 400 : 600, lineHeight: 1.35 }}>{title}</Box>
        <Box sx={{ color: 'text.secondary', fontSize: 12.5, lineHeight: 1.35, overflowWrap: 'anywhere' }}>
          {body}
        </Box>
      </Box>
      {!alert.seen && (
        <Box component="span" sx={DOT}>
          <Box component="span" sx={VISUALLY_HIDDEN}>
            {t('new')}
          </Box>
        </Box>
      )}
    </>
  )
}

const ITEM = { alignItems: 'flex-start', gap: 1.25, px: 2, py: 0.9, whiteSpace: 'normal' }
const DOT = { flex: 'none', mt: '6px', width: 8, height: 8, borderRadius: '50%', bgcolor: 'primary.main' }
