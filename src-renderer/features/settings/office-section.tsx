import { zodResolver } from '@hookform/resolvers/zod'
import { Box, Button } from '@mui/material'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { useT } from '../../app/i18n.ts'
import { useOrpc, useStatus } from '../../app/office.tsx'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { applyFieldErrors } from '../../ui/errors.ts'
import { NO_PARTICULARS, OfficeFields, typedParticularsSchema } from '../../ui/office-fields.tsx'
import { Section } from '../../ui/section.tsx'
import { useToast } from '../../ui/toast.tsx'

const NAMES = {
  name: 'name',
  parentAgency: 'parentAgency',
  agencyCode: 'agencyCode',
  place: 'place',
  closingTime: 'closingTime',
} as const

/** The particulars of the office, to be changed. */
export function OfficeSection() {
  const t = useT('settings')
  const common = useT('common')
  const orpc = useOrpc()
  const queries = useQueryClient()
  const toast = useToast()
  const { office, today } = useStatus()
  const change = useMutation(orpc.office.change.mutationOptions())
  const form = useForm({
    resolver: zodResolver(typedParticularsSchema),
    defaultValues: NO_PARTICULARS,
    // Follows a change made in another window, but leaves alone what is being typed here.
    ...(office === null ? {} : { values: office, resetOptions: { keepDirtyValues: true } }),
  })
  const submit = form.handleSubmit(async (values) => {
    try {
      const status = await change.mutateAsync(values)
      queries.setQueryData(orpc.office.status.queryKey(), status)
      form.reset(status.office ?? values)
      toast(t('office.saved'))
    } catch (error) {
      applyFieldErrors(form, error, (path) => Object.values(NAMES).find((name) => name === path) ?? null)
    }
  })
  return (
    <Section title={t('office.title')} subtitle={t('office.subtitle')}>
      <Box
        component="form"
        noValidate
        onSubmit={(event) => void submit(event)}
        sx={{ display: 'grid', gap: 2, pt: 0.5 }}
      >
        <ErrorAlert error={change.error} />
        <OfficeFields control={form.control} names={NAMES} today={today} />
        <Box sx={{ display: 'flex', gap: 1 }}>
          <Button
            type="submit"
            variant="contained"
            loading={change.isPending}
            disabled={!form.formState.isDirty}
          >
            {common('button.save')}
          </Button>
          {form.formState.isDirty && <Button onClick={() => form.reset()}>{common('button.cancel')}</Button>}
        </Box>
      </Box>
    </Section>
  )
}
