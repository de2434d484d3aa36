import { Box, Button } from '@mui/material'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { DeskList } from '../../../src-main/contract/desk.ts'
import { useT } from '../../app/i18n.ts'
import { useRights } from '../../app/rights.ts'
import { useToast } from '../../ui/toast.tsx'
import { useShortcut } from '../../ui/use-shortcut.ts'
import { MoveDialog } from '../steps/move-dialog.tsx'
import { DecideDialog } from './decide-dialog.tsx'
import { DraftDialog } from './draft-dialog.tsx'
import { LegsDialog } from './legs-dialog.tsx'
import { CauseDialog, NoteDialog, RemindDialog, type Subject } from './mark-dialogs.tsx'

const ACTIONS = ['remind', 'assign', 'note', 'cause', 'apology', 'detail', 'approve', 'reject'] as const
type Action = (typeof ACTIONS)[number]

/** The letters the actions are done with while the list has the keyboard. */
const KEYS: Record<Action, string> = {
  remind: 'r',
  assign: 'g',
  note: 'n',
  cause: 'c',
  apology: 'a',
  detail: 'i',
  approve: 'd',
  reject: 'x',
}

/** What can be done with the rows chosen, or with the one in focus. */
export function DeskActions({
  list,
  chosen,
  all,
}: {
  list: DeskList
  /** The rows marked, else the one in focus; asked for when something is to be done. */
  chosen: { marked: number; rows: () => Subject[] }
  /** Every row of the page. */
  all: readonly Subject[]
}) {
  const t = useT('overdue')
  const may = useRights()
  const toast = useToast()
  const navigate = useNavigate()
  const [doing, setDoing] = useState<{ action: Action; subjects: Subject[] } | null>(null)
  const offered = ACTIONS.filter((action) => isOffered(action, list, may))
  const start = (action: Action, subjects: Subject[] = chosen.rows()) => {
    if (doing !== null || !offered.includes(action)) return
    if (subjects.length === 0) toast(t('action.nothing'), { severity: 'info' })
    else setDoing({ action, subjects })
  }
  useShortcut(Object.values(KEYS).join(' '), (event) => {
    const action = ACTIONS.find((one) => KEYS[one] === event.key.toLowerCase())
    // In another dialog a letter means that dialog.
    const elsewhere = event.target instanceof Element && event.target.closest('[role="dialog"]') !== null
    if (action !== undefined && !elsewhere) start(action)
  })
  const open = () => {
    const [first] = chosen.rows()
    if (first !== undefined) void navigate(`/dossiers/${first.id}`)
  }
  return (
    <Box
      role="toolbar"
      aria-label={t('action.label')}
      sx={{ display: 'flex', gap: 0.75, alignItems: 'center', mb: 0.75, minHeight: 32 }}
    >
      {offered.map((action) => (
        <Button
          key={action}
          variant={action === 'approve' ? 'contained' : 'outlined'}
          size="small"
          aria-keyshortcuts={KEYS[action].toUpperCase()}
          onClick={() => start(action)}
          endIcon={<Key letter={KEYS[action]} />}
        >
          {t(`action.${action}`)}
        </Button>
      ))}
      <Button size="small" onClick={open} aria-keyshortcuts="Enter" endIcon={<Key letter="Enter" />}>
        {t('action.open')}
      </Button>
      {list === 'drafted' && may('approve') && all.length > 0 && (
        <Button size="small" onClick={() => start('approve', [...all])}>
          {t('action.approveAll', { count: all.length })}
        </Button>
      )}
      <Box role="status" sx={{ ml: 'auto', fontSize: 12.5, color: 'text.secondary', textAlign: 'right' }}>
        {chosen.marked > 0 ? t('action.selected', { count: chosen.marked }) : t('action.focused')}
      </Box>
      {doing !== null && <ActionDialog {...doing} onClose={() => setDoing(null)} />}
    </Box>
  )
}

function isOffered(action: Action, list: DeskList, may: ReturnType<typeof useRights>): boolean {
  switch (action) {
    case 'approve':
    case 'reject':
      return list === 'drafted' && may('approve')
    case 'apology':
      return list !== 'drafted' && may('process')
    case 'cause':
      return list === 'late' && may('process')
    case 'remind':
    case 'assign':
    case 'note':
      return may('process')
    case 'detail':
      return true
  }
}

function Key({ letter }: { letter: string }) {
  return (
    <Box component="kbd" aria-hidden sx={{ font: 'inherit', fontSize: '11px !important', opacity: 0.8 }}>
      {letter.length === 1 ? letter.toUpperCase() : letter}
    </Box>
  )
}

function ActionDialog({
  action,
  subjects,
  onClose,
}: {
  action: Action
  subjects: Subject[]
  onClose: () => void
}) {
  const [first] = subjects
  switch (action) {
    case 'remind':
      return <RemindDialog subjects={subjects} onClose={onClose} />
    case 'assign':
      return <MoveDialog kind="assign" dossiers={subjects} onDone={onClose} onClose={onClose} />
    case 'note':
      return <NoteDialog subjects={subjects} onClose={onClose} />
    case 'cause':
      return <CauseDialog subjects={subjects} onClose={onClose} />
    case 'apology':
      return <DraftDialog subjects={subjects} onClose={onClose} />
    case 'detail':
      return first === undefined ? null : <LegsDialog subject={first} onClose={onClose} />
    case 'approve':
    case 'reject':
      return <DecideDialog subjects={subjects} decision={action} onClose={onClose} />
  }
}
