/**
 * The office's conventions of the clock, kept as a setting.
 */
import { clockSettingsSchema } from '../../contract/calendar.ts'
import { type ClockSettings, DEFAULT_CLOCK } from '../../domain/clock.ts'
import type { ReadDb, WriteDb } from '../../store/database.ts'
import { getSetting, setSetting } from '../../store/reference.ts'

const KEY = 'clock'

/** The conventions in force; the defaults until the office has said otherwise. */
export function clockSettingOf(db: ReadDb): ClockSettings {
  const stored = getSetting(db, KEY)
  return stored === undefined ? DEFAULT_CLOCK : clockSettingsSchema.parse(JSON.parse(stored))
}

/** Writes them. */
export function setClockSetting(db: WriteDb, settings: ClockSettings): void {
  setSetting(db, KEY, JSON.stringify(settings))
}
