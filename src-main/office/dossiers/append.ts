/**
 * Adds one event to a dossier's history, and the moves of the due date that follow from it.
 */
import { OfficeError } from '../../contract/errors.ts'
import type { CivilDate, Instant } from '../../domain/civil-date.ts'
import { type Dossier, type DossierEvent, type EventFact, fold } from '../../domain/dossier.ts'
import type { WriteDb } from '../../store/database.ts'
import { appendEvents, eventsOf } from '../../store/events.ts'
import type { Context } from '../context.ts'
import { clockRefusal, refusal } from '../moments.ts'
import { userOf } from '../people/presence.ts'
import { checkStops, goesToSignature } from '../stops/check.ts'
import { movesByCorrection, movesByStep } from './pauses.ts'

/** Which dossier, decided on which version; `null` for what does not depend on how it stands. */
export interface Target {
  id: number
  version: number | null
}

/** When it happened, and the field of the input that says so. */
export interface When {
  on: CivilDate
  at: Instant | null
  field: string
}

/**
 * Writes one fact down, in one transaction.
 * @param decide what happened, given the dossier as it stands.
 * @param stopsSeen the documents that block the parcel and were said to be seen; `null` where it matters only for what
 * goes on to a signature.
 * @throws OfficeError `not-found`, `dossier-changed`, and what the history or the clock refuses.
 */
export async function appendFact(
  context: Context,
  target: Target,
  when: When,
  decide: (dossier: Dossier, history: readonly DossierEvent[]) => EventFact,
  stopsSeen: readonly string[] | null = null,
): Promise<void> {
  const { office } = context
  const authorId = userOf(context)
  try {
    await office.store.write((db) => writeFact(context, db, target, when, decide, authorId, stopsSeen))
  } catch (error) {
    throw clockRefusal(refusal(error, when.field))
  }
  office.notify({ topic: 'dossiers' })
}

/** The same within a transaction that does more. @throws HistoryError, ClockError, OfficeError. */
export function writeFact(
  { office }: Pick<Context, 'office'>,
  db: WriteDb,
  { id, version }: Target,
  when: When,
  decide: (dossier: Dossier, history: readonly DossierEvent[]) => EventFact,
  authorId: number,
  stopsSeen: readonly string[] | null = null,
): void {
  const history = eventsOf(db, id)
  if (history.length === 0) throw new OfficeError('not-found', { what: 'dossier' })
  const dossier = fold(history)
  if (version !== null && dossier.version !== version) throw new OfficeError('dossier-changed')
  const stamp = { happenedOn: when.on, happenedAt: when.at, enteredAt: office.now(), authorId }
  const event: DossierEvent = { ...stamp, seq: dossier.version + 1, fact: decide(dossier, history) }
  const moves =
    event.fact.kind === 'corrected'
      ? movesByCorrection(office, history, event)
      : movesByStep(office, dossier, fold([...history, event]), event)
  const asked = stopsSeen !== null || goesToSignature(event.fact)
  const seen = asked ? checkStops(db, dossier, stopsSeen ?? [], moves.at(-1) ?? event) : []
  appendEvents(db, id, [event, ...moves, ...seen])
}
