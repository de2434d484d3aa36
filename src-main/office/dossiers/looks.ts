/**
 * Looks at dossier pages, where personal data stands in full: each person's first look at a dossier on a day is written down.
 */
import { userOf } from '../people/presence.ts'
import type { Context, Office } from '../context.ts'
import { addAudit, hasLooked } from '../../store/audit.ts'
import { instantOf } from '../../domain/civil-date.ts'

/** The looks of a day that are known to be written down or on their way. */
interface Looks {
  day: string
  noted: Set<string>
  /** The last one could not be written: the next is waited for. */
  failed: boolean
}

const looks = new WeakMap<Office, Looks>()

function looksOf(office: Office): Looks {
  const day = office.today()
  let found = looks.get(office)
  if (found?.day !== day) looks.set(office, (found = { day, noted: new Set(), failed: false }))
  return found
}

/**
 * Writes a look down, once a day for each person and dossier. Nobody waits for it (it may stand behind an import), except
 * after one could not be written.
 * @returns false when looks cannot be written down now.
 */
export async function noteLook(
  context: Pick<Context, 'office' | 'caller'>,
  dossierId: number,
): Promise<boolean> {
  const { office } = context
  const person = userOf(context)
  const known = looksOf(office)
  const key = `${person} ${dossierId}`
  if (known.noted.has(key)) return true
  known.noted.add(key)
  const since = instantOf(office.today(), '00:00')
  if (hasLooked(office.store.read, { authorId: person, dossierId, since })) return true
  const entry = { at: office.now(), authorId: person, kind: 'looked', dossierId } as const
  const writing = office.store
    .write((db) => addAudit(db, entry))
    .then(
      () => !(known.failed = false),
      () => {
        known.noted.delete(key)
        return !(known.failed = true)
      },
    )
  return known.failed ? writing : true
}
