/**
 * Migrations in order; the place in the list is the `user_version` it leads to. Forward only: an entry is never
 * changed once released, a further one is added. The last copy of the schema is in `schema.sql`, rebuilt by a
 * test, so that every change of schema shows in review.
 */
import type { WriteDb } from '../database.ts'
import { sql as first } from './001-first.ts'
import { sql as clock } from './002-clock.ts'
import { sql as forms } from './003-forms.ts'
import { sql as waits } from './004-waits.ts'
import { chainHistory, sql as trust } from './005-trust.ts'
import { sql as life } from './006-life.ts'
import { sql as steps } from './007-steps.ts'
import { deriveHolders, sql as figures } from './008-figures.ts'

/** One step of the schema, and what is done with the rows that are there, in the same transaction. */
export interface Migration {
  sql: string
  then?: (db: WriteDb) => void
}

export const MIGRATIONS: readonly Migration[] = [
  { sql: first },
  { sql: clock },
  { sql: forms },
  { sql: waits },
  { sql: trust, then: chainHistory },
  { sql: life },
  { sql: steps },
  { sql: figures, then: deriveHolders },
]
