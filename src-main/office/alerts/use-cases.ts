/**
 * Alerts: told once, seen once, set by each person for themselves.
 */
import type { AlertSettings } from '../../contract/alerts.ts'
import type { Input, Output } from '../../contract/index.ts'
import { instantOf } from '../../domain/civil-date.ts'
import { dateAfter } from '../../domain/clock.ts'
import { keepSeen, pruneSeen, seenKeys } from '../../store/alerts.ts'
import type { WriteDb } from '../../store/database.ts'
import type { Context, Office } from '../context.ts'
import { personAt, userOf } from '../people/presence.ts'
import { type OpenAlert, alertsFor } from './alerts.ts'
import { alertSettingsOf, keepAlertSettings } from './settings.ts'

/** What was told is kept so many days; longer while it is still to be told. */
const KEPT_DAYS = 60

const toldKey = (key: string): string => `told:${key}`

function liveAlerts(context: Context): OpenAlert[] {
  const { office } = context
  const id = userOf(context)
  const roles = personAt(context)?.roles ?? []
  return alertsFor(office, { id, roles }, alertSettingsOf(office.store.read, id))
}

/** What the person at the window is to be told, unseen first. */
export function listAlerts(context: Context): Output<'alerts', 'list'> {
  const known = seenKeys(context.office.store.read, userOf(context))
  const alerts = liveAlerts(context).map((alert) => ({
    ...alert,
    seen: known.has(alert.key),
    told: known.has(toldKey(alert.key)),
  }))
  const unseen = alerts.filter(({ seen }) => !seen)
  return { alerts: [...unseen, ...alerts.filter(({ seen }) => seen)], unseen: unseen.length }
}

/** Keeps that alerts have been looked at. What is none of theirs is left out. */
export async function seenAlerts(context: Context, { keys }: Input<'alerts', 'seen'>): Promise<null> {
  await keep(context, keys, (key) => key)
  return null
}

/** Takes alerts to show them on the desktop; two windows that ask at once do not both get one. */
export async function claimAlerts(
  context: Context,
  { keys }: Input<'alerts', 'claim'>,
): Promise<Output<'alerts', 'claim'>> {
  return { keys: await keep(context, keys, toldKey) }
}

async function keep(
  context: Context,
  keys: readonly string[],
  asKept: (key: string) => string,
): Promise<string[]> {
  const { office } = context
  const staffId = userOf(context)
  const live = new Set(liveAlerts(context).map(({ key }) => key))
  const theirs = [...new Set(keys)].filter((key) => live.has(key))
  if (theirs.length === 0) return []
  return office.store.write((db) => {
    prune(db, office, staffId, live)
    return theirs.filter((key) => keepSeen(db, staffId, asKept(key), office.now()))
  })
}

/** What is still to be told stays kept however old it is, or it would be told again. */
function prune(db: WriteDb, office: Office, staffId: number, live: ReadonlySet<string>): void {
  const before = instantOf(dateAfter(office.today(), -KEPT_DAYS), '00:00')
  pruneSeen(
    db,
    staffId,
    before,
    [...live].flatMap((key) => [key, toldKey(key)]),
  )
}

/** What the person wants to be told. */
export function settingsOfAlerts(context: Context): AlertSettings {
  return alertSettingsOf(context.office.store.read, userOf(context))
}

/** Keeps what the person wants to be told. */
export async function setAlertSettings(
  context: Context,
  input: Input<'alerts', 'setSettings'>,
): Promise<AlertSettings> {
  const staffId = userOf(context)
  const settings = { ...input, off: [...new Set(input.off)] }
  await context.office.store.write((db) => keepAlertSettings(db, staffId, settings))
  return settings
}
