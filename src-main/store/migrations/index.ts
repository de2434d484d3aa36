/**
 * Migrations in order; the place in the list is the `user_version` it leads to. Forward only: an entry is never
 * changed once released, a further one is added. The last copy of the schema is in `schema.sql`, rebuilt by a
 * test, so that every change of schema shows in review.
 */
import { sql as first } from './001-first.ts'
import { sql as clock } from './002-clock.ts'
import { sql as forms } from './003-forms.ts'
import { sql as waits } from './004-waits.ts'

export const MIGRATIONS: readonly string[] = [first, clock, forms, waits]
