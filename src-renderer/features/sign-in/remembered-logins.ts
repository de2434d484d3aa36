/**
 * The logins last used on this PC, to be offered while typing. The office itself names nobody at the door.
 */
import { LOGIN } from '../../../src-main/domain/people.ts'

const KEPT = 'so-mot-cua.logins'
const MOST = 6

/** The logins last used here, the newest first. */
export function rememberedLogins(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT) ?? '[]')
    if (!Array.isArray(kept)) return []
    return kept
      .filter((login): login is string => typeof login === 'string' && LOGIN.test(login))
      .slice(0, MOST)
  } catch {
    return []
  }
}

/** Remembers who has just signed in here. */
export function rememberLogin(login: string): void {
  const logins = [login, ...rememberedLogins().filter((other) => other !== login)]
  localStorage.setItem(KEPT, JSON.stringify(logins.slice(0, MOST)))
}
