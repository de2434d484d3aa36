import { Box, Button, Chip } from '@mui/material'
import type { DossierFilter } from '../../../src-main/contract/dossiers.ts'
import { useT } from '../../app/i18n.ts'
import { formatDate } from '../../ui/format.ts'
import type { FilterOption, FilterOptions } from './filter-options.ts'
import { type FilterPart, NO_FILTER, activeParts } from './list-address.ts'

/** What the list is filtered by, each clearable by itself. Nothing when nothing is. */
export function FilterChips({
  filter,
  options,
  onChange,
}: {
  filter: DossierFilter
  options: FilterOptions
  onChange: (change: Partial<DossierFilter>) => void
}) {
  const t = useT('dossiers')
  const words = useFilterWords(filter, options)
  const common = useT('common')
  const active = activeParts(filter)
  if (active.length === 0) return null
  return (
    <Box role="group" aria-label={t('filter.active')} sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75 }}>
      {active.map((part) => (
        <Chip
          key={part}
          size="small"
          label={words(part)}
          aria-label={t('filter.clearOne', { filter: words(part) })}
          title={words(part)}
          onClick={() => onChange({ [part]: NO_FILTER[part] })}
          onDelete={() => onChange({ [part]: NO_FILTER[part] })}
          sx={{ maxWidth: 420, borderRadius: '5px', bgcolor: 'selected', fontSize: 12.5 }}
        />
      ))}
      {active.length > 1 && (
        <Button sx={{ minHeight: 24, py: 0, fontSize: 12.5 }} onClick={() => onChange(NO_FILTER)}>
          {common('button.clear')}
        </Button>
      )}
    </Box>
  )
}

/** A part of the filter in words: `Người thụ lý: Trần Văn A`. */
export function useFilterWords(filter: DossierFilter, options: FilterOptions): (part: FilterPart) => string {
  const t = useT('dossiers')
  const common = useT('common')
  const labelOf = (all: readonly FilterOption[], value: string | number | null) =>
    all.find((option) => option.value === value)?.label ?? String(value ?? '')
  const picked = (column: string, label: string) => `${column}: ${label}`
  return (part) => {
    switch (part) {
      case 'procedureId':
        return picked(common('column.procedureName'), labelOf(options[part], filter[part]))
      case 'holderId':
        return picked(common('column.holderName'), labelOf(options[part], filter[part]))
      case 'commune':
        return picked(common('column.commune'), filter.commune ?? '')
      case 'state':
        return picked(common('column.state'), labelOf(options[part], filter[part]))
      case 'channel':
        return picked(common('column.channel'), labelOf(options[part], filter[part]))
      case 'apology':
        return picked(common('column.apology'), common(`apology.${filter.apology ?? 'none'}`))
      case 'stepRole':
        return picked(common('column.step'), labelOf(options[part], filter[part] ?? null))
      case 'behind':
        return common('queue.behind')
      case 'cell':
        return t('filter.cell', {
          from: formatDate(filter.cell?.from ?? null),
          to: formatDate(filter.cell?.to ?? null),
        })
      case 'acceptedFrom':
      case 'acceptedTo':
      case 'dueFrom':
      case 'dueTo':
        return picked(t(`filter.${part}`), formatDate(filter[part]))
    }
  }
}
