/**
 * The page of an application.
 */
import type { ArrivalAction, ArrivalPage } from '../../contract/arrivals.ts'
import { OfficeError } from '../../contract/errors.ts'
import { formNumber } from '../../documents/forms/numbers.ts'
import { assertNever } from '../../domain/assert-never.ts'
import { explainAnswer } from '../../domain/clock.ts'
import {
  type Arrival,
  type DossierEvent,
  answersOf,
  arrivalStepsFrom,
  effectiveEvents,
  foldArrival,
} from '../../domain/dossier.ts'
import { getArrival } from '../../store/arrivals.ts'
import { type StoredEvent, eventsOf } from '../../store/events.ts'
import { getStaff } from '../../store/reference.ts'
import { type Office, procedureOf } from '../context.ts'
import { timelineOf } from '../dossiers/timeline.ts'
import { toArrivalRow } from './rows.ts'

/** The page of an application, also of one that became a dossier. @throws OfficeError `not-found`. */
export function arrivalPage(office: Office, id: number): ArrivalPage {
  const db = office.store.read
  const history = eventsOf(db, id)
  const arrival = foldArrival(history)
  const listed = getArrival(db, id)
  if (arrival === null || listed === undefined) throw new OfficeError('not-found', { what: 'arrival' })
  const events = untilAcceptance(history)
  const { rules } = office
  const { calendar, clock } = rules
  return {
    row: toArrivalRow(db, listed, office.now(), rules),
    procedureId: arrival.procedureId,
    procedureKey: procedureOf(office, arrival.procedureId).key,
    particulars: arrival,
    remote: arrival.remote,
    answers: answersOf(events, calendar, clock.hours),
    days: explainAnswer(arrival.answerFrom, calendar, clock.hours),
    asked: askedOf(arrival, events),
    forms: formsOf(history),
    actions: actionsOf(arrival),
    lastAt: lastMoment(events),
    timeline: timelineOf(events, (staffId) => getStaff(db, staffId)?.name ?? ''),
  }
}

function untilAcceptance(history: StoredEvent[]): StoredEvent[] {
  const at = history.findIndex(({ fact }) => fact.kind === 'accepted')
  return at === -1 ? history : history.slice(0, at + 1)
}

/** The last moment anything happened to it; corrections and printed forms are no steps. */
export function lastMoment(events: readonly DossierEvent[]): string {
  const last = effectiveEvents(events).findLast(
    ({ fact }) => fact.kind !== 'corrected' && fact.kind !== 'form-printed',
  )
  if (last === undefined) throw new Error('no history')
  return last.happenedAt ?? last.enteredAt
}

function askedOf({ state }: Arrival, events: readonly DossierEvent[]): ArrivalPage['asked'] {
  const last = events.findLast(({ fact }) => fact.kind === 'completion-asked')?.fact
  if (state !== 'completion-asked' || last?.kind !== 'completion-asked') return null
  return { items: last.items, reason: last.reason, contact: last.contact }
}

/** The forms its entries may be printed as, with the number and the prints so far. */
export function formsOf(history: readonly DossierEvent[]): ArrivalPage['forms'] {
  return history.flatMap(({ seq, fact }) => {
    const form = fact.kind === 'completion-asked' ? 'supplement' : fact.kind === 'declined' ? 'refusal' : null
    if (form === null) return []
    const prints = history.flatMap(({ fact: later }) =>
      later.kind === 'form-printed' && later.form === form && later.of === seq ? [later] : [],
    )
    const number = prints.at(-1)?.number ?? null
    const words = number === null ? null : formNumber(form, number)
    return [{ form, of: seq, number: words, copies: prints.length } as const]
  })
}

function actionsOf({ state }: Arrival): ArrivalAction[] {
  const steps = arrivalStepsFrom(state).map((step): ArrivalAction => {
    switch (step) {
      case 'accepted':
        return 'accept'
      case 'completion-asked':
        return 'ask-completion'
      case 'completed':
        return 'complete'
      case 'declined':
        return 'decline'
      case 'retracted':
        return 'retract'
      default:
        return assertNever(step)
    }
  })
  return steps.length === 0 ? [] : [...steps, 'change']
}
