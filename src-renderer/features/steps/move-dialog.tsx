import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import { STEP_ROLES } from '../../../src-main/domain/path.ts'
import { useT } from '../../app/i18n.ts'
import { useStatus } from '../../app/office.tsx'
import { useStaff } from '../../app/staff.ts'
import { applyFieldErrors, officeErrorOf } from '../../ui/errors.ts'
import { FormPick } from '../../ui/form-pick.tsx'
import { FormSelect } from '../../ui/form-select.tsx'
import { FormText } from '../../ui/form-text.tsx'
import { useToast } from '../../ui/toast.tsx'
import { FormDialog } from '../dossier/form-dialog.tsx'
import { StopsAcknowledge } from '../stops/stops-warning.tsx'
import { useOrdersOn, useStopsSeen } from '../stops/use-stops.ts'
import { MomentFields } from './moment-fields.tsx'
import {
  type ChosenDossier,
  type MoveForm,
  type MoveKind,
  NEIGHBOUR,
  moveField,
  moveFormSchema,
} from './move-form.ts'
import { RefusedList } from './refused-list.tsx'
import { useMove } from './use-move.ts'

const NOBODY: number[] = []

/** Gives dossiers to somebody, passes them on or sends them back: to which step, to whom, when. */
export function MoveDialog({
  kind,
  dossiers,
  targets,
  onDone,
  onClose,
}: {
  kind: Exclude<MoveKind, 'take'>
  dossiers: readonly ChosenDossier[]
  /** The steps one dossier can go to; for several they go by role. */
  targets?: readonly { value: string; words: string }[]
  onDone: () => void
  onClose: () => void
}) {
  const t = useT('steps')
  const common = useT('common')
  const toast = useToast()
  const { today } = useStatus()
  const stops = useStopsSeen(useOrdersOn(kind === 'passOn' ? dossiers.map(({ id }) => id) : NOBODY))
  const staff = useStaff()
  const { move, error, isPending } = useMove(kind)
  const defaultValues: MoveForm = { on: today, time: '', holderId: null, to: NEIGHBOUR, note: '' }
  const form = useForm({ resolver: zodResolver(moveFormSchema(kind, today)), defaultValues })
  const { control } = form
  const submit = form.handleSubmit(async (typed) => {
    try {
      const { moved } = await move(dossiers, { ...typed, stopsAcknowledged: stops.acknowledged })
      toast(t(`done.${kind}`, { count: moved }))
      onDone()
    } catch (thrown) {
      applyFieldErrors(form, thrown, moveField)
    }
  })
  const atField = (officeErrorOf(error)?.fields ?? []).some(({ field }) => moveField(field) !== null)
  const steps = [
    { value: NEIGHBOUR, words: t(kind === 'sendBack' ? 'previous' : 'next') },
    ...(targets ?? STEP_ROLES.map((role) => ({ value: role, words: common(`detailWord.step.${role}`) }))),
  ]
  const one = dossiers.length === 1 ? dossiers[0]?.code : undefined
  return (
    <FormDialog
      title={
        one === undefined ? t(`title.${kind}`, { count: dossiers.length }) : `${t(`action.${kind}`)}: ${one}`
      }
      confirmLabel={t(`action.${kind}`)}
      width="xs"
      busy={isPending}
      error={atField ? null : error}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {kind !== 'assign' && (
        <FormSelect control={control} name="to" label={t('toStep')} autoFocus options={steps} />
      )}
      <FormPick
        control={control}
        name="holderId"
        label={t(kind === 'assign' ? 'holder' : 'holderOptional')}
        required={kind === 'assign'}
        autoFocus={kind === 'assign'}
        loading={staff.isPending}
        noneWords={t('nobody')}
        hint={kind !== 'assign' && t(kind === 'sendBack' ? 'backHint' : 'queueHint')}
        options={(staff.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
      <MomentFields control={control} on="on" time="time" />
      <FormText
        control={control}
        name="note"
        label={t(kind === 'sendBack' ? 'reason' : 'note')}
        required={kind === 'sendBack'}
        slotProps={{ htmlInput: { autoComplete: 'off' } }}
      />
      <StopsAcknowledge {...stops} />
      <RefusedList error={error} />
    </FormDialog>
  )
}
