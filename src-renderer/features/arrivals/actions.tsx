import { Box, Button } from '@mui/material'
import type { ArrivalAction } from '../../../src-main/contract/arrivals.ts'
import { useT } from '../../app/i18n.ts'
import { useRights } from '../../app/rights.ts'
import { useShortcut } from '../../ui/use-shortcut.ts'

/** Alt and this letter begins an action. Plain keys would be pressed by a bar-code scanner. */
const KEYS: Record<ArrivalAction, string> = {
  accept: 'N',
  'ask-completion': 'Y',
  complete: 'U',
  decline: 'C',
  retract: 'R',
  change: 'S',
}

/** What can be done with the application now. */
export function Actions({
  actions,
  active,
  onDo,
}: {
  actions: readonly ArrivalAction[]
  /** False while a dialog is open: its keys are its own. */
  active: boolean
  onDo: (action: ArrivalAction) => void
}) {
  const may = useRights()
  if (!may('receive') || actions.length === 0) return null
  const main = actions.includes('complete') ? 'complete' : 'accept'
  return (
    <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 2 }}>
      {actions.map((action) => (
        <Action
          key={action}
          action={action}
          main={action === main}
          onPress={() => {
            if (active) onDo(action)
          }}
        />
      ))}
    </Box>
  )
}

function Action({ action, main, onPress }: { action: ArrivalAction; main: boolean; onPress: () => void }) {
  const t = useT('arrivals')
  const letter = KEYS[action]
  useShortcut(`alt+${letter}`, onPress)
  return (
    <Button
      variant={main ? 'contained' : 'outlined'}
      onClick={onPress}
      aria-keyshortcuts={`Alt+${letter}`}
      endIcon={
        <Box component="kbd" aria-hidden sx={{ font: 'inherit', fontSize: '11px !important', opacity: 0.8 }}>
          Alt+{letter}
        </Box>
      }
    >
      {t(`action.${action}`)}
    </Button>
  )
}
