import MoreIcon from '@mui/icons-material/MoreHorizOutlined'
import {
  Box,
  Button,
  IconButton,
  Menu,
  MenuItem,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
} from '@mui/material'
import { useId, useState } from 'react'
import type { Person } from '../../../src-main/contract/people.ts'
import { useT } from '../../app/i18n.ts'
import { useStatus } from '../../app/office.tsx'
import { formatMoment } from '../../ui/format.ts'

/** What the administrator can do with a person. */
export type PersonAction = 'change' | 'reset' | 'deactivate' | 'activate'

const HEAD = { fontSize: 12.5, color: 'text.secondary', whiteSpace: 'nowrap' }
const COLUMNS = ['name', 'login', 'roles', 'state', 'lastSignIn'] as const

/** Everybody, with and without an account. Who has an account stands first. */
export function PeopleTable({
  people,
  onAct,
}: {
  people: readonly Person[]
  onAct: (what: PersonAction, person: Person) => void
}) {
  const t = useT('people')
  const ordered = [...people].sort((a, b) => rank(a) - rank(b))
  return (
    <TableContainer>
      <Table size="small" aria-label={t('list')}>
        <TableHead>
          <TableRow>
            {COLUMNS.map((column) => (
              <TableCell key={column} sx={HEAD}>
                {t(`column.${column}`)}
              </TableCell>
            ))}
            <TableCell align="right" sx={HEAD}>
              {t('column.actions')}
            </TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {ordered.map((person) => (
            <PersonRow key={person.id} person={person} onAct={(what) => onAct(what, person)} />
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  )
}

const rank = ({ login, active }: Person) => (login === null ? 2 : active ? 0 : 1)

function PersonRow({ person, onAct }: { person: Person; onAct: (what: PersonAction) => void }) {
  const t = useT('people')
  const common = useT('common')
  const { user } = useStatus()
  const { name, login, roles, lastSignIn } = person
  const quiet = rank(person) === 0 ? {} : { color: 'text.secondary' }
  return (
    <TableRow hover data-person={login ?? ''}>
      <TableCell component="th" scope="row" sx={quiet}>
        <Box component="span" sx={{ fontWeight: 500 }}>
          {name}
        </Box>
        {person.id === user?.id && (
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {' '}
            ({t('you')})
          </Box>
        )}
      </TableCell>
      <TableCell sx={quiet}>{login ?? '–'}</TableCell>
      <TableCell sx={quiet}>
        {login === null
          ? '–'
          : roles.length === 0
            ? t('noRoles')
            : roles.map((role) => common(`role.${role}`)).join(', ')}
      </TableCell>
      <TableCell>
        <State person={person} />
      </TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap', ...quiet }}>
        {login === null ? '–' : lastSignIn === null ? t('never') : formatMoment(lastSignIn)}
      </TableCell>
      <TableCell align="right" sx={{ whiteSpace: 'nowrap', py: '2px !important' }}>
        <Button
          onClick={() => onAct('change')}
          aria-label={`${t(login === null ? 'giveAccount' : 'change')}: ${name}`}
        >
          {t(login === null ? 'giveAccount' : 'change')}
        </Button>
        {login === null ? (
          <Box component="span" sx={{ display: 'inline-block', width: 34 }} />
        ) : (
          <More person={person} onAct={onAct} />
        )}
      </TableCell>
    </TableRow>
  )
}

function State({ person: { login, active, mustChangePassword } }: { person: Person }) {
  const t = useT('people')
  const state = login === null ? 'none' : !active ? 'inactive' : mustChangePassword ? 'oneTime' : 'active'
  const tone = { none: null, inactive: 'paused', oneTime: 'soon', active: 'early' }[state]
  return (
    <Box
      component="span"
      sx={
        tone === null
          ? { color: 'text.secondary' }
          : {
              px: 0.75,
              py: '1px',
              borderRadius: '4px',
              fontSize: 12,
              whiteSpace: 'nowrap',
              color: `standing.${tone}.fg`,
              bgcolor: `standing.${tone}.bg`,
            }
      }
    >
      {t(`state.${state}`)}
    </Box>
  )
}

function More({ person, onAct }: { person: Person; onAct: (what: PersonAction) => void }) {
  const t = useT('people')
  const id = useId()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const act = (what: PersonAction) => {
    setAnchor(null)
    onAct(what)
  }
  const words = t('more', { name: person.name })
  return (
    <>
      <IconButton
        size="small"
        aria-label={words}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-controls={anchor === null ? undefined : id}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <MoreIcon fontSize="small" />
      </IconButton>
      <Menu
        id={id}
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => setAnchor(null)}
        slotProps={{ list: { dense: true, 'aria-label': words } }}
      >
        <MenuItem onClick={() => act('reset')}>{t('reset')}</MenuItem>
        <MenuItem onClick={() => act(person.active ? 'deactivate' : 'activate')}>
          {t(person.active ? 'deactivate' : 'activate')}
        </MenuItem>
      </Menu>
    </>
  )
}
