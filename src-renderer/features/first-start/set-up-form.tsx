import { zodResolver } from '@hookform/resolvers/zod'
import { Box, Button, Typography } from '@mui/material'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { requiredText } from '../../../src-main/contract/common.ts'
import { useT } from '../../app/i18n.ts'
import { useOrpc, useStatus } from '../../app/office.tsx'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { applyFieldErrors } from '../../ui/errors.ts'
import { FormText } from '../../ui/form-text.tsx'
import { NO_PARTICULARS, OfficeFields, typedParticularsSchema } from '../../ui/office-fields.tsx'

const schema = z.object({ office: typedParticularsSchema, userName: requiredText(100) })

const NAMES = {
  name: 'office.name',
  parentAgency: 'office.parentAgency',
  agencyCode: 'office.agencyCode',
  place: 'office.place',
  closingTime: 'office.closingTime',
} as const

const FIELDS = [...Object.values(NAMES), 'userName' as const]

/** The particulars of the office and the first user's name. Saving them opens the register. */
export function SetUpForm() {
  const t = useT('first-start')
  const orpc = useOrpc()
  const queries = useQueryClient()
  const { today } = useStatus()
  const setUp = useMutation(orpc.office.setUp.mutationOptions())
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { office: NO_PARTICULARS, userName: '' },
  })
  const submit = form.handleSubmit(async (values) => {
    try {
      queries.setQueryData(orpc.office.status.queryKey(), await setUp.mutateAsync({ ...values, account: null }))
    } catch (error) {
      applyFieldErrors(form, error, (path) => FIELDS.find((field) => field === path) ?? null)
    }
  })
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event) => void submit(event)}
      sx={{ display: 'grid', gap: 2.5 }}
    >
      <Typography variant="h2">{t('formTitle')}</Typography>
      <ErrorAlert error={setUp.error} />
      <OfficeFields control={form.control} names={NAMES} today={today} autoFocus />
      <Typography variant="h2" sx={{ mt: 1 }}>
        {t('userTitle')}
      </Typography>
      <FormText
        control={form.control}
        name="userName"
        label={t('userName')}
        hint={t('userNameHint')}
        required
        autoComplete="name"
      />
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, mt: 1 }}>
        <Button type="submit" variant="contained" size="medium" loading={setUp.isPending}>
          {t('start')}
        </Button>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('keys')}
        </Typography>
      </Box>
    </Box>
  )
}
