/**
 * The dispatcher: finds the operation, applies its schema, runs its use case, and turns whatever goes wrong
 * into data. Expected refusals keep their code; bugs become `internal` and are logged.
 */
import { ORPCError, ValidationError, call, isProcedure } from '@orpc/server'
import { type FieldError, type OfficeErrorData, OfficeError } from '../contract/errors.ts'
import { ClockError } from '../domain/clock.ts'
import { CancelledError } from '../store/database.ts'
import type { Context } from './context.ts'
import type { Reply } from './core.ts'
import { clockRefusal } from './moments.ts'
import { router } from './router.ts'

type Issue = ValidationError['issues'][number]

/** Calls the operation at `path`. Never throws. */
export async function dispatch(
  context: Context,
  path: readonly string[],
  input: unknown,
  log: (message: string, error?: unknown) => void,
): Promise<Reply> {
  try {
    const operation = find(path)
    return { ok: true, value: await call(operation, input, { context, path: [...path] }) }
  } catch (error) {
    const known = toErrorData(error)
    if (known === null) log(`bug in ${path.join('.')}`, error)
    return { ok: false, error: known ?? { code: 'internal', params: {}, fields: [] } }
  }
}

function find(path: readonly string[]): Parameters<typeof call>[0] {
  let found: unknown = router
  for (const name of path) {
    found =
      typeof found === 'object' && found !== null && Object.hasOwn(found, name)
        ? Object.entries(found).find(([key]) => key === name)?.[1]
        : undefined
  }
  if (path.length !== 2 || !isProcedure(found)) throw new OfficeError('not-found', { what: 'operation' })
  return found
}

function toErrorData(error: unknown): OfficeErrorData | null {
  if (error instanceof OfficeError) return error.data
  // What makes no sense to the clock is no bug, wherever it is asked.
  if (error instanceof ClockError) return toErrorData(clockRefusal(error))
  if (error instanceof CancelledError) return { code: 'cancelled', params: {}, fields: [] }
  if (error instanceof ORPCError && error.code === 'BAD_REQUEST' && error.cause instanceof ValidationError) {
    return { code: 'invalid-input', params: {}, fields: error.cause.issues.map(toFieldError) }
  }
  return fromSqlite(error)
}

/** SQLite's own failures that are no bugs: no room, no right, no turn. */
function fromSqlite(error: unknown): OfficeErrorData | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null
  if (/^SQLITE_(FULL|IOERR|READONLY|CANTOPEN)/.test(error.code))
    return { code: 'not-saved', params: {}, fields: [] }
  return error.code.startsWith('SQLITE_BUSY') ? { code: 'busy', params: {}, fields: [] } : null
}

/** The codes for what a schema says in its own words. */
const ISSUE_CODES: Record<string, string> = {
  invalid_type: 'wrong-type',
  too_small: 'too-small',
  too_big: 'too-large',
}

function toFieldError(issue: Issue): FieldError {
  const details: Record<string, unknown> = { ...issue }
  const own = /^[a-z][a-z0-9-]*$/.test(issue.message)
  const params: FieldError['params'] = {}
  for (const name of ['maximum', 'minimum']) {
    const value = details[name]
    if (typeof value === 'number') params[name] = value
  }
  return {
    field: (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.'),
    code: own ? issue.message : (ISSUE_CODES[String(details['code'])] ?? 'bad-value'),
    params,
  }
}
