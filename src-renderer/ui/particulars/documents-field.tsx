import { Box, Button, IconButton, InputBase, Tooltip, Typography } from '@mui/material'
import AddIcon from '@mui/icons-material/AddOutlined'
import RemoveIcon from '@mui/icons-material/CloseOutlined'
import { type KeyboardEvent, useId, useRef } from 'react'
import { useController, useFieldArray, useFormContext, useFormState } from 'react-hook-form'
import { useT } from '../../app/i18n.ts'
import { focusNextField, isComposing } from '../enter-moves.ts'
import { useFieldWords } from '../errors.ts'
import { useShortcut } from '../use-shortcut.ts'
import { EMPTY_DOCUMENT, type ParticularsForm } from './typed.ts'

const COUNTS = ['originals', 'certifiedCopies', 'photocopies'] as const
type DocumentKey = 'name' | (typeof COUNTS)[number]

/**
 * The documents submitted: name and how many originals, certified copies, photocopies. Enter in the last field
 * begins a new line, Enter in an empty last line leaves the list; Alt+T adds a line, Ctrl+Delete takes one away.
 */
export function DocumentsField() {
  const t = useT('reception')
  const words = useFieldWords()
  const { control, getValues, setValue, setFocus } = useFormContext<ParticularsForm>()
  const { errors } = useFormState({ control, name: 'particulars.documents' })
  const lines = useFieldArray({ control, name: 'particulars.documents' })
  const group = useRef<HTMLDivElement>(null)
  const labelId = useId()
  const last = lines.fields.length - 1
  const add = () => {
    const typed = getValues('particulars.documents')
    if (typed.at(-1)?.name === '')
      return setFocus(`particulars.documents.${last}.name`, { shouldSelect: true })
    lines.append(EMPTY_DOCUMENT, { focusName: `particulars.documents.${last + 1}.name` })
  }
  const remove = (index: number) => {
    if (last === 0) lines.update(0, EMPTY_DOCUMENT)
    else lines.remove(index)
    const near = Math.max(0, Math.min(index, last - 1))
    requestAnimationFrame(() => setFocus(`particulars.documents.${near}.name`))
  }
  const onKey = (event: KeyboardEvent, index: number, key: DocumentKey) => {
    if (isComposing(event)) return
    if (event.key === 'Delete' && event.ctrlKey) {
      event.preventDefault()
      remove(index)
    }
    if (event.key !== 'Enter' || event.ctrlKey || event.altKey || event.shiftKey) return
    const name = getValues(`particulars.documents.${index}.name`)
    const leaves = key === 'name' && name.trim() === '' && index === last
    const begins = key === 'photocopies' && index === last
    if (!leaves && !begins) return
    event.preventDefault()
    event.stopPropagation()
    const form = event.currentTarget.closest('form')
    if (begins) add()
    else if (form !== null && group.current !== null) focusNextField(form, group.current)
  }
  /** One original is the usual; it is shown at once and can be changed. */
  const onNameLeft = (index: number) => {
    const line = getValues(`particulars.documents.${index}`)
    if (line.name.trim() !== '' && COUNTS.every((count) => line[count] === '')) {
      setValue(`particulars.documents.${index}.originals`, '1')
    }
  }
  useShortcut('alt+t', add)
  return (
    <Box ref={group} role="group" aria-labelledby={labelId}>
      <Box sx={{ ...LINE, mb: 0.5 }}>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
          <Typography id={labelId} component="span" sx={{ fontSize: 13, fontWeight: 600 }}>
            {t('documents.title')}
          </Typography>
          <Button
            size="small"
            tabIndex={-1}
            startIcon={<AddIcon sx={{ fontSize: '16px !important' }} />}
            onClick={add}
            sx={{ minHeight: 24, py: 0, px: 0.75, fontSize: 12.5 }}
          >
            {t('documents.add')} (Alt+T)
          </Button>
        </Box>
        {COUNTS.map((count) => (
          <Typography key={count} component="span" aria-hidden sx={HEAD}>
            {t(`documents.${count}`)}
          </Typography>
        ))}
      </Box>
      <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper' }}>
        {lines.fields.map((line, index) => (
          <Box key={line.id} sx={{ borderTop: index === 0 ? 0 : 1, borderColor: 'divider' }}>
            <Box sx={LINE}>
              <Cell index={index} part="name" onKey={onKey} onLeft={() => onNameLeft(index)} />
              {COUNTS.map((count) => (
                <Cell key={count} index={index} part={count} onKey={onKey} />
              ))}
              <Tooltip title={`${t('documents.remove')} (Ctrl+Delete)`}>
                <IconButton
                  size="small"
                  tabIndex={-1}
                  aria-label={t('documents.removeLine', { number: index + 1 })}
                  onClick={() => remove(index)}
                  sx={{ p: 0.5 }}
                >
                  <RemoveIcon sx={{ fontSize: 16 }} />
                </IconButton>
              </Tooltip>
            </Box>
            <LineError error={words(lineError(errors.particulars?.documents?.[index]))} />
          </Box>
        ))}
      </Box>
      <LineError error={words(errors.particulars?.documents?.message)} />
    </Box>
  )
}

function Cell({
  index,
  part,
  onKey,
  onLeft,
}: {
  index: number
  part: DocumentKey
  onKey: (event: KeyboardEvent, index: number, part: DocumentKey) => void
  onLeft?: () => void
}) {
  const t = useT('reception')
  const { control } = useFormContext<ParticularsForm>()
  const {
    field: { ref, onBlur, ...field },
    fieldState: { error },
  } = useController({ control, name: `particulars.documents.${index}.${part}` })
  const label = t(part === 'name' ? 'documents.nameOfLine' : 'documents.countOfLine', {
    number: index + 1,
    ...(part === 'name' ? {} : { what: t(`documents.${part}`) }),
  })
  return (
    <InputBase
      {...field}
      inputRef={ref}
      onBlur={() => {
        onBlur()
        onLeft?.()
      }}
      onKeyDown={(event) => onKey(event, index, part)}
      error={error !== undefined}
      inputProps={{
        'aria-label': label,
        'aria-invalid': error !== undefined,
        autoComplete: 'off',
        spellCheck: false,
        ...(part === 'name'
          ? { maxLength: 300, placeholder: index === 0 ? t('documents.placeholder') : '' }
          : { inputMode: 'numeric', maxLength: 3, placeholder: '0' }),
      }}
      sx={{
        height: 30,
        fontSize: 13.5,
        px: 1,
        borderRadius: 1,
        '& input': { textAlign: part === 'name' ? 'left' : 'center', p: 0 },
        '& input::placeholder': { color: 'text.secondary', opacity: 1 },
        '& input:focus-visible': { outline: 'none' },
        '&.Mui-focused': { boxShadow: 'inset 0 0 0 2px var(--mui-palette-primary-main)' },
        '&.Mui-error': { boxShadow: 'inset 0 0 0 1px var(--mui-palette-error-main)' },
      }}
    />
  )
}

type LineErrors = Partial<Record<DocumentKey, { message?: string }>>

function lineError(errors: LineErrors | undefined): string | undefined {
  return errors?.name?.message ?? COUNTS.map((count) => errors?.[count]?.message).find(Boolean)
}

function LineError({ error }: { error: string | undefined }) {
  if (error === undefined) return null
  return (
    <Typography variant="caption" role="alert" sx={{ color: 'error.main', display: 'block', px: 1, pb: 0.5 }}>
      {error}
    </Typography>
  )
}

const LINE = {
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) 84px 84px 84px 28px',
  alignItems: 'center',
}
const HEAD = { fontSize: 12, color: 'text.secondary', textAlign: 'center', lineHeight: 1.2 }
