/**
 * The dispatcher: finds the operation, checks the caller's right to it, applies its schema, runs its use case, and turns whatever goes wrong
 * into data. Expected refusals keep their code; bugs become `internal` and are logged.
 */
import { ORPCError, ValidationError, call, isProcedure } from '@orpc/server'
import { type FieldError, type OfficeErrorData, OfficeError } from '../contract/errors.ts'
import { isHurt } from '../contract/rescue.ts'
import type { OperationMeta } from '../contract/operation.ts'
import { CancelledError, OpenError } from '../store/database.ts'
import type { Context } from './context.ts'
import type { Reply } from './core.ts'
import { demand } from './people/presence.ts'
import { isDamage } from './rescue/full-check.ts'
import type { RescueContext } from './rescue/rescue.ts'
import { rescueRouter } from './rescue/use-cases.ts'
import { ClockError } from '../domain/clock.ts'
import { clockRefusal } from './moments.ts'
import { router } from './router.ts'

type Issue = ValidationError['issues'][number]

/** Calls the operation at `path`. Never throws. */
export async function dispatch(
  asked: Omit<Context, 'caller'>,
  path: readonly string[],
  input: unknown,
  log: Log,
): Promise<Reply> {
  return answer(path, log, () => {
    const operation = find(router, path)
    const caller = demand(asked, operation['~orpc'].meta.right, path)
    const context: Context = { ...asked, caller }
    return call(operation, input, { context, path: [...path] })
  })
}

/** Calls the operation at `path` of an office whose register is not open: rescue, and nothing else. Never throws. */
export async function dispatchInRescue(
  context: RescueContext,
  path: readonly string[],
  input: unknown,
  log: Log,
): Promise<Reply> {
  return answer(path, log, () => {
    find(router, path)
    // Between two files.
    if (context.door.fault === null) throw new OfficeError('busy')
    if (path[0] !== 'rescue' && path.join('.') !== 'office.status') throw new OfficeError('register-hurt')
    return call(find(rescueRouter, path), input, { context, path: [...path] })
  })
}

type Log = (message: string, error?: unknown) => void

async function answer(path: readonly string[], log: Log, work: () => Promise<unknown>): Promise<Reply> {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    return refusal(error, path, log)
  }
}

/** What is answered when a call ended in an error. */
export function refusal(error: unknown, path: readonly string[], log: Log): Reply {
  const known = toErrorData(error)
  if (known === null || isDamage(error)) log(`bug in ${path.join('.')}`, error)
  return { ok: false, error: known ?? { code: 'internal', params: {}, fields: [] } }
}

type Operation = Parameters<typeof call>[0] & { '~orpc': { meta: OperationMeta } }

function find(all: typeof router | typeof rescueRouter, path: readonly string[]): Operation {
  let found: unknown = all
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
  if (error instanceof OpenError) return { code: codeOf(error), params: {}, fields: [] }
  // What makes no sense to the clock is no bug, wherever it is asked.
  if (error instanceof ClockError) return toErrorData(clockRefusal(error))
  if (error instanceof CancelledError) return { code: 'cancelled', params: {}, fields: [] }
  if (error instanceof ORPCError && error.code === 'BAD_REQUEST' && error.cause instanceof ValidationError) {
    return { code: 'invalid-input', params: {}, fields: error.cause.issues.map(toFieldError) }
  }
  return fromSqlite(error)
}

function codeOf({ fault }: OpenError): OfficeErrorData['code'] {
  if (fault === 'locked') return 'busy'
  return isHurt(fault) ? 'register-hurt' : 'not-saved'
}

/** SQLite's own failures that are no bugs: no room, no right, no turn. */
function fromSqlite(error: unknown): OfficeErrorData | null {
  if (isDamage(error)) return { code: 'register-hurt', params: {}, fields: [] }
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
