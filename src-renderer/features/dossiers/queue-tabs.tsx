import { Box, Tab, Tabs } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { QUEUES, type Queue } from '../../../src-main/contract/dossier-list.ts'
import { useT } from '../../app/i18n.ts'
import { useOrpc } from '../../app/office.tsx'
import { formatNumber } from '../../ui/format.ts'

/** Ids of the tab of a queue and of the list it shows. */
export const queueTabId = (queue: Queue): string => `queue-${queue}`
export const QUEUE_PANEL_ID = 'queue-list'

/** The queues with how many dossiers are in each now. Arrows move between them. */
export function QueueTabs({ queue, onChange }: { queue: Queue; onChange: (queue: Queue) => void }) {
  const t = useT('dossiers')
  const words = useT('common')
  const counts = useQuery(
    // Steps fall behind schedule as the hours go by.
    useOrpc().dossiers.counts.queryOptions({ refetchInterval: COUNT_EVERY_MS }),
  ).data
  return (
    <Tabs
      value={queue}
      onChange={(_, chosen: Queue) => onChange(chosen)}
      aria-label={t('queues')}
      variant="scrollable"
      scrollButtons="auto"
      selectionFollowsFocus={false}
      sx={TABS}
    >
      {QUEUES.map((name) => (
        <Tab
          key={name}
          value={name}
          id={queueTabId(name)}
          aria-controls={QUEUE_PANEL_ID}
          label={
            <>
              {words(`queue.${name}`)}
              <Count count={counts?.[name]} late={name === 'late'} />
            </>
          }
        />
      ))}
    </Tabs>
  )
}

const COUNT_EVERY_MS = 60_000

const TABS = {
  minHeight: 38,
  borderBottom: 1,
  borderColor: 'divider',
  flex: 'none',
  '& .MuiTab-root': {
    minHeight: 38,
    minWidth: 0,
    px: '10px',
    py: 0,
    gap: '6px',
    flexDirection: 'row',
    fontSize: 13,
    color: 'text.secondary',
    '&.Mui-selected': { color: 'text.primary', fontWeight: 600 },
    // The ring must stay inside: the row of tabs cuts off what sticks out.
    '&.Mui-focusVisible': { outlineOffset: -2 },
  },
} as const

/** The number keeps its place while it is being asked for, so that the tabs do not move. */
function Count({ count, late }: { count: number | undefined; late: boolean }) {
  const alarm = late && count !== undefined && count > 0
  return (
    <Box
      component="span"
      sx={{
        minWidth: 18,
        px: alarm ? '6px' : 0,
        borderRadius: '9px',
        fontSize: 12,
        fontWeight: 500,
        lineHeight: '18px',
        textAlign: 'center',
        color: alarm ? 'standing.late.fg' : 'text.secondary',
        bgcolor: alarm ? 'standing.late.bg' : 'transparent',
      }}
    >
      {count === undefined ? '' : formatNumber(count)}
    </Box>
  )
}
