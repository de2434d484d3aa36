/**
 * Hashes for tests that make many: the same algorithm at a sixty-fourth of the cost. Used by
 * `vi.mock('node:crypto', cheapCrypto)`.
 */
import type * as NodeCrypto from 'node:crypto'

/** The cost every hash was asked for, in the order they were made. */
export const costsAsked: string[] = []

/** `node:crypto` with cheap hashes. */
export async function cheapCrypto(original: () => Promise<typeof NodeCrypto>): Promise<typeof NodeCrypto> {
  const crypto = await original()
  type Done = (error: Error | null, key: Buffer) => void
  const scrypt = (
    password: string,
    salt: Buffer,
    length: number,
    cost: NodeCrypto.ScryptOptions,
    done: Done,
  ): void => {
    costsAsked.push(JSON.stringify({ ...cost, length, salt: salt.length }))
    crypto.scrypt(password, salt, length, { ...cost, N: 1024 }, done)
  }
  return { ...crypto, scrypt: Object.assign(scrypt, crypto.scrypt) }
}
