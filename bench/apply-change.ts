/**
 * How long a change of the calendar takes that moves many due dates, and what it holds up meanwhile:
 * `node bench/apply-change.ts [20000 100000]`. Every dossier has a history of its own.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { WorkingCalendar } from '../src-main/domain/calendar.ts'
import {
  type CivilDate,
  civilDate,
  fromDayNumber,
  instantOf,
  toDayNumber,
  weekday,
} from '../src-main/domain/civil-date.ts'
import { DEFAULT_CLOCK } from '../src-main/domain/clock.ts'
import { type DossierEvent, EMPTY_PARTICULARS } from '../src-main/domain/dossier.ts'
import { dossierCode } from '../src-main/domain/dossier-code.ts'
import { isValidOn, type ProcedureVersion } from '../src-main/domain/procedure.ts'
import type { Core, Session } from '../src-main/office/core.ts'
import { clockOf } from '../src-main/office/dossiers/clock-of.ts'
import { Store } from '../src-main/store/database.ts'
import { addDossier } from '../src-main/store/events.ts'
import { listCalendar, listProcedures } from '../src-main/store/reference.ts'
import { AGENCY } from './generate/register.ts'
import { callOf, openOfficeIn } from './office.ts'

const TODAY = civilDate('2020-06-30')
const ACCEPTED_OVER_DAYS = 60
const SHORTEST_TERM = 7

/** Every Wednesday from the first reception on, off: no due date stays. */
const DAYS = Array.from({ length: 150 }, (_, index) =>
  fromDayNumber(toDayNumber(TODAY) - ACCEPTED_OVER_DAYS + index),
)
  .filter((date) => weekday(toDayNumber(date)) === 3)
  .map((date) => ({
    date,
    row: { kind: 'off', name: 'Nghỉ bão', basis: 'Công văn 12/UBND', status: 'confirmed' },
  }))
const CHANGE = { days: DAYS, clock: null }

const seenSchema = z.object({ moved: z.number(), digest: z.string() })

/** Fills the register with open dossiers: received and taken, one in ten kept waiting for three days. */
function fill(file: string, dossiers: number): Promise<void> {
  const store = new Store(file)
  const rules = { calendar: new WorkingCalendar(listCalendar(store.read)), clock: DEFAULT_CLOCK }
  const versions = listProcedures(store.read).filter(({ term }) => term >= SHORTEST_TERM)
  return store
    .write((db) => {
      for (let n = 0; n < dossiers; n++) addDossier(db, storyOf(n, versions, rules))
    })
    .then(() => store.close())
}

function storyOf(
  n: number,
  versions: readonly ProcedureVersion[],
  rules: Parameters<typeof clockOf>[2],
): DossierEvent[] {
  const day = toDayNumber(TODAY) - (n % ACCEPTED_OVER_DAYS)
  const on = fromDayNumber(day)
  const valid = versions.filter((version) => isValidOn(version, on))
  const version = valid[n % valid.length]
  if (!version) throw new Error(`no procedure on ${on}`)
  const pauses =
    n % 10 === 0
      ? [{ kind: 'agency' as const, startOn: after(on, 1), endOn: after(on, 4), document: '' }]
      : []
  const state = clockOf(
    version,
    { acceptedOn: on, acceptedAt: `${on}T03:00:00.000Z`, remote: false, pauses },
    rules,
  )
  if (state.kind !== 'due') throw new Error('a clock that stands still')
  const facts: [CivilDate, DossierEvent['fact']][] = [
    [
      on,
      {
        ...{ kind: 'accepted', procedureId: version.id, dueOn: state.date, dueSource: 'computed' },
        code: dossierCode(AGENCY, on, 1 + Math.floor(n / ACCEPTED_OVER_DAYS)),
        particulars: {
          ...EMPTY_PARTICULARS,
          applicantName: `Nguyễn Văn ${n}`,
          phone: '0912345678',
          address: 'Tổ 1, Vĩnh Hải',
          commune: 'Vĩnh Hải',
        },
      },
    ],
    [on, { kind: 'taken', holderId: 1, note: '' }],
    ...pauses.flatMap(({ startOn, endOn, kind }): [CivilDate, DossierEvent['fact']][] => [
      [startOn, { kind: 'paused', pause: kind, note: '' }],
      [endOn, { kind: 'resumed', note: '' }],
    ]),
  ]
  return facts.map(([happenedOn, fact], index) => ({
    ...{
      seq: index + 1,
      happenedOn,
      happenedAt: null,
      enteredAt: instantOf(TODAY, '08:00'),
      authorId: 1,
      fact,
    },
  }))
}

const after = (date: CivilDate, days: number): CivilDate => fromDayNumber(toDayNumber(date) + days)

/** The longest time the event loop did not come round. */
function watchLoop(): () => number {
  let longest = 0
  let last = performance.now()
  let over = false
  const tick = (): void => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
    if (!over) setImmediate(tick)
  }
  setImmediate(tick)
  return () => {
    over = true
    return Math.max(longest, performance.now() - last)
  }
}

async function measure(dossiers: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'so-mot-cua-apply-'))
  try {
    const first = await openOfficeIn(folder, TODAY)
    const office = {
      name: 'Chi nhánh',
      parentAgency: 'Văn phòng',
      agencyCode: AGENCY,
      place: 'Nha Trang',
      closingTime: '17:00',
    }
    await callOf(first, first.openSession(), 'office', 'setUp', { office, userName: 'Nguyễn Văn Cửa' })
    await first.close()
    await fill(join(folder, 'register.db'), dossiers)
    const core = await openOfficeIn(folder, TODAY)
    await apply(core, core.openSession())
    await core.close()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function apply(core: Core, session: Session): Promise<void> {
  const time = async (
    operation: string,
    input: unknown,
  ): Promise<{ ms: number; held: number; value: unknown }> => {
    const held = watchLoop()
    const started = performance.now()
    const value = await callOf(core, session, 'calendar', operation, input)
    return { ms: performance.now() - started, held: held(), value }
  }
  const seen = await time('whatIf', CHANGE)
  const { moved, digest } = seenSchema.parse(seen.value)
  const made = await time('apply', { ...CHANGE, reason: 'Bão số 9', digest })
  const ms = (n: number): string => n.toFixed(0).padStart(6)
  console.log(
    `${String(moved).padStart(7)} moved: what-if ${ms(seen.ms)} ms, window held ${ms(seen.held)} ms;` +
      ` applied in ${ms(made.ms)} ms, window held ${ms(made.held)} ms at most`,
  )
}

const sizes = process.argv.slice(2).map(Number)
for (const size of sizes.length === 0 ? [20_000, 100_000] : sizes) await measure(size)
