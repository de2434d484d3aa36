import { zodResolver } from '@hookform/resolvers/zod'
import { Typography } from '@mui/material'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import type { ClosingRow } from '../../../../src-main/contract/closing.ts'
import { requiredText } from '../../../../src-main/contract/common.ts'
import { useT } from '../../../app/i18n.ts'
import { useOrpc } from '../../../app/office.tsx'
import { applyFieldErrors } from '../../../ui/errors.ts'
import { FormText } from '../../../ui/form-text.tsx'
import { formatDate } from '../../../ui/format.ts'
import { useToast } from '../../../ui/toast.tsx'
import { FormDialog } from '../../dossier/form-dialog.tsx'

const typedSchema = z.object({ reason: requiredText(500) })

/** Opens a closed period again, with a reason. */
export function ReopenDialog({ closing, onClose }: { closing: ClosingRow; onClose: () => void }) {
  const t = useT('closing')
  const toast = useToast()
  const form = useForm({ resolver: zodResolver(typedSchema), defaultValues: { reason: '' } })
  const reopen = useMutation(useOrpc().closing.reopen.mutationOptions())
  const { number, version } = closing
  const days = { from: formatDate(closing.from), to: formatDate(closing.to) }
  const submit = form.handleSubmit(async ({ reason }) => {
    try {
      await reopen.mutateAsync({ number, reason })
      toast(t('reopen.done', days))
      onClose()
    } catch (error) {
      applyFieldErrors(form, error, (path) => (path === 'reason' ? 'reason' : null))
    }
  })
  return (
    <FormDialog
      title={t('reopen.title', days)}
      confirmLabel={t('reopen.button')}
      width="xs"
      busy={reopen.isPending}
      error={form.formState.isValid ? reopen.error : null}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <FormText
        control={form.control}
        name="reason"
        label={t('reopen.reason')}
        required
        autoFocus
        slotProps={{ htmlInput: { autoComplete: 'off' } }}
      />
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('reopen.hint', { next: version + 1 })}
      </Typography>
    </FormDialog>
  )
}
