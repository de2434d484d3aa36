/**
 * The door: what signing in costs besides its hash, and what others feel of it meanwhile.
 */
import { scrypt } from 'node:crypto'
import { z } from 'zod'
import { type BenchContext, type BenchRow, benchRow } from '../row.ts'

const LOGIN = 'do.toc.do'
const PASSWORD = 'một mật khẩu để đo'
const signedIn = z.object({ user: z.object({ login: z.literal(LOGIN) }) })

/** The hash and nothing else, at the cost the office asks for. */
function bareHash(): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const cost = { N: 2 ** 16, r: 8, p: 1, maxmem: 256 * 1024 * 1024 }
    scrypt(PASSWORD, 'sixteen bytes ..', 32, cost, (error, key) => (error ? reject(error) : resolve(key)))
  })
}

/** Makes an office that is open to everybody ask for sign-in. */
async function closeTheDoor({ call }: BenchContext): Promise<void> {
  const account = { login: LOGIN, password: PASSWORD, roles: ['counter'] }
  await call('people', 'setAccess', { kind: 'sign-in', lockAfterMinutes: 0, account })
}

async function openTheDoor({ call }: BenchContext): Promise<void> {
  await call('people', 'signIn', { login: LOGIN, password: PASSWORD })
  await call('people', 'setAccess', { kind: 'open', lockAfterMinutes: 0, account: null })
}

const signIn = benchRow({
  name: 'sign-in',
  describe: 'people.signIn: paced, hashed, written down',
  describeRaw: 'one hash of the same cost',
  sizes: ['register'],
  maxRounds: 30,
  prepare: closeTheDoor,
  end: openTheDoor,
  ours: async ({ call }) =>
    signedIn.parse(await call('people', 'signIn', { login: LOGIN, password: PASSWORD })).user.login,
  raw: bareHash,
})

/** As many as take longer than a hash does. */
const PAGES = 1000

async function readPages({ call }: BenchContext): Promise<void> {
  // The same few again and again: a first look at a dossier is also a write.
  for (let n = 0; n < PAGES; n++) await call('dossiers', 'get', { id: 1 + (n % 50) })
}

const meanwhile = benchRow({
  name: 'dossier pages while somebody signs in',
  describe: 'dossiers.get a thousand times, from the beginning of a hash until after its end',
  describeRaw: 'the same, and no hash',
  sizes: ['register'],
  maxRounds: 20,
  prepare: () => null,
  ours: async (context) => {
    const hash = bareHash()
    await readPages(context)
    await hash
  },
  raw: readPages,
})

export const rows: readonly BenchRow[] = [signIn, meanwhile]
