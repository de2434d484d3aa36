/**
 * What an entry of the audit says, put into words: the same on the screen and in a file.
 */
import { dateOfInstant, formatDate, parseCivilDate, timeOfInstant } from '../domain/civil-date.ts'
import type { AuditRow } from './audit.ts'

/** The words of one language. */
export interface AuditWords {
  kinds: Record<string, string>
  /** Names of facts; a fact without a name is not told. */
  facts: Record<string, string>
  /** Names of values, by fact. */
  values: Record<string, Record<string, string>>
}

type Value = AuditRow['facts'][string]

/** What the program does by itself: without an author, nobody at a window is meant. */
const OWN_KINDS: readonly AuditRow['kind'][] = [
  'register-made',
  'backup-made',
  'backup-failed',
  'restored',
  'verified',
  'rows-rebuilt',
  'outdated-deleted',
  'clock-set-back',
  'changed-outside',
]

/** Who did it: their name, or the words for the program itself or for somebody who was not signed in. */
export function whoInWords(
  { authorName, kind }: Pick<AuditRow, 'authorName' | 'kind'>,
  words: Record<'program' | 'nobody', string>,
): string {
  return authorName ?? (OWN_KINDS.includes(kind) ? words.program : words.nobody)
}

/** `name: value` for all that is told of an entry; before and after where both are known and differ. */
export function factsInWords({ facts, at }: Pick<AuditRow, 'facts' | 'at'>, words: AuditWords): string[] {
  return Object.entries(facts).flatMap(([key, value]) => {
    const before = key.startsWith('before.')
    const name = key.replace(/^(before|after|filter|office)\./, '')
    const label = words.facts[name]
    if (label === undefined || value === null || value === '' || before) return []
    // The day it was written down is told already.
    if (name === 'happenedOn' && value === dateOfInstant(at)) return []
    const now = inWords(name, value, words)
    const then = facts[key.startsWith('after.') ? `before.${name}` : `${name}Before`]
    if (then === undefined || then === null) return [`${label}: ${now}`]
    if (key.startsWith('after.') && JSON.stringify(then) === JSON.stringify(value)) return []
    return [`${label}: ${inWords(name, then, words)} → ${now}`]
  })
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

function inWords(name: string, value: Value, words: AuditWords): string {
  if (Array.isArray(value)) return value.map((one) => inWords(name, one, words)).join(', ') || '–'
  if (typeof value === 'boolean') return words.values['yesNo']?.[String(value)] ?? String(value)
  const known = words.values[name]?.[String(value)]
  if (known !== undefined) return known
  if (typeof value !== 'string') return String(value)
  if (INSTANT.test(value)) return `${formatDate(dateOfInstant(value))} ${timeOfInstant(value)}`
  const date = parseCivilDate(value)
  return date === null ? value : formatDate(date)
}
