import type { Core, Session } from '../office/core.ts'
import { LaunchSecrets, newSecret } from './secrets.ts'

/** The windows that were let in: a launch secret is exchanged for a window's key, kept in its cookie. */
export class Windows {
  readonly #core: Pick<Core, 'openSession'>
  readonly #sessions = new Map<string, Session>()
  readonly #launches = new LaunchSecrets()

  constructor(core: Pick<Core, 'openSession'>) {
    this.#core = core
  }

  /** A secret for the address that opens one window. */
  issueLaunchSecret(): string {
    return this.#launches.issue()
  }

  /** The new window's key, or `null` when the secret is wrong or was used before. */
  admit(launchSecret: string): string | null {
    if (!this.#launches.spend(launchSecret)) return null
    const key = newSecret()
    this.#sessions.set(key, this.#core.openSession())
    return key
  }

  /** Makes a secret worthless without letting anybody in: the browser that brought it has its key already. */
  spend(launchSecret: string): void {
    this.#launches.spend(launchSecret)
  }

  /** The session of a key; looking it up in a hash table tells an attacker nothing about 256 random bits. */
  session(key: string | undefined): Session | null {
    return (key !== undefined && this.#sessions.get(key)) || null
  }

  /**
   * A new key for the window of a key, which is worth nothing afterwards: whoever knew it before somebody signed in
   * must not know it after. `null` when it was exchanged already.
   */
  renew(key: string): string | null {
    const session = this.#sessions.get(key)
    if (session === undefined) return null
    const next = newSecret()
    this.#sessions.delete(key)
    this.#sessions.set(next, session)
    return next
  }
}
