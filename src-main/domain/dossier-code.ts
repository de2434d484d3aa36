/**
 * The dossier code (*mã hồ sơ*): agency identifier – yymmdd of reception – four-digit sequence of the day,
 * e.g. `000.00.22.H32-200102-0001`.
 */
import type { CivilDate } from './civil-date.ts'
import { bearable } from './names.ts'

/** What an agency identifier looks like: groups of letters and digits joined by dots. */
export const AGENCY_CODE = /^[0-9A-Z]+(\.[0-9A-Z]+)*$/

/** The last sequence number a day can have. */
export const LAST_SEQUENCE = 9999

/** Dashes of every length, and the minus sign that is typed for one. */
const DASH = /[\p{Pd}\u2212]/gu
/** Spaces, control and format characters (zero-width spaces, soft hyphens): no part of a code. */
const BLANK = /[\s\p{Cc}\p{Cf}]/gu

/**
 * The one form of a code in which it is stored, compared and looked for: upper case, plain dashes, nothing
 * invisible. `000.00.22.h32 – 200102 – 0001` → `000.00.22.H32-200102-0001`.
 */
export function normalCode(text: string): string {
  return bearable(text.replace(BLANK, '')).replace(DASH, '-').toUpperCase().normalize('NFC')
}

/** The part of a code common to all dossiers of a day, with its closing dash. */
export function codePrefix(agencyCode: string, date: CivilDate): string {
  return `${agencyCode}-${date.slice(2, 4)}${date.slice(5, 7)}${date.slice(8, 10)}-`
}

/** The code with that sequence number of the day. @throws RangeError past {@link LAST_SEQUENCE}. */
export function dossierCode(agencyCode: string, date: CivilDate, sequence: number): string {
  if (!Number.isInteger(sequence) || sequence < 1 || sequence > LAST_SEQUENCE) {
    throw new RangeError(`no such sequence number: ${sequence}`)
  }
  return codePrefix(agencyCode, date) + String(sequence).padStart(4, '0')
}

/** The sequence number at the end of a code, or `null` when it does not end in one. */
export function sequenceOf(code: string): number | null {
  const match = /-(\d{4})$/.exec(code)
  return match ? Number(match[1]) : null
}
