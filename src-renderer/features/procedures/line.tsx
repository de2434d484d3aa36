/**
 * One line of a list inside the form, and a field of it.
 */
import DownIcon from '@mui/icons-material/ArrowDownwardOutlined'
import UpIcon from '@mui/icons-material/ArrowUpwardOutlined'
import RemoveIcon from '@mui/icons-material/CloseOutlined'
import { Box, IconButton, InputBase, Typography } from '@mui/material'
import type { KeyboardEvent, ReactNode } from 'react'
import { type FieldPath, useController, useFormContext } from 'react-hook-form'
import { isComposing } from '../../ui/enter-moves.ts'
import { useFieldWords } from '../../ui/errors.ts'
import { lineColumns } from './lines.tsx'
import type { LineActions } from './use-lines.ts'
import type { TypedVersion, VersionForm } from './version-form.ts'

/** What is wrong in a line: the field by its name, and the code. */
export interface LineFault {
  label: string
  code: string | undefined
}

/** One line: its fields, the buttons that move it and take it away, what is wrong in it. */
export function Line({
  columns,
  number,
  words,
  faults,
  actions,
  children,
}: {
  /** Widths of the fields as grid columns. */
  columns: string
  number: number
  words: { remove: string; up: string; down: string }
  faults: readonly LineFault[]
  actions: LineActions
  children: ReactNode
}) {
  const fieldWords = useFieldWords()
  const found = faults.filter(({ code }) => code !== undefined)
  return (
    <Box data-line={number}>
      <Box
        sx={{ display: 'grid', gridTemplateColumns: lineColumns(columns), alignItems: 'center' }}
        onKeyDown={(event) => onLineKey(event, actions)}
      >
        <Box component="span" aria-hidden sx={NUMBER}>
          {number}
        </Box>
        {children}
        <Box sx={{ display: 'flex', justifyContent: 'flex-end' }}>
          {/* The keys do the same: a stop at each button in each line would be in the way. */}
          <SmallButton words={words.up} keys="Alt+ArrowUp" onClick={actions.up} tabIndex={-1}>
            <UpIcon sx={ICON} />
          </SmallButton>
          <SmallButton words={words.down} keys="Alt+ArrowDown" onClick={actions.down} tabIndex={-1}>
            <DownIcon sx={ICON} />
          </SmallButton>
          <SmallButton words={words.remove} keys="Control+Delete" onClick={actions.remove}>
            <RemoveIcon sx={ICON} />
          </SmallButton>
        </Box>
      </Box>
      {found.map(({ label, code }) => (
        <Typography key={label} variant="caption" role="alert" sx={FAULT}>
          {label}: {fieldWords(code)}
        </Typography>
      ))}
    </Box>
  )
}

function onLineKey(event: KeyboardEvent, { up, down, remove }: LineActions): void {
  if (isComposing(event)) return
  const wanted =
    event.key === 'Delete' && event.ctrlKey
      ? remove
      : event.altKey && event.key === 'ArrowUp'
        ? up
        : event.altKey && event.key === 'ArrowDown'
          ? down
          : undefined
  if (wanted === undefined) return
  event.preventDefault()
  wanted?.()
}

function SmallButton({
  words,
  keys,
  onClick,
  tabIndex,
  children,
}: {
  words: string
  keys: string
  /** `null` where there is nothing to do. */
  onClick: (() => void) | null
  tabIndex?: number
  children: ReactNode
}) {
  return (
    <IconButton
      size="small"
      aria-label={words}
      aria-keyshortcuts={keys}
      title={words}
      disabled={onClick === null}
      {...(onClick === null ? {} : { onClick })}
      {...(tabIndex === undefined ? {} : { tabIndex })}
      sx={{ p: 0.5 }}
    >
      {children}
    </IconButton>
  )
}

/** One field of a line. */
export function LineCell({
  name,
  label,
  numeric = false,
  onEnter,
}: {
  name: FieldPath<VersionForm>
  label: string
  numeric?: boolean
  /** Told of Enter; answers whether it did something with it. */
  onEnter?: () => boolean
}) {
  const { control } = useFormContext<VersionForm, unknown, TypedVersion>()
  const {
    field: { ref, value, ...field },
    fieldState: { error },
  } = useController({ control, name })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || isComposing(event)) return
    if (onEnter?.() === true) event.preventDefault()
  }
  return (
    <InputBase
      {...field}
      value={typeof value === 'string' ? value : ''}
      inputRef={ref}
      onKeyDown={onKeyDown}
      error={error !== undefined}
      inputProps={{
        'aria-label': label,
        'aria-invalid': error !== undefined,
        autoComplete: 'off',
        ...(numeric ? { inputMode: 'decimal' } : {}),
      }}
      sx={CELL}
    />
  )
}

const ICON = { fontSize: 16 }
const NUMBER = { color: 'text.secondary', fontSize: 12, textAlign: 'right', pr: 0.5 }
const FAULT = { color: 'error.main', display: 'block', px: 4.5, pb: 0.5 }
const CELL = {
  height: 32,
  fontSize: 13.5,
  px: 1,
  borderRadius: 1,
  '& input': { p: 0 },
  '& input:focus-visible': { outline: 'none' },
  '&.Mui-focused': { boxShadow: 'inset 0 0 0 2px var(--mui-palette-primary-main)' },
  '&.Mui-error': { boxShadow: 'inset 0 0 0 1px var(--mui-palette-error-main)' },
  '&.Mui-error.Mui-focused': { boxShadow: 'inset 0 0 0 2px var(--mui-palette-error-main)' },
} as const
