import { Box, Button, TextField } from '@mui/material'
import type { GridApi } from '@mui/x-data-grid'
import type { ReactNode, RefObject } from 'react'
import { useT } from '../../app/i18n.ts'
import { useFilterOptions } from '../dossiers/filter-options.ts'
import { focusFirstRow } from '../dossiers/focus-first-row.ts'
import { PickFilter } from '../dossiers/pick-filter.tsx'
import { SearchBox } from '../dossiers/search-box.tsx'
import { WHOLE_LIST, WITHIN_CHOICES, isCut } from './desk-address.ts'
import type { AddressedDesk } from './use-desk.ts'

/** Search and the picks of the desk. */
export function DeskFilters({
  desk,
  apiRef,
  children,
}: {
  desk: AddressedDesk
  apiRef: RefObject<GridApi | null>
  children?: ReactNode
}) {
  const t = useT('common')
  const { filter } = desk.query
  const options = useFilterOptions()
  return (
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', mb: 1 }}>
      <SearchBox
        value={filter.search}
        onSearch={(search) => desk.filterBy({ search }, { replace: true })}
        onLeave={() => focusFirstRow(apiRef)}
      />
      <Box sx={{ flex: '3 1 480px', display: 'grid', gridTemplateColumns: '1fr 1.4fr 1fr', gap: 1 }}>
        <PickFilter
          label={t('column.holderName')}
          options={options.holderId}
          value={filter.holder === 'nobody' ? null : filter.holder}
          onChange={(holder) => desk.filterBy({ holder })}
        />
        <PickFilter
          label={t('column.procedureName')}
          options={options.procedureId}
          value={filter.procedureId}
          onChange={(procedureId) => desk.filterBy({ procedureId })}
        />
        <PickFilter
          label={t('column.commune')}
          options={options.commune}
          value={filter.commune}
          onChange={(commune) => desk.filterBy({ commune })}
        />
      </Box>
      {filter.list === 'due-soon' && <Within desk={desk} />}
      <Button
        disabled={!isCut(filter)}
        onClick={() => desk.filterBy({ ...WHOLE_LIST, list: filter.list, within: filter.within })}
      >
        {t('button.clear')}
      </Button>
      {children}
    </Box>
  )
}

/** How many working days ahead the list of what is due next looks. */
function Within({ desk }: { desk: AddressedDesk }) {
  const t = useT('overdue')
  return (
    <TextField
      select
      label={t('within')}
      value={desk.query.filter.within}
      onChange={({ target }) => desk.filterBy({ within: Number(target.value) })}
      sx={{ flex: 'none', width: 160 }}
      slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
    >
      {WITHIN_CHOICES.map((days) => (
        <option key={days} value={days}>
          {t('withinDays', { count: days })}
        </option>
      ))}
    </TextField>
  )
}
