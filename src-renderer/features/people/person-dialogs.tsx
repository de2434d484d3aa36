import { zodResolver } from '@hookform/resolvers/zod'
import { Box, FormControlLabel, Switch, Typography } from '@mui/material'
import { useMutation } from '@tanstack/react-query'
import { type Control, type Resolver, useController, useForm, useWatch } from 'react-hook-form'
import { z } from 'zod'
import { requiredText } from '../../../src-main/contract/common.ts'
import { loginSchema, type Person, rolesSchema } from '../../../src-main/contract/people.ts'
import { useT } from '../../app/i18n.ts'
import { useOrpc } from '../../app/office.tsx'
import { applyFieldErrors, officeErrorOf } from '../../ui/errors.ts'
import { FormText } from '../../ui/form-text.tsx'
import { FormDialog } from '../dossier/form-dialog.tsx'
import type { Saved } from './account-dialogs.tsx'
import { RolesField } from './roles-field.tsx'

const common = { withAccount: z.boolean(), name: requiredText(100), roles: rolesSchema }
const withAccount = z.object({ ...common, login: loginSchema })
const withoutAccount = z.object({ ...common, login: z.string() })
type Typed = z.input<typeof withAccount>
type Form = Control<Typed, unknown, z.output<typeof withAccount>>

const resolver: Resolver<Typed, unknown, z.output<typeof withAccount>> = (values, context, options) =>
  zodResolver(values.withAccount ? withAccount : withoutAccount)(values, context, options)

const NOBODY: Typed = { withAccount: true, name: '', login: '', roles: [] }
const FIELDS = ['name', 'login'] as const
const fieldOf = (path: string) => FIELDS.find((field) => field === path) ?? null

interface DialogProps {
  onSaved: Saved
  onClose: () => void
}

/** Adds a person, with or without an account. */
export function AddDialog({ onSaved, onClose }: DialogProps) {
  const t = useT('people')
  const add = useMutation(useOrpc().people.add.mutationOptions())
  const form = useForm({ resolver, defaultValues: NOBODY })
  const submit = form.handleSubmit(async ({ withAccount, name, login, roles }) => {
    try {
      const done = await add.mutateAsync({ name, login: withAccount ? login : null, roles })
      onSaved(done.person, done.password, t('form.added', { name }))
    } catch (error) {
      applyFieldErrors(form, error, fieldOf)
    }
  })
  return (
    <FormDialog
      title={t('form.addTitle')}
      confirmLabel={t('add')}
      busy={add.isPending}
      error={wholeError(add.error)}
      width="xs"
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <FormText control={form.control} name="name" label={t('form.name')} required autoFocus />
      <WithAccount control={form.control} />
    </FormDialog>
  )
}

function WithAccount({ control }: { control: Form }) {
  const t = useT('people')
  const { field } = useController({ control, name: 'withAccount' })
  return (
    <>
      <Box>
        <FormControlLabel
          control={
            <Switch size="small" checked={field.value} onChange={(_, checked) => field.onChange(checked)} />
          }
          label={t('form.withAccount')}
          sx={{ ml: 0, gap: 1 }}
        />
        {!field.value && (
          <Typography variant="caption" sx={{ display: 'block', color: 'text.secondary' }}>
            {t('form.withoutHint')}
          </Typography>
        )}
      </Box>
      {field.value && <Account control={control} />}
    </>
  )
}

function Account({ control, autoFocus = false }: { control: Form; autoFocus?: boolean }) {
  const t = useT('people')
  const { field } = useController({ control, name: 'roles' })
  const roles = useWatch({ control, name: 'roles' })
  return (
    <>
      <FormText
        control={control}
        name="login"
        label={t('form.login')}
        hint={t('form.loginHint')}
        required
        autoFocus={autoFocus}
        slotProps={{ htmlInput: { autoComplete: 'off', autoCapitalize: 'none', spellCheck: false } }}
      />
      <RolesField
        label={t('form.roles')}
        value={roles}
        onChange={field.onChange}
        hint={roles.length === 0 ? t('form.noRoleHint') : undefined}
      />
    </>
  )
}

/** Changes login and roles; gives an account to who has none. */
export function ChangeDialog({ person, onSaved, onClose }: DialogProps & { person: Person }) {
  const t = useT('people')
  const { id, name, login, roles } = person
  const change = useMutation(useOrpc().people.change.mutationOptions())
  const form = useForm({ resolver, defaultValues: { withAccount: true, name, login: login ?? '', roles } })
  const submit = form.handleSubmit(async (typed) => {
    try {
      const done = await change.mutateAsync({ id, login: typed.login, roles: typed.roles })
      onSaved(done.person, done.password, t('form.saved', { name }))
    } catch (error) {
      applyFieldErrors(form, error, fieldOf)
    }
  })
  return (
    <FormDialog
      title={t(login === null ? 'form.giveTitle' : 'form.changeTitle', { name })}
      confirmLabel={t(login === null ? 'giveAccount' : 'form.save')}
      busy={change.isPending}
      error={wholeError(change.error)}
      width="xs"
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Account control={form.control} autoFocus={login === null} />
    </FormDialog>
  )
}

/** An error that stands at its field need not be said twice. */
function wholeError(error: unknown): unknown {
  return officeErrorOf(error)?.fields.some(({ field }) => fieldOf(field) !== null) === true ? null : error
}
