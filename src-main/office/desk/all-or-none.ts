/**
 * One thing said of several dossiers: of all of them or of none.
 */
import { OfficeError, type FieldError } from '../../contract/errors.ts'
import { type Dossier, type DossierEvent, type EventFact, fold } from '../../domain/dossier.ts'
import type { WriteDb } from '../../store/database.ts'
import { appendEvent, eventsOf } from '../../store/events.ts'
import type { Context } from '../context.ts'
import { refusal } from '../moments.ts'
import { userOf } from '../people/presence.ts'

/** A dossier, and the version it was decided on; `null` where anything may have happened since. */
export interface Item {
  id: number
  version: number | null
}

/**
 * Appends one event of now to each dossier, in one transaction.
 * @param decide the fact; what it throws is that dossier's refusal.
 * @throws OfficeError `some-refused` with who refuses why; of a single dossier its own refusal.
 */
export async function appendToAll(
  context: Context,
  items: readonly Item[],
  decide: (dossier: Dossier) => EventFact,
): Promise<{ done: number }> {
  const { office } = context
  const authorId = userOf(context)
  await office.store.write((db) => {
    const now = { happenedOn: office.today(), happenedAt: office.now(), enteredAt: office.now(), authorId }
    const refused = items.flatMap((item, index) => refusedBy(() => append(db, item, now, decide), index))
    const [first] = refused
    if (first === undefined) return
    if (items.length === 1) throw first.error
    const fields = refused.map(({ field }) => field)
    throw new OfficeError('some-refused', { refused: refused.length, of: items.length }, fields)
  })
  office.notify({ topic: 'dossiers' })
  return { done: items.length }
}

/** Every dossier once, whatever its version. */
export function anyVersion(ids: readonly number[]): Item[] {
  return [...new Set(ids)].map((id) => ({ id, version: null }))
}

function append(
  db: WriteDb,
  { id, version }: Item,
  now: Omit<DossierEvent, 'seq' | 'fact'>,
  decide: (dossier: Dossier) => EventFact,
): void {
  const history = eventsOf(db, id)
  if (history.length === 0) throw new OfficeError('not-found', { what: 'dossier' })
  const dossier = fold(history)
  try {
    if (version !== null && dossier.version !== version) throw new OfficeError('dossier-changed')
    appendEvent(db, id, { ...now, seq: dossier.version + 1, fact: decide(dossier) })
  } catch (error) {
    throw named(refusal(error), dossier.code)
  }
}

/** The refusal, with the code of the dossier among its parameters. */
function named(error: unknown, code: string): unknown {
  if (!(error instanceof OfficeError)) return error
  const { data } = error
  return new OfficeError(data.code, { ...data.params, code }, data.fields)
}

function refusedBy(work: () => void, index: number): { error: OfficeError; field: FieldError }[] {
  try {
    work()
    return []
  } catch (error) {
    if (!(error instanceof OfficeError)) throw error
    const { code, params, fields } = error.data
    const [own] = fields
    const field = `items.${index}`
    return [
      {
        error,
        field: own
          ? { field, code: own.code, params: { ...params, ...own.params } }
          : { field, code, params },
      },
    ]
  }
}
