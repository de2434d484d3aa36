/**
 * Rescue: what an office whose register cannot be opened still answers. Nothing here changes the hurt file where it
 * lies: whatever is done about it is done after a copy of it was put aside.
 */
import { z } from 'zod'
import { instantSchema } from './common.ts'
import { may } from './operation.ts'

/** What can be wrong with a register. */
export const TROUBLES = [
  /** There was a register here, and its file is gone. */
  'missing-file',
  /** The file holds not one byte. */
  'empty-file',
  /** The first bytes, by which SQLite knows its files, are not right; the rest may be. */
  'header-damaged',
  /** The file is shorter than it says; `missing` and `size` in bytes. */
  'truncated',
  /** Pages do not hang together, or do not say what was written into them. */
  'pages-damaged',
  /** The full check of an open register found damage; `found` is what it said first. */
  'check-failed',
  /** Tables, indexes or triggers of the register are gone; `names` says which. */
  'schema-damaged',
  /** The file of last writes beside the register cannot be read: entries in it would be lost. */
  'wal-damaged',
  /** The register is older than what was last seen in this folder; `missing` entries. */
  'history-cut',
  /** The file belongs to another program. */
  'foreign-file',
  /** Written by a newer version of this program; `version` and `known` are those of the tables. */
  'newer-version',
  /** The folder or the file may be read but not written. */
  'read-only',
  /** The folder or the file may not even be read. */
  'no-permission',
  'disk-full',
  /** Another program holds the file. */
  'locked',
  /** The disk answers with faults. */
  'disk-fault',
  /** The PC's date is none the calendar knows: its `year`. Nothing is done until it is set right. */
  'pc-date-wrong',
  /** Something that is not known; details are in the log. */
  'unknown',
] as const
export type TroubleCode = (typeof TROUBLES)[number]

/** Troubles under which the file itself is hurt, as opposed to its surroundings. */
const HURT: readonly TroubleCode[] = [
  'header-damaged',
  'truncated',
  'pages-damaged',
  'check-failed',
  'schema-damaged',
  'wal-damaged',
]

/** Whether it is the file itself that is wrong, and not its surroundings. */
export const isHurt = (code: TroubleCode): boolean => HURT.includes(code)

/** Whether a new file may be made of what can still be read of the hurt one. */
export const canMend = (code: TroubleCode): boolean => HURT.includes(code) && code !== 'header-damaged'

/** Whether the register may be opened as it is, on somebody's word. */
export const canOpenAsIs = (code: TroubleCode): boolean =>
  code === 'wal-damaged' || code === 'history-cut' || code === 'check-failed'

/** Whether a new, empty register may be begun: where there is none. */
export const canBegin = (code: TroubleCode): boolean => code === 'missing-file' || code === 'empty-file'

/** Whether a backup may take the register's place: not while the folder cannot be written or another holds the file. */
export const canRestore = (code: TroubleCode): boolean =>
  HURT.includes(code) ||
  canBegin(code) ||
  code === 'history-cut' ||
  code === 'foreign-file' ||
  code === 'unknown'

/** A backup that can take the register's place. */
export const offeredBackupSchema = z.object({
  /** Name of its file. */
  name: z.string(),
  /** In the folder of backups beside the register, or in the second one, on a stick or in the network. */
  place: z.enum(['first', 'second']),
  madeAt: instantSchema,
  dossiers: z.number().int(),
  /** How many events and entries of the audit it holds. */
  links: z.number().int(),
  /** In bytes. */
  bytes: z.number().int(),
  /** Under a password. */
  sealed: z.boolean(),
})
export type OfferedBackup = z.infer<typeof offeredBackupSchema>

export const troubleSchema = z.object({
  code: z.enum(TROUBLES),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  /** Where the register lies on this machine. */
  file: z.string(),
  /** Where backups are looked for. */
  folder: z.string(),
  /** Whole backups as far as can be told without reading them, the newest first. */
  backups: z.array(offeredBackupSchema),
  /** Events and entries last seen in this folder; `null` when that is not known. */
  lastLinks: z.number().int().nullable(),
})
/** Why the register is not open, and what can be done. */
export type Trouble = z.infer<typeof troubleSchema>

/** What the full check of an open register found; it stays open. */
export const registerHealthSchema = z.object({
  /**
   * `rows-rebuilt`: rows of `found` dossiers were not what their history makes, and were made again.
   * `history-differs`: `found` things that the chain does not vouch for; the audit's check tells which.
   */
  kind: z.enum(['rows-rebuilt', 'history-differs']),
  found: z.number().int(),
  at: instantSchema,
})
export type RegisterHealth = z.infer<typeof registerHealthSchema>

export const rescueContract = {
  /** Why the register is not open, with the backups that are there; `null` while it is open. */
  state: may('anyone').output(troubleSchema.nullable()),
  /** Tries to open the register again. */
  retry: may('anyone').output(troubleSchema.nullable()),
  /**
   * Puts a backup in the register's place; what was there is kept in a folder of its own. Refused with
   * `not-in-rescue` while the register is open, with `backup-unfit` when the backup itself does not hold, with
   * `seal-password-wrong` when the password is not the backup's.
   */
  restore: may('anyone')
    .input(
      z.object({
        place: z.enum(['first', 'second']),
        name: z.string().min(1).max(200),
        password: z.string().max(1000).nullable(),
      }),
    )
    .output(troubleSchema.nullable()),
  /**
   * Makes a new file of the history that can still be read, and puts it in the register's place if nothing is
   * missing from it; refused with `mending-failed` otherwise.
   */
  mend: may('anyone').output(troubleSchema.nullable()),
  /** Opens the register as it is, on the word of whoever asks; written down in the audit. */
  openAsIs: may('anyone').output(troubleSchema.nullable()),
  /** Begins a new, empty register where there is none. */
  begin: may('anyone').output(troubleSchema.nullable()),
}
