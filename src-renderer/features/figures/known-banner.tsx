import PastIcon from '@mui/icons-material/HistoryOutlined'
import { Alert, Button } from '@mui/material'
import { Link } from 'react-router'
import type { FigureCell } from '../../../src-main/contract/dossier-list.ts'
import { useT } from '../../app/i18n.ts'
import { isEditable, useShortcut } from '../../ui/use-shortcut.ts'
import { useKnowledge } from './knowledge.ts'

/** Above figures as they were known at an earlier moment: which moment, and the way back to those known now (Esc). */
export function KnownBanner({
  query,
  onNow,
}: {
  query: Pick<FigureCell, 'from' | 'to' | 'method' | 'known'>
  onNow: () => void
}) {
  const t = useT('figure-views')
  const knowledge = useKnowledge(query)
  useShortcut('escape', ({ target }) => {
    if (!isEditable(target) && document.querySelector('[role="dialog"], [role="listbox"]') === null) onNow()
  })
  if (knowledge === null) return null
  const { long, closing } = knowledge
  return (
    <Alert
      severity="warning"
      icon={<PastIcon />}
      data-testid="figures-known"
      sx={LOOK}
      action={
        <>
          {closing !== null && (
            <Button component={Link} to={`/figures/closing/${closing}`} color="inherit" size="small">
              {t('known.openClosing', { number: closing })}
            </Button>
          )}
          <Button color="inherit" size="small" variant="outlined" title="Esc" onClick={onNow}>
            {t('known.now')}
          </Button>
        </>
      }
    >
      {long}
    </Alert>
  )
}

const LOOK = {
  ...{ flex: 'none', mt: 1, py: 0, border: 1, alignItems: 'center', fontWeight: 600 },
  '& .MuiAlert-action': { p: 0, gap: 1, alignItems: 'center' },
} as const
