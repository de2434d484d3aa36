/**
 * Reception: due date before saving, likeness to pending dossiers, acceptance.
 */
import { isDeepStrictEqual } from 'node:util'
import type { Input, Output } from '../../contract/index.ts'
import { OfficeError, fieldError } from '../../contract/errors.ts'
import { type Instant, dateOfInstant, instantOf, timeOfInstant } from '../../domain/civil-date.ts'
import { type Reception, dueDate, explainDays } from '../../domain/clock.ts'
import { LAST_SEQUENCE, codePrefix, dossierCode, sequenceOf } from '../../domain/dossier-code.ts'
import type { DossierEvent } from '../../domain/dossier.ts'
import { firstAfterCounter, pathOf, stepAt } from '../../domain/path.ts'
import { seesFullNumbersInLists } from '../../domain/people.ts'
import { type ProcedureVersion, isValidOn, termOf } from '../../domain/procedure.ts'
import type { ReadDb } from '../../store/database.ts'
import {
  codesOfDay,
  findAlike,
  getListed,
  idByRequest,
  lastCodeOfDay,
  listCommunes,
} from '../../store/dossiers.ts'
import { addDossier, eventsOf } from '../../store/events.ts'
import { getStaff } from '../../store/reference.ts'
import { type Context, type Office, particularsOf, procedureOf } from '../context.ts'
import { personAt, userOf } from '../people/presence.ts'
import { appointmentsOf } from '../dossiers/clock-of.ts'
import { noteLook } from '../dossiers/looks.ts'
import { momentOrNow } from '../moments.ts'

function receptionAt(moment: Instant): Required<Reception> {
  return { date: dateOfInstant(moment), time: timeOfInstant(moment) }
}

/** The version of the procedure, valid on the day. @throws OfficeError when it is not. */
function validProcedure(office: Office, id: number, moment: Instant): ProcedureVersion {
  const version = procedureOf(office, id)
  if (!isValidOn(version, dateOfInstant(moment)))
    throw fieldError('procedureId', 'procedure-not-valid-on-date')
  return version
}

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

/** With two appointments: the day of the first, and what will count for the second once payment is proved. */
function firstAppointment(
  office: Office,
  version: ProcedureVersion,
  { date, time }: Required<Reception>,
  remote: boolean,
): Output<'reception', 'preview'>['appointments'] {
  const fresh = { acceptedOn: date, acceptedAt: instantOf(date, time ?? '00:00'), remote, pauses: [] }
  const found = appointmentsOf(version, fresh, office.rules)
  if (found?.first.kind !== 'due' || version.phases === null) return null
  return { first: found.first.date, secondTerm: version.phases.second }
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
  const authorId = userOf(context)
  const { agencyCode } = particularsOf(office)
  const moment = momentOrNow(office, input.acceptedAt, 'acceptedAt')
  const version = validProcedure(office, input.procedureId, moment)
  const { particulars, holderId } = input
  if (particulars.channel !== 'online' && particulars.onlineLevel !== null) {
    throw fieldError('particulars.onlineLevel', 'only-online')
  }
  if (holderId !== null && !getStaff(office.store.read, holderId)) throw fieldError('holderId', 'not-found')
  const reception = receptionAt(moment)
  const path = pathOf(version, input.remote)
  const counter = stepAt(path, 0)
  const stamp = { happenedOn: reception.date, happenedAt: moment, enteredAt: office.now(), authorId }
  const { due, ...saved } = await office.store.write((db) => {
    const before = input.request === undefined ? undefined : idByRequest(db, input.request)
    if (before !== undefined) return { id: before, code: '', due: null }
    // Counted when its turn to write has come: a change of rules may have been before it.
    const { calendar, clock } = office.rules
    const due = dueDate(termOf(version, input.remote), reception, calendar, clock)
    const code = nextCode(db, agencyCode, reception)
    const accepted: DossierEvent = {
      ...stamp,
      seq: 1,
      fact: {
        kind: 'accepted',
        code,
        procedureId: version.id,
        dueOn: due.date,
        dueSource: 'computed',
        particulars,
        remote: input.remote,
        ...(input.request === undefined ? {} : { request: input.request }),
        ...(counter === null ? {} : { step: counter }),
      },
    }
    // Whoever is named at the counter has it on the table already.
    const next = firstAfterCounter(path)
    const taken: DossierEvent[] =
      holderId === null
        ? []
        : [
            {
              ...{ ...stamp, seq: 2 },
              fact: { kind: 'taken', holderId, note: '', ...(next === null ? {} : { step: next }) },
            },
          ]
    return { id: addDossier(db, [accepted, ...taken]), code, due }
  })
  if (due === null) return receivedBefore(context, saved.id, input)
  office.notify({ topic: 'dossiers' })
  const first = firstAppointment(office, version, reception, input.remote)
  return {
    ...{ ...saved, acceptedOn: reception.date, dueOn: due.date, provisional: due.provisional },
    firstDueOn: first?.first ?? null,
    repeated: null,
  }
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

function nextCode(db: ReadDb, agencyCode: string, { date }: Reception): string {
  const prefix = codePrefix(agencyCode, date)
  const last = lastCodeOfDay(db, prefix)
  const next = (last === null ? 0 : (sequenceOf(last) ?? 0)) + 1
  // An imported register may hold the day's last number already; then a gap is taken.
  const sequence = next <= LAST_SEQUENCE ? next : firstGap(codesOfDay(db, prefix))
  if (sequence > LAST_SEQUENCE) throw new OfficeError('code-sequence-exhausted')
  return dossierCode(agencyCode, date, sequence)
}

function firstGap(codes: readonly string[]): number {
  const taken = new Set(codes.map(sequenceOf))
  let sequence = 1
  while (taken.has(sequence)) sequence++
  return sequence
}
