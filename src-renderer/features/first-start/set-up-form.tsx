import { Alert, Box, Button, Typography } from '@mui/material'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { type Control, useController, useForm, useWatch } from 'react-hook-form'
import { useT } from '../../app/i18n.ts'
import { useOrpc, useStatus } from '../../app/office.tsx'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { applyFieldErrors } from '../../ui/errors.ts'
import { FormText } from '../../ui/form-text.tsx'
import { OfficeFields } from '../../ui/office-fields.tsx'
import { AccessChoice } from '../people/access-choice.tsx'
import { RolesField } from '../people/roles-field.tsx'
import { FURTHER_ROLES } from '../people/turn-on-dialog.tsx'
import { AccountFields } from '../sign-in/account-fields.tsx'
import { rememberLogin } from '../sign-in/remembered-logins.ts'
import {
  ACCOUNT_NAMES,
  type FirstStart,
  firstStartResolver,
  NOTHING_TYPED,
  OFFICE_NAMES,
  placeOf,
  type TypedFirstStart,
} from './first-start-form.ts'

type FirstStartControl = Control<FirstStart, unknown, TypedFirstStart>

/** First start in two steps: the office, then who opens the register and how. The second saves and opens it. */
export function SetUpForm() {
  const orpc = useOrpc()
  const queries = useQueryClient()
  const [step, setStep] = useState<1 | 2>(1)
  const setUp = useMutation(orpc.office.setUp.mutationOptions())
  const form = useForm({ resolver: firstStartResolver, defaultValues: NOTHING_TYPED })
  const next = async () => {
    if (await form.trigger('office', { shouldFocus: true })) setStep(2)
  }
  const save = form.handleSubmit(async ({ office, userName, kind, account, roles }) => {
    const { login, password } = account
    try {
      const status = await setUp.mutateAsync({
        office,
        userName,
        account: kind === 'open' ? null : { login, password, roles },
      })
      if (kind === 'sign-in') rememberLogin(login)
      queries.setQueryData(orpc.office.status.queryKey(), status)
    } catch (error) {
      const place = applyFieldErrors(form, error, placeOf)
      if (place && Object.keys(form.formState.errors.office ?? {}).length > 0) setStep(1)
    }
  })
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void (step === 1 ? next() : save())
      }}
      sx={{ display: 'grid', gap: 2.5 }}
    >
      {step === 1 ? (
        <OfficeStep control={form.control} />
      ) : (
        <PersonStep control={form.control} error={setUp.error}>
          <Button size="medium" onClick={() => setStep(1)} disabled={setUp.isPending}>
            <Words of="back" />
          </Button>
          <Button type="submit" variant="contained" size="medium" loading={setUp.isPending}>
            <Words of="start" />
          </Button>
        </PersonStep>
      )}
    </Box>
  )
}

function Words({ of }: { of: 'back' | 'start' }) {
  return <>{useT('first-start')(of)}</>
}

function StepTitle({ step, children }: { step: 1 | 2; children: ReactNode }) {
  const t = useT('first-start')
  return (
    <Box>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('step', { step })}
      </Typography>
      <Typography variant="h2">{children}</Typography>
    </Box>
  )
}

function OfficeStep({ control }: { control: FirstStartControl }) {
  const t = useT('first-start')
  const { today } = useStatus()
  return (
    <>
      <StepTitle step={1}>{t('formTitle')}</StepTitle>
      <OfficeFields control={control} names={OFFICE_NAMES} today={today} autoFocus />
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
        <Button type="submit" variant="contained" size="medium">
          {t('next')}
        </Button>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('keys')}
        </Typography>
      </Box>
    </>
  )
}

function PersonStep({
  control,
  error,
  children,
}: {
  control: FirstStartControl
  error: unknown
  children: ReactNode
}) {
  const t = useT('first-start')
  const kind = useWatch({ control, name: 'kind' })
  const { field: access } = useController({ control, name: 'kind' })
  const { field: roles } = useController({ control, name: 'roles' })
  useEffect(() => document.querySelector<HTMLElement>('input[name="userName"]')?.focus(), [])
  return (
    <>
      <StepTitle step={2}>{t('userTitle')}</StepTitle>
      <ErrorAlert error={error} />
      <FormText
        control={control}
        name="userName"
        label={t('userName')}
        hint={t('userNameHint')}
        required
        autoComplete="name"
      />
      <AccessChoice label={t('access')} value={kind} onChange={access.onChange} />
      {kind === 'open' ? (
        <Alert severity="warning">{t('openWarning')}</Alert>
      ) : (
        <>
          <Typography variant="h3" component="h3">
            {t('accountTitle')}
          </Typography>
          <AccountFields control={control} names={ACCOUNT_NAMES} />
          <RolesField
            label={t('roles')}
            roles={FURTHER_ROLES}
            value={roles.value}
            onChange={roles.onChange}
          />
        </>
      )}
      <Box sx={{ display: 'flex', gap: 1 }}>{children}</Box>
    </>
  )
}
