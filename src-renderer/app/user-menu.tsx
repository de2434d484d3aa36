import CheckIcon from '@mui/icons-material/CheckOutlined'
import MoreIcon from '@mui/icons-material/ExpandMoreOutlined'
import PersonIcon from '@mui/icons-material/PersonOutlineOutlined'
import { Box, Button, Divider, ListItemIcon, ListItemText, Menu, MenuItem } from '@mui/material'
import { useId, useState } from 'react'
import type { Staff } from '../../src-main/contract/office.ts'
import { LANGUAGES } from '../locales/index.ts'
import { useErrorWords } from '../ui/errors.ts'
import { useToast } from '../ui/toast.tsx'
import { AddPersonDialog } from './add-person-dialog.tsx'
import { useT } from './i18n.ts'
import { SCHEMES, useLook } from './look.ts'
import { useStatus } from './office.tsx'
import { useActAs, useStaff } from './staff.ts'

/** Who uses this window, its language and its colours. */
export function UserMenu() {
  const t = useT('common')
  const { user } = useStatus()
  const id = useId()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [adding, setAdding] = useState(false)
  const take = useTakeOver()
  const name = user?.name ?? t('user.nobody')
  const close = () => setAnchor(null)
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
        <People
          current={user}
          onTake={(person) => {
            close()
            if (person.id !== user?.id) take(person)
          }}
        />
        <MenuItem
          onClick={() => {
            close()
            setAdding(true)
          }}
        >
          <ListItemText inset>{t('user.add')}</ListItemText>
        </MenuItem>
        <LookItems onDone={close} />
      </Menu>
      {adding && <AddPersonDialog onClose={() => setAdding(false)} onAdded={take} />}
    </>
  )
}

function People({ current, onTake }: { current: Staff | null; onTake: (person: Staff) => void }) {
  const t = useT('common')
  const staff = useStaff().data ?? []
  return (
    <Box component="li" role="none">
      <Heading>{t('user.actAs')}</Heading>
      <Box
        component="ul"
        role="group"
        aria-label={t('user.actAs')}
        sx={{ ...GROUP, maxHeight: 300, overflowY: 'auto' }}
      >
        {staff.map((person) => (
          <Radio
            key={person.id}
            words={person.name}
            taken={person.id === current?.id}
            onTake={() => onTake(person)}
          />
        ))}
      </Box>
    </Box>
  )
}

function LookItems({ onDone }: { onDone: () => void }) {
  const t = useT('common')
  const look = useLook()
  return (
    <Box component="li" role="none">
      <Divider role="presentation" component="div" sx={{ my: 0.5 }} />
      <Heading>{t('user.language')}</Heading>
      <Box component="ul" role="group" aria-label={t('user.language')} sx={GROUP}>
        {LANGUAGES.map((language) => (
          <Radio
            key={language}
            words={t(`language.${language}`)}
            taken={language === look.language}
            onTake={() => {
              look.setLanguage(language)
              onDone()
            }}
          />
        ))}
      </Box>
      <Divider role="presentation" component="div" sx={{ my: 0.5 }} />
      <Heading>{t('user.theme')}</Heading>
      <Box component="ul" role="group" aria-label={t('user.theme')} sx={GROUP}>
        {SCHEMES.map((scheme) => (
          <Radio
            key={scheme}
            words={t(`theme.${scheme}`)}
            taken={scheme === look.scheme}
            onTake={() => {
              look.setScheme(scheme)
              onDone()
            }}
          />
        ))}
      </Box>
    </Box>
  )
}

const GROUP = { listStyle: 'none', m: 0, p: 0 } as const

function Heading({ children }: { children: string }) {
  return (
    <Box
      aria-hidden
      sx={{ px: 2, pt: 0.75, pb: 0.25, fontSize: 12, color: 'text.secondary', fontWeight: 500 }}
    >
      {children}
    </Box>
  )
}

function Radio({ words, taken, onTake }: { words: string; taken: boolean; onTake: () => void }) {
  return (
    <MenuItem role="menuitemradio" aria-checked={taken} selected={false} onClick={onTake}>
      {taken && (
        <ListItemIcon>
          <CheckIcon fontSize="small" />
        </ListItemIcon>
      )}
      <ListItemText inset={!taken}>{words}</ListItemText>
    </MenuItem>
  )
}

function useTakeOver(): (person: Staff) => void {
  const t = useT('common')
  const toast = useToast()
  const words = useErrorWords()
  const actAs = useActAs()
  return (person) =>
    actAs.mutate(
      { staffId: person.id },
      {
        onSuccess: () => toast(t('user.now', { name: person.name })),
        onError: (error) => toast(words(error), { severity: 'error' }),
      },
    )
}
