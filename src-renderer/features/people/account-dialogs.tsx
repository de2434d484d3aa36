import { useMutation } from '@tanstack/react-query'
import type { Person } from '../../../src-main/contract/people.ts'
import { useT } from '../../app/i18n.ts'
import { useOrpc } from '../../app/office.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { ErrorAlert } from '../../ui/error-alert.tsx'

/** What a dialog about a person ends with. */
export type Saved = (person: Person, password: string | null, words: string) => void

/** Asks before a password is reset. */
export function ResetDialog({
  person,
  onSaved,
  onClose,
}: {
  person: Person
  onSaved: Saved
  onClose: () => void
}) {
  const t = useT('people')
  const { name } = person
  const reset = useMutation(
    useOrpc().people.resetPassword.mutationOptions({
      onSuccess: ({ person: after, password }) => onSaved(after, password, ''),
    }),
  )
  return (
    <ConfirmDialog
      open
      title={t('resetTitle', { name })}
      confirmLabel={t('resetConfirm')}
      busy={reset.isPending}
      onConfirm={() => reset.mutate({ id: person.id })}
      onClose={onClose}
    >
      {t('resetText', { name })}
      <ErrorAlert error={reset.error} sx={{ mt: 2 }} />
    </ConfirmDialog>
  )
}

/** Asks before a person is deactivated or activated. */
export function ActiveDialog({
  person,
  active,
  onSaved,
  onClose,
}: {
  person: Person
  active: boolean
  onSaved: Saved
  onClose: () => void
}) {
  const t = useT('people')
  const { name } = person
  const set = useMutation(
    useOrpc().people.setActive.mutationOptions({
      onSuccess: (after) => onSaved(after, null, t(active ? 'activated' : 'deactivated', { name })),
    }),
  )
  return (
    <ConfirmDialog
      open
      title={active ? `${t('activate')}: ${name}?` : t('deactivateTitle', { name })}
      confirmLabel={t(active ? 'activate' : 'deactivateConfirm')}
      danger={!active}
      busy={set.isPending}
      onConfirm={() => set.mutate({ id: person.id, active })}
      onClose={onClose}
    >
      {!active && t('deactivateText', { name })}
      <ErrorAlert error={set.error} sx={{ mt: 2 }} />
    </ConfirmDialog>
  )
}
