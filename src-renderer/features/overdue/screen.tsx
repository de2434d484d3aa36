import GroupsIcon from '@mui/icons-material/UnfoldLessOutlined'
import { Box, IconButton, Tooltip } from '@mui/material'
import { type GridRowSelectionModel, useGridApiRef } from '@mui/x-data-grid'
import { useState } from 'react'
import { useT } from '../../app/i18n.ts'
import { useStatus } from '../../app/office.tsx'
import { usePreference } from '../../app/preferences.ts'
import { useNotePrint } from '../../app/use-note-print.ts'
import { formatDate } from '../../ui/format.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { useShortcut } from '../../ui/use-shortcut.ts'
import { useTotalWords } from '../dossiers/total-words.ts'
import { DeskActions } from './desk-actions.tsx'
import { DeskFilters } from './desk-filters.tsx'
import { DeskGrid, NONE_MARKED } from './desk-grid.tsx'
import { FileButtons } from './file-buttons.tsx'
import { Groups } from './groups.tsx'
import type { Subject } from './mark-dialogs.tsx'
import { Tiles } from './tiles.tsx'
import { useDeskAddress, useDeskPage, useOverview } from './use-desk.ts'

/** *Trễ hạn*: the branch head's first screen of the morning, on the screen, on paper and in Excel. */
export function OverdueScreen() {
  const t = useT('overdue')
  const { today } = useStatus()
  const desk = useDeskAddress()
  const { query } = desk
  const asked = useDeskPage(desk)
  const { data: overview, isPending } = useOverview(desk)
  const page = asked.data
  const total = useTotalWords(page && { total: page.total, capped: false })
  const apiRef = useGridApiRef()
  // Another list begins with nothing marked.
  const [marks, setMarks] = useState({ of: desk.address, model: NONE_MARKED })
  const marked = marks.of === desk.address ? marks.model : NONE_MARKED
  const setMarked = (model: GridRowSelectionModel) => setMarks({ of: desk.address, model })
  const [grouped, setGrouped] = usePreference('overdue.groups')
  const shown = grouped !== 'hidden'
  const turnTo = (to: number) => desk.turnTo({ page: to, pageSize: desk.pageSize })
  useShortcut('alt+pagedown', () => {
    if (page !== undefined && (query.page + 1) * desk.pageSize < page.total) turnTo(query.page + 1)
  })
  useShortcut('alt+pageup', () => turnTo(Math.max(0, query.page - 1)))
  useNotePrint(page && { paper: 'late-list', rows: page.total, dossierId: null })
  const rows = page?.rows ?? []
  const chosen = (): Subject[] => {
    const ids = marked.ids.size > 0 ? marked.ids : new Set([apiRef.current?.state.focus.cell?.id])
    return rows.filter(({ id }) => ids.has(id))
  }
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column', '& > header': { mb: 1 } }}>
      <PageHeader
        title={t('title')}
        subtitle={
          <span role="status" aria-live="polite">
            {t('asOf', { date: formatDate(today) })} · {total}
          </span>
        }
        actions={<FileButtons query={query} disabled={page === undefined || page.total === 0} />}
      />
      {overview !== undefined && <Tiles overview={overview} desk={desk} />}
      {overview !== undefined && shown && query.filter.list === 'late' && overview.late.total > 0 && (
        <Groups overview={overview} desk={desk} />
      )}
      <DeskFilters desk={desk} apiRef={apiRef}>
        {query.filter.list === 'late' && (
          <Tooltip title={t(shown ? 'group.hide' : 'group.show')}>
            <IconButton
              size="small"
              aria-label={t(shown ? 'group.hide' : 'group.show')}
              aria-expanded={shown}
              onClick={() => setGrouped(shown ? 'hidden' : 'shown')}
            >
              <GroupsIcon fontSize="small" />
            </IconButton>
          </Tooltip>
        )}
      </DeskFilters>
      <DeskActions
        list={query.filter.list}
        chosen={{ marked: marked.ids.size, rows: chosen }}
        all={rows.map(({ id, version, code }) => ({ id, version, code }))}
      />
      {/* Not before what stands above it: rows that move under the pointer are opened by mistake. */}
      {!isPending && (
        <DeskGrid desk={desk} asked={asked} apiRef={apiRef} marked={marked} onMark={setMarked} />
      )}
    </Box>
  )
}
