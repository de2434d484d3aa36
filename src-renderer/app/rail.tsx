import { Box, Tooltip } from '@mui/material'
import type { SvgIconComponent } from '@mui/icons-material'
import OverdueIcon from '@mui/icons-material/AlarmOutlined'
import FiguresIcon from '@mui/icons-material/BarChartOutlined'
import DossiersIcon from '@mui/icons-material/FolderOutlined'
import ReceptionIcon from '@mui/icons-material/PostAddOutlined'
import CalendarIcon from '@mui/icons-material/CalendarMonthOutlined'
import ProceduresIcon from '@mui/icons-material/MenuBookOutlined'
import SettingsIcon from '@mui/icons-material/SettingsOutlined'
import TodayIcon from '@mui/icons-material/TodayOutlined'
import ImportIcon from '@mui/icons-material/UploadFileOutlined'
import { useQuery } from '@tanstack/react-query'
import { NavLink, useNavigate } from 'react-router'
import { formatNumber } from '../ui/format.ts'
import { VISUALLY_HIDDEN } from '../ui/visually-hidden.ts'
import { useShortcut } from '../ui/use-shortcut.ts'
import { useT } from './i18n.ts'
import { useOrpc } from './office.tsx'

const ENTRIES = [
  { name: 'today', to: '/', Icon: TodayIcon },
  { name: 'reception', to: '/reception', Icon: ReceptionIcon },
  { name: 'dossiers', to: '/dossiers', Icon: DossiersIcon },
  { name: 'overdue', to: '/overdue', Icon: OverdueIcon },
  { name: 'figures', to: '/figures', Icon: FiguresIcon },
  { name: 'imports', to: '/import', Icon: ImportIcon },
  { name: 'calendar', to: '/calendar', Icon: CalendarIcon },
  { name: 'procedures', to: '/procedures', Icon: ProceduresIcon },
  { name: 'settings', to: '/settings', Icon: SettingsIcon },
] as const satisfies readonly { name: string; to: string; Icon: SvgIconComponent }[]

/** The rail on the left: the screens, with the number of late dossiers. Alt+1…9 goes to an entry. */
export function Rail() {
  const t = useT('common')
  const orpc = useOrpc()
  const late = useQuery(orpc.dossiers.counts.queryOptions()).data?.late ?? 0
  useRailShortcuts()
  return (
    <Box
      component="nav"
      aria-label={t('nav.label')}
      sx={{
        flex: 'none',
        width: { xs: 60, md: 196 },
        bgcolor: 'rail',
        borderRight: 1,
        borderColor: 'divider',
        px: 1,
        py: 1.5,
        display: 'flex',
        flexDirection: 'column',
        gap: '2px',
        overflowY: 'auto',
      }}
    >
      <Box
        sx={{
          px: 1.25,
          pb: 1.5,
          pt: 0.5,
          fontWeight: 600,
          fontSize: 15,
          display: { xs: 'none', md: 'block' },
        }}
      >
        {t('app.name')}
      </Box>
      {ENTRIES.map((entry, index) => (
        <Entry key={entry.name} {...entry} number={index + 1} late={entry.name === 'overdue' ? late : 0} />
      ))}
    </Box>
  )
}

function Entry(entry: (typeof ENTRIES)[number] & { number: number; late: number }) {
  const t = useT('common')
  const { Icon, late } = entry
  const words = t(`nav.${entry.name}`)
  return (
    <Tooltip title={`${words} (Alt+${entry.number})`} placement="right" describeChild>
      <Box
        component={NavLink}
        to={entry.to}
        end={entry.to === '/'}
        sx={{
          position: 'relative',
          display: 'flex',
          alignItems: 'center',
          gap: 1.25,
          px: 1.25,
          height: 36,
          flex: 'none',
          borderRadius: 1,
          color: 'text.secondary',
          textDecoration: 'none',
          fontWeight: 500,
          '&:hover': { color: 'text.primary', bgcolor: 'action.hover' },
          '&.active': { color: 'text.primary', bgcolor: 'selected' },
          '&.active .rail-icon': { color: 'primary.main' },
        }}
      >
        <Icon className="rail-icon" aria-hidden sx={{ fontSize: 19 }} />
        <Box component="span" sx={WORDS}>
          {words}
        </Box>
        {late > 0 && <LateBadge count={late} />}
      </Box>
    </Tooltip>
  )
}

/** Out of sight on a narrow window, but still read out. */
const WORDS = { flex: { md: 1 }, '@media (max-width: 899px)': VISUALLY_HIDDEN } as const

function LateBadge({ count }: { count: number }) {
  const t = useT('common')
  return (
    <Box
      component="span"
      sx={{
        position: { xs: 'absolute', md: 'static' },
        top: 0,
        right: 0,
        px: { xs: '4px', md: '6px' },
        minWidth: { xs: 16, md: 20 },
        textAlign: 'center',
        borderRadius: '9px',
        fontSize: { xs: 10.5, md: 12 },
        fontWeight: 600,
        lineHeight: { xs: '14px', md: '18px' },
        color: 'standing.late.fg',
        bgcolor: 'standing.late.bg',
      }}
    >
      <span aria-hidden>{formatNumber(count)}</span>
      <Box component="span" sx={VISUALLY_HIDDEN}>
        {t('nav.lateCount', { count })}
      </Box>
    </Box>
  )
}

function useRailShortcuts(): void {
  const navigate = useNavigate()
  useShortcut(ENTRIES.map((_, index) => `alt+${index + 1}`).join(' '), (event) => {
    const digit = /^Digit(\d)$/.exec(event.code)?.[1] ?? event.key
    const entry = ENTRIES[Number(digit) - 1]
    if (entry !== undefined) void navigate(entry.to)
  })
}
