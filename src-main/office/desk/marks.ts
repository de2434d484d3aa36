/**
 * What is said of dossiers at the desk: the cause of their lateness, notes, reminders.
 */
import { OfficeError, fieldError } from '../../contract/errors.ts'
import type { Input, Output } from '../../contract/index.ts'
import { causeOf } from '../../domain/late-causes.ts'
import { isLate } from '../../domain/legs.ts'
import type { Context, Office } from '../context.ts'
import { anyVersion, appendToAll } from './all-or-none.ts'
import { lateCausesIn } from './causes.ts'

/** A cause that can be chosen, or none. @throws OfficeError at `cause`. */
export function checkCause(office: Office, code: string): void {
  if (code === '') return
  const cause = causeOf(lateCausesIn(office.store.read), code)
  if (cause === undefined) throw fieldError('cause', 'not-found')
  if (!cause.active) throw fieldError('cause', 'not-active')
}

/** Writes down why dossiers are late. */
export function setCause(
  context: Context,
  { ids, cause, note }: Input<'desk', 'setCause'>,
): Promise<Output<'desk', 'setCause'>> {
  const { office } = context
  if (cause === '') throw fieldError('cause', 'required')
  checkCause(office, cause)
  return appendToAll(context, anyVersion(ids), (dossier) => {
    if (!isLate(dossier, office.today())) throw new OfficeError('not-late')
    return { kind: 'late-cause', cause, note }
  })
}

/** Reminds somebody of dossiers, or each one's holder. */
export function remind(
  context: Context,
  { ids, toId, note }: Input<'desk', 'remind'>,
): Promise<Output<'desk', 'remind'>> {
  const { office } = context
  if (toId !== null && !office.rules.staffNames.has(toId)) throw fieldError('toId', 'not-found')
  return appendToAll(context, anyVersion(ids), ({ holderId }) => {
    const to = toId ?? holderId
    if (to === null) throw new OfficeError('nobody-holds-it')
    return { kind: 'reminded', toId: to, note }
  })
}

/** Adds a note to each. */
export function noteAll(
  context: Context,
  { ids, note }: Input<'desk', 'note'>,
): Promise<Output<'desk', 'note'>> {
  return appendToAll(context, anyVersion(ids), () => ({ kind: 'noted', note }))
}
