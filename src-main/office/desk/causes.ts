/**
 * The causes of lateness, kept as a setting.
 */
import { z } from 'zod'
import { lateCauseSchema } from '../../contract/desk.ts'
import { fieldError } from '../../contract/errors.ts'
import type { Input, Output } from '../../contract/index.ts'
import { DEFAULT_LATE_CAUSES, type LateCause, causeOf } from '../../domain/late-causes.ts'
import type { ReadDb } from '../../store/database.ts'
import { getSetting, setSetting } from '../../store/reference.ts'
import { note } from '../audit/note.ts'
import type { Context } from '../context.ts'

const KEY = 'lateCauses'
const storedSchema = z.array(lateCauseSchema)

/** The list in force; the default until the office has made its own. */
export function lateCausesIn(db: ReadDb): LateCause[] {
  const stored = getSetting(db, KEY)
  return stored === undefined ? [...DEFAULT_LATE_CAUSES] : storedSchema.parse(JSON.parse(stored))
}

/** What each code means, for lists and papers. */
export function causeWordsIn(db: ReadDb, language: 'vi' | 'en'): ReadonlyMap<string, string> {
  return new Map(lateCausesIn(db).map((cause) => [cause.code, cause[language]]))
}

/** The list. */
export function causesOf({ office }: Context): Output<'desk', 'causes'> {
  return lateCausesIn(office.store.read)
}

/** Changes the list. A code stands in the histories: once in the list it stays, active or not. */
export async function setCauses(
  context: Context,
  { causes }: Input<'desk', 'setCauses'>,
): Promise<Output<'desk', 'setCauses'>> {
  causes.forEach(({ code }, index) => {
    if (causes.findIndex((one) => one.code === code) < index) {
      throw fieldError(`causes.${index}.code`, 'code-twice', { code })
    }
  })
  if (!causes.some(({ active }) => active)) throw fieldError('causes', 'none-active')
  await context.office.store.write((db) => {
    const before = lateCausesIn(db)
    const gone = before.find(({ code }) => causeOf(causes, code) === undefined)
    if (gone) throw fieldError('causes', 'cause-gone', { code: gone.code })
    setSetting(db, KEY, JSON.stringify(causes))
    const detail = { before: told(before), after: told(causes) }
    note(db, context, 'settings-changed', { detail, changed: ['setting'] })
  })
  context.office.notify({ topic: 'office' })
  return causes
}

/** As the audit tells it: every cause in one line. */
function told(causes: readonly LateCause[]): { lateCauses: string[] } {
  return {
    lateCauses: causes.map(({ code, vi, whose, active }) => `${active ? '' : '– '}${vi} (${code}, ${whose})`),
  }
}
