/**
 * Reception: due date before saving, likeness to pending dossiers, acceptance.
 */
import type { Input, Output } from '../../contract/index.ts'
import { OfficeError, fieldError } from '../../contract/errors.ts'
import { type Instant, dateOfInstant, instantOf, timeOfInstant } from '../../domain/civil-date.ts'
import { type Reception, dueDate, explainDays } from '../../domain/clock.ts'
import { LAST_SEQUENCE, codePrefix, dossierCode, sequenceOf } from '../../domain/dossier-code.ts'
import type { DossierEvent } from '../../domain/dossier.ts'
import { firstAfterCounter, pathOf, stepAt } from '../../domain/path.ts'
import { type ProcedureVersion, isValidOn, termOf } from '../../domain/procedure.ts'
import type { ReadDb } from '../../store/database.ts'
import { codesOfDay, findAlike, getListed, lastCodeOfDay, listCommunes } from '../../store/dossiers.ts'
import { addDossier } from '../../store/events.ts'
import { getStaff } from '../../store/reference.ts'
import { type Context, type Office, particularsOf, procedureOf } from '../context.ts'
import { userOf } from '../people/presence.ts'
import { appointmentsOf } from '../dossiers/clock-of.ts'
import { momentOrNow } from '../moments.ts'
import { checkStops } from '../stops/check.ts'

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

/** Pending dossiers of the same person or on the same parcel, the likest first. */
export function alike(
  { office }: Context,
  input: Input<'reception', 'findAlike'>,
): Output<'reception', 'findAlike'> {
  const db = office.store.read
  const { person, parcel } = findAlike(db, input)
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
    const events = [accepted, ...taken]
    const seen = checkStops(db, particulars, input.stopsAcknowledged, events.at(-1) ?? accepted)
    return { id: addDossier(db, [...events, ...seen]), code, due }
  })
  office.notify({ topic: 'dossiers' })
  const first = firstAppointment(office, version, reception, input.remote)
  return {
    ...{ ...saved, acceptedOn: reception.date, dueOn: due.date, provisional: due.provisional },
    firstDueOn: first?.first ?? null,
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
