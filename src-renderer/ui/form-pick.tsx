import { Autocomplete, Box, TextField } from '@mui/material'
import { type ReactNode, useState } from 'react'
import { type Control, type FieldPath, type FieldValues, useController } from 'react-hook-form'
import { useFieldWords } from './errors.ts'
import { matchesTyped } from './folded-match.ts'

/** An entry of a long list. */
export interface PickOption {
  value: string | number
  label: string
  /** Shown beside the label. */
  detail?: string
  /** Further words it is found by. */
  alsoFoundBy?: string
}

/**
 * One entry of a long list, found by typing a few letters of it; the first match is taken by Enter. The value
 * is the option's `value`, or `null`.
 */
export function FormPick<Values extends FieldValues, Context, Output>({
  control,
  name,
  label,
  options,
  noneWords,
  required = false,
  loading = false,
  autoFocus = false,
  hint,
}: {
  control: Control<Values, Context, Output>
  name: FieldPath<Values>
  label: string
  options: readonly PickOption[]
  /** Said when nothing matches. */
  noneWords: string
  required?: boolean
  loading?: boolean
  autoFocus?: boolean
  hint?: ReactNode
}) {
  const words = useFieldWords()
  const {
    field: { ref, value, onChange, onBlur },
    fieldState: { error },
  } = useController({ control, name })
  const [typed, setTyped] = useState('')
  const found = options.find((option) => option.value === value) ?? null
  const [chosen, setChosen] = useState(found)
  // The same option read anew stays the same object: another one makes the field take back what is being typed.
  if (!isSame(found, chosen)) setChosen(found)
  const isLost = typed !== '' && typed !== chosen?.label && matching(options, typed).length === 0
  return (
    <Autocomplete<PickOption>
      options={options}
      value={chosen}
      onChange={(_, option) => onChange(option?.value ?? null)}
      inputValue={typed}
      onInputChange={(_, text) => setTyped(text)}
      onKeyDown={(event) => {
        // What was typed means nothing yet: stay and let it be seen.
        if (event.key !== 'Enter' || !isLost) return
        event.preventDefault()
        event.stopPropagation()
      }}
      isOptionEqualToValue={(option, other) => option.value === other.value}
      getOptionKey={(option) => option.value}
      filterOptions={(all, state) => matching(all, state.inputValue)}
      autoHighlight
      handleHomeEndKeys={false}
      loading={loading}
      noOptionsText={noneWords}
      slotProps={{ listbox: { sx: { fontSize: 13.5, maxHeight: 340, py: 0.5 } } }}
      renderOption={({ key, ...props }, option) => (
        <Box component="li" key={key} {...props} sx={{ gap: 2, minHeight: '32px !important' }}>
          <Box component="span" sx={{ flex: 1, minWidth: 0 }}>
            {option.label}
          </Box>
          {option.detail !== undefined && (
            <Box component="span" sx={{ color: 'text.secondary', whiteSpace: 'nowrap', fontSize: 12.5 }}>
              {option.detail}
            </Box>
          )}
        </Box>
      )}
      renderInput={(params) => (
        <TextField
          {...params}
          label={label}
          required={required}
          autoFocus={autoFocus}
          inputRef={ref}
          onBlur={onBlur}
          error={error !== undefined}
          helperText={words(error?.message) ?? hint}
        />
      )}
    />
  )
}

function matching(options: readonly PickOption[], typed: string): PickOption[] {
  return options.filter(({ label, alsoFoundBy = '' }) => matchesTyped(`${label} ${alsoFoundBy}`, typed))
}

function isSame(a: PickOption | null, b: PickOption | null): boolean {
  return a?.value === b?.value && a?.label === b?.label
}
