/**
 * Links of a course of things that a restore gave up. Backups of that course lie beside the register as before; they
 * are told apart from those of the register as it goes on by their names in the audit's entry of that restore.
 */
import type { Anchor } from '../domain/audit-findings.ts'
import { linkOf } from './chain.ts'
import type { ReadDb } from './database.ts'

/** Every statement of this file, for the test that prepares them all. */
export const STATEMENTS = {
  givenUp: `SELECT detail ->> 'givenUp' AS names FROM audit_entry
    WHERE kind = 'restored' AND json_valid(detail) AND detail ->> 'givenUp' IS NOT NULL`,
} as const

/** Enough of a hash that no other link has it. */
const SHORT = 32
const nameOf = ({ n, hash }: Anchor): string => `${n}:${hash.slice(0, SHORT).toLowerCase()}`

/** Without the links that an entry of a restore names as given up. A backup made after it is never among those. */
export function withoutGivenUp(db: ReadDb, anchors: readonly Anchor[]): Anchor[] {
  const known = new Set(
    db.all<{ names: string }>(STATEMENTS.givenUp).flatMap(({ names }) => names.split(' ')),
  )
  return anchors.filter((anchor) => !known.has(nameOf(anchor)))
}

const holds = (db: ReadDb, { n, hash }: Anchor): boolean =>
  linkOf(db, n)?.hash.toString('hex') === hash.toLowerCase()

/**
 * Names the links that a register about to take the present one's place gives up, for the entry of the restore.
 * @param present the register that goes. A link that it does not hold itself, and did not give up before, was missing
 * already: that is no work of the restore and goes on being seen. `null` when it cannot be read: all are given up.
 * @param anchors the links known of the register.
 */
export function namesGivenUp(present: ReadDb | null, coming: ReadDb, anchors: readonly Anchor[]): string {
  const missing =
    present === null ? [] : withoutGivenUp(present, anchors).filter((one) => !holds(present, one))
  return anchors
    .filter((anchor) => !missing.includes(anchor) && !holds(coming, anchor))
    .map(nameOf)
    .join(' ')
}
