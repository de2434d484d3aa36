import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { useT } from '../../app/i18n.ts'
import { useOrpc } from '../../app/office.tsx'
import { useStaff } from '../../app/staff.ts'
import { FormPick } from '../../ui/form-pick.tsx'
import { FormSelect } from '../../ui/form-select.tsx'
import { FormText } from '../../ui/form-text.tsx'
import { useToast } from '../../ui/toast.tsx'
import { FormDialog } from '../dossier/form-dialog.tsx'
import { Refusals } from './refusals.tsx'
import { useCauses } from './use-desk.ts'

/** A dossier something is said of. */
export interface Subject {
  id: number
  version: number
  code: string
}

export interface DialogProps {
  subjects: readonly Subject[]
  onClose: () => void
}

/** One dossier by its code, several by their number. */
export function useWhat(subjects: readonly Subject[]): string {
  const t = useT('overdue')
  const [only] = subjects
  return subjects.length === 1 && only !== undefined ? only.code : t('many', { count: subjects.length })
}

const idsOf = (subjects: readonly Subject[]): number[] => subjects.map(({ id }) => id)

const remindSchema = z.object({ toId: z.number().nullable(), note: z.string() })

/** Reminds each dossier's holder, or somebody else. */
export function RemindDialog({ subjects, onClose }: DialogProps) {
  const t = useT('overdue')
  const toast = useToast()
  const staff = useStaff()
  const what = useWhat(subjects)
  const remind = useMutation(useOrpc().desk.remind.mutationOptions())
  const form = useForm({ resolver: zodResolver(remindSchema), defaultValues: { toId: null, note: '' } })
  const submit = form.handleSubmit(({ toId, note }) =>
    remind.mutate(
      { ids: idsOf(subjects), toId, note },
      {
        onSuccess: ({ done }) => {
          toast(t('remind.done', { count: done }))
          onClose()
        },
      },
    ),
  )
  return (
    <FormDialog
      title={t('remind.title', { what })}
      confirmLabel={t('action.remind')}
      width="xs"
      busy={remind.isPending}
      error={remind.error}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <FormText control={form.control} name="note" label={t('remind.note')} autoFocus />
      <FormPick
        control={form.control}
        name="toId"
        label={t('remind.to')}
        hint={t('remind.holder')}
        loading={staff.isPending}
        noneWords={t('remind.holder')}
        options={(staff.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Refusals error={remind.error} />
    </FormDialog>
  )
}

const noteSchema = z.object({ note: z.string().trim().min(1, 'required') })

/** Adds a note to each. */
export function NoteDialog({ subjects, onClose }: DialogProps) {
  const t = useT('overdue')
  const toast = useToast()
  const what = useWhat(subjects)
  const note = useMutation(useOrpc().desk.note.mutationOptions())
  const form = useForm({ resolver: zodResolver(noteSchema), defaultValues: { note: '' } })
  const submit = form.handleSubmit((typed) =>
    note.mutate(
      { ids: idsOf(subjects), ...typed },
      {
        onSuccess: ({ done }) => {
          toast(t('note.done', { count: done }))
          onClose()
        },
      },
    ),
  )
  return (
    <FormDialog
      title={t('note.title', { what })}
      confirmLabel={t('action.note')}
      width="xs"
      busy={note.isPending}
      error={note.error}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <FormText control={form.control} name="note" label={t('note.note')} autoFocus required />
      <Refusals error={note.error} />
    </FormDialog>
  )
}

const causeSchema = z.object({ cause: z.string({ error: 'required' }).min(1, 'required'), note: z.string() })

/** Writes down why dossiers are late. */
export function CauseDialog({ subjects, onClose }: DialogProps) {
  const t = useT('overdue')
  const toast = useToast()
  const what = useWhat(subjects)
  const { options } = useCauses()
  const cause = useMutation(useOrpc().desk.setCause.mutationOptions())
  const form = useForm({ resolver: zodResolver(causeSchema), defaultValues: { cause: '', note: '' } })
  const submit = form.handleSubmit((typed) =>
    cause.mutate(
      { ids: idsOf(subjects), ...typed },
      {
        onSuccess: ({ done }) => {
          toast(t('cause.done', { count: done }))
          onClose()
        },
      },
    ),
  )
  return (
    <FormDialog
      title={t('cause.title', { what })}
      confirmLabel={t('action.cause')}
      width="xs"
      busy={cause.isPending}
      error={cause.error}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <FormSelect
        control={form.control}
        name="cause"
        label={t('cause.cause')}
        options={options}
        emptyWords={t('cause.pick')}
        autoFocus
        required
      />
      <FormText control={form.control} name="note" label={t('cause.note')} />
      <Refusals error={cause.error} />
    </FormDialog>
  )
}
