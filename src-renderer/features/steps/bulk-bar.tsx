import { Alert, Box, Button, Paper } from '@mui/material'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { DossierRow } from '../../../src-main/contract/dossier-list.ts'
import { useT } from '../../app/i18n.ts'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { isEditable, useShortcut } from '../../ui/use-shortcut.ts'
import { useToast } from '../../ui/toast.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { type MoveKind } from './move-form.ts'
import { RefusedList } from './refused-list.tsx'
import { useMove } from './use-move.ts'

/** Alt and these letters act on the dossiers that are ticked. */
const KEYS = { take: 'N', assign: 'A', passOn: 'G', sendBack: 'L', handOver: 'H' } as const

/** What can be done with the dossiers that are ticked. Nothing while none is. */
export function BulkBar({ rows, onClear }: { rows: readonly DossierRow[]; onClear: () => void }) {
  return rows.length === 0 ? null : <Bar rows={rows} onClear={onClear} />
}

function Bar({ rows, onClear }: { rows: readonly DossierRow[]; onClear: () => void }) {
  const t = useT('steps')
  const toast = useToast()
  const navigate = useNavigate()
  const [asking, setAsking] = useState<Exclude<MoveKind, 'take'> | null>(null)
  const { move, error, isPending } = useMove('take')
  const take = async () => {
    try {
      const now = { happenedOn: null, happenedAt: null, note: '', holderId: null, to: '' }
      const { moved } = await move(rows, now)
      toast(t('done.take', { count: moved }))
      onClear()
    } catch {
      // What stands in the way is shown below the bar.
    }
  }
  const handOver = () => void navigate('/handovers/new', { state: { rows } })
  useShortcut('escape', ({ target }) => {
    if (asking === null && !isEditable(target)) onClear()
  })
  const active = asking === null
  return (
    <Paper variant="outlined" role="region" aria-label={t('chosen')} sx={BAR}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        <Box role="status" sx={{ fontWeight: 600, fontSize: 13.5, mr: 1 }}>
          {t('chosenCount', { count: rows.length })}
        </Box>
        <BulkButton what="take" active={active} main busy={isPending} onPress={() => void take()} />
        <BulkButton what="assign" active={active} onPress={() => setAsking('assign')} />
        <BulkButton what="passOn" active={active} onPress={() => setAsking('passOn')} />
        <BulkButton what="sendBack" active={active} onPress={() => setAsking('sendBack')} />
        <BulkButton what="handOver" active={active} onPress={handOver} />
        <Box sx={{ flex: 1 }} />
        <Button onClick={onClear} title="Esc">
          {t('clear')}
        </Button>
      </Box>
      {rows.length > MOST && <Alert severity="warning">{t('tooMany', { count: MOST })}</Alert>}
      <ErrorAlert error={error} />
      <RefusedList error={error} />
      {asking !== null && (
        <MoveDialog
          kind={asking}
          dossiers={rows}
          onDone={() => {
            setAsking(null)
            onClear()
          }}
          onClose={() => setAsking(null)}
        />
      )}
    </Paper>
  )
}

const MOST = 200

function BulkButton({
  what,
  main = false,
  busy = false,
  active,
  onPress,
}: {
  what: keyof typeof KEYS
  main?: boolean
  busy?: boolean
  active: boolean
  onPress: () => void
}) {
  const t = useT('steps')
  const letter = KEYS[what]
  useShortcut(`alt+${letter}`, () => {
    if (active && !busy) onPress()
  })
  return (
    <Button
      variant={main ? 'contained' : 'outlined'}
      loading={busy}
      onClick={onPress}
      aria-keyshortcuts={`Alt+${letter}`}
      endIcon={
        <Box component="kbd" aria-hidden sx={{ font: 'inherit', fontSize: '11px !important', opacity: 0.8 }}>
          Alt+{letter}
        </Box>
      }
    >
      {t(`bulk.${what}`)}
    </Button>
  )
}

const BAR = { flex: 'none', p: 1, pl: 1.5, display: 'grid', gap: 1, bgcolor: 'selected' } as const
