import { zodResolver } from '@hookform/resolvers/zod'
import { Box } from '@mui/material'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FieldPath, useForm } from 'react-hook-form'
import { z } from 'zod'
import { stopOrderInputSchema } from '../../../src-main/contract/stops.ts'
import type { CivilDate } from '../../../src-main/domain/civil-date.ts'
import { useT } from '../../app/i18n.ts'
import { useOrpc, useStatus } from '../../app/office.tsx'
import { applyFieldErrors } from '../../ui/errors.ts'
import { FormDate } from '../../ui/form-date.tsx'
import { FormText } from '../../ui/form-text.tsx'
import { FormTypeAhead } from '../../ui/form-type-ahead.tsx'
import { useToast } from '../../ui/toast.tsx'
import { FormDialog } from '../dossier/form-dialog.tsx'

/** The order as typed: the day may not be there yet. */
const typedSchema = z
  .object({ ...stopOrderInputSchema.shape, issuedOn: z.custom<CivilDate>().nullable() })
  .transform(({ issuedOn, ...order }, context) => {
    if (issuedOn !== null) return { ...order, issuedOn }
    context.addIssue({ code: 'custom', message: 'required', path: ['issuedOn'] })
    return z.NEVER
  })
type Typed = z.input<typeof typedSchema>
const FIELDS = ['commune', 'mapSheet', 'plot', 'document', 'agency', 'issuedOn', 'reason'] as const

const fieldOf = (path: string): FieldPath<Typed> | null => FIELDS.find((field) => field === path) ?? null

/** Blocks a parcel. */
export function AddDialog({ onClose }: { onClose: () => void }) {
  const t = useT('stops')
  const toast = useToast()
  const { today } = useStatus()
  const orpc = useOrpc()
  const communes = useQuery(orpc.reception.communes.queryOptions({ staleTime: 300_000 })).data ?? []
  const defaultValues: Typed = {
    ...{ commune: '', mapSheet: '', plot: '', document: '', agency: '', issuedOn: null, reason: '' },
  }
  const form = useForm({ resolver: zodResolver(typedSchema), defaultValues, mode: 'onTouched' })
  const { control } = form
  const add = useMutation(orpc.stops.add.mutationOptions())
  const submit = form.handleSubmit(async (order) => {
    try {
      const { mapSheet, plot } = await add.mutateAsync(order)
      toast(t('add.done', { mapSheet, plot }))
      onClose()
    } catch (error) {
      applyFieldErrors(form, error, fieldOf)
    }
  })
  const text = (field: Exclude<(typeof FIELDS)[number], 'issuedOn' | 'commune'>, hint?: string) => (
    <FormText
      control={control}
      name={field}
      label={t(`field.${field}`)}
      required={field !== 'reason'}
      {...(hint === undefined ? {} : { hint })}
      slotProps={{ htmlInput: { autoComplete: 'off' } }}
    />
  )
  return (
    <FormDialog
      title={t('add.title')}
      confirmLabel={t('add.button')}
      width="xs"
      busy={add.isPending}
      error={form.formState.isValid ? add.error : null}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <FormTypeAhead
        control={control}
        name="commune"
        label={`${t('field.commune')} *`}
        suggestions={communes}
      />
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 1.5, alignItems: 'start' }}>
        {text('mapSheet')}
        {text('plot', t('add.plotHint'))}
      </Box>
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 160px', gap: 1.5, alignItems: 'start' }}>
        {text('document')}
        <FormDate control={control} name="issuedOn" label={t('field.issuedOn')} required max={today} />
      </Box>
      {text('agency')}
      {text('reason')}
    </FormDialog>
  )
}
