import {
  Autocomplete,
  Box,
  Checkbox,
  IconButton,
  InputBase,
  type InputBaseProps,
  Tooltip,
  Typography,
} from '@mui/material'
import RemoveIcon from '@mui/icons-material/CloseOutlined'
import type { KeyboardEvent } from 'react'
import { useController, useFormContext, useWatch } from 'react-hook-form'
import { useT } from '../../app/i18n.ts'
import { matchesTyped } from '../folded-match.ts'
import { COUNTS, isTicked, type ParticularsForm } from './typed.ts'

/** A field of a line of documents. */
export type DocumentKey = 'name' | (typeof COUNTS)[number]

/** How many names are suggested at once. */
const MOST = 8

interface LineProps {
  index: number
  /** The name of a document the procedure asks for, `null` for one that is typed. */
  offered: string | null
  suggestions: readonly string[]
  onKey: (event: KeyboardEvent, index: number, key: DocumentKey) => void
  onNameLeft: () => void
  onTick: () => void
  onRemove: () => void
}

/** One document: its name, typed or ticked, and its counts. */
export function DocumentLine({
  index,
  offered,
  suggestions,
  onKey,
  onNameLeft,
  onTick,
  onRemove,
}: LineProps) {
  const t = useT('reception')
  const { control } = useFormContext<ParticularsForm>()
  const ticked = isTicked(useWatch({ control, name: `particulars.documents.${index}` }))
  return (
    <Box sx={LINE}>
      {offered === null ? (
        <NameCell index={index} suggestions={suggestions} onKey={onKey} onLeft={onNameLeft} />
      ) : (
        <Box component="label" sx={{ ...OFFERED, color: ticked ? 'text.primary' : 'text.secondary' }}>
          <Checkbox size="small" checked={ticked} onChange={onTick} tabIndex={-1} sx={{ p: 0.25 }} />
          {offered}
        </Box>
      )}
      {COUNTS.map((count) => (
        <CountCell
          key={count}
          index={index}
          count={count}
          name={offered}
          // Tab goes from tick to tick; the copies of what is there are on its way.
          tabIndex={offered === null || count === 'originals' || ticked ? 0 : -1}
          onKey={onKey}
        />
      ))}
      {offered === null && (
        <Tooltip title={`${t('documents.remove')} (Ctrl+Delete)`}>
          <IconButton
            size="small"
            tabIndex={-1}
            aria-label={t('documents.removeLine', { number: index + 1 })}
            onClick={onRemove}
            sx={{ p: 0.5 }}
          >
            <RemoveIcon sx={{ fontSize: 16 }} />
          </IconButton>
        </Tooltip>
      )}
    </Box>
  )
}

function NameCell({
  index,
  suggestions,
  onKey,
  onLeft,
}: Pick<LineProps, 'index' | 'suggestions' | 'onKey'> & { onLeft: () => void }) {
  const t = useT('reception')
  const { control } = useFormContext<ParticularsForm>()
  const {
    field: { ref, name, value, onChange, onBlur },
    fieldState: { error },
  } = useController({ control, name: `particulars.documents.${index}.name` })
  return (
    <Autocomplete
      freeSolo
      options={suggestions}
      value={value}
      inputValue={value}
      onInputChange={(_, text) => onChange(text)}
      filterOptions={(all, { inputValue }) =>
        inputValue === ''
          ? []
          : all.filter((one) => one !== inputValue && matchesTyped(one, inputValue)).slice(0, MOST)
      }
      disableClearable
      handleHomeEndKeys={false}
      slotProps={{ listbox: { sx: { fontSize: 13.5, py: 0.5 } } }}
      renderInput={({ slotProps }) => (
        <LineInput
          ref={slotProps.input.ref}
          name={name}
          inputRef={ref}
          isInvalid={error !== undefined}
          onBlur={() => {
            onBlur()
            onLeft()
          }}
          onKeyDown={(event) => onKey(event, index, 'name')}
          inputProps={{
            ...slotProps.htmlInput,
            'aria-label': t('documents.nameOfLine', { number: index + 1 }),
            maxLength: 300,
            placeholder: index === 0 ? t('documents.placeholder') : t('documents.other'),
          }}
        />
      )}
    />
  )
}

function CountCell({
  index,
  count,
  name,
  tabIndex,
  onKey,
}: Pick<LineProps, 'index' | 'onKey'> & {
  count: (typeof COUNTS)[number]
  name: string | null
  tabIndex: number
}) {
  const t = useT('reception')
  const { control } = useFormContext<ParticularsForm>()
  const {
    field: { ref, ...field },
    fieldState: { error },
  } = useController({ control, name: `particulars.documents.${index}.${count}` })
  const what = t(`documents.${count}`)
  return (
    <LineInput
      {...field}
      inputRef={ref}
      isInvalid={error !== undefined}
      onKeyDown={(event) => onKey(event, index, count)}
      inputProps={{
        'aria-label':
          name === null ? t('documents.countOfLine', { number: index + 1, what }) : `${name}: ${what}`,
        inputMode: 'numeric',
        maxLength: 3,
        placeholder: '0',
        tabIndex,
        style: { textAlign: 'center' },
      }}
    />
  )
}

function LineInput({ isInvalid, inputProps, ...rest }: InputBaseProps & { isInvalid: boolean }) {
  return (
    <InputBase
      {...rest}
      fullWidth
      error={isInvalid}
      inputProps={{ ...inputProps, 'aria-invalid': isInvalid, autoComplete: 'off', spellCheck: false }}
      sx={INPUT}
    />
  )
}

/** What is wrong with a line, under it. */
export function LineError({ error }: { error: string | undefined }) {
  if (error === undefined) return null
  return (
    <Typography variant="caption" role="alert" sx={{ color: 'error.main', display: 'block', px: 1, pb: 0.5 }}>
      {error}
    </Typography>
  )
}

/** The columns of a line and of the heads above. */
export const LINE = {
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) 84px 84px 84px 28px',
  alignItems: 'center',
}
const OFFERED = {
  display: 'flex',
  alignItems: 'center',
  gap: 0.75,
  minHeight: 30,
  pl: 0.75,
  fontSize: 13.5,
  lineHeight: 1.25,
  cursor: 'pointer',
}
const INPUT = {
  height: 30,
  fontSize: 13.5,
  px: 1,
  borderRadius: 1,
  '& input': { p: 0 },
  '& input::placeholder': { color: 'text.secondary', opacity: 1 },
  '& input:focus-visible': { outline: 'none' },
  '&.Mui-focused': { boxShadow: 'inset 0 0 0 2px var(--mui-palette-primary-main)' },
  '&.Mui-error': { boxShadow: 'inset 0 0 0 1px var(--mui-palette-error-main)' },
}
