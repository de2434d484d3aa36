import { zodResolver } from '@hookform/resolvers/zod'
import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material'
import { useMutation } from '@tanstack/react-query'
import { useId } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { requiredText } from '../../../src-main/contract/common.ts'
import { type CatalogueVersion, versionInputSchema } from '../../../src-main/contract/procedures.ts'
import { useT } from '../../app/i18n.ts'
import { useOrpc } from '../../app/office.tsx'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { applyFieldErrors } from '../../ui/errors.ts'
import { FormSelect } from '../../ui/form-select.tsx'
import { FormText } from '../../ui/form-text.tsx'
import { useToast } from '../../ui/toast.tsx'

const { status } = versionInputSchema.shape
const schema = z.object({ status, reason: requiredText(500) })

/** Says how well a version's source is checked, with the reason. */
export function StatusDialog({ version, onClose }: { version: CatalogueVersion; onClose: () => void }) {
  const t = useT('procedures')
  const common = useT('common')
  const toast = useToast()
  const titleId = useId()
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { status: version.status, reason: '' },
  })
  const change = useMutation(useOrpc().procedures.setStatus.mutationOptions())
  const submit = form.handleSubmit(async (typed) => {
    try {
      await change.mutateAsync({ id: version.id, ...typed })
      toast(t('statusDialog.saved'))
      onClose()
    } catch (error) {
      applyFieldErrors(form, error, (path) => (path === 'status' || path === 'reason' ? path : null))
    }
  })
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="xs" fullWidth>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <DialogTitle id={titleId}>{t('statusDialog.title')}</DialogTitle>
        <DialogContent>
          <Typography variant="body2" sx={{ color: 'text.secondary', mb: 2 }}>
            {t('statusDialog.hint')}
          </Typography>
          <Box sx={{ display: 'grid', gap: 2 }}>
            <FormSelect
              control={form.control}
              name="status"
              label={t('field.status')}
              autoFocus
              options={status.options.map((value) => ({ value, words: t(`statusLong.${value}`) }))}
            />
            <FormText
              control={form.control}
              name="reason"
              label={t('field.reason')}
              hint={t('form.reasonHint')}
              required
            />
          </Box>
          <ErrorAlert error={change.error} sx={{ mt: 2 }} />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{common('button.cancel')}</Button>
          <Button type="submit" variant="contained" loading={change.isPending}>
            {common('button.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
