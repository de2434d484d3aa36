/**
 * The office itself: first start, particulars, people, sample, preferences.
 */
import type { Input, Output } from '../../contract/index.ts'
import type { OfficeStatus, Procedure } from '../../contract/office.ts'
import { OfficeError } from '../../contract/errors.ts'
import { isValidOn } from '../../domain/procedure.ts'
import { countDossiers } from '../../store/dossiers.ts'
import {
  type StaffRow,
  ensureStaff,
  getPreference,
  getStaff,
  listStaff,
  setPreference,
  setSetting,
} from '../../store/reference.ts'
import { type Context, userOf } from '../context.ts'

/** Where this office stands. */
export function statusOf(context: Context): OfficeStatus {
  const { office, session } = context
  const user = session.staffId === null ? undefined : getStaff(office.store.read, session.staffId)
  return {
    office: office.rules.particulars,
    sample: session.register === 'sample',
    today: office.today(),
    now: office.now(),
    user: user ?? null,
    dossiers: countDossiers(office.store.read),
    version: context.version,
  }
}

/** First start. */
export async function setUp(context: Context, input: Input<'office', 'setUp'>): Promise<OfficeStatus> {
  const { office, session } = context
  const user = await office.store.write((db) => {
    if (office.rules.particulars !== null) throw new OfficeError('office-already-set-up')
    const first = ensureStaff(db, input.userName)
    setSetting(db, 'office', JSON.stringify(input.office))
    setSetting(db, 'last-user', JSON.stringify(first.id))
    return first
  })
  session.staffId = user.id
  office.rulesChanged()
  return statusOf(context)
}

/** Changes the particulars of the office. */
export async function changeOffice(
  context: Context,
  input: Input<'office', 'change'>,
): Promise<OfficeStatus> {
  userOf(context)
  await context.office.store.write((db) => setSetting(db, 'office', JSON.stringify(input)))
  context.office.rulesChanged()
  return statusOf(context)
}

/** Everybody who works here. */
export function staffOf({ office }: Context): StaffRow[] {
  return listStaff(office.store.read)
}

/** Writes down a person. */
export async function addStaff(context: Context, { name }: Input<'office', 'addStaff'>): Promise<StaffRow> {
  userOf(context)
  const person = await context.office.store.write((db) => ensureStaff(db, name))
  context.office.notify({ topic: 'office' })
  return person
}

/** Says who uses this window. */
export async function actAs(context: Context, { staffId }: Input<'office', 'actAs'>): Promise<OfficeStatus> {
  userOf(context)
  const { register } = context.session
  if (!getStaff(context.office.store.read, staffId)) throw new OfficeError('not-found', { what: 'staff' })
  await context.office.store.write((db) => setSetting(db, 'last-user', JSON.stringify(staffId)))
  // Unless the window has turned to the other register meanwhile.
  if (context.session.register === register) context.session.staffId = staffId
  return statusOf(context)
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
  const { staffId } = context.session
  return staffId === null ? null : getPreference(context.office.store.read, staffId, key)
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

/** Opens the bundled sample register. */
export async function openSample(context: Context): Promise<OfficeStatus> {
  const office = await context.look('sample')
  return statusOf({ ...context, office })
}

/** Opens the office's own register again. */
export async function closeSample(context: Context): Promise<OfficeStatus> {
  const office = await context.look('register')
  return statusOf({ ...context, office })
}
