import { Box, FormControlLabel, Switch, TextField, Typography } from '@mui/material'
import { type ReactNode, useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import type { MovedDossier } from '../../../src-main/contract/calendar.ts'
import { useT } from '../../app/i18n.ts'
import { Choice } from '../../ui/choice.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { formatNumber } from '../../ui/format.ts'
import { RowsGrid } from '../../ui/rows-grid.tsx'
import { HIDDEN_AT_FIRST, useMovedColumns } from './effects-columns.tsx'
import { filterMoved, WHOLE_LIST } from './effects-filter.ts'
import { NoticesButton } from './notices-button.tsx'

/** The dossiers whose due date moves, sorted and filtered here; what is shown can be printed as notices. */
export function MovedList({
  dossiers,
  all,
  draft,
  actions,
}: {
  dossiers: readonly MovedDossier[]
  /** How many there are; the list holds the first of them. */
  all: number
  /** The change is not made yet. */
  draft: boolean
  actions?: ReactNode
}) {
  const t = useT('calendar')
  const navigate = useNavigate()
  const columns = useMovedColumns()
  const [filter, setFilter] = useState(WHOLE_LIST)
  const rows = useMemo(() => filterMoved(dossiers, filter), [dossiers, filter])
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column', gap: 1 }}>
      <Box sx={{ flex: 'none', display: 'flex', gap: 1.5, alignItems: 'center', flexWrap: 'wrap' }}>
        <TextField
          label={t('effects.search')}
          placeholder={t('effects.searchHint')}
          value={filter.typed}
          onChange={(event) => setFilter({ ...filter, typed: event.target.value })}
          sx={{ flex: '1 1 200px' }}
          slotProps={{ htmlInput: { spellCheck: false, autoComplete: 'off' } }}
        />
        <Choice
          label={t('effects.effect')}
          value={filter.effect}
          onChange={(effect) => setFilter({ ...filter, effect })}
          options={[
            { value: 'all', words: t('effects.effectAll') },
            { value: 'now-late', words: t('effects.now-late') },
            { value: 'no-longer-late', words: t('effects.no-longer-late') },
            { value: 'none', words: t('effects.none') },
          ]}
        />
        <FormControlLabel
          control={
            <Switch
              size="small"
              checked={filter.promised}
              onChange={(_, promised) => setFilter({ ...filter, promised })}
            />
          }
          label={t('effects.onlyPromised')}
          sx={{ mr: 0, '& .MuiFormControlLabel-label': { fontSize: 13 } }}
        />
      </Box>
      <Box sx={{ flex: 'none', display: 'flex', gap: 1, alignItems: 'center' }}>
        <Typography variant="caption" role="status" sx={{ flex: 1, color: 'text.secondary' }}>
          {t('effects.shown', { count: rows.length })}
          {all > dossiers.length &&
            `. ${t('effects.first', { count: dossiers.length, all: formatNumber(all) })}`}
        </Typography>
        {actions}
        <NoticesButton dossiers={rows} draft={draft} />
      </Box>
      <Box sx={{ flex: 1, minHeight: 200, position: 'relative', display: 'flex', flexDirection: 'column' }}>
        <RowsGrid
          aria-label={t('effects.list')}
          gridKey="calendar-moved"
          hiddenAtFirst={HIDDEN_AT_FIRST}
          columns={columns}
          rows={rows}
          empty={NOTHING}
          initialState={PAGES}
          onOpen={(row) => void navigate(`/dossiers/${row.id}`)}
        />
        {rows.length === 0 && (
          <Box sx={OVER_ROWS}>
            <EmptyState title={t('effects.noneFound')} hint={t('effects.noneFoundHint')} />
          </Box>
        )}
      </Box>
    </Box>
  )
}

/** The empty state lies over the grid, not in it: a grid may hold rows only. */
const NOTHING = <></>
const OVER_ROWS = { position: 'absolute', inset: '40px 1px 46px', overflow: 'auto' } as const
const PAGES = { pagination: { paginationModel: { pageSize: 100, page: 0 } } }
