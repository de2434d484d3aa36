import { zodResolver } from '@hookform/resolvers/zod'
import { Box, Button, Typography } from '@mui/material'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { type Resolver, useController, useForm } from 'react-hook-form'
import { z } from 'zod'
import { requiredText } from '../../../src-main/contract/common.ts'
import { useT } from '../../app/i18n.ts'
import { useOrpc } from '../../app/office.tsx'
import { applyFieldErrors } from '../../ui/errors.ts'
import { FormText } from '../../ui/form-text.tsx'
import { FormDialog } from '../dossier/form-dialog.tsx'
import { AccessChoice } from '../people/access-choice.tsx'
import { AccountFields } from '../sign-in/account-fields.tsx'
import { accountFormSchema, NO_ACCOUNT } from '../sign-in/new-password.ts'
import { rememberLogin } from '../sign-in/remembered-logins.ts'
import { readExport } from './read-export.ts'

const common = { userName: requiredText(100), kind: z.enum(['sign-in', 'open']) }
const withSignIn = z.object({ ...common, account: accountFormSchema })
const withoutSignIn = z.object({
  ...common,
  account: z.object({ login: z.string(), password: z.string(), repeat: z.string() }),
})
type Typed = z.input<typeof withSignIn>
type Checked = z.output<typeof withSignIn>

const resolver: Resolver<Typed, unknown, Checked> = (values, context, options) =>
  zodResolver(values.kind === 'open' ? withoutSignIn : withSignIn)(values, context, options)

const NOTHING_TYPED: Typed = { userName: '', kind: 'sign-in', account: NO_ACCOUNT }

const ACCOUNT_NAMES = {
  login: 'account.login',
  password: 'account.password',
  repeat: 'account.repeat',
} as const
const FIELDS = [...Object.values(ACCOUNT_NAMES), 'userName'] as const

/** First start from an export of everything: offered beside the form of a new office. */
export function FromExport() {
  const t = useT('backups')
  const [open, setOpen] = useState(false)
  return (
    <Box
      sx={{
        borderTop: 1,
        borderColor: 'divider',
        pt: 2.5,
        display: 'grid',
        gap: 1.25,
        justifyItems: 'start',
      }}
    >
      <Typography variant="h2">{t('fromExport.title')}</Typography>
      <Typography sx={{ color: 'text.secondary' }}>{t('fromExport.text')}</Typography>
      <Button variant="outlined" onClick={() => setOpen(true)}>
        {t('fromExport.open')}
      </Button>
      {open && <ExportDialog onClose={() => setOpen(false)} />}
    </Box>
  )
}

function ExportDialog({ onClose }: { onClose: () => void }) {
  const t = useT('backups')
  const orpc = useOrpc()
  const queries = useQueryClient()
  const [file, setFile] = useState<File | null>(null)
  const takeIn = useMutation({
    mutationFn: async ({ chosen, typed }: { chosen: File; typed: Checked }) => {
      const { login, password } = typed.account
      const account = typed.kind === 'open' ? null : { login, password, roles: [] }
      const content = await readExport(chosen)
      return orpc.backups.importAll.call({ content, userName: typed.userName, account })
    },
  })
  const form = useForm({ resolver, defaultValues: NOTHING_TYPED })
  const kind = useController({ control: form.control, name: 'kind' }).field
  const submit = form.handleSubmit(async (typed) => {
    if (file === null) return
    try {
      const status = await takeIn.mutateAsync({ chosen: file, typed })
      if (typed.kind === 'sign-in') rememberLogin(typed.account.login)
      queries.setQueryData(orpc.office.status.queryKey(), status)
    } catch (error) {
      applyFieldErrors(form, error, (path) => FIELDS.find((field) => field === path) ?? null)
    }
  })
  return (
    <FormDialog
      title={t('fromExport.dialog')}
      confirmLabel={t('fromExport.confirm')}
      busy={takeIn.isPending}
      disabled={file === null}
      error={takeIn.error}
      width="xs"
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <FileChoice file={file} onChosen={setFile} />
      <FormText
        control={form.control}
        name="userName"
        label={t('fromExport.userName')}
        hint={t('fromExport.userNameHint')}
        required
        autoComplete="name"
      />
      <AccessChoice label={t('fromExport.access')} value={kind.value} onChange={kind.onChange} />
      {kind.value === 'sign-in' && <AccountFields control={form.control} names={ACCOUNT_NAMES} />}
    </FormDialog>
  )
}

function FileChoice({ file, onChosen }: { file: File | null; onChosen: (file: File) => void }) {
  const t = useT('backups')
  const input = useRef<HTMLInputElement>(null)
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, minWidth: 0 }}>
      <Button variant="outlined" autoFocus onClick={() => input.current?.click()} sx={{ flex: 'none' }}>
        {t('fromExport.choose')}
      </Button>
      <Box
        component="span"
        role="status"
        sx={{ color: 'text.secondary', overflowWrap: 'anywhere', minWidth: 0 }}
      >
        {file === null ? t('fromExport.needFile') : t('fromExport.chosen', { name: file.name })}
      </Box>
      <input
        ref={input}
        type="file"
        accept=".zip,application/zip"
        hidden
        data-testid="export-file"
        onChange={(event) => {
          const chosen = event.target.files?.[0]
          if (chosen !== undefined) onChosen(chosen)
          event.target.value = ''
        }}
      />
    </Box>
  )
}
