/**
 * What goes wrong with backups, in the contract's words.
 */
import type { BackupFailure } from '../../contract/backups.ts'
import { type ErrorCode, OfficeError } from '../../contract/errors.ts'
import { RegisterFaultError } from '../../store/backup-inspect.ts'
import { SealError } from '../../store/backup-seal.ts'
import { CopyDiffersError } from '../../store/backup.ts'
import { codeOf } from '../../store/disk.ts'
import { OpenError } from '../../store/open-error.ts'
import { TooSlowError } from './second-folder.ts'

const FAILURES: readonly (readonly [RegExp, BackupFailure])[] = [
  [/^(ENOSPC|EDQUOT|EFBIG|SQLITE_FULL)/, 'no-room'],
  [/^(ENOENT|ENOTDIR|ENODEV|ENXIO|EIO|EHOSTDOWN|ENETUNREACH|ESTALE)/, 'folder-missing'],
  [/^(EACCES|EPERM|EROFS|SQLITE_READONLY|SQLITE_CANTOPEN|SQLITE_PERM)/, 'not-writable'],
  [/^SQLITE_(CORRUPT|NOTADB)/, 'register-damaged'],
]

/** Why a backup was not made. */
export function failureOf(error: unknown): BackupFailure {
  if (error instanceof OfficeError && error.data.code === 'backup-failed') return asFailure(error)
  if (error instanceof RegisterFaultError) return 'register-damaged'
  if (error instanceof CopyDiffersError) return 'copy-differs'
  if (error instanceof TooSlowError) return 'too-slow'
  const code = codeOf(error)
  return FAILURES.find(([pattern]) => pattern.test(code))?.[1] ?? 'unknown'
}

function asFailure({ data }: OfficeError): BackupFailure {
  const reason = data.params['reason']
  return (
    FAILURES.find(([, failure]) => failure === reason)?.[1] ??
    (reason === 'copy-differs' ? reason : 'unknown')
  )
}

/** The refusal that tells it; carries through the worker. Bugs are logged by whoever meets `unknown`. */
export function refusedBackup(error: unknown): OfficeError {
  return new OfficeError('backup-failed', { reason: failureOf(error) })
}

const REGISTER_CODES = {
  'foreign-file': 'backup-foreign',
  'newer-version': 'backup-newer',
  damaged: 'backup-damaged',
  'chain-broken': 'backup-damaged',
} as const satisfies Record<RegisterFaultError['fault'], ErrorCode>

const SEAL_CODES = {
  'wrong-password': 'backup-wrong-password',
  damaged: 'backup-damaged',
  'not-sealed': 'backup-foreign',
} as const satisfies Record<SealError['fault'], ErrorCode>

/** The refusal of a file that is to be restored; anything else is passed on. */
export function refusedFile(error: unknown): unknown {
  if (error instanceof RegisterFaultError) return new OfficeError(REGISTER_CODES[error.fault])
  if (error instanceof SealError) return new OfficeError(SEAL_CODES[error.fault])
  if (error instanceof OpenError) return openRefusal(error)
  const code = codeOf(error)
  if (/^(ENOSPC|EDQUOT|SQLITE_FULL)/.test(code))
    return new OfficeError('backup-failed', { reason: 'no-room' })
  return /^(ENOENT|ENOTDIR|ENXIO|ENODEV|EISDIR|EACCES|EPERM|EIO|ENAMETOOLONG|ELOOP)/.test(code)
    ? new OfficeError('backup-not-found')
    : error
}

function openRefusal({ fault }: OpenError): OfficeError {
  if (fault === 'disk-full') return new OfficeError('backup-failed', { reason: 'no-room' })
  if (fault === 'newer-version') return new OfficeError('backup-newer')
  return new OfficeError(fault === 'foreign-file' ? 'backup-foreign' : 'backup-damaged')
}
