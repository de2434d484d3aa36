import { zodResolver } from '@hookform/resolvers/zod'
import { Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material'
import { useId } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { requiredText } from '../../src-main/contract/common.ts'
import type { Staff } from '../../src-main/contract/office.ts'
import { ErrorAlert } from '../ui/error-alert.tsx'
import { applyFieldErrors } from '../ui/errors.ts'
import { FormText } from '../ui/form-text.tsx'
import { useT } from './i18n.ts'
import { useAddStaff } from './staff.ts'

const schema = z.object({ name: requiredText(100) })

/** Asks for the name of a new person and adds them. `onAdded` is told who it is. */
export function AddPersonDialog({
  onClose,
  onAdded,
}: {
  onClose: () => void
  onAdded: (person: Staff) => void
}) {
  const t = useT('common')
  const titleId = useId()
  const add = useAddStaff()
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { name: '' } })
  const submit = form.handleSubmit(async (values) => {
    try {
      onAdded(await add.mutateAsync(values))
      onClose()
    } catch (error) {
      applyFieldErrors(form, error, (path) => (path === 'name' ? path : null))
    }
  })
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="xs" fullWidth>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <DialogTitle id={titleId}>{t('user.addTitle')}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          {!form.formState.errors.name && <ErrorAlert error={add.error} />}
          <FormText
            control={form.control}
            name="name"
            label={t('user.name')}
            required
            autoFocus
            sx={{ mt: 1 }}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('button.cancel')}</Button>
          <Button type="submit" variant="contained" loading={add.isPending}>
            {t('button.add')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
