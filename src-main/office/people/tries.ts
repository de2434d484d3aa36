/**
 * Trying and making passwords: paced, one hash at a time, the same cost whatever is wrong.
 */
import { OfficeError, fieldError } from '../../contract/errors.ts'
import { passwordFault } from '../../domain/people.ts'
import type { Account } from '../../store/people.ts'
import type { Context, Office } from '../context.ts'
import type { Session } from '../core.ts'
import { Pacing } from './pacing.ts'
import { hashPassword, isPassword } from './passwords.ts'

const pacings = new WeakMap<Office, Pacing>()

function pacingOf(office: Office): Pacing {
  let pacing = pacings.get(office)
  if (!pacing) pacings.set(office, (pacing = new Pacing()))
  return pacing
}

/** Hashes are made one after another: each takes 64 MiB. More than that may not wait. */
const LONGEST_QUEUE = 20
let waiting = 0
let lastHash: Promise<unknown> = Promise.resolve()

function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (waiting >= LONGEST_QUEUE) throw new OfficeError('too-many-tries', { seconds: 5 })
  waiting++
  const done = lastHash.then(work).finally(() => waiting--)
  lastHash = done.catch(() => undefined)
  return done
}

/** So many tries of one window may wait: a flood of them from there must not keep others from signing in. */
const MOST_OF_A_WINDOW = 2
const triesOf = new WeakMap<Session, number>()

/**
 * Tries a password under the pace of its login, as the window asks for it.
 * @throws OfficeError `too-many-tries`.
 */
export async function tryPassword(
  { office, session }: Pick<Context, 'office' | 'session'>,
  login: string,
  password: string,
): Promise<Account | null> {
  const tries = triesOf.get(session) ?? 0
  if (tries >= MOST_OF_A_WINDOW) throw new OfficeError('too-many-tries', { seconds: 1 })
  triesOf.set(session, tries + 1)
  try {
    return await tryPaced(office, login, password)
  } finally {
    triesOf.set(session, (triesOf.get(session) ?? 1) - 1)
  }
}

async function tryPaced(office: Office, login: string, password: string): Promise<Account | null> {
  const pacing = pacingOf(office)
  const now = Date.parse(office.now())
  const seconds = pacing.secondsToWait(login, now)
  if (seconds > 0) throw new OfficeError('too-many-tries', { seconds })
  pacing.begin(login, now)
  const account = accountOf(office, login)
  const right = await inTurn(() => isPassword(password, account?.password ?? null))
  if (!right || !account?.active) return null
  pacing.succeeded(login)
  return account
}

function accountOf(office: Office, login: string): Account | undefined {
  return [...office.rules.accounts.values()].find((account) => account.login === login)
}

/** Forgets the wrong tries at a login: it has a new password. */
export function forgetTries(office: Office, login: string): void {
  pacingOf(office).succeeded(login)
}

/** Seconds until a login may be tried again; 0: at once. */
export function secondsToWait(office: Office, login: string): number {
  return pacingOf(office).secondsToWait(login, Date.parse(office.now()))
}

/** Makes the hash of a new password, in turn with the others. @throws OfficeError `too-many-tries`. */
export function newHash(password: string): Promise<string> {
  return inTurn(() => hashPassword(password))
}

/** @throws OfficeError `invalid-input` at `field` for a password that is not good enough. */
export function checkPassword(password: string, login: string, field: string): void {
  const fault = passwordFault(password, login)
  if (fault !== null) throw fieldError(field, FAULTS[fault])
}

const FAULTS = {
  'too-short': 'password-too-short',
  'too-long': 'too-long',
  'too-simple': 'password-too-simple',
} as const
