import {
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  IconButton,
  Tooltip,
} from '@mui/material'
import KeyboardIcon from '@mui/icons-material/KeyboardOutlined'
import { Fragment, useId, useState } from 'react'
import { useShortcut } from '../ui/use-shortcut.ts'
import { useT } from './i18n.ts'

const ROWS = [
  { words: 'search', keys: ['Ctrl+K', 'F2'] },
  { words: 'screens', keys: ['Alt+0 … 9'] },
  { words: 'openRow', keys: ['Enter'] },
  { words: 'receipt', keys: ['Alt+I'] },
  { words: 'alerts', keys: ['Alt+B'] },
  { words: 'lock', keys: ['Ctrl+L'] },
  { words: 'list', keys: ['?', 'F1'] },
] as const

/** The button and the list of shortcuts; `?` or F1 opens it from anywhere. */
export function Shortcuts() {
  const t = useT('common')
  const [open, setOpen] = useState(false)
  useShortcut('f1 ?', () => setOpen(true))
  return (
    <>
      <Tooltip title={`${t('shortcuts.open')} (F1)`}>
        <IconButton aria-label={t('shortcuts.open')} onClick={() => setOpen(true)} size="small">
          <KeyboardIcon fontSize="small" />
        </IconButton>
      </Tooltip>
      {open && <ShortcutsDialog onClose={() => setOpen(false)} />}
    </>
  )
}

function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const t = useT('common')
  const titleId = useId()
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="xs" fullWidth>
      <DialogTitle id={titleId}>{t('shortcuts.title')}</DialogTitle>
      <DialogContent>
        <Box
          component="dl"
          sx={{ m: 0, display: 'grid', gridTemplateColumns: '1fr auto', rowGap: 1.25, columnGap: 2 }}
        >
          {ROWS.map(({ words, keys }) => (
            <Fragment key={words}>
              <dt>{t(`shortcuts.${words}`)}</dt>
              <Keys keys={keys} />
            </Fragment>
          ))}
          <dt>{t('shortcuts.scan')}</dt>
          <Keys keys={[t('shortcuts.scanKeys')]} />
        </Box>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} autoFocus>
          {t('button.close')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

function Keys({ keys }: { keys: readonly string[] }) {
  const t = useT('common')
  return (
    <Box component="dd" sx={{ m: 0, textAlign: 'right', color: 'text.secondary' }}>
      {keys.map((key, index) => (
        <Fragment key={key}>
          {index > 0 && ` ${t('shortcuts.or')} `}
          <Box
            component="kbd"
            sx={{
              font: 'inherit',
              fontSize: 12,
              border: 1,
              borderColor: 'divider',
              borderRadius: '4px',
              px: 0.75,
              py: 0.25,
            }}
          >
            {key}
          </Box>
        </Fragment>
      ))}
    </Box>
  )
}
