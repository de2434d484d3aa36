import type * as Crypto from 'node:crypto'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, it, vi } from 'vitest'
import { MIGRATIONS } from '../store/migrations/index.ts'
import { TARGETS, type Given, type Target, fitting, places } from './attack-walk.ts'
import { openTestCore, receptionOf } from './test-core.ts'
import { civilDate } from '../domain/civil-date.ts'
import { dateAfter } from '../domain/clock.ts'

// What is attacked here is everything but the hash; hundreds of real ones would take minutes.
vi.mock('node:crypto', async (original) => ({
  ...(await original<typeof Crypto>()),
  scrypt: (
    password: string,
    salt: Buffer,
    _bytes: number,
    _cost: unknown,
    done: (e: null, key: Buffer) => void,
  ) => done(null, createHash('sha256').update(salt).update(password).digest()),
}))

/** What has no input cannot be attacked through it; the password of backups costs seconds and reaches no table. */
const targets = TARGETS.filter(({ input, name }) => input !== null && name !== 'backups.setPassword')

/** Never answered with a value: the office stands, nobody signs in, and some want a file of their own. */
const NEVER = [
  'backups.preview',
  'backups.restore',
  'backups.importAll',
  'rescue.restore',
  'office.setUp',
  'people.signIn',
  'people.unlock',
  'people.claim',
  'people.changePassword',
  'people.change',
  'people.setActive',
  'people.resetPassword',
  'people.setAccess',
  'calendar.apply',
  'procedures.addAll',
]

/** A list with a row nobody can make anything of. */
const csvOf = (titles: string): string => Buffer.from(`${titles}\na,b,c,d,e,f`).toString('base64')

/** An office with two dossiers and a register open for import. */
async function office() {
  const test = await openTestCore()
  const [procedure] = await test.client.office.procedures({ on: '2026-11-23' })
  if (!procedure) throw new Error('no procedure')
  const receive = (name: string) =>
    test.client.reception.receive(receptionOf(procedure.id, { applicantName: name }))
  await receive('Nguyễn Văn A')
  await receive('Trần Thị B')
  const file = await writeXlsx({
    sheets: [
      {
        name: 'Sổ',
        rows: [
          ['Mã hồ sơ', 'Thủ tục', 'Tên', 'Ngày nhận'],
          ['x', 'y', 'z', 'w'],
        ],
      },
    ],
  })
  const content = Buffer.from(file).toString('base64')
  const files = new Map([
    ['calendar', (await test.client.calendar.exportYears({ from: 2026, to: 2026, format: 'csv' })).content],
    ['procedures', (await test.client.procedures.export({ format: 'csv' })).content],
    ['stops', csvOf('Xã/Phường,Tờ bản đồ,Thửa đất,Số văn bản,Cơ quan ban hành,Ngày ban hành')],
    ['arrivals', csvOf('Mã hồ sơ,Thủ tục,Họ tên,Thời điểm nộp')],
  ])
  const { client } = test
  const { person } = await client.people.add({ name: 'Người Nhận', login: 'nguoi-nhan', roles: ['counter'] })
  let day = civilDate('2026-01-01')
  /** A period nobody has closed yet. */
  const freshDay = () => {
    day = dateAfter(day, 1)
    return { from: day, to: day }
  }
  /** A dossier of its own in the state an operation takes. */
  const prepared = async (name: string, make: typeof receive): Promise<Given> => {
    const { particulars } = receptionOf(procedure.id)
    const applied = () =>
      client.arrivals.record({
        ...{ procedureId: procedure.id, reference: '', arrivedAt: null, remote: false, particulars },
        answer: null,
      })
    const asked = async () => {
      const { row } = await applied()
      const step = { id: row.id, version: 1, at: null }
      return client.arrivals.askCompletion({ ...step, items: ['Đơn'], reason: 'Thiếu', contact: '' })
    }
    const ready = async () => {
      const { id } = await make('Phạm Văn E')
      const step = {
        id,
        version: 1,
        step: 'result-ready',
        happenedAt: null,
        holderId: null,
        note: '',
      } as const
      return client.dossiers.recordStep({ ...step, happenedOn: civilDate('2026-11-23') })
    }
    const chosen = async () => {
      const { id } = await make('Phạm Văn G')
      return [{ id, version: 1 }]
    }
    switch (name) {
      case 'arrivals.get': {
        return { id: (await applied()).row.id }
      }
      case 'arrivals.completed': {
        return { id: (await asked()).row.id, version: 2, at: null }
      }
      case 'arrivals.print': {
        return { id: (await asked()).row.id, form: 'supplement', of: 2 }
      }
      case 'arrivals.change':
      case 'arrivals.askCompletion':
      case 'arrivals.decline':
      case 'arrivals.retract':
      case 'arrivals.accept': {
        const { row } = await applied()
        return { id: row.id, version: 1, at: null, acceptedAt: null, changes: { phone: '0901234567' } }
      }
      case 'arrivals.record':
        return { answer: null, arrivedAt: null }
      case 'steps.assign':
      case 'steps.take':
      case 'steps.passOn':
        return {
          dossiers: await chosen(),
          to: { kind: 'next' },
          happenedOn: null,
          happenedAt: null,
          holderId: person.id,
        }
      case 'steps.sendBack': {
        const [one] = await chosen()
        const dossiers = one ? [{ id: one.id, version: 2 }] : []
        await client.steps.passOn({
          ...{ dossiers: one ? [one] : [], to: { kind: 'next' }, holderId: null, note: '' },
          ...{ happenedOn: null, happenedAt: null },
        })
        return { dossiers, to: { kind: 'previous' }, happenedOn: null, happenedAt: null }
      }
      case 'handovers.give':
      case 'handovers.get':
      case 'handovers.confirm':
      case 'handovers.print': {
        const dossiers = await chosen()
        const when = { happenedOn: null, happenedAt: null }
        const giving = {
          dossiers,
          fromId: null,
          toId: person.id,
          to: { kind: 'next' as const },
          note: '',
          ...when,
        }
        if (name === 'handovers.give') return giving
        const { row } = await client.handovers.give(giving)
        return { batch: row.batch, confirmed: dossiers.map(({ id }) => id), missing: [], codes: [], ...when }
      }
      case 'results.returnAll': {
        const { row } = await ready()
        return { dossiers: [{ id: row.id, version: 2 }], way: 'counter', tracking: '', to: 'Phạm Văn E' }
      }
      case 'forms.print': {
        const { id } = await make('Phạm Văn H')
        return { id, form: 'control', of: null }
      }
      case 'forms.reminders':
        return { ids: [(await ready()).row.id] }
      case 'dossiers.previewPause':
        return ofOneKind
      case 'alerts.seen':
      case 'alerts.claim':
        return { keys: [] }
      case 'closing.preview':
      case 'closing.since':
      case 'closing.conflicts':
      case 'closing.knowledge':
        return { from: '2026-05-01', to: '2026-05-31' }
      case 'closing.close': {
        const period = freshDay()
        return { ...period, digest: (await client.closing.preview(period)).digest }
      }
      case 'closing.reopen':
      case 'closing.verify':
      case 'closing.file':
      case 'closing.tables':
      case 'closing.differences': {
        const period = freshDay()
        const { digest } = await client.closing.preview(period)
        return { number: (await client.closing.close({ ...period, digest })).number }
      }
      case 'desk.setCauses':
        return { causes: await client.desk.causes() }
      case 'desk.setCause': {
        const long = { acceptedAt: '2026-09-01T02:00:00.000Z' }
        const { id } = await client.reception.receive(receptionOf(procedure.id, {}, long))
        return { ids: [id], cause: 'tax-office' }
      }
      case 'desk.draftApology':
        return { items: await chosen(), cause: 'tax-office', dueOn: '2027-02-01', days: null }
      case 'desk.decideApologies': {
        const items = await chosen()
        await client.desk.draftApology({
          items,
          dueOn: civilDate('2027-02-01'),
          days: null,
          cause: '',
          reason: 'Chờ thuế',
        })
        return { items: items.map(({ id }) => ({ id, version: 2 })) }
      }
      default:
        return {}
    }
  }
  /** What belongs to one kind of step or wait, and to no other. */
  const ofOneKind = {
    ...{ to: '', way: null, tracking: '', document: '', items: [], contact: '' },
    ...{ agency: '', answerWithin: null, posting: null },
  }
  const given: Given = { procedureId: procedure.id, holderId: 1, sheet: 'Sổ' }
  /** What one attack needs to get as far as it can: an import or a dossier of its own. */
  const once = async ({ path: [feature, operation], input }: Target): Promise<Given> => {
    if (feature === 'imports') {
      const { importId } = await test.client.imports.open({ fileName: 'x.xlsx', content })
      const mapping = { code: 0, procedure: 1, applicantName: 2, acceptedOn: 3 }
      const choice = { importId, sheet: 'Sổ', headerRow: 1, mapping }
      if (!['open', 'sheet', 'check'].includes(operation)) await test.client.imports.check(choice)
      return { ...given, content, importId, mapping }
    }
    if (feature === 'dossiers' && input !== null && hasVersion(fitting(input))) {
      const { id } = await receive('Lê Văn C')
      if (operation === 'resume') {
        const pause = { pause: 'agency', happenedOn: '2026-11-23', document: '', note: '' } as const
        await test.client.dossiers.pause({ id, version: 1, ...pause })
      }
      const { version } = await test.client.dossiers.get({ id })
      if (operation === 'taxNotice') {
        const pause = {
          pause: 'payment',
          happenedOn: civilDate('2026-11-23'),
          document: '',
          note: '',
        } as const
        await test.client.dossiers.pause({ id, version: 1, ...pause })
        return { ...given, id, version: 2, amount: null }
      }
      const changes = { applicantName: 'Lê Văn D' }
      return { ...given, ...ofOneKind, id, version, ...(operation === 'correct' ? { changes } : {}) }
    }
    if (operation === 'readFile') return { ...given, content: files.get(feature) }
    return { ...given, ...(await prepared(`${feature}.${operation}`, receive)) }
  }
  return { ...test, given, once }
}

const hasVersion = (input: unknown): boolean =>
  typeof input === 'object' && input !== null && 'version' in input && typeof input.version === 'number'

function inputOf({ input }: Target, given: Given): unknown {
  return input === null ? undefined : fitting(input, given)
}

/** What the file holds: its tables and triggers, and how many rows each table has. */
function stateOf(dataDir: string) {
  const db = new BetterSqlite3(join(dataDir, 'register.db'), { readonly: true })
  try {
    const parts = db.prepare('SELECT type, name, sql FROM sqlite_master ORDER BY type, name').all()
    const tables = db
      .prepare<[], { name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'")
      .all()
    const counts = tables.map(({ name }) => {
      const row = db.prepare<[], { n: number }>(`SELECT count(*) AS n FROM "${name}"`).get()
      return [name, row?.n ?? 0] as const
    })
    return { parts, counts: new Map(counts), integrity: db.pragma('integrity_check', { simple: true }) }
  } finally {
    db.close()
  }
}

const texts = (input: unknown) => places(input).filter(({ value }) => typeof value === 'string')

const INJECTIONS = [
  "'; DROP TABLE dossier; --",
  "' OR '1'='1",
  '"; DELETE FROM staff; --',
  '"',
  '%_',
  'a\u0000b',
  'NEAR(a, b) OR * AND -x: ^"',
  'applicant_name; DROP TABLE dossier',
  '\ud800',
  '${7*7}{{7*7}}',
]

describe('the walk', () => {
  it('knows an input for every operation that is taken', async () => {
    const { core, session, once } = await office()
    const refused: unknown[] = []
    for (const target of targets.filter(({ name }) => !NEVER.includes(name))) {
      const reply = await core.call(session, target.path, inputOf(target, await once(target)))
      if (!reply.ok) refused.push([target.name, reply.error])
    }
    expect(refused).toEqual([])
  })
})

describe('SQL in every text of every operation', () => {
  it('changes no table, leaves nothing out and meets no bug', async () => {
    const { core, session, once, bugs, dataDir, client } = await office()
    const before = stateOf(dataDir)
    const answered = new Set<string>()
    for (const target of targets) {
      const count = texts(inputOf(target, await once(target))).length
      for (let index = 0; index < count; index++) {
        for (const injection of INJECTIONS) {
          const place = texts(inputOf(target, await once(target)))[index]
          const reply = await core.call(session, target.path, place?.put(injection))
          if (reply.ok) answered.add(target.name)
          const code = reply.ok ? 'ok' : reply.error.code
          expect([target.name, place?.at, injection, code]).not.toContain('internal')
        }
      }
    }
    // Whatever takes a free text took one.
    expect(answered.size).toBeGreaterThan(20)
    expect(bugs).toEqual([])
    const after = stateOf(dataDir)
    expect(after.integrity).toBe('ok')
    expect(after.parts).toEqual(before.parts)
    for (const [table, rows] of before.counts) {
      expect([table, (after.counts.get(table) ?? 0) >= rows]).toEqual([table, true])
    }
    expect((await client.dossiers.counts()).all).toBeGreaterThanOrEqual(2)
  }, 60_000)

  it('is kept as the text it is, found again, and finds nothing else', async () => {
    const { client, given } = await office()
    const name = "'; DROP TABLE dossier; --"
    await client.reception.receive(receptionOf(Number(given['procedureId']), { applicantName: name }))
    const search = async (words: string) =>
      (
        await client.dossiers.list({
          filter: { ...EVERYTHING, search: words },
          sort: { field: 'code', descending: false },
          page: 0,
          pageSize: 50,
        })
      ).rows.map(({ applicantName }) => applicantName)
    expect(await search('drop table dossier')).toEqual([name])
    for (const words of ["' OR 1=1 --", '%', '_', '*', '"', 'a OR b', 'NOT x', '^nguyen -tran']) {
      expect([words, await search(words)]).toEqual([words, []])
    }
  })

  it('cannot come in as what to sort by, as a queue or as a filter', async () => {
    const { core, session } = await office()
    for (const part of ['1; DROP TABLE dossier', 'd.id) --', '__proto__', 'constructor', 'toString']) {
      for (const [filter, field] of [
        [EVERYTHING, part],
        [{ ...EVERYTHING, queue: part }, 'code'],
        [{ ...EVERYTHING, state: part }, 'code'],
        [{ ...EVERYTHING, holderId: part }, 'code'],
        [{ ...EVERYTHING, acceptedFrom: part }, 'code'],
      ]) {
        const input = { filter, sort: { field, descending: false }, page: 0, pageSize: 10 }
        expect(await core.call(session, ['dossiers', 'list'], input)).toMatchObject({
          ok: false,
          error: { code: 'invalid-input' },
        })
      }
    }
  })
})

const EVERYTHING = {
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
} as const

describe('prototype pollution through JSON', () => {
  it('reaches no prototype, by any operation', async () => {
    const { core, session, once, bugs } = await office()
    const known = Object.getOwnPropertyNames(Object.prototype).toSorted()
    for (const target of targets) {
      const fit = inputOf(target, await once(target))
      for (const place of places(fit).filter(({ value }) => typeof value === 'object' && value !== null)) {
        const poisoned = JSON.stringify(place.value).replace(
          /^\{/,
          '{"__proto__":{"polluted":1,"roles":["administrator"]},"constructor":{"prototype":{"polluted":1}},',
        )
        const reply = await core.call(session, target.path, place.put(JSON.parse(fix(poisoned))))
        expect([target.name, place.at, reply.ok || reply.error.code]).not.toContain('internal')
        expect(Object.getOwnPropertyNames(Object.prototype).toSorted()).toEqual(known)
      }
    }
    expect(bugs).toEqual([])
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  }, 60_000)

  it.each([
    ['__proto__', 'toString'],
    ['constructor', 'prototype'],
    ['office', 'constructor'],
    ['office', '__proto__'],
    ['office', 'hasOwnProperty'],
    ['office', '~orpc'],
    ['', ''],
    ['office'],
    ['office', 'status', 'handler'],
  ])('by the path %s %s finds no operation', async (...path) => {
    const { core, session, bugs } = await openTestCore()
    expect(await core.call(session, path, { a: 1 })).toMatchObject({ error: { code: 'not-found' } })
    expect(bugs).toEqual([])
  })

  it('by a preference: its name and its text are only kept', async () => {
    const { client } = await openTestCore()
    const value = '{"__proto__":{"polluted":1}}'
    for (const key of ['__proto__', 'constructor', "'; DROP TABLE preference; --"]) {
      await client.office.setPreference({ key, value })
      expect(await client.office.preference({ key })).toBe(value)
    }
    expect(await client.office.preference({ key: 'toString' })).toBeNull()
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })
})

/** `{…,}` of an object that was empty. */
const fix = (json: string): string => json.replace(/,\}$/, '}')

describe('input of an unbearable shape', () => {
  const deep = (): unknown => {
    let nest: unknown = []
    for (let i = 0; i < 100_000; i++) nest = [nest]
    return nest
  }
  const LONG = 400_000
  const SHAPES: [string, () => unknown][] = [
    ['100,000 arrays in one another', deep],
    ['an array of 400,000', () => Array.from({ length: LONG }, () => 'x')],
    ['a text of 400,000 letters', () => 'x'.repeat(LONG)],
    ['one letter under 400,000 marks', () => `a${'\u0301\u0323'.repeat(LONG / 2)}`],
    ['400,000 spaces', () => `a${' '.repeat(LONG)}b`],
    ['400,000 full stops', () => `a${'.'.repeat(LONG)}b`],
    ['an endless number', () => Infinity],
    ['no number', () => NaN],
    ['a number past all keys', () => 2 ** 60],
    ['a number below all keys', () => -(2 ** 60)],
    ['nothing', () => null],
    ['a date object', () => new Date(NaN)],
    ['bytes', () => new Uint8Array(1000)],
    ['a big whole number', () => 2n ** 80n],
    ['a map', () => new Map([['a', 1]])],
  ]

  it('is refused or taken at once wherever it is put, and meets no bug', async () => {
    const { core, session, once, bugs } = await office()
    const slow: string[] = []
    for (const [name, make] of SHAPES) {
      const shape = make()
      for (const target of targets) {
        for (const place of places(inputOf(target, await once(target)))) {
          const began = performance.now()
          const reply = await core.call(session, target.path, place.put(shape))
          if (performance.now() - began > 3000) slow.push(`${target.name} ${place.at}: ${name}`)
          expect([target.name, place.at, name, reply.ok || reply.error.code]).not.toContain('internal')
        }
      }
    }
    expect(slow).toEqual([])
    expect(bugs).toEqual([])
  }, 90_000)
})

describe('the tables an attacker would want', () => {
  it('are those the migrations make', async () => {
    const { dataDir } = await openTestCore()
    expect(MIGRATIONS.length).toBeGreaterThan(3)
    expect([...stateOf(dataDir).counts.keys()]).toEqual(
      expect.arrayContaining(['dossier', 'account', 'audit_entry']),
    )
  })
})
