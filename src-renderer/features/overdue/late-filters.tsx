import { Box, Button } from '@mui/material'
import type { GridApi } from '@mui/x-data-grid'
import { type RefObject, useMemo } from 'react'
import { useT } from '../../app/i18n.ts'
import type { FilterOption } from '../dossiers/filter-options.ts'
import { useFilterOptions } from '../dossiers/filter-options.ts'
import { focusFirstRow } from '../dossiers/focus-first-row.ts'
import { FILTER_PARTS, NO_FILTER } from '../dossiers/list-address.ts'
import { PickFilter } from '../dossiers/pick-filter.tsx'
import { SearchBox } from '../dossiers/search-box.tsx'
import type { AddressedList } from '../dossiers/use-list-address.ts'
import type { LateSums } from './sums.ts'

/** Search and the three filters of the late list. Each value says how many late dossiers it has. */
export function LateFilters({
  list,
  sums,
  apiRef,
}: {
  list: AddressedList
  sums: LateSums | undefined
  apiRef: RefObject<GridApi | null>
}) {
  const t = useT('common')
  const { filter } = list.query
  const all = useFilterOptions()
  const holders = useCounted(all.holderId, sums?.byHolder, filter.holderId)
  const procedures = useCounted(all.procedureId, sums?.byProcedure, filter.procedureId)
  const communes = useCounted(all.commune, sums?.byCommune, filter.commune)
  const filtered = FILTER_PARTS.some((part) => filter[part] !== null)
  return (
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', mb: 1 }}>
      <SearchBox
        value={filter.search}
        onSearch={(search) => list.filterBy({ search }, { replace: true })}
        onLeave={() => focusFirstRow(apiRef)}
      />
      <Box sx={{ flex: '3 1 480px', display: 'grid', gridTemplateColumns: '1fr 1.4fr 1fr', gap: 1 }}>
        <PickFilter
          label={t('column.holderName')}
          options={holders}
          value={filter.holderId}
          onChange={(holderId) => list.filterBy({ holderId })}
        />
        <PickFilter
          label={t('column.procedureName')}
          options={procedures}
          value={filter.procedureId}
          onChange={(procedureId) => list.filterBy({ procedureId })}
        />
        <PickFilter
          label={t('column.commune')}
          options={communes}
          value={filter.commune}
          onChange={(commune) => list.filterBy({ commune })}
        />
      </Box>
      <Button disabled={!filtered} onClick={() => list.filterBy(NO_FILTER)}>
        {t('button.clear')}
      </Button>
    </Box>
  )
}

/** The values that have late dossiers, most first; all of them as long as nothing has been counted. */
function useCounted<Value extends string | number>(
  options: FilterOption<Value>[],
  counts: ReadonlyMap<Value, number> | undefined,
  chosen: Value | null,
): FilterOption<Value>[] {
  return useMemo(() => {
    if (counts === undefined) return options
    const countOf = ({ value }: FilterOption<Value>) => counts.get(value) ?? 0
    return options
      .filter((option) => countOf(option) > 0 || option.value === chosen)
      .sort((a, b) => countOf(b) - countOf(a))
      .map((option) => ({ value: option.value, label: `${option.label} (${countOf(option)})` }))
  }, [options, counts, chosen])
}
