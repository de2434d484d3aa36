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
  'file-too-large',
  'file-not-xlsx',
  'file-empty',
  'import-expired',
  'mapping-incomplete',
  'cancelled',
  'identity-failed',
  /** What was shown is no longer what would happen. */
  'what-if-outdated',
  /** A version of the same procedure is in force on some of the days. */
  'versions-overlap',
  /** Pauses or a term that make no sense to the clock; `fault` says which. */
  'clock-fault',
  'supplement-asked-before',
  'busy',
  /** The disk refused the write; nothing was saved. */
  'not-saved',
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
