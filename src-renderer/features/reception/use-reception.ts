import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { type Control, type UseFormReturn, useForm, useWatch } from 'react-hook-form'
import type { Procedure } from '../../../src-main/contract/office.ts'
import type { CivilDate, Instant } from '../../../src-main/domain/civil-date.ts'
import { useOrpc, useStatus } from '../../app/office.tsx'
import { usePreference } from '../../app/preferences.ts'
import { watchUnsaved } from '../../app/unsaved.ts'
import { applyFieldErrors, officeErrorOf } from '../../ui/errors.ts'
import { focusField } from '../../ui/enter-moves.ts'
import { withOffered } from '../../ui/particulars/typed.ts'
import { focusStopsSeen } from '../stops/stops-warning.tsx'
import { forgetDraft, isWorthKeeping, keepDraft, keptDraft } from './draft.ts'
import {
  emptyReception,
  momentOf,
  receptionField,
  type ReceptionForm,
  type TypedReception,
  typedReceptionSchema,
} from './reception-form.ts'

/** A second press within this time after saving is no wish to save an empty form. */
const AGAIN_MS = 1500

const NONE: readonly string[] = []

const NO_PROCEDURES: readonly Procedure[] = []

/** A dossier just received. */
export interface Received {
  id: number
  code: string
  dueOn: CivilDate
  provisional: boolean
  /** The first of two appointments; the due date is then only expected. */
  firstDueOn: CivilDate | null
  /** It was saved by an earlier try; `changed`: without what was typed since. */
  repeated: 'same' | 'changed' | null
}

/** Finds the version of a procedure in force on a day. Those of a day just typed may still be on their way: it waits. */
export function useInForce(): (key: string, on: CivilDate) => Promise<Procedure | undefined> {
  const queries = useQueryClient()
  const { procedures } = useOrpc().office
  return async (key, on) => {
    const inForce = await queries
      .ensureQueryData(procedures.queryOptions({ input: { on } }))
      .catch((): Procedure[] => [])
    return inForce.find((procedure) => procedure.key === key)
  }
}

/** The form of reception, what it refers to, and saving it. @param onSaved what else is to be done with the dossier. */
export function useReception(onSaved: (saved: Received) => void) {
  const form = useForm({
    resolver: zodResolver(typedReceptionSchema),
    defaultValues: keptDraft() ?? emptyReception(),
    // A wrong number is said when its field is left, not at the end of the form.
    mode: 'onTouched',
  })
  useDraft(form.getValues)
  const chosen = useChosen(form.control)
  const documents = chosen.procedure?.documents ?? NONE
  const keepLast = useLastProcedure(form, chosen)
  useEffect(() => {
    // A dossier in hand keeps its list until it is known what its procedure asks for.
    if (chosen.loading) return
    form.setValue('particulars.documents', withOffered(form.getValues('particulars.documents'), documents))
  }, [form, chosen.loading, documents])
  const [saved, setSaved] = useState<Received | null>(null)
  const orpc = useOrpc()
  const inForce = useInForce()
  const receive = useMutation(orpc.reception.receive.mutationOptions())
  // A second Ctrl+Enter comes before the first has been drawn: state would be too late.
  const saving = useRef(false)
  const triedAt = useRef(-Infinity)

  const save = form.handleSubmit(async ({ procedureKey, moment, ...typed }) => {
    const procedure = await inForce(procedureKey, chosen.on)
    if (procedure === undefined) {
      form.setError('procedureKey', { message: 'procedure-not-valid-on-date' }, { shouldFocus: true })
      return
    }
    const input = { procedureId: procedure.id, acceptedAt: moment, ...typed }
    try {
      const received = await receive.mutateAsync(input)
      setSaved(received)
      keepLast(procedureKey)
      form.reset(emptyReception(procedureKey, documents))
      onSaved(received)
    } catch (error) {
      if (officeErrorOf(error)?.code === 'stop-order') focusStopsSeen()
      applyFieldErrors(form, error, receptionField)
    }
  })
  const submit = async () => {
    // Pressed twice by habit, the second press finds the form of the next dossier, with nothing in it.
    const again =
      performance.now() - triedAt.current < AGAIN_MS && form.getValues('particulars.applicantName') === ''
    if (saving.current || again) return
    saving.current = true
    try {
      await save()
    } finally {
      saving.current = false
      triedAt.current = performance.now()
    }
  }
  const clear = () => {
    receive.reset()
    form.reset(emptyReception(form.getValues('procedureKey'), documents))
  }
  return { form, chosen, saved, submit, clear, saving: receive.isPending, error: receive.error }
}

/** What is chosen in the form: the day, the procedure in the version of that day, the moment of acceptance. */
export interface Chosen {
  /** The day of acceptance. */
  on: CivilDate
  procedures: readonly Procedure[]
  loading: boolean
  procedure: Procedure | null
  /** `null` is now; `undefined` is not known yet. */
  moment: Instant | null | undefined
  remote: boolean
}

function useChosen(control: Control<ReceptionForm, unknown, TypedReception>): Chosen {
  return useChosenOf(...useWatch({ control, name: ['moment', 'procedureKey', 'remote'] }))
}

/** The same of any form that holds a moment and a procedure. */
export function useChosenOf(moment: ReceptionForm['moment'], key: string | null, remote: boolean): Chosen {
  const { today } = useStatus()
  const on = (moment.late ? moment.on : null) ?? today
  const asked = useQuery(useOrpc().office.procedures.queryOptions({ input: { on }, staleTime: 300_000 }))
  const procedures = asked.data ?? NO_PROCEDURES
  return {
    on,
    procedures,
    loading: asked.isPending,
    procedure: procedures.find((one) => one.key === key) ?? null,
    moment: momentOf(moment),
    remote,
  }
}

/** The procedure this person received last stands in the form they begin with. Gives back how to keep it. */
function useLastProcedure(
  { getValues, setValue }: UseFormReturn<ReceptionForm, unknown, TypedReception>,
  { procedures }: Chosen,
): (key: string) => void {
  const [kept, keep] = usePreference('reception.procedure')
  const offered = useRef(false)
  useEffect(() => {
    if (offered.current || kept === undefined || procedures.length === 0) return
    offered.current = true
    const field = document.activeElement
    const isTyping = field instanceof HTMLInputElement && field.value !== ''
    if (getValues('procedureKey') !== null || isTyping) return
    if (!procedures.some(({ key }) => key === kept)) return
    setValue('procedureKey', kept)
    // Once the field shows it: typing replaces it.
    if (field instanceof HTMLInputElement) requestAnimationFrame(() => field.select())
  }, [kept, procedures, getValues, setValue])
  return keep
}

/** Keeps what was typed when the screen is left. */
function useDraft(read: () => ReceptionForm): void {
  useEffect(() => {
    forgetDraft()
    const stop = watchUnsaved(() => isWorthKeeping(read()))
    return () => {
      stop()
      keepDraft(read())
    }
  }, [read])
}

/** The field reception begins with. */
export function focusProcedure(form: HTMLFormElement | null): void {
  focusField(form?.querySelector<HTMLElement>('input[role="combobox"]') ?? null)
}
