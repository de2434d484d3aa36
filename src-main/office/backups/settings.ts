/**
 * What the office chose about its backups. It stands in a file beside the register, not in it: it must be there when
 * the register cannot be opened, and stay when another one is restored.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { writeWhole } from '../../store/disk.ts'

const settingsSchema = z.object({
  /** A folder besides the data folder's, or none. */
  secondFolder: z.string().nullable(),
  /** What the password was made into; new backups are sealed with it. The password itself is kept nowhere. */
  seal: z
    .object({
      logN: z.number().int(),
      r: z.number().int(),
      p: z.number().int(),
      salt: z.string(),
      key: z.string(),
    })
    .nullable(),
})
/** What the office chose about its backups. */
export type BackupSettings = z.infer<typeof settingsSchema>

const fileOf = (dataDir: string): string => join(dataDir, 'backup-settings.json')

/** The settings; those of a new office where there are none that can be read. */
export function readBackupSettings(dataDir: string): BackupSettings {
  try {
    return settingsSchema.parse(JSON.parse(readFileSync(fileOf(dataDir), 'utf8')))
  } catch {
    return { secondFolder: null, seal: null }
  }
}

/** Keeps the settings, readable by this user only. */
export function keepBackupSettings(dataDir: string, settings: BackupSettings): void {
  writeWhole(fileOf(dataDir), JSON.stringify(settings, null, 2))
}
