import { zodResolver } from '@hookform/resolvers/zod'
import { Button, Checkbox, FormControlLabel, Paper } from '@mui/material'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { useNavigate } from 'react-router'
import { z } from 'zod'
import { idSchema, text } from '../../../src-main/contract/common.ts'
import type { DossierRow } from '../../../src-main/contract/dossier-list.ts'
import type { CivilDate } from '../../../src-main/domain/civil-date.ts'
import { STEP_ROLES } from '../../../src-main/domain/path.ts'
import { useT } from '../../app/i18n.ts'
import { useOrpc, useStatus } from '../../app/office.tsx'
import { usePreference } from '../../app/preferences.ts'
import { useStaff } from '../../app/staff.ts'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { applyFieldErrors, officeErrorOf } from '../../ui/errors.ts'
import { FormPick } from '../../ui/form-pick.tsx'
import { FormSelect } from '../../ui/form-select.tsx'
import { FormText } from '../../ui/form-text.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useSaveKey } from '../../ui/use-shortcut.ts'
import { MomentFields } from '../steps/moment-fields.tsx'
import { NEIGHBOUR, momentShape, readMoment, targetOf } from '../steps/move-form.ts'
import { StopsAcknowledge } from '../stops/stops-warning.tsx'
import { useOrdersOn, useStopsSeen } from '../stops/use-stops.ts'
import { RefusedList } from '../steps/refused-list.tsx'
import { usePrintBatch } from './use-print-batch.ts'

const STAY = 'stay'

const formSchema = (today: CivilDate) =>
  z
    .object({
      ...momentShape,
      fromId: idSchema.nullable(),
      toId: idSchema.nullable(),
      to: z.string(),
      note: text(300),
    })
    .transform(({ on, time, toId, ...rest }, context) => {
      const complain = (field: 'on' | 'time' | 'toId', code: string) =>
        context.addIssue({ code: 'custom', message: code, path: [field] })
      if (toId === null) complain('toId', 'required')
      const happened = readMoment({ on, time }, today, complain)
      return happened === null || toId === null ? z.NEVER : { ...rest, ...happened, toId }
    })
type GiveFormValues = z.input<ReturnType<typeof formSchema>>

/** To whom a pile goes, to which step, when; made, its list is shown and printed. */
export function GiveForm({ pile }: { pile: readonly DossierRow[] }) {
  const t = useT('handovers')
  const steps = useT('steps')
  const common = useT('common')
  const { user } = useStatus()
  const staff = useStaff()
  const { stops, control, submit, error, isPending } = useGive(pile)
  const [printing, setPrinting] = usePrintAtOnce()
  const people = (staff.data ?? []).map(({ id, name }) => ({ value: id, label: name }))
  const head = user?.roles.includes('head') ?? false
  useSaveKey(() => {
    if (pile.length > 0 && !isPending) void submit()
  })
  return (
    <Paper
      variant="outlined"
      component="form"
      noValidate
      aria-label={t('new.title')}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
      sx={PANEL}
    >
      {head && (
        <FormPick
          control={control}
          name="fromId"
          label={t('new.from')}
          options={people}
          noneWords={steps('nobody')}
        />
      )}
      <FormPick
        control={control}
        name="toId"
        label={t('new.to')}
        required
        loading={staff.isPending}
        options={people}
        noneWords={steps('nobody')}
      />
      <FormSelect
        control={control}
        name="to"
        label={t('new.step')}
        options={[
          { value: NEIGHBOUR, words: t('new.next') },
          ...STEP_ROLES.map((role) => ({ value: role, words: common(`detailWord.step.${role}`) })),
          { value: STAY, words: t('new.stay') },
        ]}
      />
      <MomentFields control={control} on="on" time="time" />
      <FormText
        control={control}
        name="note"
        label={t('new.purpose')}
        slotProps={{ htmlInput: { autoComplete: 'off' } }}
      />
      <FormControlLabel
        control={<Checkbox size="small" checked={printing} onChange={(_, wanted) => setPrinting(wanted)} />}
        label={t('new.giveAndPrint')}
        slotProps={{ typography: { variant: 'body2' } }}
      />
      <StopsAcknowledge {...stops} />
      <ErrorAlert error={error} />
      <RefusedList error={error} />
      <Button
        type="submit"
        variant="contained"
        loading={isPending}
        disabled={pile.length === 0}
        aria-keyshortcuts="Control+Enter"
        title="Ctrl+Enter"
      >
        {t('new.give', { count: pile.length })}
      </Button>
    </Paper>
  )
}

function usePrintAtOnce(): [boolean, (wanted: boolean) => void] {
  const [kept, keep] = usePreference('handover.print-on-giving')
  return [kept !== 'no', (wanted) => keep(wanted ? 'yes' : 'no')]
}

function useGive(pile: readonly DossierRow[]) {
  const t = useT('handovers')
  const toast = useToast()
  const navigate = useNavigate()
  const { today, user } = useStatus()
  const queries = useQueryClient()
  const print = usePrintBatch()
  const stops = useStopsSeen(useOrdersOn(pile.map(({ id }) => id)))
  const [printing] = usePrintAtOnce()
  const give = useMutation(
    useOrpc().handovers.give.mutationOptions({ onSettled: () => queries.invalidateQueries() }),
  )
  const defaultValues: GiveFormValues = {
    ...{ on: today, time: '', fromId: user?.id ?? null, toId: null, to: NEIGHBOUR, note: '' },
  }
  const form = useForm({ resolver: zodResolver(formSchema(today)), defaultValues })
  const submit = form.handleSubmit(async ({ to, ...typed }) => {
    try {
      const { row } = await give.mutateAsync({
        ...typed,
        stopsAcknowledged: stops.acknowledged,
        dossiers: pile.map(({ id, version }) => ({ id, version })),
        to: to === STAY ? { kind: 'stay' } : targetOf(to, 'next'),
      })
      toast(t('new.given', { number: row.number }))
      if (printing) print.run(row.batch)
      await navigate(`/handovers/${row.batch}`, { replace: true })
    } catch (error) {
      applyFieldErrors(form, error, fieldOf)
    }
  })
  const atField = (officeErrorOf(give.error)?.fields ?? []).some(({ field }) => fieldOf(field) !== null)
  return {
    stops,
    control: form.control,
    submit,
    error: atField ? null : give.error,
    isPending: give.isPending,
  }
}

function fieldOf(path: string): keyof GiveFormValues | null {
  switch (path) {
    case 'happenedOn':
      return 'on'
    case 'happenedAt':
      return 'time'
    case 'fromId':
    case 'toId':
    case 'note':
      return path
    default:
      return null
  }
}

const PANEL = { p: 2, display: 'grid', gap: 1.75, alignContent: 'start', overflow: 'auto' } as const
