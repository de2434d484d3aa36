/**
 * Lists inside the form: a frame with lines, each with fields without frames of their own.
 */
import AddIcon from '@mui/icons-material/AddOutlined'
import RemoveIcon from '@mui/icons-material/CloseOutlined'
import { Box, Button, IconButton, InputBase, Typography } from '@mui/material'
import { type KeyboardEvent, type ReactNode, useId } from 'react'
import { type FieldPath, useController, useFormContext } from 'react-hook-form'
import { useT } from '../../app/i18n.ts'
import { isComposing } from '../../ui/enter-moves.ts'
import { useFieldWords } from '../../ui/errors.ts'
import type { TypedVersion, VersionForm } from './version-form.ts'

/** The head and frame of a list. */
export function Lines({
  title,
  addWords,
  onAdd,
  children,
}: {
  title: string
  addWords: string
  onAdd: () => void
  children: ReactNode
}) {
  const t = useT('procedures')
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, mb: 0.5 }}>
        <Typography id={id} variant="h3">
          {title}
        </Typography>
        <Button size="small" startIcon={<AddIcon />} onClick={onAdd} sx={{ minHeight: 26, py: 0 }}>
          {addWords}
        </Button>
        <Typography variant="caption" sx={{ color: 'text.secondary', ml: 'auto' }}>
          {t('form.lines')}
        </Typography>
      </Box>
      <Box
        sx={{
          border: 1,
          borderColor: 'divider',
          borderRadius: 1,
          '& > * + *': { borderTop: 1, borderColor: 'divider' },
        }}
      >
        {children}
      </Box>
    </section>
  )
}

/** One line: its fields, the button that takes it away, its error. */
export function Line({
  columns,
  number,
  removeWords,
  error,
  onRemove,
  children,
}: {
  /** Widths of the fields as grid columns. */
  columns: string
  number: number
  removeWords: string
  error?: string | undefined
  onRemove: () => void
  children: ReactNode
}) {
  const words = useFieldWords()
  return (
    <Box>
      <Box
        sx={{ display: 'grid', gridTemplateColumns: `28px ${columns} 30px`, alignItems: 'center' }}
        onKeyDown={(event) => {
          if (event.key !== 'Delete' || !event.ctrlKey || isComposing(event)) return
          event.preventDefault()
          onRemove()
        }}
      >
        <Box
          component="span"
          aria-hidden
          sx={{ color: 'text.secondary', fontSize: 12, textAlign: 'right', pr: 0.5 }}
        >
          {number}
        </Box>
        {children}
        <IconButton size="small" aria-label={removeWords} onClick={onRemove} sx={{ p: 0.5 }}>
          <RemoveIcon sx={{ fontSize: 16 }} />
        </IconButton>
      </Box>
      {error !== undefined && (
        <Typography
          variant="caption"
          role="alert"
          sx={{ color: 'error.main', display: 'block', px: 4.5, pb: 0.5 }}
        >
          {words(error)}
        </Typography>
      )}
    </Box>
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
        maxLength: numeric ? 6 : 300,
        ...(numeric ? { inputMode: 'decimal' } : {}),
      }}
      sx={CELL}
    />
  )
}

const CELL = {
  height: 32,
  fontSize: 13.5,
  px: 1,
  borderRadius: 1,
  '& input': { p: 0 },
  '& input:focus-visible': { outline: 'none' },
  '&.Mui-focused': { boxShadow: 'inset 0 0 0 2px var(--mui-palette-primary-main)' },
  '&.Mui-error': { boxShadow: 'inset 0 0 0 1px var(--mui-palette-error-main)' },
} as const
