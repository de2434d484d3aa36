import CheckIcon from '@mui/icons-material/CheckOutlined'
import MoreIcon from '@mui/icons-material/ExpandMoreOutlined'
import PersonIcon from '@mui/icons-material/PersonOutlineOutlined'
import {
  Box,
  Button,
  Divider,
  ListItemIcon,
  ListItemText,
  ListSubheader,
  Menu,
  MenuItem,
} from '@mui/material'
import { type ReactNode, useId, useState } from 'react'
import { LANGUAGES } from '../locales/index.ts'
import { ChangePasswordDialog } from '../features/sign-in/change-password-dialog.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { useLeaving } from './coming-and-going.ts'
import { useT } from './i18n.ts'
import { SCHEMES, useLook } from './look.ts'
import { useStatus } from './office.tsx'
import { hasUnsaved } from './unsaved.ts'

/** Who uses this window and with which roles; password, lock and leaving; language and colours. */
export function UserMenu() {
  const t = useT('common')
  const { user, access } = useStatus()
  const leaving = useLeaving()
  const [changing, setChanging] = useState(false)
  const [asking, setAsking] = useState<'signOut' | 'switchUser' | null>(null)
  const id = useId()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const look = useLook()
  const name = user?.name ?? t('user.nobody')
  const close = () => setAnchor(null)
  const done = (act: () => void) => {
    close()
    act()
  }
  const leave = (how: 'signOut' | 'switchUser') => {
    if (hasUnsaved()) setAsking(how)
    else void leaving[how]()
  }
  return (
    <>
      <Button
        color="inherit"
        aria-label={t('user.menu', { name })}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-controls={anchor === null ? undefined : id}
        onClick={(event) => setAnchor(event.currentTarget)}
        startIcon={<PersonIcon />}
        endIcon={<MoreIcon />}
        sx={{ maxWidth: 260, flex: 'none' }}
      >
        <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
          {name}
        </Box>
      </Button>
      <Menu
        id={id}
        anchorEl={anchor}
        open={anchor !== null}
        onClose={close}
        // Inside the page's head, so that it belongs to a landmark.
        disablePortal
        slotProps={{ list: { dense: true, 'aria-label': t('user.menu', { name }) } }}
      >
        <ListSubheader role="presentation" sx={WHO}>
          <Box component="span" sx={{ display: 'block', fontWeight: 600, color: 'text.primary' }}>
            {name}
          </Box>
          {access.kind === 'open' ? t('user.open') : user?.roles.map((role) => t(`role.${role}`)).join(', ')}
        </ListSubheader>
        {access.kind === 'sign-in' && [
          <MenuItem key="lock" onClick={() => done(() => void leaving.lock())}>
            <ListItemText>{t('user.lock')}</ListItemText>
            <Box component="span" sx={{ ml: 3, color: 'text.secondary', fontSize: 12 }}>
              Ctrl+L
            </Box>
          </MenuItem>,
          <MenuItem key="switch" onClick={() => done(() => leave('switchUser'))}>
            {t('user.switch')}
          </MenuItem>,
          <MenuItem key="password" onClick={() => done(() => setChanging(true))}>
            {t('user.changePassword')}
          </MenuItem>,
          <MenuItem key="sign-out" onClick={() => done(() => leave('signOut'))}>
            {t('user.signOut')}
          </MenuItem>,
        ]}
        <Divider />
        {choice({
          heading: t('user.language'),
          options: LANGUAGES.map((value) => ({ value, words: t(`language.${value}`) })),
          taken: look.language,
          onTake: (language) => done(() => look.setLanguage(language)),
        })}
        <Divider />
        {choice({
          heading: t('user.theme'),
          options: SCHEMES.map((value) => ({ value, words: t(`theme.${value}`) })),
          taken: look.scheme,
          onTake: (scheme) => done(() => look.setScheme(scheme)),
        })}
      </Menu>
      {changing && <ChangePasswordDialog onClose={() => setChanging(false)} />}
      <ConfirmDialog
        open={asking === 'signOut'}
        title={t('user.leaveTitle')}
        confirmLabel={t('user.signOut')}
        onConfirm={() => void leaving.signOut()}
        onClose={() => setAsking(null)}
      >
        {t('user.leaveText')}
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === 'switchUser'}
        title={t('user.switchTitle')}
        confirmLabel={t('user.switchNow')}
        onConfirm={() => void leaving.switchUser()}
        onClose={() => setAsking(null)}
      >
        {t('user.switchText', { name })}
      </ConfirmDialog>
    </>
  )
}

/**
 * The items of one choice, one of them taken. Items, not a component: the arrow keys of a menu only reach its
 * direct children.
 */
function choice<Value extends string | number>({
  heading,
  options,
  taken,
  onTake,
  focusTaken = false,
}: {
  heading: string
  options: readonly { value: Value; words: string }[]
  taken: Value | undefined
  onTake: (value: Value) => void
  /** The menu opens with the focus on the taken one. */
  focusTaken?: boolean
}): ReactNode[] {
  return [
    <ListSubheader key={heading} role="presentation" sx={HEADING}>
      {heading}
    </ListSubheader>,
    ...options.map(({ value, words }) => (
      <MenuItem
        key={`${heading} ${value}`}
        role="menuitemradio"
        aria-checked={value === taken}
        selected={focusTaken && value === taken}
        onClick={() => onTake(value)}
      >
        {value === taken && (
          <ListItemIcon>
            <CheckIcon fontSize="small" />
          </ListItemIcon>
        )}
        <ListItemText inset={value !== taken}>{words}</ListItemText>
      </MenuItem>
    )),
  ]
}

const HEADING = { lineHeight: '26px', fontSize: 12, bgcolor: 'transparent', position: 'static' } as const
const WHO = {
  lineHeight: 1.5,
  py: 1,
  fontSize: 12,
  maxWidth: 320,
  bgcolor: 'transparent',
  position: 'static',
} as const
