/**
 * Reception: due date before saving, likeness to pending dossiers, acceptance.
 */
import { isDeepStrictEqual } from 'node:util'
import type { Input, Output } from '../../contract/index.ts'
import { fieldError } from '../../contract/errors.ts'
import { instantOf } from '../../domain/civil-date.ts'
import { dueDate, explainDays } from '../../domain/clock.ts'
import { seesFullNumbersInLists } from '../../domain/people.ts'
import { termOf } from '../../domain/procedure.ts'
import { findAlike, getListed, idByRequest, listCommunes } from '../../store/dossiers.ts'
import { addDossier, eventsOf } from '../../store/events.ts'
import { type Context, particularsOf, procedureOf } from '../context.ts'
import { noteLook } from '../dossiers/looks.ts'
import { momentOrNow } from '../moments.ts'
import { personAt, userOf } from '../people/presence.ts'
import { acceptanceOf, firstAppointment, receptionAt, validProcedure } from './acceptance.ts'

/** The due date and the days counted to it. */
export function previewDue(
  { office }: Context,
  input: Input<'reception', 'preview'>,
): Output<'reception', 'preview'> {
  const moment = momentOrNow(office, input.acceptedAt, 'acceptedAt')
  const version = validProcedure(office, input.procedureId, moment)
  const { calendar, clock } = office.rules
  const reception = receptionAt(moment)
  const term = termOf(version, input.remote)
  const due = dueDate(term, reception, calendar, clock)
  return {
    dueOn: due.date,
    provisional: due.provisional,
    ...term,
    hour: particularsOf(office).closingTime,
    days: explainDays(term, reception, [], calendar, clock),
    remoteExtra: version.remoteExtra,
    appointments: firstAppointment(office, version, reception, input.remote),
  }
}

/**
 * Pending dossiers of the same person or on the same parcel, the likest first. To who sees citizen numbers masked, a
 * match tells the number: it is a look at that dossier, and without its entry there is no match.
 */
export async function alike(
  context: Context,
  input: Input<'reception', 'findAlike'>,
): Promise<Output<'reception', 'findAlike'>> {
  const { office } = context
  const db = office.store.read
  const found = findAlike(db, input)
  const { parcel } = found
  const person = seesFullNumbersInLists(personAt(context)?.roles ?? [])
    ? found.person
    : await lookedAt(context, found.person)
  const ids = [...new Set([...person, ...parcel])]
  const rank = { 'person-and-parcel': 0, person: 1, parcel: 2 }
  return ids
    .flatMap((id) => {
      const row = getListed(db, id)
      if (!row) return []
      const same: keyof typeof rank =
        person.includes(id) && parcel.includes(id)
          ? 'person-and-parcel'
          : person.includes(id)
            ? 'person'
            : 'parcel'
      const { code, applicantName, procedureName, acceptedOn } = row
      return [{ id, code, applicantName, procedureName, acceptedOn, same }]
    })
    .sort((a, b) => rank[a.same] - rank[b.same])
}

/** Those of the dossiers whose look is written down. */
async function lookedAt(context: Context, ids: readonly number[]): Promise<number[]> {
  const noted = await Promise.all(ids.map(async (id) => ((await noteLook(context, id)) ? [id] : [])))
  return noted.flat()
}

/** Communes for typing ahead. */
export function communes({ office }: Context): string[] {
  return listCommunes(office.store.read)
}

/** Accepts a dossier: code, due date, first events, all in one transaction. */
export async function receive(
  context: Context,
  input: Input<'reception', 'receive'>,
): Promise<Output<'reception', 'receive'>> {
  const { office } = context
  const acceptance = acceptanceOf(context, input)
  const saved = await office.store.write((db) => {
    const before = input.request === undefined ? undefined : idByRequest(db, input.request)
    if (before !== undefined) return before
    const { events, ...made } = acceptance.events(db, 1)
    return { id: addDossier(db, events), ...made }
  })
  if (typeof saved === 'number') return receivedBefore(context, saved, input)
  office.notify({ topic: 'dossiers' })
  return { ...acceptance.answer(saved), repeated: null }
}

/**
 * The answer of a request that was received before: the window did not hear it, or asked twice. What was typed since is not
 * written, and the answer says so. @throws OfficeError when the request is somebody else's.
 */
function receivedBefore(
  context: Context,
  id: number,
  input: Input<'reception', 'receive'>,
): Output<'reception', 'receive'> {
  const { office } = context
  const accepted = eventsOf(office.store.read, id).find(({ fact }) => fact.kind === 'accepted')
  if (accepted?.fact.kind !== 'accepted') throw new Error(`dossier ${id} was never accepted`)
  if (accepted.authorId !== userOf(context)) throw fieldError('request', 'not-a-key')
  const { fact, happenedOn, happenedAt } = accepted
  const remote = fact.remote ?? false
  const version = procedureOf(office, fact.procedureId)
  const reception = receptionAt(happenedAt ?? instantOf(happenedOn, '00:00'))
  const { calendar, clock } = office.rules
  const same =
    fact.procedureId === input.procedureId &&
    remote === input.remote &&
    (input.acceptedAt === null || input.acceptedAt === happenedAt) &&
    isDeepStrictEqual(fact.particulars, input.particulars)
  return {
    ...{ id, code: fact.code, acceptedOn: happenedOn, dueOn: fact.dueOn },
    provisional: dueDate(termOf(version, remote), reception, calendar, clock).provisional,
    firstDueOn: firstAppointment(office, version, reception, remote)?.first ?? null,
    repeated: same ? 'same' : 'changed',
  }
}
