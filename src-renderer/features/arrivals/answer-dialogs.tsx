import { zodResolver } from '@hookform/resolvers/zod'
import { Box } from '@mui/material'
import { FormProvider, useForm } from 'react-hook-form'
import type { ArrivalPage } from '../../../src-main/contract/arrivals.ts'
import { useT } from '../../app/i18n.ts'
import { useStatus } from '../../app/office.tsx'
import { applyFieldErrors, officeErrorOf } from '../../ui/errors.ts'
import { FormText } from '../../ui/form-text.tsx'
import { useToast } from '../../ui/toast.tsx'
import { FormDialog } from '../dossier/form-dialog.tsx'
import { type AskForm, type NoteForm, NOW, answerField, askSchema, noteSchema } from './arrival-form.ts'
import { useChange } from './use-change.ts'
import { WhenField } from './when-field.tsx'

interface DialogProps {
  page: ArrivalPage
  onClose: () => void
}

const ASK_FIELDS = ['when.time', 'items', 'reason', 'contact'] as const
const askField = answerField<AskForm>(ASK_FIELDS)
const noteField = answerField<NoteForm>(['when.time', 'note'])

/** Asks the applicant for what is missing; the slip can be printed from the page. */
export function AskDialog({ page, onClose }: DialogProps) {
  const t = useT('arrivals')
  const toast = useToast()
  const { user } = useStatus()
  const { target, askCompletion } = useChange(page)
  const defaultValues: AskForm = { when: NOW, items: '', reason: '', contact: user?.name ?? '' }
  const form = useForm({ resolver: zodResolver(askSchema), defaultValues })
  const { control } = form
  const submit = form.handleSubmit(async ({ when, ...asked }) => {
    try {
      await askCompletion.mutateAsync({ ...asked, ...target, at: when })
      toast(t('ask.done'))
      onClose()
    } catch (error) {
      applyFieldErrors(form, error, askField)
    }
  })
  return (
    <FormProvider {...form}>
      <FormDialog
        title={t('ask.title')}
        confirmLabel={t('ask.confirm')}
        width="md"
        busy={askCompletion.isPending}
        error={atField(askCompletion.error, askField) ? null : askCompletion.error}
        onSubmit={() => void submit()}
        onClose={onClose}
      >
        <FormText
          control={control}
          name="items"
          label={t('ask.items')}
          required
          multiline
          minRows={3}
          maxRows={10}
          autoFocus
        />
        <FormText control={control} name="reason" label={t('ask.reason')} required />
        <FormText control={control} name="contact" label={t('ask.contact')} />
        <WhenField />
      </FormDialog>
    </FormProvider>
  )
}

/** The answers that need no more than a word. */
export function NoteDialog({
  page,
  answer,
  onClose,
}: DialogProps & { answer: 'complete' | 'decline' | 'retract' }) {
  const t = useT('arrivals')
  const toast = useToast()
  const { target, completed, decline, retract } = useChange(page)
  const defaultValues: NoteForm = { when: NOW, note: '' }
  const form = useForm({ resolver: zodResolver(noteSchema(answer === 'decline')), defaultValues })
  const saving = { complete: completed, decline, retract }[answer]
  const submit = form.handleSubmit(async ({ when, note }) => {
    const step = { ...target, at: when }
    try {
      if (answer === 'decline') await decline.mutateAsync({ ...step, reason: note })
      else await (answer === 'complete' ? completed : retract).mutateAsync({ ...step, note })
      toast(t(`${answer}.done`))
      onClose()
    } catch (error) {
      applyFieldErrors(form, error, (path) => (path === 'reason' ? 'note' : noteField(path)))
    }
  })
  return (
    <FormProvider {...form}>
      <FormDialog
        title={t(`${answer}.title`)}
        confirmLabel={t(`${answer}.confirm`)}
        width="xs"
        busy={saving.isPending}
        error={atField(saving.error, noteField) ? null : saving.error}
        onSubmit={() => void submit()}
        onClose={onClose}
      >
        {answer !== 'decline' && (
          <Box sx={{ fontSize: 13, color: 'text.secondary' }}>{t(`${answer}.hint`)}</Box>
        )}
        <FormText
          control={form.control}
          name="note"
          label={t(answer === 'decline' ? 'decline.reason' : `${answer}.note`)}
          required={answer === 'decline'}
          autoFocus
          slotProps={{ htmlInput: { autoComplete: 'off' } }}
        />
        <WhenField />
      </FormDialog>
    </FormProvider>
  )
}

function atField(error: unknown, toField: (path: string) => string | null): boolean {
  return (officeErrorOf(error)?.fields ?? []).some(({ field }) => toField(field) !== null)
}
