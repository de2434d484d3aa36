/**
 * Random work in the office, held to a model: what may follow in which state, that histories only grow, that rows are those
 * of the histories, and that the clock agrees with what is written.
 */
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { OfficeError } from '../../contract/errors.ts'
import type { OfficeClient } from '../../contract/index.ts'
import { civilDate, dateOfInstant, instantOf } from '../../domain/civil-date.ts'
import { dateAfter } from '../../domain/clock.ts'
import {
  type DossierState,
  DOSSIER_FORMS,
  EMPTY_PARTICULARS,
  PAUSE_KINDS,
  fold,
  isEnded,
} from '../../domain/dossier.ts'
import { type ReadDb, Store, openReader, openSnapshot } from '../../store/database.ts'
import { eventsOf, rebuild, rowOf } from '../../store/events.ts'
import { verifyAtOnce } from '../../store/verify.ts'
import { type Desk, openDesk } from '../steps/testing.ts'
import { receptionOf } from '../test-core.ts'

type Page = Awaited<ReturnType<OfficeClient['dossiers']['get']>>

/** What is known of each dossier: its page as it was seen last. */
interface Model {
  pages: Map<number, Page>
}

interface Real {
  desk: Desk
  /** Reads what is on disk. */
  db: ReadDb
  now: string
  ids: number[]
  arrivals: number[]
  batches: number[]
  /** The acts that were taken, and how many were refused. */
  taken: Set<string>
  refused: number
}

const NOTE = { note: '' }
const LATER = { happenedOn: null, happenedAt: null }

/** What an act is given: the dossier picked, as it stands, and the office. */
interface At {
  client: OfficeClient
  page: Page
  id: number
  version: number
  today: string
  pick: number
  real: Real
}

type Perform = (at: At) => Promise<unknown>

const step =
  (kind: 'taken' | 'result-ready' | 'returned' | 'refused' | 'withdrawn' | 'stopped'): Perform =>
  ({ client, id, version, today, real }) =>
    client.dossiers.recordStep({
      ...{ id, version, step: kind, happenedOn: today, happenedAt: null, note: 'lý do' },
      holderId: kind === 'taken' ? real.desk.specialist.id : null,
      ...(kind === 'returned' ? { to: 'Nguyễn Văn A', way: 'counter' as const } : {}),
    })

/** Everything that can be done to a dossier, by name. */
const ACTS: Record<string, Perform> = {
  taken: step('taken'),
  'result-ready': step('result-ready'),
  returned: step('returned'),
  refused: step('refused'),
  withdrawn: step('withdrawn'),
  stopped: step('stopped'),
  pause: ({ client, id, version, today, pick }) => {
    const pause = PAUSE_KINDS[pick % PAUSE_KINDS.length] ?? 'agency'
    return client.dossiers.pause({
      ...{ id, version, pause, happenedOn: today, document: '5/CV', ...NOTE },
      stops: pause !== 'agency' || pick % 2 === 0,
    })
  },
  resume: ({ client, id, version, today }) =>
    client.dossiers.resume({ id, version, happenedOn: today, document: '', ...NOTE }),
  'tax-notice': ({ client, id, version, today }) =>
    client.dossiers.taxNotice({ id, version, happenedOn: today, document: '9/TB', amount: 100, ...NOTE }),
  'pass-on': ({ client, id, version, real }) =>
    client.steps.passOn({
      ...{ dossiers: [{ id, version }], to: { kind: 'next' }, holderId: real.desk.other.id },
      ...{ ...LATER, ...NOTE },
    }),
  'send-back': ({ client, id, version }) =>
    client.steps.sendBack({
      ...{ dossiers: [{ id, version }], to: { kind: 'previous' }, holderId: null, note: 'làm lại' },
      ...LATER,
    }),
  assign: ({ client, id, version, real }) =>
    client.steps.assign({
      ...{ dossiers: [{ id, version }], holderId: real.desk.specialist.id, ...LATER, ...NOTE },
    }),
  give: async ({ client, id, version, real }) => {
    const { row } = await client.handovers.give({
      ...{ dossiers: [{ id, version }], fromId: null, toId: real.desk.specialist.id, to: { kind: 'next' } },
      ...{ ...LATER, ...NOTE },
    })
    real.batches.push(row.batch)
  },
  confirm: ({ client, id, pick, real }) => {
    const batch = real.batches[pick % Math.max(1, real.batches.length)] ?? 1
    const [confirmed, missing] = pick % 3 === 0 ? [[], [id]] : [[id], []]
    return client.handovers.confirm({ batch, confirmed, missing, codes: [], ...LATER, ...NOTE })
  },
  'draft-apology': ({ client, id, version, pick }) =>
    client.desk.draftApology({
      ...{ items: [{ id, version }], dueOn: null, days: 1 + (pick % 9), cause: '', reason: 'quá tải' },
    }),
  'decide-apology': ({ client, id, version, pick }) =>
    client.desk.decideApologies({
      ...{ items: [{ id, version }], decision: pick % 3 === 0 ? 'reject' : 'approve', ...NOTE },
    }),
  cause: ({ client, id }) => client.desk.setCause({ ids: [id], cause: 'tax-office', ...NOTE }),
  remind: ({ client, id, real }) => client.desk.remind({ ids: [id], toId: real.desk.specialist.id, ...NOTE }),
  note: ({ client, id }) => client.dossiers.note({ id, note: 'đã gọi điện' }),
  receipt: ({ client, id }) => client.dossiers.printReceipt({ id }),
  form: ({ client, id, pick, page }) => {
    const form = DOSSIER_FORMS[pick % DOSSIER_FORMS.length] ?? 'control'
    const of = page.forms.find((one) => one.form === form)?.of ?? null
    return client.forms.print({ id, form, of })
  },
  redate: ({ client, id, version, page, pick }) => {
    const entry = page.timeline[pick % page.timeline.length]
    return client.dossiers.correct({
      ...{ id, version, reason: 'ghi nhầm', changes: null, revoked: null },
      redated: {
        seq: entry?.seq ?? 1,
        on: dateAfter(civilDate(entry?.happenedOn ?? page.row.acceptedOn), -1),
      },
    })
  },
  revoke: ({ client, id, version, page, pick }) =>
    client.dossiers.correct({
      ...{ id, version, reason: 'không có việc này', changes: null, redated: null },
      revoked: page.timeline[pick % page.timeline.length]?.seq ?? 1,
    }),
}
const NAMES = Object.keys(ACTS)

/** What the history held is held for ever, but for what was set right later. */
const written = ({ timeline }: Page) =>
  timeline.map(({ revokedBy: _revoked, redatedBy: _redated, ...entry }) => entry)

const WAITING: readonly DossierState[] = ['awaiting-supplement', 'awaiting-payment', 'awaiting-agency']
const RUNNING: readonly DossierState[] = ['accepted', 'in-process']
const OPEN: readonly DossierState[] = [...RUNNING, ...WAITING]
const IN_HAND: readonly DossierState[] = [...OPEN, 'result-ready']

/** From hand to hand: what waits or is ready stays so, the rest is in process or back at the counter. */
const handed = (was: DossierState): readonly DossierState[] => (RUNNING.includes(was) ? RUNNING : [was])
const same = (was: DossierState): readonly DossierState[] => [was]
const only =
  (...states: DossierState[]) =>
  (): readonly DossierState[] =>
    states

/** From which states each step may be taken, and where it may lead. Written down from `docs/life.md`, not from the program. */
const LIFE = new Map<
  string,
  { from: readonly DossierState[]; to: (was: DossierState) => readonly DossierState[] }
>([
  ['taken', { from: RUNNING, to: only('in-process') }],
  ['paused', { from: RUNNING, to: only(...WAITING) }],
  ['resumed', { from: WAITING, to: only(...RUNNING) }],
  ['tax-notice', { from: ['awaiting-payment'], to: same }],
  ['passed', { from: IN_HAND, to: handed }],
  ['handed-over', { from: IN_HAND, to: same }],
  ['handover-confirmed', { from: IN_HAND, to: handed }],
  ['handover-missing', { from: IN_HAND, to: same }],
  ['result-ready', { from: OPEN, to: only('result-ready') }],
  ['refused', { from: OPEN, to: only('refused') }],
  ['withdrawn', { from: OPEN, to: only('withdrawn') }],
  ['stopped', { from: OPEN, to: only('stopped') }],
  ['returned', { from: ['result-ready'], to: only('returned') }],
])

/** What the states allow, by the kinds of event that an act leaves. */
function expectAllowed(before: Page, after: Page): void {
  const kinds = after.timeline.slice(before.timeline.length).map(({ kind }) => kind)
  // What was set right may have been in any state.
  if (kinds.includes('corrected')) return
  const steps = kinds.flatMap((kind) => LIFE.get(kind) ?? [])
  const [was, is] = [before.row.state, after.row.state]
  const [step] = steps
  expect([kinds, steps.length]).toEqual([kinds, step === undefined ? 0 : 1])
  if (step !== undefined) expect([kinds, step.from]).toEqual([kinds, expect.arrayContaining([was])])
  const to = step === undefined ? [was] : step.to(was)
  expect([kinds, was, to]).toEqual([kinds, was, expect.arrayContaining([is])])
}

/** The row of a dossier is the one its history leads to, column by column. */
function expectDerived(db: ReadDb, id: number): void {
  const kept = db.get<Record<string, unknown>>('SELECT * FROM dossier WHERE id = ?', [id])
  const derived = Object.entries(rowOf(id, fold(eventsOf(db, id)))).map(([name, value]) => [
    name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    value,
  ])
  expect(kept).toMatchObject(Object.fromEntries(derived))
}

function expectSound(before: Page | undefined, after: Page): void {
  if (before !== undefined) {
    expect(written(after).slice(0, before.timeline.length)).toEqual(written(before))
    expectAllowed(before, after)
  }
  expect([after.row.id, after.row.dueOn]).toEqual([after.row.id, after.computedDueOn])
  expect(after.row.endedOn === null).toBe(!isEnded(after.row.state))
  expect(after.row.returnedOn !== null).toBe(after.row.state === 'returned')
  if (after.row.endedOn !== null) expect(after.row.standing.startsWith('ended-')).toBe(true)
  // What may follow is offered, and nothing else.
  for (const step of after.allowedSteps) expect(LIFE.get(step)?.from).toContain(after.row.state)
  // A supplement once, an apology once: by what counts.
  const counts = (kind: string) =>
    after.timeline.filter((entry) => entry.kind === kind && entry.revokedBy === null)
  expect(counts('apology-approved').length).toBeLessThanOrEqual(1)
  expect(counts('paused').filter(({ pause }) => pause === 'supplement').length).toBeLessThanOrEqual(1)
}

class Work implements fc.AsyncCommand<Model, Real> {
  readonly name: string
  readonly who: number
  readonly pick: number

  constructor(name: string, who: number, pick: number) {
    this.name = name
    this.who = who
    this.pick = pick
  }

  check({ pages }: Readonly<Model>): boolean {
    return pages.size > 0
  }

  async run(model: Model, real: Real): Promise<void> {
    const id = real.ids[this.who % real.ids.length] ?? 1
    const { client } = real.desk
    const before = model.pages.get(id)
    if (before === undefined) throw new Error('a dossier the model does not know')
    const at = { client, page: before, id, version: before.version, pick: this.pick, real }
    try {
      await ACTS[this.name]?.({ ...at, today: dateOfInstant(real.now) })
      real.taken.add(this.name)
    } catch (error) {
      if (!(error instanceof OfficeError) || error.data.code === 'internal') throw error
      real.refused++
      // What was refused has changed nothing.
      expect((await client.dossiers.get({ id })).version).toBe(before.version)
      return
    }
    for (const one of real.ids) {
      const after = await client.dossiers.get({ id: one })
      expectSound(model.pages.get(one), after)
      expectDerived(real.db, one)
      model.pages.set(one, after)
    }
  }

  toString(): string {
    return `${this.name}(${this.who}, ${this.pick})`
  }
}

class Receive implements fc.AsyncCommand<Model, Real> {
  readonly transfer: boolean
  readonly online: boolean

  constructor(transfer: boolean, online: boolean) {
    this.transfer = transfer
    this.online = online
  }

  check({ pages }: Readonly<Model>): boolean {
    return pages.size < 4
  }

  async run(model: Model, real: Real): Promise<void> {
    const { client, transfer, exchange } = real.desk
    const input = receptionOf(this.transfer ? transfer : exchange)
    const id = this.online ? await accepted(client, input) : (await client.reception.receive(input)).id
    real.ids.push(id)
    const page = await client.dossiers.get({ id })
    expectSound(undefined, page)
    expect(page.arrivedAt !== null).toBe(this.online)
    model.pages.set(id, page)
  }

  toString(): string {
    return `receive(${this.transfer ? 'transfer' : 'exchange'}${this.online ? ', online' : ''})`
  }
}

async function accepted(client: OfficeClient, input: ReturnType<typeof receptionOf>): Promise<number> {
  const particulars = { ...EMPTY_PARTICULARS, ...input.particulars, channel: 'online' as const }
  const { row } = await client.arrivals.record({
    ...{ procedureId: input.procedureId, reference: '', arrivedAt: null, remote: false, particulars },
    answer: null,
  })
  return (await client.arrivals.accept({ ...input, particulars, id: row.id, version: 1 })).id
}

class Pass implements fc.AsyncCommand<Model, Real> {
  readonly days: number

  constructor(days: number) {
    this.days = days
  }

  check(): boolean {
    return true
  }

  run(_model: Model, real: Real): Promise<void> {
    real.now = instantOf(dateAfter(dateOfInstant(real.now), this.days), '09:00')
    real.desk.setNow(real.now)
    return Promise.resolve()
  }

  toString(): string {
    return `pass(${this.days})`
  }
}

const commands = fc.commands(
  [
    fc.tuple(fc.boolean(), fc.boolean()).map(([transfer, online]) => new Receive(transfer, online)),
    fc.integer({ min: 1, max: 6 }).map((days) => new Pass(days)),
    ...Array.from({ length: 4 }, () =>
      fc
        .tuple(fc.constantFrom(...NAMES), fc.nat({ max: 3 }), fc.nat({ max: 30 }))
        .map(([name, who, pick]) => new Work(name, who, pick)),
    ),
  ],
  { maxCommands: 60, size: 'max' },
)

const TABLES = [
  'dossier',
  'dossier_pause',
  'dossier_due_move',
  'dossier_handover',
  'dossier_holder_move',
  'arrival',
]

it('whatever is done, in whatever order, is a life the rules allow, kept whole and found sound', async () => {
  const desk = await openDesk()
  const reader = openReader(join(desk.dataDir, 'register.db'))
  const taken = new Set<string>()
  let refused = 0
  const START = '2026-11-23T02:00:00.000Z'
  let now = START
  const property = fc.asyncProperty(commands, async (work) => {
    const real: Real = { desk, db: reader.db, now, ids: [], arrivals: [], batches: [], taken, refused: 0 }
    await fc.asyncModelRun(() => ({ model: { pages: new Map() }, real }), work)
    now = real.now
    refused += real.refused
  })
  await fc.assert(property, { numRuns: 100 })
  // What by chance nobody came to yet is waited for, not missed.
  for (let more = 0; more < 10 && taken.size < NAMES.length; more++)
    await fc.assert(property, { numRuns: 50 })
  // Work that is only ever refused would show nothing.
  expect([...taken].sort()).toEqual([...NAMES].sort())
  expect(refused).toBeGreaterThan(50)
  expect(desk.bugs).toEqual([])
  reader.close()
  await desk.core.close()
  const file = join(desk.dataDir, 'register.db')
  const snapshot = openSnapshot(file)
  expect(verifyAtOnce(snapshot.db).findings).toEqual([])
  snapshot.close()
  const store = new Store(file)
  const picture = () => TABLES.map((table) => store.read.all(`SELECT * FROM ${table} ORDER BY 1, 2`))
  const rows = picture()
  await store.writeInSteps(rebuild)
  expect(picture()).toEqual(rows)
  await store.close()
}, 240_000)
