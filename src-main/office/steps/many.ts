/**
 * Changing several dossiers at once: all, or none and a list of those that stand in the way.
 */
import { type FieldError, OfficeError, fieldError } from '../../contract/errors.ts'
import type { CivilDate, Instant } from '../../domain/civil-date.ts'
import {
  type Dossier,
  type DossierEvent,
  type EventFact,
  fold,
  isPaused,
  mayMove,
  openHandover,
} from '../../domain/dossier.ts'
import type { PathStep } from '../../domain/path.ts'
import type { WriteDb } from '../../store/database.ts'
import { type StoredEvent, appendEvents, eventsOf } from '../../store/events.ts'
import { getStaff } from '../../store/reference.ts'
import type { Context, Office } from '../context.ts'
import { checkHappened, refusal } from '../moments.ts'
import { rolesOf, userOf } from '../people/presence.ts'
import { checkStops, goesToSignature } from '../stops/check.ts'
import { type When, pathOfDossier } from './standing.ts'

/** One of the dossiers, as the transaction finds it. */
export interface Subject {
  id: number
  history: readonly StoredEvent[]
  dossier: Dossier
  path: readonly PathStep[]
}

/** Which one, where it stands in the input, and the version it was decided on where that matters. */
export interface Chosen {
  id: number
  field: string
  version: number | null
}

/** The day and moment given, or now. @throws OfficeError when it lies in the future, or the two disagree. */
export function whenOf(
  office: Office,
  { happenedOn, happenedAt }: { happenedOn: CivilDate | null; happenedAt: Instant | null },
): When {
  if (happenedOn === null) {
    if (happenedAt !== null) throw fieldError('happenedAt', 'moment-not-on-date')
    return { on: office.today(), at: office.now() }
  }
  return { on: happenedOn, at: checkHappened(office, happenedOn, happenedAt, 'happenedOn') }
}

/** The dossiers of an input, each once. @throws OfficeError `twice`. */
export function chosenOf(dossiers: readonly { id: number; version: number }[]): Chosen[] {
  const seen = new Set<number>()
  return dossiers.map(({ id, version }, index) => {
    const field = `dossiers.${index}`
    if (seen.has(id)) throw fieldError(field, 'twice')
    seen.add(id)
    return { id, field, version }
  })
}

/** Refuses a person who is not of the staff. */
export function checkPerson(office: Office, id: number, field: string): void {
  if (!getStaff(office.store.read, id)) throw fieldError(field, 'not-found')
}

/**
 * Refuses who may not move the dossier, and one that lies in a batch nobody has confirmed.
 * @throws OfficeError `held-by-another`, `handover-open`.
 */
export function demandMovable(context: Context, dossier: Dossier): void {
  const { office } = context
  const open = openHandover(dossier)
  if (open !== null) throw new OfficeError('handover-open', { batch: open.batch })
  if (mayMove(dossier, { id: userOf(context), roles: rolesOf(context) })) return
  const holder = office.rules.staffNames.get(dossier.holderId ?? 0) ?? ''
  throw new OfficeError('held-by-another', { holder })
}

/** Refuses to move along the path what waits for somebody else. @throws OfficeError `step-not-allowed`. */
export function demandRunning({ state }: Dossier): void {
  if (isPaused(state)) throw new OfficeError('step-not-allowed', { step: 'passed', state })
}

/**
 * Writes one event for each dossier, in the transaction given.
 * @param decide what happens to it; throws an OfficeError or HistoryError where it may not.
 * @param stopsSeen documents that block parcels and were said to be seen: nothing goes to a signature without.
 * @throws OfficeError `dossiers-refused` with every dossier that stands in the way; nothing is written then.
 */
export function moveAll(
  db: WriteDb,
  context: Context,
  chosen: readonly Chosen[],
  when: When,
  decide: (subject: Subject) => EventFact,
  stopsSeen: readonly string[] = [],
): void {
  const { office } = context
  const stamp = {
    happenedOn: when.on,
    happenedAt: when.at,
    enteredAt: office.now(),
    authorId: userOf(context),
  }
  const refused: FieldError[] = []
  const moved = chosen.flatMap(({ id, field, version }): { id: number; events: DossierEvent[] }[] => {
    let code = ''
    try {
      const history = eventsOf(db, id)
      if (history.length === 0) throw new OfficeError('not-found', { what: 'dossier' })
      const dossier = fold(history)
      code = dossier.code
      if (version !== null && dossier.version !== version) throw new OfficeError('dossier-changed')
      const fact = decide({ id, history, dossier, path: pathOfDossier(office, dossier) })
      const event: DossierEvent = { ...stamp, seq: dossier.version + 1, fact }
      fold([...history, event])
      const seen = goesToSignature(fact) ? checkStops(db, dossier, stopsSeen, event) : []
      return [{ id, events: [event, ...seen] }]
    } catch (error) {
      refused.push({ field, ...reasonOf(error, code) })
      return []
    }
  })
  if (refused.length > 0) {
    throw new OfficeError('dossiers-refused', { refused: refused.length, of: chosen.length }, refused)
  }
  for (const { id, events } of moved) appendEvents(db, id, events)
}

/** Why one of them may not, as the error of its place in the input. @throws whatever is no refusal. */
function reasonOf(error: unknown, dossier: string): Omit<FieldError, 'field'> {
  const known = refusal(error)
  if (!(known instanceof OfficeError)) throw known
  const { code, params, fields } = known.data
  const [first] = fields
  return { code: first?.code ?? code, params: { ...(first?.params ?? params), dossier } }
}
