/**
 * Backups: making them, a second folder, a password, restoring one, everything as open files and back.
 */
import { z } from 'zod'
import { BACKUP_REASONS } from '../domain/backups.ts'
import { civilDateSchema, fileContent, fileSchema, instantSchema, requiredText } from './common.ts'
import { officeStatusSchema } from './office.ts'
import { may } from './operation.ts'
import { newPasswordSchema, ownAccountSchema, roleSchema } from './people.ts'

/** The largest export of everything that is taken in, in bytes. */
export const MAX_EXPORT_BYTES = 128 * 1024 * 1024

/** Why a backup was not made, or not copied. */
export const BACKUP_FAILURES = [
  'no-room',
  /** The second folder is not there: the stick is not in, the network is off. */
  'folder-missing',
  'not-writable',
  /** The register itself did not hold when the copy was read again. */
  'register-damaged',
  'copy-differs',
  /** The second folder does not answer. */
  'too-slow',
  'unknown',
] as const
export type BackupFailure = (typeof BACKUP_FAILURES)[number]

const failureSchema = z.object({
  place: z.enum(['first', 'second']),
  code: z.enum(BACKUP_FAILURES),
  at: instantSchema,
})

/** How the backups stand, for everybody at a glance. */
export const backupStateSchema = z.object({
  /** When the last good backup in the data folder was made. */
  lastGood: instantSchema.nullable(),
  /** The same of the second folder; `null` when there is none. */
  second: z.object({ lastGood: instantSchema.nullable(), reachable: z.boolean() }).nullable(),
  /** What went wrong since the last good ones. */
  failures: z.array(failureSchema),
  running: z.boolean(),
})
export type BackupState = z.infer<typeof backupStateSchema>

export const backupEntrySchema = z.object({
  place: z.enum(['first', 'second']),
  name: z.string(),
  /** In bytes. */
  bytes: z.number().int(),
  sealed: z.boolean(),
  /**
   * `good`: read from end to end when it was made, and of that size still. `other-register`: the same, of another
   * register. `other-size`: hurt since. `not-described`: nothing beside it says what it holds.
   */
  standing: z.enum(['good', 'other-register', 'other-size', 'not-described']),
  madeAt: instantSchema.nullable(),
  reason: z.enum(BACKUP_REASONS).nullable(),
  dossiers: z.number().int().nullable(),
  events: z.number().int().nullable(),
})
export type BackupEntry = z.infer<typeof backupEntrySchema>

export const overviewSchema = z.object({
  state: backupStateSchema,
  /** Where the backups of the data folder lie on this machine. */
  folder: z.string(),
  secondFolder: z.string().nullable(),
  /** New backups are under a password. */
  sealed: z.boolean(),
  /** Of both folders, the newest first. */
  backups: z.array(backupEntrySchema),
  /** Where registers that were replaced are kept, and how many. */
  replaced: z.object({ folder: z.string(), count: z.number().int() }),
})
export type BackupOverview = z.infer<typeof overviewSchema>

const path = z.string().trim().min(1, 'required').max(1000, 'too-long')

/** Which backup: one of the folders' by its name, or a file of this machine by its path. */
export const backupSourceSchema = z.discriminatedUnion('place', [
  z.object({ place: z.enum(['first', 'second']), name: z.string().min(1).max(200) }),
  z.object({ place: z.literal('file'), path }),
])
export type BackupSource = z.infer<typeof backupSourceSchema>

export const RELATIONS = ['same', 'earlier', 'later', 'apart', 'other'] as const

export const restorePreviewSchema = z.object({
  previewId: z.uuid(),
  name: z.string(),
  /** As its description says; `null` without one. */
  madeAt: instantSchema.nullable(),
  dossiers: z.number().int(),
  events: z.number().int(),
  /** Of the present register. */
  present: z.object({ dossiers: z.number().int(), events: z.number().int() }),
  /**
   * `same`: nothing happened since. `earlier`: an earlier state of this register. `later`: this register as it was
   * before an earlier backup was restored. `apart`: both went on after a common beginning. `other`: another one.
   */
  relation: z.enum(RELATIONS),
  /** What the present register has and the backup has not. */
  loss: z.object({
    received: z.number().int(),
    events: z.number().int(),
    /** Entries of the audit. */
    entries: z.number().int(),
    first: instantSchema.nullable(),
    last: instantSchema.nullable(),
    /** Changes of the calendar, of the catalogue of procedures, of the office's settings. */
    changes: z.object({
      calendar: z.number().int(),
      procedures: z.number().int(),
      settings: z.number().int(),
    }),
    /** By day of entering, the last first; at most 60. */
    days: z.array(z.object({ day: civilDateSchema, received: z.number().int(), events: z.number().int() })),
  }),
  /** The accounts that would be otherwise: who could sign in again or no longer, with which roles. No passwords. */
  accounts: z.array(
    z.object({
      name: z.string(),
      /**
       * `comes`: it is in the backup only. `goes`: in the present register only. `active`, `inactive`: it would be so
       * again. `roles`, `login`, `password`: those of then.
       */
      changes: z.array(z.enum(['comes', 'goes', 'active', 'inactive', 'roles', 'login', 'password'])),
      /** As they would be. */
      roles: z.array(roleSchema),
      /** Whether the person could sign in after it. */
      active: z.boolean(),
    }),
  ),
  /** How the register would be opened, if otherwise than now. */
  access: z.enum(['sign-in', 'open']).nullable(),
})
export type RestorePreview = z.infer<typeof restorePreviewSchema>

export const backupsContract = {
  /** How the backups stand; `null` in the sample, which has none. */
  state: may('signed-in').output(backupStateSchema.nullable()),
  /** Everything about them. Refused with `not-in-sample`, as all that follows. */
  overview: may('backup').output(overviewSchema),
  /** Makes one now. Refused with `backup-failed`, `reason` one of {@link BACKUP_FAILURES}. */
  make: may('backup').output(backupStateSchema),
  /** Chooses the second folder, or none. It must be there and be writable. */
  setSecondFolder: may('backup')
    .input(z.object({ folder: path.nullable() }))
    .output(overviewSchema),
  /** Puts new backups under a password, or no longer. Those that are there stay as they are. */
  setPassword: may('backup')
    .input(z.object({ password: newPasswordSchema.nullable() }))
    .output(overviewSchema),
  /**
   * Reads a backup from end to end, and says what restoring it would lose. Changes nothing. Refused with
   * `backup-not-found`, `backup-foreign`, `backup-newer`, `backup-damaged`, `backup-password-needed`,
   * `backup-wrong-password`.
   */
  preview: may('backup')
    .input(z.object({ source: backupSourceSchema, password: z.string().max(1000).nullable() }))
    .output(restorePreviewSchema),
  /**
   * Puts the backup of the last preview in the register's place. The present register is backed up first and kept.
   * Everybody is signed out. Refused with `restore-outdated` when anything was written down since the preview.
   */
  restore: may('backup')
    .input(z.object({ previewId: z.uuid() }))
    .output(z.null()),
  /** Everything as open files, CSV and JSON, in one zip. Without passwords. */
  exportAll: may('backup').output(fileSchema),
  /**
   * First start from such a zip: the office as it was, with the caller as administrator. Everybody else needs a new
   * password. `content` is base64. Refused with `office-already-set-up`, `export-foreign`, `export-newer`,
   * `export-damaged`.
   */
  importAll: may('anyone')
    .input(
      z.object({
        content: fileContent(MAX_EXPORT_BYTES),
        userName: requiredText(100),
        account: ownAccountSchema.nullable(),
      }),
    )
    .output(officeStatusSchema),
}
