import type * as Crypto from 'node:crypto'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { writeXlsx } from 'hucre/xlsx'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ROLES, type Role } from '../../domain/people.ts'
import { TARGETS, fitting, places } from '../attack-walk.ts'
import type { Core, Reply, Session } from '../core.ts'
import { clientOf, openTestCore, receptionOf, refusalOf } from '../test-core.ts'
import { Pacing } from './pacing.ts'

const hashes = vi.hoisted(() => ({ made: 0, atOnce: 0, most: 0 }))
vi.mock('node:crypto', async (original) => {
  const real = await original<typeof Crypto>()
  type Done = (error: Error | null, key: Buffer) => void
  const scrypt = (password: string, salt: Buffer, length: number, _cost: unknown, done: Done) => {
    hashes.made++
    hashes.most = Math.max(hashes.most, ++hashes.atOnce)
    // The real function at a thousandth of its cost.
    real.scrypt(password, salt, length, { N: 2 ** 6 }, (error, key) => {
      hashes.atOnce--
      done(error, key)
    })
  }
  return { ...real, scrypt }
})
beforeEach(() => void Object.assign(hashes, { made: 0, atOnce: 0, most: 0 }))

const PASSWORD = 'mật-khẩu-thử-9'

/** An office with an administrator at its first window, and a person of these roles at another. */
async function officeWith(roles: readonly Role[]) {
  const test = await openTestCore({ account: { login: 'truong', password: PASSWORD, roles: ['counter'] } })
  const { person, password } = await test.client.people.add({ name: 'Lan', login: 'lan', roles: [...roles] })
  const window = test.core.openSession()
  const lan = clientOf(test.core, window)
  await lan.people.signIn({ login: 'lan', password: password ?? '' })
  await lan.people.changePassword({ current: password ?? '', next: PASSWORD })
  return { ...test, window, lan, lanId: person.id }
}

function accountsIn(dataDir: string): unknown[] {
  const db = new BetterSqlite3(join(dataDir, 'register.db'), { readonly: true })
  try {
    return db
      .prepare('SELECT staff_id, login, password, roles, active, must_change FROM account ORDER BY 1')
      .all()
  } finally {
    db.close()
  }
}

const codeOf = (reply: Reply): string => (reply.ok ? 'ok' : reply.error.code)

describe('role escalation', () => {
  it('by changing one’s own roles, account or the way the office is opened', async () => {
    for (const roles of [['counter'], ['specialist'], ['head'], []] satisfies Role[][]) {
      const { core, window, lanId, dataDir } = await officeWith(roles)
      const before = accountsIn(dataDir)
      const account = { login: 'lan2', password: PASSWORD, roles: [...ROLES] }
      for (const [operation, input] of [
        ['change', { id: lanId, login: 'lan', roles: ['administrator'] }],
        ['add', { name: 'Lan Hai', login: 'lan2', roles: ['administrator'] }],
        ['setActive', { id: 1, active: false }],
        ['resetPassword', { id: 1 }],
        ['setAccess', { kind: 'open', lockAfterMinutes: 0, account: null }],
        ['setAccess', { kind: 'sign-in', lockAfterMinutes: 0, account }],
        ['list', undefined],
      ] as const) {
        const reply = await core.call(window, ['people', operation], input)
        expect([roles, operation, codeOf(reply)]).toEqual([roles, operation, 'not-allowed'])
      }
      for (const [path, input] of [
        [['people', 'claim'], { name: 'Lan', login: 'lan', password: PASSWORD }],
        [['office', 'setUp'], { office: OFFICE, userName: 'Lan', account }],
      ] as const) {
        expect(codeOf(await core.call(window, path, input))).toBe('office-already-set-up')
      }
      expect(accountsIn(dataDir)).toEqual(before)
    }
  })

  it('by fields smuggled into any input: who calls and what they may do is not taken from there', async () => {
    const { core, window, lan, lanId, dataDir, bugs } = await officeWith(['counter'])
    const before = accountsIn(dataDir)
    const [procedure] = await lan.office.procedures({ on: '2026-11-23' })
    await lan.reception.receive(receptionOf(procedure?.id ?? 0))
    const smuggled = {
      right: 'anyone',
      rights: ['people', 'backup'],
      roles: [...ROLES],
      role: 'administrator',
      user: { id: 1, roles: [...ROLES] },
      userId: 1,
      authorId: 1,
      author: 1,
      staffId: 1,
      personId: 1,
      generation: 0,
      locked: false,
      session: { id: 'x', presences: [] },
      register: 'register',
      meta: { right: 'anyone' },
      context: { session: null },
      at: '1999-01-01T00:00:00.000Z',
      enteredAt: '1999-01-01T00:00:00.000Z',
    }
    const OPEN = ['office.setUp', 'people.signIn', 'people.unlock', 'people.claim', 'people.changePassword']
    for (const { path, input, name } of TARGETS.filter(
      (one) => one.input !== null && !OPEN.includes(one.name),
    )) {
      if (input === null || name === 'backups.importAll' || name.startsWith('rescue.')) continue
      const plain = fitting(input, { procedureId: procedure?.id })
      const bare = codeOf(await core.call(window, path, plain))
      for (const place of places(plain)) {
        const { value } = place
        if (typeof value !== 'object' || value === null || Array.isArray(value)) continue
        for (const extra of [smuggled, JSON.parse(`{"__proto__":${JSON.stringify(smuggled)}}`) as object]) {
          const reply = await core.call(window, path, place.put({ ...extra, ...value, ...own(extra) }))
          if (bare === 'not-allowed') expect([name, codeOf(reply)]).toEqual([name, 'not-allowed'])
        }
      }
    }
    expect(bugs).toEqual([])
    expect(accountsIn(dataDir)).toEqual(before)
    expect((await lan.office.status()).user).toMatchObject({ id: lanId, roles: ['counter'] })
    const db = new BetterSqlite3(join(dataDir, 'register.db'), { readonly: true })
    const events = db.prepare<[], { author: number; at: string }>(
      'SELECT author_id AS author, entered_at AS at FROM dossier_event',
    )
    const written = events.all()
    db.close()
    expect(written.length).toBeGreaterThan(1)
    for (const { author, at } of written) {
      expect(author).toBe(lanId)
      expect(at).toMatch(/^2026-11-23/)
    }
  })

  it('by claiming twice at once: there is one first administrator', async () => {
    const { core, dataDir } = await openTestCore({ setUp: false })
    const setUp = (name: string) =>
      core.call(core.openSession(), ['office', 'setUp'], {
        office: OFFICE,
        userName: name,
        account: { login: name, password: PASSWORD, roles: [] },
      })
    const replies = await Promise.all(['an', 'binh', 'chi', 'dung'].map(setUp))
    expect(replies.map(codeOf).toSorted()).toEqual(
      [...Array<string>(3).fill('office-already-set-up'), 'ok'].toSorted(),
    )
    expect(accountsIn(dataDir)).toHaveLength(1)
  })

  it('by claiming twice at once an office of an earlier version', async () => {
    const first = await openTestCore()
    await first.core.close()
    const db = new BetterSqlite3(join(first.dataDir, 'register.db'))
    db.exec("DELETE FROM setting WHERE key = 'access'")
    db.close()
    const { core, client } = await openTestCore({ dataDir: first.dataDir, setUp: false })
    expect((await client.office.status()).unclaimed).toBe(true)
    const claim = (login: string) =>
      core.call(core.openSession(), ['people', 'claim'], {
        name: `Người ${login}`,
        login,
        password: PASSWORD,
      })
    const replies = await Promise.all(['an', 'binh', 'chi', 'dung'].map(claim))
    expect(replies.map(codeOf).toSorted()).toEqual(
      [...Array<string>(3).fill('office-already-set-up'), 'ok'].toSorted(),
    )
    expect(accountsIn(first.dataDir)).toHaveLength(1)
  })

  it('by another window’s import', async () => {
    const { core, window, client } = await officeWith(['head'])
    const file = await writeXlsx({
      sheets: [
        {
          name: 'Sổ',
          rows: [
            ['Mã', 'Tên'],
            ['x', 'BÍ MẬT'],
          ],
        },
      ],
    })
    const content = Buffer.from(file).toString('base64')
    const admin = core.openSession()
    await clientOf(core, admin).people.signIn({ login: 'truong', password: PASSWORD })
    const { importId } = await clientOf(core, admin).imports.open({ fileName: 'x.xlsx', content })
    const page = { importId, code: null, blockingOnly: false, page: 0, pageSize: 10 }
    const choice = { importId, sheet: 'Sổ', headerRow: 1 }
    for (const [operation, input] of [
      ['sheet', choice],
      ['check', { ...choice, mapping: {} }],
      ['problems', page],
      ['commit', { importId }],
      ['cancel', { importId }],
      ['failedRows', { importId, language: 'vi' }],
    ] as const) {
      const reply = await core.call(window, ['imports', operation], input)
      expect([operation, codeOf(reply)]).toEqual([operation, 'import-expired'])
      expect(JSON.stringify(reply)).not.toContain('BÍ MẬT')
    }
    expect((await client.dossiers.counts()).all).toBe(0)
  })

  it('by the sample: what one may there, one may not here, nor come in through it', async () => {
    const { core, client } = await officeWith(['counter'])
    const stranger = core.openSession()
    const before = await client.people.list()
    stranger.register = 'sample'
    stranger.presences.set('sample', { staffId: 1, locked: false, generation: 0 })
    stranger.register = 'register'
    for (const path of [
      ['people', 'list'],
      ['dossiers', 'counts'],
      ['office', 'staff'],
    ]) {
      expect(codeOf(await core.call(stranger, path, undefined))).toBe('not-signed-in')
    }
    expect(await client.people.list()).toEqual(before)
  })

  it('by waiting: rights taken away are gone at the very next call, and a deactivated person with them', async () => {
    const { client, core, window, lanId } = await officeWith(['head', 'administrator'])
    expect(codeOf(await core.call(window, ['people', 'list'], undefined))).toBe('ok')
    await client.people.change({ id: lanId, login: 'lan', roles: ['specialist'] })
    expect(codeOf(await core.call(window, ['people', 'list'], undefined))).toBe('not-allowed')
    await client.people.setActive({ id: lanId, active: false })
    expect(codeOf(await core.call(window, ['dossiers', 'counts'], undefined))).toBe('not-signed-in')
    await client.people.setActive({ id: lanId, active: true })
    expect(codeOf(await core.call(window, ['dossiers', 'counts'], undefined))).toBe('not-signed-in')
  })

  it('by changing the password while it is being reset: the reset stands', async () => {
    const { client, lan, lanId, core } = await officeWith(['counter'])
    const next = 'của-kẻ-trộm-77'
    const [stolen, reset] = await Promise.allSettled([
      lan.people.changePassword({ current: PASSWORD, next }),
      client.people.resetPassword({ id: lanId }),
    ])
    const { password } = reset.status === 'fulfilled' ? reset.value : { password: '' }
    const signIn = (tried: string) =>
      core.call(core.openSession(), ['people', 'signIn'], { login: 'lan', password: tried })
    expect([stolen.status, reset.status]).toEqual(['rejected', 'fulfilled'])
    expect(codeOf(await signIn(next))).toBe('sign-in-refused')
    expect(codeOf(await signIn(password))).toBe('ok')
    expect((await client.people.list()).find(({ id }) => id === lanId)?.mustChangePassword).toBe(true)
  })

  it('of a locked window: no operation but those of the door answers', async () => {
    const { core, window, lan } = await officeWith(ROLES)
    await lan.people.lock()
    for (const { path, right, name } of TARGETS.filter(({ right }) => right !== 'anyone')) {
      const reply = await core.call(window, path, {})
      expect([name, right, codeOf(reply)]).toEqual([name, right, 'window-locked'])
    }
    await lan.people.lock()
    expect(codeOf(await core.call(window, ['people', 'unlock'], { password: 'x' }))).toBe('sign-in-refused')
    expect((await lan.office.status()).locked).toBe(true)
  })
})

const OFFICE = {
  name: 'Chi nhánh',
  parentAgency: 'Văn phòng',
  agencyCode: '000.00.22.H32',
  place: '',
  closingTime: '17:00',
}

const own = (extra: object): object => Object.fromEntries(Object.entries(extra))

describe('enumeration of users', () => {
  const KINDS = [
    'known',
    'unknown',
    'deactivated',
    'must-change',
    'without-account',
    "x' OR 1=1 --",
    '__proto__',
    'a'.repeat(100),
  ]

  async function officeOfKinds() {
    const test = await openTestCore({ account: { login: 'truong', password: PASSWORD, roles: [] } })
    const add = (login: string | null) => test.client.people.add({ name: `Người ${login}`, login, roles: [] })
    await add('known')
    await add('must-change')
    await add(null)
    const { person } = await add('deactivated')
    await test.client.people.setActive({ id: person.id, active: false })
    return test
  }

  it('by what is said: the same of everybody, at every try', async () => {
    const { core } = await officeOfKinds()
    const said = new Map<string, unknown[]>()
    for (const login of KINDS) {
      const answers: unknown[] = []
      for (let i = 0; i < 6; i++) {
        const reply = await core.call(core.openSession(), ['people', 'signIn'], {
          login,
          password: 'sai-mật-khẩu',
        })
        answers.push(reply)
      }
      said.set(login, answers)
    }
    const [first] = said.values()
    expect(first?.map((reply) => JSON.stringify(reply))).toContainEqual(
      expect.stringContaining('too-many-tries'),
    )
    for (const [login, answers] of said) expect([login, answers]).toEqual([login, first])
  })

  it('by time: one hash for everybody, and one entry in the audit', async () => {
    const { core, dataDir } = await officeOfKinds()
    const entries = () => {
      const db = new BetterSqlite3(join(dataDir, 'register.db'), { readonly: true })
      const found = db.prepare<[], { n: number }>('SELECT count(*) AS n FROM audit_entry').get()
      db.close()
      return found?.n ?? 0
    }
    for (const login of KINDS) {
      const [made, noted] = [hashes.made, entries()]
      await core.call(core.openSession(), ['people', 'signIn'], { login, password: 'sai-mật-khẩu' })
      expect([login, hashes.made - made, entries() - noted]).toEqual([login, 1, 1])
    }
  })

  it('by the right password of somebody deactivated', async () => {
    const { core, client, lanId } = await officeWith(['counter'])
    await client.people.setActive({ id: lanId, active: false })
    const refusal = async (input: { login: string; password: string }) =>
      refusalOf(clientOf(core, core.openSession()).people.signIn(input))
    const right = await refusal({ login: 'lan', password: PASSWORD })
    expect(right).toEqual(await refusal({ login: 'nobody', password: PASSWORD }))
    expect(right.code).toBe('sign-in-refused')
  })

  it('by what anybody may ask: nobody’s name, login or number of dossiers', async () => {
    const { core, lan } = await officeWith(['counter'])
    const [procedure] = await lan.office.procedures({ on: '2026-11-23' })
    await lan.reception.receive(receptionOf(procedure?.id ?? 0))
    const status = await core.call(core.openSession(), ['office', 'status'], undefined)
    expect(JSON.stringify(status)).not.toMatch(/Lan|lan"|Nguyễn|truong/)
    expect(status).toMatchObject({ value: { dossiers: 0, user: null } })
  })
})

describe('guessing of passwords', () => {
  const guess = (core: Core, session: Session, login: string, password: string) =>
    core.call(session, ['people', 'signIn'], { login, password })

  it('a hundred at once: few are tried, no two at a time, and nobody gets in', async () => {
    const { core } = await officeWith(['counter'])
    hashes.made = 0
    const tries = Array.from({ length: 100 }, (_, i) => guess(core, core.openSession(), 'lan', `sai-${i}`))
    const codes = (await Promise.all([...tries, guess(core, core.openSession(), 'LAN ', PASSWORD)])).map(
      codeOf,
    )
    expect(hashes.made).toBeLessThanOrEqual(5)
    expect(hashes.most).toBe(1)
    expect(codes).not.toContain('ok')
    expect(codes.filter((code) => code === 'too-many-tries').length).toBeGreaterThan(90)
  })

  it('a hundred at once at a hundred logins: no two at a time, and few wait', async () => {
    const { core } = await officeWith(['counter'])
    hashes.made = 0
    const window = core.openSession()
    await Promise.all(Array.from({ length: 100 }, (_, i) => guess(core, window, `ai-${i}`, 'sai')))
    expect(hashes.most).toBe(1)
    expect(hashes.made).toBeLessThanOrEqual(21)
  })

  it('at other logins costs nobody their own turn', async () => {
    const { core } = await officeWith(['counter'])
    const window = core.openSession()
    const flood = Array.from({ length: 100 }, (_, i) => guess(core, window, `ai-${i}`, 'sai'))
    const lan = await guess(core, core.openSession(), 'lan', PASSWORD)
    await Promise.all(flood)
    expect(codeOf(lan)).toBe('ok')
  })

  it('slows down whatever way it is written, through whatever door', async () => {
    const { core, window, lan } = await officeWith(['counter'])
    await lan.people.lock()
    const codes: string[] = []
    for (const login of ['lan', 'LAN', ' lan ', 'Lan'])
      codes.push(codeOf(await guess(core, core.openSession(), login, 'sai')))
    codes.push(codeOf(await guess(core, core.openSession(), 'lan', 'sai')))
    codes.push(codeOf(await core.call(window, ['people', 'unlock'], { password: 'sai' })))
    expect(codes.slice(-2)).toEqual(['too-many-tries', 'too-many-tries'])
  })

  it('locks nobody out for longer than five minutes', () => {
    const pacing = new Pacing()
    let now = 0
    for (let i = 0; i < 50; i++) {
      now += pacing.secondsToWait('lan', now) * 1000
      pacing.begin('lan', now)
    }
    expect(pacing.secondsToWait('lan', now)).toBeLessThanOrEqual(300)
    expect(pacing.secondsToWait('binh', now)).toBe(0)
  })

  it('is not forgotten for thousands of other logins tried meanwhile', () => {
    const pacing = new Pacing()
    for (let i = 0; i < 12; i++) pacing.begin('lan', 0)
    for (let i = 0; i < 30_000; i++) pacing.begin(`ai-${i}`, 1)
    expect(pacing.secondsToWait('lan', 2)).toBeGreaterThan(200)
  })
})
