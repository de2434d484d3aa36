import { Autocomplete, TextField } from '@mui/material'
import { useT } from '../../app/i18n.ts'
import { foldText } from '../../../src-main/domain/names.ts'
import type { FilterOption } from './filter-options.ts'

/** Picks one value of a filter by typing a few letters of it, with or without diacritics; empty is no filter. */
export function PickFilter<Value extends string | number>({
  label,
  options,
  value,
  onChange,
  width,
}: {
  label: string
  options: readonly FilterOption<Value>[]
  value: Value | null
  onChange: (value: Value | null) => void
  /** In pixels; as wide as its place when not given. */
  width?: number
}) {
  const t = useT('dossiers')
  const grouped = options.some((option) => option.group !== undefined)
  return (
    <Autocomplete
      options={options}
      value={options.find((option) => option.value === value) ?? null}
      onChange={(_, option) => onChange(option?.value ?? null)}
      isOptionEqualToValue={(option, chosen) => option.value === chosen.value}
      getOptionKey={(option) => option.value}
      filterOptions={(all, { inputValue }) => all.filter(matching(inputValue))}
      {...(grouped ? { groupBy: (option: FilterOption<Value>) => option.group ?? '' } : {})}
      autoHighlight
      handleHomeEndKeys={false}
      noOptionsText={t('filter.noOption')}
      sx={width === undefined ? {} : { width }}
      slotProps={{ listbox: { sx: { fontSize: 13, maxHeight: 320 } } }}
      renderInput={(params) => <TextField {...params} label={label} />}
    />
  )
}

function matching(typed: string): (option: FilterOption) => boolean {
  const words = foldText(typed).split(' ').filter(Boolean)
  return ({ label }) => {
    const folded = ` ${foldText(label)}`
    return words.every((word) => folded.includes(` ${word}`))
  }
}
