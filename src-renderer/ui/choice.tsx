import { ToggleButton, ToggleButtonGroup } from '@mui/material'

/** A few choices side by side, one of them taken. `label` names the group for screen readers. */
export function Choice<Value extends string>({
  label,
  value,
  options,
  onChange,
}: {
  label: string
  value: Value
  options: readonly { value: Value; words: string }[]
  onChange: (value: Value) => void
}) {
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      aria-label={label}
      value={value}
      onChange={(_, chosen: Value | null) => {
        // Pressing the one already taken takes nothing away.
        if (chosen !== null) onChange(chosen)
      }}
    >
      {options.map((option) => (
        <ToggleButton key={option.value} value={option.value}>
          {option.words}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
