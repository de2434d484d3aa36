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
import { useT } from './i18n.ts'
import { SCHEMES, useLook } from './look.ts'
import { useStatus } from './office.tsx'

/** Who uses this window, its language and its colours. */
export function UserMenu() {
  const t = useT('common')
  const { user } = useStatus()
  const id = useId()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const look = useLook()
  const name = user?.name ?? t('user.nobody')
  const close = () => setAnchor(null)
  const done = (act: () => void) => {
    close()
    act()
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
