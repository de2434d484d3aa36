/**
 * People of the office: their roles, and what each role may do.
 */

/**
 * What somebody does in the branch; a person may hold several:
 * counter (*cán bộ một cửa*), specialist (*chuyên viên thụ lý*), head (*lãnh đạo chi nhánh*),
 * administrator (*quản trị*: people, settings, backups; no right to work on dossiers by itself).
 */
export const ROLES = ['counter', 'specialist', 'head', 'administrator'] as const
export type Role = (typeof ROLES)[number]

/**
 * What an operation asks of whoever calls it. `anyone` needs no sign-in, `signed-in` needs no role; every other
 * right comes with a role.
 */
export const RIGHTS = [
  'anyone',
  'signed-in',
  /** Read the register: lists, dossier pages, figures, calendar, catalogue. */
  'read',
  /** Take in a dossier. */
  'receive',
  /** Record what happens to a dossier: steps, pauses, corrections, printed papers. */
  'process',
  /** Decide in the office's name: approve apologies with a new day, close reporting periods and open them again. */
  'approve',
  /** Block parcels by stop orders and set them free. */
  'stops',
  /** Take lists and figures out of the office as files. */
  'export',
  /** Bring in a register from a file. */
  'import',
  /** Change calendar, hours, conventions and the procedure catalogue. */
  'rules',
  /** Add people, give roles, reset passwords, choose how the office is opened. */
  'people',
  /** Change the office's particulars and settings. */
  'settings',
  /** Read and verify the audit. */
  'audit',
  /** Make backups, restore them, take everything out as open files. */
  'backup',
] as const
export type Right = (typeof RIGHTS)[number]

const DESK: readonly Right[] = ['read', 'receive', 'process', 'export']

const RIGHTS_OF: Readonly<Record<Role, readonly Right[]>> = {
  counter: [...DESK, 'stops'],
  // Who works on a dossier does not set its parcel free.
  specialist: ['read', 'process', 'export'],
  head: [...DESK, 'approve', 'stops', 'import', 'rules', 'settings', 'audit'],
  administrator: ['read', 'import', 'rules', 'people', 'settings', 'audit', 'backup'],
}

/** Whether somebody with these roles has a right. */
export function hasRight(roles: readonly Role[], right: Right): boolean {
  if (right === 'anyone' || right === 'signed-in') return true
  return roles.some((role) => RIGHTS_OF[role].includes(right))
}

/** All rights of these roles, in the order of {@link RIGHTS}. */
export function rightsOf(roles: readonly Role[]): Right[] {
  return RIGHTS.filter((right) => hasRight(roles, right))
}

/**
 * Whether citizen numbers are shown in full in lists and their exports: only to the counter, who compares them
 * with the card on the table. Everybody else sees them on the dossier page, where the look is logged.
 */
export function seesFullNumbersInLists(roles: readonly Role[]): boolean {
  return roles.includes('counter')
}

/** A citizen or organisation number with all but its first three and last two characters hidden. */
export function maskNumber(number: string): string {
  return number.length <= 5
    ? '•'.repeat(number.length)
    : number.slice(0, 3) + '•'.repeat(number.length - 5) + number.slice(-2)
}

/** Shortest and longest password, in characters. */
export const PASSWORD_LENGTH = { min: 10, max: 200 } as const

/** Why a new password is not taken: codes for the field. `null` when it is good. */
export function passwordFault(
  password: string,
  login: string,
): 'too-short' | 'too-long' | 'too-simple' | null {
  if (password.length < PASSWORD_LENGTH.min) return 'too-short'
  if (password.length > PASSWORD_LENGTH.max) return 'too-long'
  const low = password.toLowerCase()
  // One or two characters over and over, a run of keys, or the own login with something tacked on.
  const simple =
    new Set(low).size < 4 ||
    RUNS.some((run) => run.includes(low)) ||
    (login !== '' && low.includes(login) && low.length - login.length < 4)
  return simple ? 'too-simple' : null
}

const RUNS = [
  '01234567890123456789',
  '98765432109876543210',
  'qwertyuiopasdfghjklzxcvbnm',
  'abcdefghijklmnopqrstuvwxyz',
]

/** The one form logins are kept and compared in: lower case, no spaces around. */
export const normalLogin = (login: string): string => login.normalize('NFC').trim().toLowerCase()

/** What a login may look like. */
export const LOGIN = /^[a-z0-9][a-z0-9._-]{1,39}$/
