import { BACKUP_FAILURES, type BackupFailure } from '../../../src-main/contract/backups.ts'

/** The code of a failure, or `null` for anything else. */
export function failureKey(reason: unknown): BackupFailure | null {
  return BACKUP_FAILURES.find((failure) => failure === reason) ?? null
}
