import { Alert, Box, Button, MenuItem, TextField, Typography } from '@mui/material'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Access, Person } from '../../../src-main/contract/people.ts'
import { useAskAgain } from '../../app/coming-and-going.ts'
import { useT } from '../../app/i18n.ts'
import { useOrpc, useStatus } from '../../app/office.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { Section } from '../../ui/section.tsx'
import { useToast } from '../../ui/toast.tsx'
import { AccessChoice } from './access-choice.tsx'
import { TurnOnDialog } from './turn-on-dialog.tsx'

const MINUTES = [2, 5, 10, 15, 20, 30, 60, 120] as const

/** With or without sign-in, and when windows lock. */
export function AccessSection({ people }: { people: readonly Person[] }) {
  const { access } = useStatus()
  // What was chosen in another window replaces what stands here.
  return <AccessForm key={JSON.stringify(access)} access={access} people={people} />
}

function AccessForm({ access, people }: { access: Access; people: readonly Person[] }) {
  const t = useT('people')
  const [kind, setKind] = useState(access.kind)
  const [minutes, setMinutes] = useState(access.lockAfterMinutes)
  const [asking, setAsking] = useState(false)
  const save = useSave(() => setAsking(false))
  const wanted = { kind, lockAfterMinutes: kind === 'open' ? 0 : minutes, account: null }
  const changed = kind !== access.kind || wanted.lockAfterMinutes !== access.lockAfterMinutes
  return (
    <Section title={t('access.title')}>
      <Box
        component="form"
        onSubmit={(event) => {
          event.preventDefault()
          if (kind === access.kind) save.mutate(wanted)
          else setAsking(true)
        }}
        sx={{ display: 'grid', gap: 2, maxWidth: 640 }}
      >
        <AccessChoice label={t('access.title')} labelHidden value={kind} onChange={setKind} />
        {access.kind === 'open' && access.openAs !== null && (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {t('access.openNow', { name: access.openAs.name })}
          </Typography>
        )}
        {kind === 'sign-in' && <LockAfter value={minutes} onChange={setMinutes} />}
        {!asking && <ErrorAlert error={save.error} />}
        <Box>
          <Button type="submit" variant="contained" loading={save.isPending} disabled={!changed}>
            {t('access.save')}
          </Button>
        </Box>
      </Box>
      {asking && kind === 'open' && (
        <ConfirmDialog
          open
          danger
          title={t('access.openTitle')}
          confirmLabel={t('access.openConfirm')}
          busy={save.isPending}
          onConfirm={() => save.mutate(wanted)}
          onClose={() => setAsking(false)}
        >
          {t('access.openText')}
          <ErrorAlert error={save.error} sx={{ mt: 2 }} />
        </ConfirmDialog>
      )}
      {asking && kind === 'sign-in' && (
        <TurnOnDialog people={people} lockAfterMinutes={minutes} onClose={() => setAsking(false)} />
      )}
    </Section>
  )
}

function LockAfter({ value, onChange }: { value: number; onChange: (minutes: number) => void }) {
  const t = useT('people')
  const offered = [...new Set([...MINUTES, ...(value === 0 ? [] : [value])])].sort((a, b) => a - b)
  return (
    <>
      <TextField
        select
        label={t('access.lockAfter')}
        value={value}
        onChange={({ target }) => onChange(Number(target.value))}
        sx={{ maxWidth: 320 }}
      >
        {offered.map((minutes) => (
          <MenuItem key={minutes} value={minutes}>
            {t('access.minutes', { count: minutes })}
          </MenuItem>
        ))}
        <MenuItem value={0}>{t('access.never')}</MenuItem>
      </TextField>
      {value === 0 && <Alert severity="warning">{t('access.neverHint')}</Alert>}
    </>
  )
}

function useSave(onDone: () => void) {
  const t = useT('people')
  const toast = useToast()
  const askAgain = useAskAgain()
  return useMutation(
    useOrpc().people.setAccess.mutationOptions({
      onSuccess: async () => {
        toast(t('access.saved'))
        onDone()
        await askAgain()
      },
    }),
  )
}
