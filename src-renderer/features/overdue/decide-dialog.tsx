import { zodResolver } from '@hookform/resolvers/zod'
import { Box } from '@mui/material'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { useT } from '../../app/i18n.ts'
import { useOrpc } from '../../app/office.tsx'
import { FormText } from '../../ui/form-text.tsx'
import { useToast } from '../../ui/toast.tsx'
import { FormDialog } from '../dossier/form-dialog.tsx'
import { type DialogProps, useWhat } from './mark-dialogs.tsx'
import { Refusals } from './refusals.tsx'

const SCHEMAS = {
  approve: z.object({ note: z.string() }),
  reject: z.object({ note: z.string().trim().min(1, 'required') }),
}

/** The head approves drafts, and they count as sent, or gives them back with a reason. */
export function DecideDialog({
  subjects,
  decision,
  onClose,
}: DialogProps & { decision: 'approve' | 'reject' }) {
  const t = useT('overdue')
  const toast = useToast()
  const what = useWhat(subjects)
  const decide = useMutation(useOrpc().desk.decideApologies.mutationOptions())
  const form = useForm({ resolver: zodResolver(SCHEMAS[decision]), defaultValues: { note: '' } })
  const approves = decision === 'approve'
  const submit = form.handleSubmit(({ note }) =>
    decide.mutate(
      { items: subjects.map(({ id, version }) => ({ id, version })), decision, note },
      {
        onSuccess: ({ done }) => {
          toast(t(approves ? 'decide.approved' : 'decide.rejected', { count: done }))
          onClose()
        },
      },
    ),
  )
  return (
    <FormDialog
      title={t(approves ? 'decide.approveTitle' : 'decide.rejectTitle', { what })}
      confirmLabel={t(approves ? 'action.approve' : 'action.reject')}
      width="xs"
      busy={decide.isPending}
      error={decide.error}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {approves && <Box sx={{ fontSize: 13.5 }}>{t('decide.approveHint')}</Box>}
      <FormText
        control={form.control}
        name="note"
        label={t(approves ? 'decide.note' : 'decide.why')}
        required={!approves}
        autoFocus
      />
      <Refusals error={decide.error} />
    </FormDialog>
  )
}
