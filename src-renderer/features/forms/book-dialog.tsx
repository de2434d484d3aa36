import { zodResolver } from '@hookform/resolvers/zod'
import { Box, Button } from '@mui/material'
import BookIcon from '@mui/icons-material/AutoStoriesOutlined'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useT } from '../../app/i18n.ts'
import { useOrpc, useStatus } from '../../app/office.tsx'
import { useRights } from '../../app/rights.ts'
import { applyFieldErrors, officeErrorOf } from '../../ui/errors.ts'
import { FormDate } from '../../ui/form-date.tsx'
import { FormSelect } from '../../ui/form-select.tsx'
import { FormDialog } from '../dossier/form-dialog.tsx'
import { bookField, type BookForm, bookFormSchema, firstOfMonth } from './book-form.ts'
import { type PaperShown, PdfDialog } from './pdf-dialog.tsx'

/** Prints the register book (Mẫu 06) of a field, for the days of reception one chooses. */
export function BookButton() {
  const t = useT('forms')
  const may = useRights()
  const [open, setOpen] = useState(false)
  const [shown, setShown] = useState<PaperShown | null>(null)
  if (!may('export')) return null
  return (
    <>
      <Button variant="outlined" startIcon={<BookIcon />} onClick={() => setOpen(true)} sx={{ flex: 'none' }}>
        {t('book.button')}
      </Button>
      {open && (
        <BookDialog
          onClose={() => setOpen(false)}
          onMade={(made) => {
            setOpen(false)
            setShown(made)
          }}
        />
      )}
      {shown !== null && <PdfDialog title={t('book.title')} shown={shown} onClose={() => setShown(null)} />}
    </>
  )
}

function BookDialog({ onClose, onMade }: { onClose: () => void; onMade: (shown: PaperShown) => void }) {
  const t = useT('forms')
  const { today } = useStatus()
  const orpc = useOrpc()
  const procedures = useQuery(orpc.office.procedures.queryOptions({ input: { on: today } }))
  const fields = [...new Set((procedures.data ?? []).map(({ field }) => field))]
  const making = useMutation(orpc.forms.book.mutationOptions())
  const defaultValues: BookForm = { field: null, from: firstOfMonth(today), to: today }
  const form = useForm({ resolver: zodResolver(bookFormSchema), defaultValues })
  const { control } = form
  const submit = form.handleSubmit(async (typed) => {
    try {
      onMade({ file: await making.mutateAsync(typed), error: null })
    } catch (error) {
      applyFieldErrors(form, error, bookField)
    }
  })
  const atField = (officeErrorOf(making.error)?.fields ?? []).some(({ field }) => bookField(field) !== null)
  return (
    <FormDialog
      title={t('book.title')}
      confirmLabel={t('book.confirm')}
      width="xs"
      busy={making.isPending}
      error={atField ? null : making.error}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <FormSelect
        control={control}
        name="field"
        label={t('book.field')}
        emptyWords={t('book.allFields')}
        options={fields.map((field) => ({ value: field, words: field }))}
      />
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 1.5 }}>
        <FormDate control={control} name="from" label={t('book.from')} required autoFocus max={today} />
        <FormDate control={control} name="to" label={t('book.to')} required max={today} />
      </Box>
    </FormDialog>
  )
}
