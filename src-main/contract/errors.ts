/**
 * Errors are data: a code and parameters. The renderer makes the words.
 */

/** Every error the office can answer with, apart from bugs. */
export const ERROR_CODES = [
  /** Input does not fit the schema; `fields` says where. */
  'invalid-input',
  'not-found',
  /** The office has not been set up yet. */
  'office-not-set-up',
  'office-already-set-up',
  /** Somebody else changed the dossier meanwhile. */
  'dossier-changed',
  'step-not-allowed',
  'date-in-future',
  'date-before-acceptance',
  'date-before-result',
  'procedure-not-valid-on-date',
  'code-sequence-exhausted',
  'date-outside-calendar',
  /** The PC's own date lies outside the calendar, in `year`. */
  'pc-date-wrong',
  'no-such-event',
  'acceptance-cannot-be-revoked',
  /** An application that is no dossier yet. */
  'not-accepted',
  /** What happened before acceptance is not set right afterwards. */
  'entry-before-acceptance',
  /** An application in `state` that `step` cannot follow. */
  'arrival-step-not-allowed',
  /** An apology was sent already: it may be only once. */
  'apology-sent-before',
  'no-apology-drafted',
  /** The clock stands still: there is no day to put off. */
  'apology-while-stopped',
  /** The dossier is not late: there is no lateness to have a cause. */
  'not-late',
  /** Nobody has taken the dossier: there is nobody to remind. */
  'nobody-holds-it',
  /** Nothing was done: `refused` of the dossiers refuse, each named in `fields`. */
  'some-refused',
  /** Given out in a batch that nobody has confirmed yet. */
  'handover-open',
  'not-in-batch',
  /** Of several dossiers some stand in the way; `fields` names each, with its code in `params.dossier`. None has moved. */
  'dossiers-refused',
  /** Another person has it; `holder` says who. */
  'held-by-another',
  /** There is no such step in its path from where it stands. */
  'no-such-step',
  /** Only the receiver or the head confirms a batch. */
  'not-the-receiver',
  /** The parcel is blocked by `documents` that nobody has said to have seen. */
  'stop-order',
  /** The order was lifted before. */
  'stop-order-lifted',
  'file-too-large',
  'file-not-xlsx',
  'file-empty',
  'import-expired',
  'mapping-incomplete',
  'cancelled',
  'identity-failed',
  /** The last day of the period is not over: nothing is closed yet. */
  'period-not-over',
  /** That period stands closed, as `number`. */
  'period-closed',
  /** A closed period of the same kind, `number`, has some of the days and not the others. */
  'period-overlaps',
  /** The closed period was opened again before. */
  'period-reopened',
  /** What was shown is no longer what would happen. */
  'what-if-outdated',
  /** A version of the same procedure is in force on some of the days. */
  'versions-overlap',
  /** Pauses or a term that make no sense to the clock; `fault` says which. */
  'clock-fault',
  'supplement-asked-before',
  /** The form cannot be printed for the dossier as it stands; `form` says which. */
  'form-not-possible',
  /** A book of more lines than one file holds. */
  'book-too-long',
  'busy',
  /** The disk refused the write; nothing was saved. */
  'not-saved',
  /** Nobody is signed in at this window. */
  'not-signed-in',
  /** Somebody is signed in, but the window is locked. */
  'window-locked',
  /** A one-time password must be replaced before anything else. */
  'password-change-needed',
  /** None of the caller's roles has the right; `right` names it. */
  'not-allowed',
  /** Wrong login, wrong password or a deactivated account: which of them is not said. */
  'sign-in-refused',
  /** Tries are paced; `seconds` until the next. */
  'too-many-tries',
  /** The office would be left without an active administrator. */
  'last-administrator',
  /** The register is not open: only what {@link rescueContract} has is answered. */
  'register-hurt',
  /** The register is open: there is nothing to rescue. */
  'not-in-rescue',
  /** What was asked for makes no sense with the trouble there is. */
  'rescue-not-possible',
  /** The backup is not whole itself. */
  'backup-unfit',
  'seal-password-wrong',
  /** Not all of the history can be read: no new file was made of it. */
  'mending-failed',
  /** The sample is made up: it has no backups. */
  'not-in-sample',
  /** The sample is open to everybody: it has no accounts. */
  'no-people-in-sample',
  /** A backup was not made; `reason` is one of `BACKUP_FAILURES`. */
  'backup-failed',
  'backup-not-found',
  /** The file is no backup of this program. */
  'backup-foreign',
  /** Made by a newer version of the program. */
  'backup-newer',
  'backup-damaged',
  'backup-password-needed',
  'backup-wrong-password',
  /** Something was entered since the preview, or another preview took its place. */
  'restore-outdated',
  /** The register is as it was. */
  'restore-failed',
  /** The file is no export of everything. */
  'export-foreign',
  'export-newer',
  'export-damaged',
  /** The session does not exist (any more). */
  'no-session',
  /** The window does not reach its host (any more). */
  'no-connection',
  /** A bug. Details are in the log, never in the answer. */
  'internal',
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

/** What is wrong with one field of the input. */
export interface FieldError {
  /** Path into the input, joined by dots: `particulars.phone`. */
  field: string
  /** A code such as `required`, `too-long`, `not-a-date`. */
  code: string
  params: Record<string, string | number>
}

/** The error as it crosses every transport. */
export interface OfficeErrorData {
  code: ErrorCode
  params: Record<string, string | number>
  fields: FieldError[]
}

/** An expected refusal, thrown by use cases. Anything else thrown is a bug. */
export class OfficeError extends Error {
  readonly data: OfficeErrorData
  constructor(code: ErrorCode, params: Record<string, string | number> = {}, fields: FieldError[] = []) {
    super(code)
    this.name = 'OfficeError'
    this.data = { code, params, fields }
  }
}

/** A refusal that points at one field. */
export function fieldError(
  field: string,
  code: string,
  params: Record<string, string | number> = {},
): OfficeError {
  return new OfficeError('invalid-input', {}, [{ field, code, params }])
}
