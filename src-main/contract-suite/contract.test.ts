/**
 * One contract on every transport: what a window is answered does not depend on the way the call came.
 */
import { describe, expect, it } from 'vitest'
import type { ChangeNotice } from '../contract/changes.ts'
import { OfficeError } from '../contract/errors.ts'
import type { OfficeClient } from '../contract/index.ts'
import { openTestCore, procedureId, receptionOf, refusalOf, TEST_OFFICE } from '../office/test-core.ts'
import { type Connection, TRANSPORTS } from './transports.ts'

const allOf = {
  filter: {
    queue: 'all',
    search: '',
    procedureId: null,
    state: null,
    holderId: null,
    channel: null,
    commune: null,
    acceptedFrom: null,
    acceptedTo: null,
    dueFrom: null,
    dueTo: null,
  },
  sort: { field: 'code', descending: false },
  page: 0,
  pageSize: 50,
} as const

describe.each(TRANSPORTS)('a window %s', (_name, connect) => {
  async function open(setUp = true) {
    const test = await openTestCore({ setUp })
    return { ...test, ...(await connect(test.core)) }
  }

  it('is told where the office stands', async () => {
    const { client } = await open(false)
    expect(await client.office.status()).toEqual({
      office: null,
      sample: false,
      today: '2026-11-23',
      now: '2026-11-23T02:00:00.000Z',
      user: null,
      locked: false,
      access: { kind: 'sign-in', openAs: null, lockAfterMinutes: 0 },
      unclaimed: false,
      dossiers: 0,
      version: 'test',
      trouble: null,
      health: null,
      restored: null,
    })
  })

  it('sets the office up', async () => {
    const { client } = await open(false)
    const status = await client.office.setUp({
      office: TEST_OFFICE,
      userName: '  Lê  Thị Đức ',
      account: null,
    })
    expect(status).toMatchObject({ office: TEST_OFFICE, user: { name: 'Lê Thị Đức' } })
    expect(await client.office.status()).toEqual(status)
  })

  it('is told which fields are wrong', async () => {
    const { client } = await open(false)
    const office = { ...TEST_OFFICE, name: ' ', agencyCode: 'không', closingTime: '25:00' }
    const { code, fields } = await refusalOf(
      client.office.setUp({ office, userName: 'x'.repeat(101), account: null }),
    )
    expect(code).toBe('invalid-input')
    expect(fields.map((one) => [one.field, one.code])).toEqual([
      ['office.name', 'required'],
      ['office.agencyCode', 'not-an-agency-code'],
      ['office.closingTime', 'not-a-time'],
      ['userName', 'too-long'],
    ])
    expect((await client.office.status()).office).toBeNull()
  })

  it('is refused with a code and an error of ours', async () => {
    const { client } = await open()
    const again = client.office.setUp({ office: TEST_OFFICE, userName: 'Lan', account: null })
    await expect(again).rejects.toBeInstanceOf(OfficeError)
    expect(await refusalOf(client.dossiers.get({ id: 999 }))).toMatchObject({ code: 'not-found' })
  })

  it('has the procedures of the day', async () => {
    const { client } = await open()
    const procedures = await client.office.procedures({ on: allOf.filter.dueFrom })
    expect(procedures.length).toBeGreaterThan(10)
    expect(procedures.find(({ key }) => key === 'transfer')?.nameVi).toMatch(/[ạảấầậắằặẹếềệịọốồộớờợụứừựỹđ]/)
  })

  it('receives a dossier, opens it and finds it in the list', async () => {
    const { client } = await open()
    const id = await procedureId(client, 'transfer')
    const saved = await client.reception.receive(receptionOf(id, { applicantName: 'Nguyễn Thị Đức' }))
    const page = await client.dossiers.get({ id: saved.id })
    expect(page.row).toMatchObject({ code: saved.code, applicantName: 'Nguyễn Thị Đức', dueOn: saved.dueOn })
    expect(await client.dossiers.list(allOf)).toEqual({ rows: [page.row], total: 1, capped: false })
  })

  it('works in its own session, as the user it names', async () => {
    const { client, core } = await open()
    const other = await connect(core)
    await other.client.office.status()
    const added = await client.people.add({ name: 'Lan', login: 'lan', roles: ['counter', 'administrator'] })
    await client.people.setAccess({ kind: 'sign-in', lockAfterMinutes: 0 })
    expect((await client.office.status()).user).toBeNull()
    await client.people.signIn({ login: 'lan', password: added.password ?? '' })
    expect((await client.office.status()).user?.name).toBe('Lan')
    expect((await other.client.office.status()).user).toBeNull()
  })

  it('hears of changes, its own and others’, until it listens no more', async () => {
    const { client, onChange, core } = await open()
    const heard: ChangeNotice[] = []
    const stop = onChange((notice) => heard.push(notice))
    await settled()
    const id = await procedureId(client, 'transfer')
    await client.reception.receive(receptionOf(id))
    await expect.poll(() => heard).toContainEqual({ topic: 'dossiers' })
    stop()
    await settled()
    const before = heard.length
    await core.call(core.openSession(), ['reception', 'receive'], receptionOf(id))
    await settled()
    expect(heard).toHaveLength(before)
  })

  it.each([
    ['an operation nobody knows', ['dossiers', 'burn']],
    ['a feature nobody knows', ['archive', 'list']],
    ['no operation', ['dossiers', '']],
    ['a prototype', ['__proto__', 'toString']],
    ['a prototype further in', ['dossiers', '__proto__']],
    ['a constructor', ['constructor', 'constructor']],
    ['a constructor further in', ['dossiers', 'constructor']],
    ['an inherited method', ['office', 'hasOwnProperty']],
    ['a path in a path', ['dossiers', 'list/../counts']],
  ])('finds nothing behind %s', async (_what, path) => {
    const { call, bugs } = await open()
    expect(await call(path, {})).toMatchObject({ ok: false, error: { code: 'not-found' } })
    expect(bugs).toEqual([])
  })

  it.each([undefined, null, 'text', 7, [], { id: '1' }, { id: 1.5 }, { id: -1 }])(
    'is refused the input %j',
    async (input) => {
      const { call, bugs } = await open()
      expect(await call(['dossiers', 'get'], input)).toMatchObject({
        ok: false,
        error: { code: 'invalid-input' },
      })
      expect(bugs).toEqual([])
    },
  )
})

describe('every transport', () => {
  it('gives the same answers, and nothing that JSON would change', async () => {
    const accounts = []
    for (const [, connect] of TRANSPORTS) {
      const { core } = await openTestCore({ setUp: false })
      accounts.push(await aMorning(await connect(core)))
    }
    const [first, ...others] = accounts
    for (const other of others) expect(other).toStrictEqual(first)
    expect(first).toStrictEqual(JSON.parse(JSON.stringify(first)))
  })
})

/** A morning's work, everything that was answered on the way. */
async function aMorning({ client, call }: Connection): Promise<unknown[]> {
  const refused = await call(['office', 'setUp'], { office: { ...TEST_OFFICE, name: '' }, userName: null })
  const status = await client.office.setUp({ office: TEST_OFFICE, userName: 'Nguyễn Văn Cửa', account: null })
  const id = await procedureId(client, 'transfer')
  const input = receptionOf(id, { applicantName: 'Đặng “Ắ” \u0000\u2028 😀', plot: '34' })
  const preview = await client.reception.preview({ procedureId: id, acceptedAt: null, remote: false })
  const saved = await call(['reception', 'receive'], input)
  const good = await client.reception.receive(receptionOf(id, { applicantName: 'Đặng Thị Ắ' }))
  return [
    refused,
    status,
    preview,
    saved,
    good,
    await client.dossiers.get({ id: good.id }),
    await client.dossiers.list(allOf),
    await client.dossiers.counts(),
    await withoutContent(client),
    await client.figures.summary({ from: status.today, to: status.today, by: 'procedure' }),
    await client.office.preference({ key: 'columns' }),
    await call(['dossiers', 'get'], { id: 999 }),
    await call(['figures', 'summary'], { from: '2026-11-23', to: '2026-11-01', by: 'field' }),
  ]
}

/** The name and kind of an exported file; its bytes hold the time they were written at. */
async function withoutContent(client: OfficeClient): Promise<unknown> {
  const { filter, sort } = allOf
  const { name, mediaType, content } = await client.dossiers.export({ filter, sort, language: 'vi' })
  return { name, mediaType, isBase64: /^[\w+/]+=*$/.test(content) }
}

/** Long enough for a stream to open or close on this machine. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 150))
