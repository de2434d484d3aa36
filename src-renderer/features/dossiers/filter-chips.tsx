import BackIcon from '@mui/icons-material/ArrowBack'
import { Box, Button, Chip } from '@mui/material'
import { Link } from 'react-router'
import type { DossierFilter } from '../../../src-main/contract/dossier-list.ts'
import { useT } from '../../app/i18n.ts'
import { formatDate } from '../../ui/format.ts'
import { useCellWords } from '../figures/cell-words.ts'
import { figuresPath } from '../figures/figures-address.ts'
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
  const figures = useT('figure-views')
  const active = activeParts(filter)
  if (active.length === 0) return null
  return (
    <Box role="group" aria-label={t('filter.active')} sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75 }}>
      {filter.cell != null && (
        <Button
          component={Link}
          to={figuresPath(filter.cell)}
          startIcon={<BackIcon />}
          sx={{ minHeight: 24, py: 0, fontSize: 12.5 }}
        >
          {figures('cell.back')}
        </Button>
      )}
      {active.map((part) => (
        <Chip
          key={part}
          size="small"
          label={words(part)}
          aria-label={t('filter.clearOne', { filter: words(part) })}
          title={words(part)}
          onClick={() => onChange({ [part]: NO_FILTER[part] })}
          onDelete={() => onChange({ [part]: NO_FILTER[part] })}
          sx={{
            maxWidth: part === 'cell' ? 760 : 420,
            borderRadius: '5px',
            bgcolor: 'selected',
            fontSize: 12.5,
          }}
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
  const cell = useCellWords(filter.cell ?? null)
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
      case 'unheld':
        return t('filter.unheld')
      case 'cell':
        return cell
      case 'acceptedFrom':
      case 'acceptedTo':
      case 'dueFrom':
      case 'dueTo':
        return picked(t(`filter.${part}`), formatDate(filter[part]))
    }
  }
}
