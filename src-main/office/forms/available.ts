/**
 * Which forms of a dossier can be printed now, and which were.
 */
import type { DossierFormState } from '../../contract/forms.ts'
import type { CivilDate } from '../../domain/civil-date.ts'
import { punctuality } from '../../domain/clock.ts'
import {
  type Dossier,
  type DossierEvent,
  type DossierForm,
  type FormPrint,
  effectiveEvents,
  standingPause,
} from '../../domain/dossier.ts'
import { printedNumber } from '../dossiers/timeline-details.ts'

/** A form that can be printed, and the event it is about. */
export interface PossibleForm {
  form: DossierForm
  /** `null` where it is about the whole dossier. */
  event: DossierEvent | null
}

/** The forms of a dossier, those about an event in the order of its life. */
export function possibleForms(
  dossier: Dossier,
  history: readonly DossierEvent[],
  today: CivilDate,
): PossibleForm[] {
  const events = effectiveEvents(history)
  const approved = events.findLast(({ fact }) => fact.kind === 'apology-approved')
  const about = events.flatMap((event): PossibleForm[] => {
    const form = event === approved ? 'apology' : formOf(event)
    return form === null ? [] : [{ form, event }]
  })
  const whole: DossierForm[] = [
    ...(dossier.state === 'result-ready' ? (['reminder'] as const) : []),
    ...(isLate(dossier, today) ? (['explanation'] as const) : []),
    'control',
  ]
  return [...about, ...whole.map((form) => ({ form, event: null }))]
}

function formOf({ fact }: DossierEvent): DossierForm | null {
  switch (fact.kind) {
    case 'paused':
      if (fact.pause === 'supplement') return 'supplement'
      return fact.pause === 'payment' ? 'tax-slip' : null
    case 'refused':
      return 'refusal'
    case 'withdrawn':
    case 'stopped':
      return 'withdrawal'
    default:
      return null
  }
}

/** Late by the original due date: ended after it, or open after it and not waiting since before it. */
export function isLate(dossier: Dossier, today: CivilDate): boolean {
  const { endedOn, dueOn } = dossier
  if (endedOn !== null) return punctuality(endedOn, dueOn) === 'late'
  const since = standingPause(dossier)?.startOn ?? null
  return dueOn < today && (since === null || since > dueOn)
}

/** What the dossier page says of forms: those possible, then those that were printed and are possible no longer. */
export function formsOf(
  dossier: Dossier,
  history: readonly DossierEvent[],
  today: CivilDate,
): DossierFormState[] {
  const possible = possibleForms(dossier, history, today)
  const printOf = (form: DossierForm, of: number | null): FormPrint | undefined =>
    dossier.prints.find((print) => print.form === form && print.of === of)
  const now = possible.map(({ form, event }): DossierFormState => {
    const of = event?.seq ?? null
    return {
      ...{ form, of, ofOn: event?.happenedOn ?? null, possible: true },
      ...printed(form, printOf(form, of)),
    }
  })
  const gone = dossier.prints.filter(
    ({ form, of }) => !possible.some((one) => one.form === form && (one.event?.seq ?? null) === of),
  )
  return [
    ...now,
    ...gone.map((print): DossierFormState => ({
      ...{ form: print.form, of: print.of, ofOn: null, possible: false },
      ...printed(print.form, print),
    })),
  ]
}

function printed(
  form: DossierForm,
  print: FormPrint | undefined,
): Pick<DossierFormState, 'number' | 'printed'> {
  if (print === undefined) return { number: null, printed: null }
  return {
    number: printedNumber(form, print.number) ?? null,
    printed: { on: print.printedOn, copies: print.copies },
  }
}
