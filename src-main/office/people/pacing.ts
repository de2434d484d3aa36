/**
 * Pacing of tries at a password: after a few free ones each further wrong try makes the next wait twice as long.
 * Kept for every login that is tried, whether it exists or not, so that the pace says nothing about who works here.
 */

/** Wrong tries that cost no wait. */
const FREE = 3
const LONGEST_SECONDS = 300
/**
 * More logins than that are not remembered: the one with the fewest wrong tries gives way. To crowd out a login that is
 * being guessed at takes hours of hashes.
 */
const REMEMBERED = 10_000

/** Remembers wrong tries. Moments are milliseconds of one clock, which may be put back. */
export class Pacing {
  readonly #wrong = new Map<string, { tries: number; from: number; wait: number }>()

  /** Seconds this login still has to wait; 0 when it may be tried. */
  secondsToWait(login: string, now: number): number {
    const wrong = this.#wrong.get(login)
    if (wrong === undefined) return 0
    // The clock was put back: the wait begins anew, it does not grow.
    wrong.from = Math.min(wrong.from, now)
    return Math.max(0, Math.ceil((wrong.from + wrong.wait - now) / 1000))
  }

  /** Counts a try before it is made, so that tries side by side do not escape the pace. */
  begin(login: string, now: number): void {
    const tries = (this.#wrong.get(login)?.tries ?? 0) + 1
    const wait = tries <= FREE ? 0 : Math.min(2 ** (tries - FREE), LONGEST_SECONDS)
    this.#wrong.delete(login)
    this.#wrong.set(login, { tries, from: now, wait: wait * 1000 })
    if (this.#wrong.size > REMEMBERED) this.#forgetOne(login)
  }

  /** The password was right: what went before is forgotten. */
  succeeded(login: string): void {
    this.#wrong.delete(login)
  }

  #forgetOne(present: string): void {
    let least: { login: string; tries: number } | null = null
    for (const [login, { tries }] of this.#wrong) {
      if (login !== present && tries < (least?.tries ?? Infinity)) least = { login, tries }
      if (least?.tries === 1) break
    }
    if (least !== null) this.#wrong.delete(least.login)
  }
}
