/**
 * What a person wants to be told, kept with their other preferences.
 */
import { type AlertSettings, DEFAULT_ALERTS, alertSettingsSchema } from '../../contract/alerts.ts'
import type { ReadDb, WriteDb } from '../../store/database.ts'
import { getPreference, setPreference } from '../../store/reference.ts'

const KEY = 'alerts'

/** A person's settings. What cannot be read as such (preferences are any text) counts as never set. */
export function alertSettingsOf(db: ReadDb, staffId: number): AlertSettings {
  const kept = getPreference(db, staffId, KEY)
  if (kept === null) return DEFAULT_ALERTS
  try {
    return alertSettingsSchema.safeParse(JSON.parse(kept)).data ?? DEFAULT_ALERTS
  } catch {
    return DEFAULT_ALERTS
  }
}

/** Keeps a person's settings. */
export function keepAlertSettings(db: WriteDb, staffId: number, settings: AlertSettings): void {
  setPreference(db, staffId, KEY, JSON.stringify(settings))
}
