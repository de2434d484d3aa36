/**
 * The acceptance of a dossier, whether it begins the history or an application was before it: checks, code, due date,
 * first events.
 */
import type { Input, Output } from '../../contract/index.ts'
import { OfficeError, fieldError } from '../../contract/errors.ts'
import {
  type CivilDate,
  type Instant,
  dateOfInstant,
  instantOf,
  timeOfInstant,
} from '../../domain/civil-date.ts'
import { type Reception, dueDate } from '../../domain/clock.ts'
import { LAST_SEQUENCE, codePrefix, dossierCode, sequenceOf } from '../../domain/dossier-code.ts'
import type { DossierEvent } from '../../domain/dossier.ts'
import { firstAfterCounter, pathOf, stepAt } from '../../domain/path.ts'
import { type ProcedureVersion, isValidOn, termOf } from '../../domain/procedure.ts'
import type { ReadDb } from '../../store/database.ts'
import { codesOfDay, lastCodeOfDay } from '../../store/dossiers.ts'
import { getStaff } from '../../store/reference.ts'
import { type Context, type Office, particularsOf, procedureOf } from '../context.ts'
import { appointmentsOf } from '../dossiers/clock-of.ts'
import { momentOrNow } from '../moments.ts'
import { userOf } from '../people/presence.ts'
import { checkStops } from '../stops/check.ts'

/** Day and time of a reception. */
export function receptionAt(moment: Instant): Required<Reception> {
  return { date: dateOfInstant(moment), time: timeOfInstant(moment) }
}

/** The version of the procedure, valid on the day. @throws OfficeError when it is not. */
export function validProcedure(office: Office, id: number, moment: Instant): ProcedureVersion {
  const version = procedureOf(office, id)
  if (!isValidOn(version, dateOfInstant(moment)))
    throw fieldError('procedureId', 'procedure-not-valid-on-date')
  return version
}

/** An online level belongs to an online application. @throws OfficeError */
export function checkChannel({
  channel,
  onlineLevel,
}: Pick<Input<'reception', 'receive'>['particulars'], 'channel' | 'onlineLevel'>): void {
  if (channel !== 'online' && onlineLevel !== null) throw fieldError('particulars.onlineLevel', 'only-online')
}

/** What an acceptance says. */
export type AcceptanceInput = Input<'reception', 'receive'>

/** An acceptance that has been checked. */
export interface Acceptance {
  /** The moment it happens at. */
  moment: Instant
  /** Its events, the first with that number, to be made when its turn to write has come. */
  events: (db: ReadDb, seq: number) => { events: DossierEvent[]; code: string; due: Due }
  /** What is answered once it is written. */
  answer: (saved: { id: number; code: string; due: Due }) => Accepted
}

interface Due {
  date: CivilDate
  provisional: boolean
}
type Accepted = Output<'arrivals', 'accept'>

/** Checks an acceptance. @throws OfficeError naming the field. */
export function acceptanceOf(context: Context, input: AcceptanceInput): Acceptance {
  const { office } = context
  const authorId = userOf(context)
  const { agencyCode } = particularsOf(office)
  const moment = momentOrNow(office, input.acceptedAt, 'acceptedAt')
  const version = validProcedure(office, input.procedureId, moment)
  const { particulars, holderId, remote, request } = input
  checkChannel(particulars)
  if (holderId !== null && !getStaff(office.store.read, holderId)) throw fieldError('holderId', 'not-found')
  const reception = receptionAt(moment)
  const path = pathOf(version, remote)
  const counter = stepAt(path, 0)
  const stamp = { happenedOn: reception.date, happenedAt: moment, enteredAt: office.now(), authorId }
  const events: Acceptance['events'] = (db, seq) => {
    // Counted when its turn to write has come: a change of rules may have been before it.
    const { calendar, clock } = office.rules
    const due = dueDate(termOf(version, remote), reception, calendar, clock)
    const code = nextCode(db, agencyCode, reception)
    const accepted: DossierEvent = {
      ...{ ...stamp, seq },
      fact: {
        ...{ kind: 'accepted', code, procedureId: version.id, dueOn: due.date, dueSource: 'computed' },
        ...{ particulars, remote },
        ...(request === undefined ? {} : { request }),
        ...(counter === null ? {} : { step: counter }),
      },
    }
    const blocked = (last: DossierEvent): DossierEvent[] =>
      checkStops(db, particulars, input.stopsAcknowledged, last)
    if (holderId === null) return { events: [accepted, ...blocked(accepted)], code, due }
    // Whoever is named at the counter has it on the table already.
    const next = firstAfterCounter(path)
    const step = next === null ? {} : { step: next }
    const taken: DossierEvent = {
      ...{ ...stamp, seq: seq + 1 },
      fact: { kind: 'taken', holderId, note: '', ...step },
    }
    return { events: [accepted, taken, ...blocked(taken)], code, due }
  }
  const answer: Acceptance['answer'] = ({ id, code, due }) => ({
    ...{ id, code, acceptedOn: reception.date, dueOn: due.date, provisional: due.provisional },
    firstDueOn: firstAppointment(office, version, reception, remote)?.first ?? null,
  })
  return { moment, events, answer }
}

/** With two appointments: the day of the first, and what will count for the second once payment is proved. */
export function firstAppointment(
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
