/**
 * The office itself: first start, particulars, sample, preferences.
 */
import type { Input, Output } from '../../contract/index.ts'
import type { OfficeStatus, Procedure } from '../../contract/office.ts'
import { OfficeError } from '../../contract/errors.ts'
import { isValidOn } from '../../domain/procedure.ts'
import { hasRight } from '../../domain/people.ts'
import { addAudit } from '../../store/audit.ts'
import { countDossiers } from '../../store/dossiers.ts'
import {
  type StaffRow,
  ensureStaff,
  getPreference,
  listStaff,
  setPreference,
  setSetting,
} from '../../store/reference.ts'
import { restoredOf } from '../backups/restored.ts'
import { type Context } from '../context.ts'
import { note } from '../audit/note.ts'
import { type AccessSetting, demandStill, doorOf, enter, lockWindow, userOf } from '../people/presence.ts'
import { healthOf } from '../rescue/watch.ts'
import { DEFAULT_LOCK_MINUTES, firstAccount, saveAccess } from '../people/use-cases.ts'

/** Where this office stands. */
export function statusOf(context: Context): OfficeStatus {
  const { office, session } = context
  const door = doorOf(context)
  const reads = door.user !== null && !door.locked && hasRight(door.user.roles, 'read')
  return {
    ...door,
    office: office.rules.particulars,
    sample: session.register === 'sample',
    today: office.today(),
    now: office.now(),
    dossiers: reads ? countDossiers(office.store.read) : 0,
    version: context.version,
    trouble: null,
    health: healthOf(office),
    restored: restoredOf(office),
  }
}

/** First start. */
export async function setUp(context: Context, input: Input<'office', 'setUp'>): Promise<OfficeStatus> {
  const { office } = context
  if (office.rules.particulars !== null) throw new OfficeError('office-already-set-up')
  const { account } = input
  const addAccount = account === null ? null : await firstAccount(account)
  const first = await office.store.write((db) => {
    if (office.rules.particulars !== null) throw new OfficeError('office-already-set-up')
    const { id } = ensureStaff(db, input.userName)
    addAccount?.(db, id)
    setSetting(db, 'office', JSON.stringify(input.office))
    const access: AccessSetting =
      account === null
        ? { kind: 'open', openAs: id, lockAfterMinutes: 0 }
        : { kind: 'sign-in', openAs: null, lockAfterMinutes: DEFAULT_LOCK_MINUTES }
    saveAccess(db, access)
    const detail = { office: input.office, access: access.kind, login: account?.login ?? null }
    addAudit(db, { at: office.now(), authorId: id, kind: 'office-set-up', detail }, [
      'staff',
      'account',
      'setting',
    ])
    if (account !== null) addAudit(db, { at: office.now(), authorId: id, kind: 'signed-in' })
    return id
  })
  office.rulesChanged()
  if (account !== null) enter(context, first)
  return statusOf(context)
}

/** Changes the particulars of the office. */
export async function changeOffice(
  context: Context,
  input: Input<'office', 'change'>,
): Promise<OfficeStatus> {
  const { office } = context
  await office.store.write((db) => {
    demandStill(context, db)
    setSetting(db, 'office', JSON.stringify(input))
    const detail = { before: office.rules.particulars, after: input }
    note(db, context, 'office-changed', { detail, changed: ['setting'] })
  })
  office.rulesChanged()
  return statusOf(context)
}

/** Everybody who works here. */
export function staffOf({ office }: Context): StaffRow[] {
  return listStaff(office.store.read)
}

/** The procedures valid on a day, or all versions. */
export function proceduresOf({ office }: Context, { on }: Input<'office', 'procedures'>): Procedure[] {
  const versions = [...office.rules.procedures.values()]
  return versions
    .filter((version) => on === null || isValidOn(version, on))
    .map(({ remoteExtra, phases, ...procedure }) => procedure)
}

/** A user's own setting of the screens. */
export function preferenceOf(
  context: Context,
  { key }: Input<'office', 'preference'>,
): Output<'office', 'preference'> {
  return getPreference(context.office.store.read, userOf(context), key)
}

/** Keeps a user's own setting of the screens. */
export async function keepPreference(
  context: Context,
  { key, value }: Input<'office', 'setPreference'>,
): Promise<null> {
  const staffId = userOf(context)
  await context.office.store.write((db) => setPreference(db, staffId, key, value))
  return null
}

/** Opens the bundled sample register. Whoever closes it again must be the one who left the own register. */
export async function openSample(context: Context): Promise<OfficeStatus> {
  lockWindow(context)
  const office = await context.look('sample')
  return statusOf({ ...context, office })
}

/** Opens the office's own register again. */
export async function closeSample(context: Context): Promise<OfficeStatus> {
  const office = await context.look('register')
  return statusOf({ ...context, office })
}
