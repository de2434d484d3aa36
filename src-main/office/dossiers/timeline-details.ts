/**
 * What an entry of the history tells besides its note: to which step, in which batch, which agency, what sum.
 */
import type { EntryDetail } from '../../contract/dossiers.ts'
import type { DossierForm, EventFact } from '../../domain/dossier.ts'
import { type NumberedForm, FORM_SERIES, formNumber } from '../../documents/forms/numbers.ts'
import type { StepRef } from '../../domain/path.ts'

type Key = EntryDetail['key']
const say = (key: Key, value: string | undefined, as: EntryDetail['as'] = 'text'): EntryDetail[] =>
  value === undefined || value === '' ? [] : [{ key, value, as }]
const steps = ({ step, left }: { step?: StepRef; left?: string }): EntryDetail[] => [
  ...say('step', step?.role, 'word'),
  ...say('left', left, 'word'),
]

/** The details of an event, in the order they are read. */
export function detailsOf(fact: EventFact, nameOf: (staffId: number) => string): EntryDetail[] {
  switch (fact.kind) {
    case 'arrived':
      return say('reference', fact.reference)
    case 'completion-asked':
      return [...say('items', fact.items.join('; ')), ...say('contact', fact.contact)]
    case 'accepted':
    case 'taken':
    case 'result-ready':
      return steps(fact)
    case 'passed':
      return [
        ...steps(fact),
        ...(fact.holderId === null ? [] : say('to', nameOf(fact.holderId))),
        ...(fact.back === true ? say('back', 'yes', 'word') : []),
      ]
    case 'handed-over': {
      const { number, year, fromId, toId } = fact
      const hands = [...say('from', nameOf(fromId)), ...say('to', nameOf(toId))]
      return [...say('batch', `${number}/${year}`), ...hands, ...steps(fact)]
    }
    case 'paused': {
      const { items, contact, agency, answerBy, posting } = fact
      return [
        ...say('items', items?.join('; ')),
        ...say('contact', contact),
        ...say('agency', agency),
        ...say('answerBy', answerBy, 'date'),
        ...say('posting', posting?.toString()),
        ...steps(fact),
      ]
    }
    case 'resumed':
      return steps(fact)
    case 'tax-notice':
      return say('amount', fact.amount?.toString())
    case 'apology-drafted':
      return [...say('newDue', fact.dueOn, 'date'), ...say('cause', fact.cause)]
    case 'late-cause':
      return say('cause', fact.cause)
    case 'reminded':
      return say('to', nameOf(fact.toId))
    case 'form-printed':
      return [...say('form', fact.form, 'word'), ...say('number', printedNumber(fact.form, fact.number))]
    case 'returned':
      return [...say('receiver', fact.to), ...say('way', fact.way, 'word'), ...say('tracking', fact.tracking)]
    case 'completed':
    case 'declined':
    case 'retracted':
    case 'handover-confirmed':
    case 'handover-missing':
    case 'due-moved':
    case 'receipt-printed':
    case 'apology-approved':
    case 'apology-rejected':
    case 'noted':
    case 'refused':
    case 'withdrawn':
    case 'stopped':
    case 'corrected':
      return []
  }
}

/** `12/PBS`, as it stands on the paper. */
export function printedNumber(form: DossierForm, number: number | null): string | undefined {
  return number === null || !isSeries(form) ? undefined : formNumber(form, number)
}

function isSeries(form: DossierForm): form is DossierForm & NumberedForm {
  return form in FORM_SERIES
}
