import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** A new secret: 32 random bytes, written for use in an address or a cookie. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** Whether two secrets are the same, in a time that tells nothing about them. */
export function sameSecret(a: string, b: string): boolean {
  return timingSafeEqual(digest(a), digest(b))
}

const digest = (text: string) => createHash('sha256').update(text).digest()

/** Launch secrets: each opens one window and is worth nothing afterwards. */
export class LaunchSecrets {
  /** More than that are not kept: the oldest, never used, gives way. */
  static readonly LIMIT = 16
  #waiting: string[] = []

  issue(): string {
    const secret = newSecret()
    this.#waiting = [...this.#waiting.slice(1 - LaunchSecrets.LIMIT), secret]
    return secret
  }

  /** True once for each secret issued. */
  spend(candidate: string): boolean {
    let found = -1
    // Every one is compared, so that the time does not say which it was.
    this.#waiting.forEach((secret, index) => {
      if (sameSecret(secret, candidate)) found = index
    })
    if (found < 0) return false
    this.#waiting.splice(found, 1)
    return true
  }
}
