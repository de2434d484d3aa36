/**
 * Printing a dossier's forms: which number they have, and what is on them.
 */
import { OfficeError } from '../../contract/errors.ts'
import type { Input, Output } from '../../contract/index.ts'
import { formFileName } from '../../documents/file-name.ts'
import { type CivilDate, dateOfInstant } from '../../domain/civil-date.ts'
import {
  type Dossier,
  type DossierEvent,
  type DossierForm,
  fold,
  isNumberedForm,
} from '../../domain/dossier.ts'
import { type StoredEvent, eventsOf } from '../../store/events.ts'
import { nextFormNumber } from '../../store/form-numbers.ts'
import { type Context, type Office, procedureOf } from '../context.ts'
import { userOf } from '../people/presence.ts'
import { possibleForms } from './available.ts'
import { type PaperDraft, type PrintEntry, handOut } from './hand-out.ts'
import { type FormSource, makeForm, makeReminders } from './makers.ts'

/** Prints a form of a dossier. @throws OfficeError `not-found`, `form-not-possible`, `busy`. */
export function printForm(
  context: Context,
  input: Input<'forms', 'print'>,
): Promise<Output<'forms', 'print'>> {
  const authorId = userOf(context)
  return handOut(context, (): PaperDraft => {
    const { source, entry } = draftOf(context.office, input, authorId)
    return {
      file: formFileName(input.form, source.dossier.code),
      printedAt: source.printedAt,
      entries: [entry],
      make: () => makeForm(input.form, source),
    }
  })
}

/** Prints the reminders of several dossiers in one file. @throws OfficeError for the first that is not possible. */
export function printReminders(
  context: Context,
  { ids }: Input<'forms', 'reminders'>,
): Promise<Output<'forms', 'reminders'>> {
  const { office } = context
  const authorId = userOf(context)
  const each = [...new Set(ids)]
  return handOut(context, (): PaperDraft => {
    const drafts = each.map((id) => draftOf(office, { id, form: 'reminder', of: null }, authorId))
    const [first] = drafts
    const code = drafts.length === 1 && first ? first.source.dossier.code : office.today()
    return {
      file: formFileName('reminder', code),
      printedAt: first?.source.printedAt ?? office.now(),
      entries: drafts.map(({ entry }) => entry),
      make: () => makeReminders(drafts.map(({ source }) => source)),
    }
  })
}

function draftOf(
  office: Office,
  { id, form, of }: Input<'forms', 'print'>,
  authorId: number,
): { source: FormSource; entry: PrintEntry } {
  const history = eventsOf(office.store.read, id)
  if (history.length === 0) throw new OfficeError('not-found', { what: 'dossier' })
  const dossier = fold(history)
  const printedAt = office.now()
  const today = dateOfInstant(printedAt)
  const event = eventFor(dossier, history, { form, of }, today)
  const before = history.flatMap((one) => (isPrintOf(one, form, of) ? [one] : []))
  const numbered = isNumberedForm(form) ? numberOf(office, before, form, today) : null
  const source: FormSource = {
    ...{ office, dossier, history, event, printedAt, authorId },
    version: procedureOf(office, dossier.procedureId),
    number: numbered?.number ?? 0,
    copy: (dossier.prints.find((print) => print.form === form && print.of === of)?.copies ?? 0) + 1,
    issuedOn: before[0]?.happenedOn ?? today,
  }
  const { number, year } = numbered ?? { number: null, year: null }
  const taken =
    numbered?.first === true ? { series: { form, year: numbered.year }, number: numbered.number } : null
  return {
    source,
    entry: {
      ...{ id, version: dossier.version, taken },
      fact: { kind: 'form-printed', form, of, number, year },
      detail: { what: form, ...(numbered === null ? {} : { number, year }) },
    },
  }
}

/** The event the form is about, `null` for the whole dossier. @throws OfficeError when it cannot be printed now. */
function eventFor(
  dossier: Dossier,
  history: readonly DossierEvent[],
  { form, of }: { form: DossierForm; of: number | null },
  today: CivilDate,
): DossierEvent | null {
  const found = possibleForms(dossier, history, today).find(
    (one) => one.form === form && (one.event?.seq ?? null) === of,
  )
  if (found === undefined) throw new OfficeError('form-not-possible', { form, state: dossier.state })
  return found.event
}

type Printed = DossierEvent & { fact: { kind: 'form-printed' } }

function isPrintOf(event: StoredEvent, form: DossierForm, of: number | null): event is StoredEvent & Printed {
  const { fact } = event
  return fact.kind === 'form-printed' && fact.form === form && fact.of === of
}

/** The number the form has once for all, also when a printing was called off later; or the next one. */
function numberOf(
  office: Office,
  before: readonly Printed[],
  form: DossierForm,
  today: CivilDate,
): { number: number; year: number; first: boolean } {
  for (const { fact } of before) {
    if (fact.number !== null && fact.year !== null) {
      return { number: fact.number, year: fact.year, first: false }
    }
  }
  const year = Number(today.slice(0, 4))
  return { number: nextFormNumber(office.store.read, { form, year }), year, first: true }
}
