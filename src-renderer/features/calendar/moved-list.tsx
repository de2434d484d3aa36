import { Box, FormControlLabel, Switch, TextField, Typography } from '@mui/material'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { MovedDossier, MovedOf } from '../../../src-main/contract/calendar.ts'
import { useT } from '../../app/i18n.ts'
import { Choice } from '../../ui/choice.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { formatNumber } from '../../ui/format.ts'
import { RowsGrid } from '../../ui/rows-grid.tsx'
import { HIDDEN_AT_FIRST, sortFieldOf, useMovedColumns } from './effects-columns.tsx'
import { ExportMovedButton } from './export-moved-button.tsx'
import { type MovedQuery, useMovedPage, useMovedQuery } from './moved-query.ts'
import { NoticesButton } from './notices-button.tsx'

/**
 * The dossiers whose due date moves or was moved: asked for page by page, filtered and sorted by the office. All that
 * fit can be printed as notices, all there are exported.
 */
export function MovedList({
  list,
  first,
  reason,
  draft,
}: {
  list: MovedOf
  /** What is known before the first page comes. */
  first?: { moved: number; dossiers: MovedDossier[] } | undefined
  /** What is printed on the notices. */
  reason: string
  /** The change is not made yet. */
  draft: boolean
}) {
  const t = useT('calendar')
  const navigate = useNavigate()
  const columns = useMovedColumns()
  const query = useMovedQuery()
  const asked = useMovedPage(list, query, first)
  const { total = 0, moved = 0, dossiers = NO_ROWS } = asked.data ?? {}
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column', gap: 1 }}>
      <Filter query={query} />
      <ErrorAlert error={asked.error} />
      <Box sx={{ flex: 'none', display: 'flex', gap: 1, alignItems: 'center' }}>
        <Typography variant="caption" role="status" sx={{ flex: 1, color: 'text.secondary' }}>
          {total === moved
            ? t('effects.shown', { count: total, number: formatNumber(total) })
            : t('effects.shownOf', { count: total, number: formatNumber(total), all: formatNumber(moved) })}
        </Typography>
        <ExportMovedButton list={list} />
        <NoticesButton list={list} query={query} total={total} reason={reason} draft={draft} />
      </Box>
      <Box sx={{ flex: 1, minHeight: 200, position: 'relative', display: 'flex', flexDirection: 'column' }}>
        <RowsGrid
          aria-label={t('effects.list')}
          gridKey="calendar-moved"
          hiddenAtFirst={HIDDEN_AT_FIRST}
          columns={columns}
          rows={dossiers}
          rowCount={total}
          loading={asked.isFetching}
          empty={NOTHING}
          pagination
          paginationMode="server"
          paginationModel={query.paging}
          onPaginationModelChange={query.setPaging}
          sortingMode="server"
          sortingOrder={['asc', 'desc']}
          sortModel={query.sortModel}
          onSortModelChange={([item]) => {
            const field = sortFieldOf(item?.field)
            if (field !== null) query.setSort({ field, descending: item?.sort === 'desc' })
          }}
          onOpen={(row) => void navigate(`/dossiers/${row.id}`)}
        />
        {asked.isSuccess && total === 0 && (
          <Box sx={OVER_ROWS}>
            <EmptyState title={t('effects.noneFound')} hint={t('effects.noneFoundHint')} />
          </Box>
        )}
      </Box>
    </Box>
  )
}

const NO_ROWS: MovedDossier[] = []
/** The empty state lies over the grid, not in it: a grid may hold rows only. */
const NOTHING = <></>
const OVER_ROWS = { position: 'absolute', inset: '40px 1px 46px', overflow: 'auto' } as const

function Filter({ query: { filter, setFilter } }: { query: MovedQuery }) {
  const t = useT('calendar')
  // What is being typed is asked for when the hand rests.
  const [typed, setTyped] = useState(filter.typed)
  return (
    <Box sx={{ flex: 'none', display: 'flex', gap: 1.5, alignItems: 'center', flexWrap: 'wrap' }}>
      <TextField
        label={t('effects.search')}
        placeholder={t('effects.searchHint')}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value)
          setFilter({ ...filter, typed: target.value })
        }}
        sx={{ flex: '1 1 200px' }}
        slotProps={{ htmlInput: { spellCheck: false, autoComplete: 'off', maxLength: 200 } }}
      />
      <Choice
        label={t('effects.effect')}
        value={filter.effect}
        onChange={(effect) => setFilter({ ...filter, typed, effect })}
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
            onChange={(_, promised) => setFilter({ ...filter, typed, promised })}
          />
        }
        label={t('effects.onlyPromised')}
        sx={{ mr: 0, '& .MuiFormControlLabel-label': { fontSize: 13 } }}
      />
    </Box>
  )
}
