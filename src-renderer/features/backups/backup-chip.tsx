import { Box, Tooltip } from '@mui/material'
import BackupIcon from '@mui/icons-material/BackupOutlined'
import MissingIcon from '@mui/icons-material/CloudOffOutlined'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Link } from 'react-router'
import type { BackupState } from '../../../src-main/contract/backups.ts'
import { useT } from '../../app/i18n.ts'
import { useOrpc, useStatus } from '../../app/office.tsx'
import { useRights } from '../../app/rights.ts'
import { useToast } from '../../ui/toast.tsx'
import { takeRestored } from './restored-note.ts'
import { AGE_TONES, agoWords, worstAge } from './words.ts'

/** How often it is asked for without a notice: backups grow old by themselves. */
const EVERY_MS = 60_000

/** How old the last good backup is: for everybody, always in sight. Who may, goes to the screen by it. */
export function BackupChip() {
  const orpc = useOrpc()
  const { office } = useStatus()
  const state = useQuery(orpc.backups.state.queryOptions({ refetchInterval: EVERY_MS })).data
  useRestoredToast()
  // The sample has none; neither has an office before its first start.
  return office === null || state === undefined || state === null ? null : <Chip state={state} />
}

function Chip({ state }: { state: BackupState }) {
  const t = useT('backups')
  const may = useRights()
  const { now } = useStatus()
  const age = worstAge(state, now)
  const failed = state.failures.length > 0
  const tone = failed && age === 'fresh' ? 'soon' : AGE_TONES[age]
  const words =
    state.lastGood === null ? t('chip.none') : t('chip.last', { ago: agoWords(t, state.lastGood, now) })
  const Icon = state.lastGood === null || failed ? MissingIcon : BackupIcon
  const look = {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '6px',
    height: 26,
    px: '8px',
    borderRadius: '6px',
    fontSize: 12.5,
    fontWeight: 500,
    whiteSpace: 'nowrap',
    textDecoration: 'none',
    color: tone === 'early' ? 'text.secondary' : `standing.${tone}.fg`,
    bgcolor: tone === 'early' ? 'transparent' : `standing.${tone}.bg`,
    '@media (max-width: 1023px)': { '& .chip-words': { display: 'none' } },
  } as const
  const inside = (
    <>
      <Icon aria-hidden sx={{ fontSize: 16 }} />
      <span className="chip-words">{failed ? t('chip.failed') : words}</span>
    </>
  )
  const tip = `${words}. ${secondWords(t, state, now)}`
  return (
    <Tooltip title={tip}>
      {may('backup') ? (
        <Box
          component={Link}
          to="/backups"
          sx={look}
          data-testid="backup-chip"
          data-age={age}
          aria-label={tip}
        >
          {inside}
        </Box>
      ) : (
        <Box
          component="span"
          role="note"
          tabIndex={0}
          sx={look}
          data-testid="backup-chip"
          data-age={age}
          aria-label={tip}
        >
          {inside}
        </Box>
      )}
    </Tooltip>
  )
}

function secondWords(t: ReturnType<typeof useT<'backups'>>, { second }: BackupState, now: string): string {
  if (second === null) return t('chip.noSecond')
  if (!second.reachable) return t('chip.secondAway')
  return second.lastGood === null
    ? t('chip.secondEmpty')
    : t('chip.second', { ago: agoWords(t, second.lastGood, now) })
}

/** The window began afresh after a restore made in it: it says so once somebody is there to read it. */
function useRestoredToast(): void {
  const t = useT('backups')
  const toast = useToast()
  useEffect(() => {
    const name = takeRestored()
    if (name !== null) toast(t('restore.done', { name }))
  }, [t, toast])
}
