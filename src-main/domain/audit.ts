/**
 * The audit (*nhật ký*): what was done in the office besides the events of dossiers.
 */

/** The kinds of entry. A kind is never taken off the list: old entries keep theirs. */
export const AUDIT_KINDS = [
  /** The database was made, with its bundled calendar and catalogue. */
  'register-made',
  'office-set-up',
  'office-changed',
  /** With or without sign-in; when windows lock. */
  'access-changed',
  'person-added',
  'person-changed',
  'person-deactivated',
  'person-activated',
  'password-changed',
  'password-reset',
  'signed-in',
  'sign-in-failed',
  'signed-out',
  'window-locked',
  'window-unlocked',
  'calendar-changed',
  'procedure-changed',
  'register-imported',
  /** A parcel was blocked, or set free. */
  'stop-order-added',
  'stop-order-lifted',
  'stop-orders-imported',
  /** A reporting period was closed, or opened again. */
  'period-closed',
  'period-reopened',
  /** A file left the office. */
  'exported',
  /** A paper with personal data was made ready to print. */
  'printed',
  /** A dossier page with full personal data was opened. */
  'looked',
  'settings-changed',
  /** Technical logs and replaced registers whose time had gone were deleted. */
  'outdated-deleted',
  'backup-made',
  'backup-failed',
  'restored',
  'verified',
  /** Derived rows did not match the history and were made again. */
  'rows-rebuilt',
  /** The register came from an export of everything. */
  'office-imported',
  /** The PC's clock was put back: what follows may be dated before what stands above it. */
  'clock-set-back',
  /** The register's file was written to by something else than the program. */
  'changed-outside',
] as const
export type AuditKind = (typeof AUDIT_KINDS)[number]
