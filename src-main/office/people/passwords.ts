/**
 * Passwords: scrypt (RFC 7914) with a salt of its own for each. A hash costs about 100 ms and 64 MiB, off the main
 * thread.
 */
import { type ScryptOptions, randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto'

/** Cost of new hashes: N, r, p. Old hashes carry their own. */
const COST = { N: 2 ** 16, r: 8, p: 1 } as const
const KEY_BYTES = 32
const MAX_MEMORY = 256 * 1024 * 1024

/** Hashes a password for keeping: `scrypt$N$r$p$salt$hash`, the last two in base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const { N, r, p } = COST
  const key = await derive(password, salt, COST)
  return ['scrypt', N, r, p, salt.toString('base64url'), key.toString('base64url')].join('$')
}

/** Whether a password is the one a kept hash was made of. A `null` hash costs the same and is never right. */
export async function isPassword(tried: string, kept: string | null): Promise<boolean> {
  const [algorithm, N, r, p, salt, hash] = (kept ?? NOBODY).split('$')
  if (algorithm !== 'scrypt' || salt === undefined || hash === undefined) return false
  const expected = Buffer.from(hash, 'base64url')
  const key = await derive(tried, Buffer.from(salt, 'base64url'), {
    N: Number(N),
    r: Number(r),
    p: Number(p),
  })
  return key.length === expected.length && timingSafeEqual(key, expected) && kept !== null
}

/** A hash nobody has the password of, so that an unknown login costs what a known one does. */
const NOBODY = `scrypt$${COST.N}$${COST.r}$${COST.p}$${'A'.repeat(22)}$${'A'.repeat(43)}`

function derive(password: string, salt: Buffer, cost: Pick<ScryptOptions, 'N' | 'r' | 'p'>): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // The same letters typed on another keyboard are the same password.
    scrypt(password.normalize('NFC'), salt, KEY_BYTES, { ...cost, maxmem: MAX_MEMORY }, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })
}

/** Letters and digits that are not mistaken for one another on paper. */
const CLEAR = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A one-time password, to be read out or written down: `xxxx-xxxx-xxxx`, 59 bits. */
export function oneTimePassword(): string {
  const four = () => Array.from({ length: 4 }, () => CLEAR[randomInt(CLEAR.length)]).join('')
  return [four(), four(), four()].join('-')
}
