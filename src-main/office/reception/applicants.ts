/**
 * Applicants of earlier dossiers, to fill the form with.
 */
import type { Input, Output } from '../../contract/index.ts'
import { type Applicant, MOST_APPLICANTS } from '../../contract/reception.ts'
import { fold } from '../../domain/dossier.ts'
import { maskNumber, seesFullNumbersInLists } from '../../domain/people.ts'
import type { ReadDb } from '../../store/database.ts'
import { findApplicants } from '../../store/applicants.ts'
import { eventsOf } from '../../store/events.ts'
import type { Context } from '../context.ts'
import { personAt } from '../people/presence.ts'

/** People whose number, phone number or name begins as typed. */
export function findApplicantsOf(
  context: Context,
  { typed }: Input<'reception', 'findApplicants'>,
): Output<'reception', 'findApplicants'> {
  const db = context.office.store.read
  const masked = !seesFullNumbersInLists(personAt(context)?.roles ?? [])
  const found = findApplicants(db, { typed, most: MOST_APPLICANTS, masked })
  return { masked, people: found.map((id) => applicantOf(db, id, masked)) }
}

/** The person of a dossier. What the row does not hold stands in the history, corrections and all. */
function applicantOf(db: ReadDb, dossierId: number, masked: boolean): Applicant {
  const { acceptedOn, applicantName, idNumber, phone, email, address, representative } = fold(
    eventsOf(db, dossierId),
  )
  return {
    ...{ dossierId, acceptedOn, applicantName, phone, email, address, representative },
    idNumber: masked ? maskNumber(idNumber) : idNumber,
  }
}
