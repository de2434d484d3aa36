import { Box, Button, Typography } from '@mui/material'
import AddIcon from '@mui/icons-material/AddOutlined'
import { type KeyboardEvent, useId, useRef } from 'react'
import { useFieldArray, useFormContext, useFormState } from 'react-hook-form'
import { useT } from '../../app/i18n.ts'
import { focusField, focusNextField, isComposing } from '../enter-moves.ts'
import { useFieldWords } from '../errors.ts'
import { useShortcut } from '../use-shortcut.ts'
import { type DocumentKey, DocumentLine, LineError, LINE } from './document-line.tsx'
import { COUNTS, EMPTY_DOCUMENT, isTicked, type ParticularsForm } from './typed.ts'

/**
 * The documents submitted: name and how many originals, certified copies, photocopies. Those the procedure asks for come
 * first: space ticks one original, digits count, the arrows and Enter go from line to line, a letter begins the name of
 * another document. Enter in the last field begins a new line, Enter in an empty last line leaves the list; Alt+T comes here
 * and adds a line, Ctrl+Delete takes one away.
 * @param suggestions names for typing ahead.
 */
export function DocumentsField({ suggestions = [] }: { suggestions?: readonly string[] }) {
  const t = useT('reception')
  const words = useFieldWords()
  const { control, getValues, setValue } = useFormContext<ParticularsForm>()
  const { errors } = useFormState({ control, name: 'particulars.documents' })
  const lines = useFieldArray({ control, name: 'particulars.documents' })
  const group = useRef<HTMLDivElement>(null)
  const labelId = useId()
  const last = lines.fields.length - 1
  const valueOf = (index: number) => getValues(`particulars.documents.${index}`)
  /** At once: the form's own way waits a moment, in which the next key would still go to the line before. */
  const focusLine = (index: number) => {
    const name = `particulars.documents.${index}.${valueOf(index).offered ? 'originals' : 'name'}`
    focusField(group.current?.querySelector<HTMLElement>(`input[name="${name}"]`) ?? null)
  }
  const add = () => {
    if (valueOf(last).name === '') return focusLine(last)
    lines.append(EMPTY_DOCUMENT, { focusName: `particulars.documents.${last + 1}.name` })
  }
  const comeHere = () => {
    if (valueOf(0).offered && group.current?.contains(document.activeElement) !== true) focusLine(0)
    else add()
  }
  const remove = (index: number) => {
    if (valueOf(index).offered)
      lines.update(index, { ...EMPTY_DOCUMENT, name: valueOf(index).name, offered: true })
    else if (index === last) lines.update(index, EMPTY_DOCUMENT)
    else lines.remove(index)
    const near = Math.max(0, Math.min(index, last - 1))
    requestAnimationFrame(() => focusLine(near))
  }
  const tick = (index: number) => {
    const ticked = isTicked(valueOf(index))
    for (const count of COUNTS)
      setValue(`particulars.documents.${index}.${count}`, '', { shouldValidate: true })
    if (!ticked) setValue(`particulars.documents.${index}.originals`, '1')
  }
  /** A letter on a line to be ticked begins another document's name. An empty line takes the key itself. */
  const beginOther = (event: KeyboardEvent) => {
    if (valueOf(last).name === '') return focusLine(last)
    event.preventDefault()
    const name = event.key
    lines.append({ ...EMPTY_DOCUMENT, name }, { focusName: `particulars.documents.${last + 1}.name` })
  }
  const onEnter = (event: KeyboardEvent, index: number, key: DocumentKey) => {
    const { name, offered } = valueOf(index)
    const leaves = key === 'name' && name.trim() === '' && index === last
    const begins = key === 'photocopies' && index === last
    if (!leaves && !begins && !offered) return
    event.preventDefault()
    event.stopPropagation()
    const form = event.currentTarget.closest('form')
    if (offered && index < last) focusLine(index + 1)
    else if (begins) add()
    else if (form !== null && group.current !== null) focusNextField(form, group.current)
  }
  const onKey = (event: KeyboardEvent, index: number, key: DocumentKey) => {
    if (isComposing(event)) return
    const plain = !event.ctrlKey && !event.altKey && !event.shiftKey && !event.metaKey
    const { offered } = valueOf(index)
    if (event.key === 'Enter' && plain) return onEnter(event, index, key)
    if (event.key === 'Delete' && event.ctrlKey) remove(index)
    else if (event.key === 'ArrowDown' && plain && key !== 'name' && index < last) focusLine(index + 1)
    else if (event.key === 'ArrowUp' && plain && index > 0 && (key !== 'name' || valueOf(index).name === ''))
      focusLine(index - 1)
    else if (offered && event.key === ' ' && plain) tick(index)
    else if (offered && plain && /^\p{L}$/u.test(event.key)) return beginOther(event)
    else return
    event.preventDefault()
  }
  /** One original is the usual; it is shown at once and can be changed. */
  const onNameLeft = (index: number) => {
    const line = valueOf(index)
    if (line.name.trim() !== '' && COUNTS.every((count) => line[count] === '')) {
      setValue(`particulars.documents.${index}.originals`, '1')
    }
  }
  useShortcut('alt+t', comeHere)
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
            <DocumentLine
              index={index}
              offered={line.offered === true ? line.name : null}
              suggestions={suggestions}
              onKey={onKey}
              onNameLeft={() => onNameLeft(index)}
              onTick={() => tick(index)}
              onRemove={() => remove(index)}
            />
            <LineError error={words(lineError(errors.particulars?.documents?.[index]))} />
          </Box>
        ))}
      </Box>
      <LineError error={words(errors.particulars?.documents?.message)} />
    </Box>
  )
}

type LineErrors = Partial<Record<DocumentKey, { message?: string }>>

function lineError(errors: LineErrors | undefined): string | undefined {
  return errors?.name?.message ?? COUNTS.map((count) => errors?.[count]?.message).find(Boolean)
}

const HEAD = { fontSize: 12, color: 'text.secondary', textAlign: 'center', lineHeight: 1.2 }
