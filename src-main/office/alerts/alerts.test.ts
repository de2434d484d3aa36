import BetterSqlite3 from 'better-sqlite3'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { ALERT_KINDS, type AlertKind, DEFAULT_ALERTS } from '../../contract/alerts.ts'
import { refusalOf } from '../test-core.ts'
import { type AlertOffice, type Person, alertOffice, day, keysOf } from './testing.ts'

vi.mock('node:crypto', async (original) => (await import('../people/cheap-hashes.ts')).cheapCrypto(original))

const MONDAY = '2026-11-23T02:00:00.000Z'
/** A transfer received then is due on Monday 23/11/2026. */
const DUE_MONDAY = '2026-11-11T02:00:00.000Z'
/** Due on Wednesday 25/11: Tuesday is a day off. */
const DUE_NEXT = '2026-11-12T02:00:00.000Z'
/** Due on Friday 20/11. */
const LATE = '2026-11-10T02:00:00.000Z'

const only = async (person: Person, ...kinds: AlertKind[]) => {
  const off = ALERT_KINDS.filter((kind) => !kinds.includes(kind))
  await person.client.alerts.setSettings({ ...DEFAULT_ALERTS, off })
}
const firstOf = async ({ client }: Person) => (await client.alerts.list()).alerts[0]

describe('the morning summary', () => {
  const withDossiers = async (now?: string): Promise<[AlertOffice, Person]> => {
    const office = await alertOffice(now)
    const lan = await office.person('lan', 'specialist')
    await office.dossier(lan, LATE)
    await office.dossier(lan, DUE_MONDAY)
    await office.dossier(null, DUE_MONDAY)
    await office.dossier(null, DUE_NEXT)
    return [office, lan]
  }
  it('tells the head of the whole branch, everybody else of what they hold', async () => {
    const [office, lan] = await withDossiers()
    const sums = { late: 1, dueToday: 2, dueTomorrow: 1 }
    expect(await firstOf(office.head)).toMatchObject({ kind: 'morning', whole: true, ...sums })
    expect(await firstOf(lan)).toMatchObject({ whole: false, late: 1, dueToday: 1, dueTomorrow: 0 })
  })
  it.each([
    ['2026-11-23T00:44:00.000Z', false],
    ['2026-11-23T00:45:00.000Z', true],
    ['2026-11-23T16:59:00.000Z', true],
    // Saturday, Tuesday the day off, and the Wednesday after it.
    ['2026-11-21T02:00:00.000Z', false],
    ['2026-11-24T02:00:00.000Z', false],
    ['2026-11-25T02:00:00.000Z', true],
  ])('at %s is told: %s', async (now, told) => {
    const [office] = await withDossiers(now < MONDAY ? now : undefined)
    office.test.setNow(now)
    await only(office.head, 'morning')
    expect(await keysOf(office.head)).toEqual(told ? [`morning:${now.slice(0, 10)}`] : [])
  })
  it('comes at the hour somebody has set, for them alone', async () => {
    const [office, lan] = await withDossiers()
    await lan.client.alerts.setSettings({ ...DEFAULT_ALERTS, hour: '10:30' })
    expect((await firstOf(lan))?.kind).not.toBe('morning')
    expect((await firstOf(office.head))?.kind).toBe('morning')
    office.test.setNow('2026-11-23T03:30:00.000Z')
    expect((await firstOf(lan))?.kind).toBe('morning')
  })
  it('leaves out what is due tomorrow with an approved apology', async () => {
    const [office] = await withDossiers()
    const apology = { dueOn: day('2026-12-01'), cause: '', reason: 'đo đạc' }
    await office.say(4, MONDAY, office.head, { kind: 'apology-drafted', ...apology })
    expect(await firstOf(office.head)).toMatchObject({ dueTomorrow: 1 })
    await office.say(4, MONDAY, office.head, { kind: 'apology-approved', note: '' })
    expect(await firstOf(office.head)).toMatchObject({ dueTomorrow: 0 })
  })
  it('counts a step past its own term as behind', async () => {
    const office = await alertOffice()
    // Half a day for the counter, from three in the afternoon on.
    await office.dossier(null, '2026-11-20T08:00:00.000Z')
    expect(await keysOf(office.head)).toEqual([])
    office.test.setNow('2026-11-23T02:31:00.000Z')
    expect(await firstOf(office.head)).toMatchObject({ kind: 'morning', behind: 1, late: 0 })
  })
  it('is not told where there is nothing to say', async () => {
    expect(await keysOf((await alertOffice()).head)).toEqual([])
  })
})

describe('a dossier of mine', () => {
  it('is told on the day it is due and on the working day before, and to nobody else', async () => {
    const office = await alertOffice('2026-11-20T02:00:00.000Z')
    const lan = await office.person('lan', 'specialist')
    const hoa = await office.person('hoa', 'specialist')
    const id = await office.dossier(lan, DUE_MONDAY)
    await office.dossier(null, DUE_MONDAY)
    for (const person of [lan, hoa]) await only(person, 'due-today', 'due-tomorrow')
    expect(await keysOf(lan)).toEqual([`due-tomorrow:${id}:2026-11-23`])
    // On Saturday it is the same one.
    office.test.setNow('2026-11-21T02:00:00.000Z')
    expect(await keysOf(lan)).toEqual([`due-tomorrow:${id}:2026-11-23`])
    office.test.setNow(MONDAY)
    expect(await lan.client.alerts.list()).toMatchObject({
      ...{ unseen: 1, alerts: [{ kind: 'due-today', dossierId: id, applicantName: 'Nguyễn Văn A' }] },
    })
    office.test.setNow('2026-11-25T02:00:00.000Z')
    expect(await keysOf(lan)).toEqual([])
    expect(await keysOf(hoa)).toEqual([])
  })
  it('is not told while its clock stands still', async () => {
    const office = await alertOffice()
    const lan = await office.person('lan', 'specialist')
    const id = await office.dossier(lan, DUE_MONDAY)
    await only(lan, 'due-today')
    expect(await keysOf(lan)).toHaveLength(1)
    await office.say(id, MONDAY, lan, { kind: 'paused', pause: 'supplement', note: '' })
    expect(await keysOf(lan)).toEqual([])
  })
})

describe('what waits for one person', () => {
  it('a batch is told to its receiver until it is confirmed', async () => {
    const office = await alertOffice()
    const lan = await office.person('lan', 'specialist')
    const hoa = await office.person('hoa', 'specialist')
    for (let n = 0; n < 2; n++) {
      const id = await office.dossier(null, '2026-11-23T01:30:00.000Z')
      const batch = { batch: 1, number: 7, year: 2026, fromId: office.head.id, toId: lan.id }
      await office.say(id, MONDAY, office.head, { kind: 'handed-over', ...batch, note: '' })
    }
    expect(await keysOf(hoa)).toEqual([])
    expect(await firstOf(lan)).toMatchObject({ kind: 'handover', number: 7, dossiers: 2 })
    await office.say(1, MONDAY, lan, { kind: 'handover-confirmed', batch: 1, note: '' })
    await office.say(2, MONDAY, lan, { kind: 'handover-missing', batch: 1, note: '' })
    await only(lan, 'handover')
    expect(await keysOf(lan)).toEqual([])
  })
  it('a draft of an apology is told to the head, and a second draft anew', async () => {
    const office = await alertOffice()
    const lan = await office.person('lan', 'specialist', 'counter')
    const id = await office.dossier(lan, DUE_NEXT)
    await only(office.head, 'apology')
    await only(lan, 'apology')
    const draft = { kind: 'apology-drafted', dueOn: day('2026-12-01'), cause: '', reason: 'x' } as const
    await office.say(id, MONDAY, lan, draft)
    const [first] = await keysOf(office.head)
    expect(await keysOf(lan)).toEqual([])
    await office.head.client.alerts.seen({ keys: [first ?? ''] })
    await office.say(id, MONDAY, office.head, { kind: 'apology-rejected', note: '' })
    expect(await keysOf(office.head)).toEqual([])
    await office.say(id, MONDAY, lan, draft)
    expect(await office.head.client.alerts.list()).toMatchObject({ unseen: 1 })
  })
  it('a reminder is told to whom it was sent, while the dossier is open', async () => {
    const office = await alertOffice()
    const lan = await office.person('lan', 'specialist')
    const id = await office.dossier(null, '2026-11-23T01:30:00.000Z')
    await office.say(id, MONDAY, office.head, { kind: 'reminded', toId: lan.id, note: 'Gấp' })
    await only(office.head, 'reminder')
    expect(await keysOf(office.head)).toEqual([])
    expect(await firstOf(lan)).toMatchObject({ kind: 'reminder', note: 'Gấp', dossierId: id })
    await office.say(id, MONDAY, lan, { kind: 'withdrawn', note: '' })
    await only(lan, 'reminder')
    expect(await keysOf(lan)).toEqual([])
  })
  it('an application about to run out of its eight hours is told to the counter', async () => {
    const office = await alertOffice()
    const lan = await office.person('lan', 'counter')
    const hoa = await office.person('hoa', 'specialist')
    await office.arrival('2026-11-20T02:00:00.000Z', 'HS-1')
    await office.arrival(MONDAY, 'HS-2')
    // Eight hours from Friday nine o'clock end on Monday at nine.
    expect(await firstOf(lan)).toMatchObject({ kind: 'arrival', reference: 'HS-1', overdue: false })
    office.test.setNow('2026-11-23T02:01:00.000Z')
    expect(await firstOf(lan)).toMatchObject({ overdue: true, answerBy: MONDAY })
    expect(await keysOf(lan)).toHaveLength(1)
    expect(await keysOf(hoa)).toEqual([])
    office.test.setNow('2026-11-23T09:59:00.000Z')
    expect(await keysOf(lan)).toHaveLength(2)
  })
})

describe('an alert', () => {
  const withAlert = async () => {
    const office = await alertOffice()
    const lan = await office.person('lan', 'specialist')
    const id = await office.dossier(lan, DUE_MONDAY)
    await only(lan, 'due-today')
    return { office, lan, key: `due-today:${id}:2026-11-23` }
  }
  it('that was seen stays in the list, behind the unseen ones', async () => {
    const { office, lan, key } = await withAlert()
    await lan.client.alerts.seen({ keys: [key] })
    const other = await office.dossier(lan, DUE_MONDAY)
    expect(await lan.client.alerts.list()).toMatchObject({
      ...{
        unseen: 1,
        alerts: [
          { dossierId: other, seen: false },
          { key, seen: true },
        ],
      },
    })
  })
  it('is shown on the desktop once, at whichever window asks first', async () => {
    const { office, lan, key } = await withAlert()
    const second = await office.window('lan')
    const claims = await Promise.all(
      [lan.client, second].map((client) => client.alerts.claim({ keys: [key] })),
    )
    expect(claims.flatMap(({ keys }) => keys)).toEqual([key])
    expect(await second.alerts.claim({ keys: [key] })).toEqual({ keys: [] })
    // Shown is not seen.
    expect(await lan.client.alerts.list()).toMatchObject({ unseen: 1, alerts: [{ told: true, seen: false }] })
  })
  it('of somebody else, or none at all, is neither seen nor taken', async () => {
    const { office, lan, key } = await withAlert()
    const hoa = await office.person('hoa', 'specialist')
    for (const keys of [[key], ['morning:2020-01-01'], []]) {
      expect(await hoa.client.alerts.claim({ keys })).toEqual({ keys: [] })
      await hoa.client.alerts.seen({ keys })
    }
    expect(await lan.client.alerts.list()).toMatchObject({ unseen: 1, alerts: [{ told: false }] })
  })
  it('of a kind somebody turned off is not told to them', async () => {
    const { lan } = await withAlert()
    for (const kind of ALERT_KINDS) {
      await lan.client.alerts.setSettings({ ...DEFAULT_ALERTS, off: [kind] })
      const kinds = (await lan.client.alerts.list()).alerts.map((alert) => alert.kind)
      expect(kinds).not.toContain(kind)
      expect(kinds.length).toBeGreaterThan(0)
    }
    await lan.client.alerts.setSettings({ ...DEFAULT_ALERTS, off: [...ALERT_KINDS] })
    expect(await lan.client.alerts.list()).toEqual({ alerts: [], unseen: 0 })
  })
  it('seen is forgotten after sixty days, save what would be told again', async () => {
    const office = await alertOffice('2026-01-05T02:00:00.000Z')
    const lan = await office.person('lan', 'specialist')
    await only(lan, 'handover', 'due-today')
    const id = await office.dossier(null, '2026-01-05T01:30:00.000Z')
    const batch = { batch: 1, number: 1, year: 2026, fromId: office.head.id, toId: lan.id }
    await office.say(id, '2026-01-05T01:40:00.000Z', office.head, { kind: 'handed-over', ...batch, note: '' })
    const due = await office.dossier(lan, '2026-01-05T01:45:00.000Z')
    const { dueOn } = (await lan.client.dossiers.get({ id: due })).row
    office.test.setNow(`${dueOn}T02:00:00.000Z`)
    await lan.client.alerts.seen({ keys: await keysOf(lan) })
    const kept = () => {
      const db = new BetterSqlite3(join(office.test.dataDir, 'register.db'), { readonly: true })
      const keys = db.prepare('SELECT key FROM alert_seen ORDER BY key').pluck().all()
      db.close()
      return keys
    }
    expect(kept()).toEqual([`due-today:${due}:${dueOn}`, 'handover:1:2026-01-05'])
    office.test.setNow('2026-04-20T02:00:00.000Z')
    await lan.client.alerts.claim({ keys: ['handover:1:2026-01-05'] })
    expect(kept()).toEqual(['handover:1:2026-01-05', 'told:handover:1:2026-01-05'])
    expect((await lan.client.alerts.list()).unseen).toBe(0)
  })
})

describe('the settings of alerts', () => {
  it('are on from the start, at a quarter to eight, and each person has their own', async () => {
    const office = await alertOffice()
    const lan = await office.person('lan', 'specialist')
    const mine = { hour: '06:30', off: ['morning' as const], desktop: false }
    expect(await lan.client.alerts.settings()).toEqual({ hour: '07:45', off: [], desktop: true })
    expect(await lan.client.alerts.setSettings(mine)).toEqual(mine)
    expect(await lan.client.alerts.settings()).toEqual(mine)
    expect(await office.head.client.alerts.settings()).toEqual(DEFAULT_ALERTS)
  })
  it.each([
    [{ hour: '7:45' }, 'hour', 'not-a-time'],
    [{ hour: '24:00' }, 'hour', 'not-a-time'],
    [{ off: ['evening'] }, 'off.0', 'bad-value'],
  ])('with %o are refused and stay as they were', async (wrong, field, code) => {
    const { head } = await alertOffice()
    // @ts-expect-error -- what no window sends
    const refusal = await refusalOf(head.client.alerts.setSettings({ ...DEFAULT_ALERTS, ...wrong }))
    expect(refusal).toMatchObject({ code: 'invalid-input', fields: [{ field, code }] })
    expect(await head.client.alerts.settings()).toEqual(DEFAULT_ALERTS)
  })
  it('that make no sense any more count as never set', async () => {
    const { head } = await alertOffice()
    for (const value of ['{', '{"hour":"x"}', 'null']) {
      await head.client.office.setPreference({ key: 'alerts', value })
      expect(await head.client.alerts.settings()).toEqual(DEFAULT_ALERTS)
    }
  })
  it('keys that are none are refused', async () => {
    const { head } = await alertOffice()
    for (const key of ['', 'x', 'morning:a b', `morning:${'1'.repeat(50)}`]) {
      expect((await refusalOf(head.client.alerts.seen({ keys: [key] }))).code).toBe('invalid-input')
    }
  })
})
