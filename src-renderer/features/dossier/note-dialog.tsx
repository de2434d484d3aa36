import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { requiredText } from '../../../src-main/contract/common.ts'
import type { DossierPage } from '../../../src-main/contract/dossiers.ts'
import { useT } from '../../app/i18n.ts'
import { applyFieldErrors } from '../../ui/errors.ts'
import { FormText } from '../../ui/form-text.tsx'
import { useToast } from '../../ui/toast.tsx'
import { FormDialog } from './form-dialog.tsx'
import { useChange, useFocusHeading } from './use-change.ts'

const noteSchema = z.object({ note: requiredText(1000) })

/** A note beside the dossier's way. */
export function NoteDialog({ page, onClose }: { page: DossierPage; onClose: () => void }) {
  const t = useT('dossier')
  const toast = useToast()
  const focusHeading = useFocusHeading()
  const { note } = useChange(page)
  const form = useForm({ resolver: zodResolver(noteSchema), defaultValues: { note: '' } })
  const submit = form.handleSubmit(async (typed) => {
    try {
      await note.mutateAsync({ id: page.row.id, ...typed })
      toast(t('note.done'))
      onClose()
      focusHeading()
    } catch (error) {
      applyFieldErrors(form, error, (path) => (path === 'note' ? path : null))
    }
  })
  return (
    <FormDialog
      title={t('note.title', { code: page.row.code })}
      confirmLabel={t('note.confirm')}
      width="xs"
      busy={note.isPending}
      error={note.error}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <FormText
        control={form.control}
        name="note"
        label={t('note.text')}
        required
        autoFocus
        slotProps={{ htmlInput: { autoComplete: 'off' } }}
      />
    </FormDialog>
  )
}
