import { Box, Tooltip } from '@mui/material'
import type { SvgIconComponent } from '@mui/icons-material'
import OverdueIcon from '@mui/icons-material/AlarmOutlined'
import HandoversIcon from '@mui/icons-material/SwapHorizOutlined'
import FiguresIcon from '@mui/icons-material/BarChartOutlined'
import DossiersIcon from '@mui/icons-material/FolderOutlined'
import ReceptionIcon from '@mui/icons-material/PostAddOutlined'
import ArrivalsIcon from '@mui/icons-material/InboxOutlined'
import CalendarIcon from '@mui/icons-material/CalendarMonthOutlined'
import ProceduresIcon from '@mui/icons-material/MenuBookOutlined'
import PeopleIcon from '@mui/icons-material/PeopleOutlined'
import StopsIcon from '@mui/icons-material/BlockOutlined'
import AuditIcon from '@mui/icons-material/HistoryOutlined'
import SettingsIcon from '@mui/icons-material/SettingsOutlined'
import TodayIcon from '@mui/icons-material/TodayOutlined'
import ResultsIcon from '@mui/icons-material/AssignmentTurnedInOutlined'
import ImportIcon from '@mui/icons-material/UploadFileOutlined'
import BackupsIcon from '@mui/icons-material/BackupOutlined'
import { useQuery } from '@tanstack/react-query'
import { NavLink, useNavigate } from 'react-router'
import type { Right } from '../../src-main/domain/people.ts'
import type { vi } from '../locales/index.ts'
import { formatNumber } from '../ui/format.ts'
import { VISUALLY_HIDDEN } from '../ui/visually-hidden.ts'
import { useShortcut } from '../ui/use-shortcut.ts'
import { useT } from './i18n.ts'
import { useOrpc } from './office.tsx'
import { useRights } from './rights.ts'

interface Screen {
  name: keyof typeof vi.common.nav
  to: string
  Icon: SvgIconComponent
  /** Whoever has not this right is not offered the screen. */
  right: Right
  /** Alt and this digit goes there; the same for everybody, whatever they may see. */
  digit?: number
}

const ENTRIES = [
  { name: 'today', to: '/', Icon: TodayIcon, right: 'read', digit: 1 },
  { name: 'reception', to: '/reception', Icon: ReceptionIcon, right: 'receive', digit: 2 },
  { name: 'arrivals', to: '/arrivals', Icon: ArrivalsIcon, right: 'read', digit: 0 },
  { name: 'dossiers', to: '/dossiers', Icon: DossiersIcon, right: 'read', digit: 3 },
  { name: 'results', to: '/results', Icon: ResultsIcon, right: 'read' },
  { name: 'overdue', to: '/overdue', Icon: OverdueIcon, right: 'read', digit: 4 },
  { name: 'handovers', to: '/handovers', Icon: HandoversIcon, right: 'read' },
  { name: 'figures', to: '/figures', Icon: FiguresIcon, right: 'read', digit: 5 },
  { name: 'imports', to: '/import', Icon: ImportIcon, right: 'import', digit: 6 },
  { name: 'calendar', to: '/calendar', Icon: CalendarIcon, right: 'read', digit: 7 },
  { name: 'procedures', to: '/procedures', Icon: ProceduresIcon, right: 'read', digit: 8 },
  { name: 'stops', to: '/stops', Icon: StopsIcon, right: 'read' },
  { name: 'audit', to: '/audit', Icon: AuditIcon, right: 'audit' },
  { name: 'people', to: '/people', Icon: PeopleIcon, right: 'people' },
  { name: 'backups', to: '/backups', Icon: BackupsIcon, right: 'backup' },
  { name: 'settings', to: '/settings', Icon: SettingsIcon, right: 'signed-in', digit: 9 },
] as const satisfies readonly Screen[]
/** A screen of the rail. */
type Entry = (typeof ENTRIES)[number]

/** The rail on the left: the screens, with the number of late dossiers. Alt+0…9 goes to an entry. */
export function Rail() {
  const t = useT('common')
  const orpc = useOrpc()
  const may = useRights()
  const entries = ENTRIES.filter(({ right }) => may(right))
  const late = useQuery(orpc.dossiers.counts.queryOptions({ enabled: may('read') })).data?.late ?? 0
  const arrivals = useQuery(
    orpc.arrivals.counts.queryOptions({ enabled: may('read'), refetchInterval: 60_000 }),
  ).data
  const waiting = useQuery(orpc.handovers.waiting.queryOptions({ enabled: may('process') })).data ?? 0
  const badges: Partial<Record<Entry['name'], Badge>> = {
    overdue: { count: late, words: 'nav.lateCount', alarm: true },
    handovers: { count: waiting, words: 'nav.waitingCount', alarm: false },
    arrivals: {
      count: arrivals?.waiting ?? 0,
      words: 'nav.unanswered',
      alarm: (arrivals?.overdue ?? 0) > 0,
    },
  }
  useRailShortcuts(entries)
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
      {entries.map((entry) => (
        <RailEntry key={entry.name} entry={entry} badge={badges[entry.name]} />
      ))}
    </Box>
  )
}

/** How many there are of something, and whether that is an alarm. */
interface Badge {
  count: number
  words: 'nav.lateCount' | 'nav.unanswered' | 'nav.waitingCount'
  alarm: boolean
}

function RailEntry({ entry, badge }: { entry: Entry; badge: Badge | undefined }) {
  const t = useT('common')
  const { Icon } = entry
  const words = t(`nav.${entry.name}`)
  const title = 'digit' in entry ? `${words} (Alt+${entry.digit})` : words
  return (
    <Tooltip title={title} placement="right" describeChild>
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
        {badge !== undefined && badge.count > 0 && <CountBadge badge={badge} />}
      </Box>
    </Tooltip>
  )
}

/** Out of sight on a narrow window, but still read out. */
const WORDS = { flex: { md: 1 }, '@media (max-width: 899px)': VISUALLY_HIDDEN } as const

function CountBadge({ badge: { count, words, alarm } }: { badge: Badge }) {
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
        color: `standing.${alarm ? 'late' : 'soon'}.fg`,
        bgcolor: `standing.${alarm ? 'late' : 'soon'}.bg`,
      }}
    >
      <span aria-hidden>{formatNumber(count)}</span>
      <Box component="span" sx={VISUALLY_HIDDEN}>
        {t(words, { count })}
      </Box>
    </Box>
  )
}

function useRailShortcuts(entries: readonly Entry[]): void {
  const navigate = useNavigate()
  useShortcut('0123456789'.replaceAll(/./g, ' alt+$&').trim(), (event) => {
    const digit = Number(/^Digit(\d)$/.exec(event.code)?.[1] ?? event.key)
    const entry = entries.find((one) => 'digit' in one && one.digit === digit)
    if (entry !== undefined) void navigate(entry.to)
  })
}
