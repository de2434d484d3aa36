import { zodResolver } from '@hookform/resolvers/zod'
import { Box, Typography } from '@mui/material'
import { useMutation } from '@tanstack/react-query'
import { type FieldPath, useForm } from 'react-hook-form'
import { z } from 'zod'
import { requiredText } from '../../../src-main/contract/common.ts'
import type { StopOrder } from '../../../src-main/contract/stops.ts'
import type { CivilDate } from '../../../src-main/domain/civil-date.ts'
import { useT } from '../../app/i18n.ts'
import { useOrpc, useStatus } from '../../app/office.tsx'
import { applyFieldErrors } from '../../ui/errors.ts'
import { FormDate } from '../../ui/form-date.tsx'
import { FormText } from '../../ui/form-text.tsx'
import { formatDate } from '../../ui/format.ts'
import { useToast } from '../../ui/toast.tsx'
import { FormDialog } from '../dossier/form-dialog.tsx'

const typedSchema = z
  .object({ on: z.custom<CivilDate>().nullable(), document: requiredText(100) })
  .transform(({ on, document }, context) => {
    if (on !== null) return { on, document }
    context.addIssue({ code: 'custom', message: 'required', path: ['on'] })
    return z.NEVER
  })
type Typed = z.input<typeof typedSchema>

const fieldOf = (path: string): FieldPath<Typed> | null =>
  path === 'on' || path === 'document' ? path : null

/** Sets a parcel free: by which document, on which day. */
export function LiftDialog({ order, onClose }: { order: StopOrder; onClose: () => void }) {
  const t = useT('stops')
  const toast = useToast()
  const { today } = useStatus()
  const defaultValues: Typed = { on: today, document: '' }
  const form = useForm({ resolver: zodResolver(typedSchema), defaultValues })
  const { control } = form
  const lift = useMutation(useOrpc().stops.lift.mutationOptions())
  const { id, commune, mapSheet, plot, document, agency, issuedOn } = order
  const submit = form.handleSubmit(async (typed) => {
    try {
      await lift.mutateAsync({ id, ...typed })
      toast(t('lift.done', { mapSheet, plot }))
      onClose()
    } catch (error) {
      applyFieldErrors(form, error, fieldOf)
    }
  })
  return (
    <FormDialog
      title={t('lift.title')}
      confirmLabel={t('lift.button')}
      width="xs"
      busy={lift.isPending}
      error={form.formState.isValid ? lift.error : null}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Box sx={{ lineHeight: 1.45, overflowWrap: 'anywhere' }}>
        <Box sx={{ fontWeight: 600 }}>
          {commune} · {mapSheet} / {plot}
        </Box>
        {t('warning.one', { document, date: formatDate(issuedOn) })} · {agency}
      </Box>
      <Box sx={{ display: 'grid', gridTemplateColumns: '160px 1fr', gap: 1.5, alignItems: 'start' }}>
        <FormDate
          control={control}
          name="on"
          label={t('field.lifted.on')}
          required
          min={issuedOn}
          max={today}
        />
        <FormText
          control={control}
          name="document"
          label={t('field.lifted.document')}
          required
          autoFocus
          slotProps={{ htmlInput: { autoComplete: 'off' } }}
        />
      </Box>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('lift.hint')}
      </Typography>
    </FormDialog>
  )
}
