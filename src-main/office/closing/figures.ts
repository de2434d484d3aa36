/**
 * Counting what a closing fixes: all tables, the list of dossiers, and the rules they were counted by. Runs in the worker.
 */
import { canonicalJson } from '../../domain/canonical-json.ts'
import { WorkingCalendar } from '../../domain/calendar.ts'
import { type ClosedDossier, type ClosedFigures, closedDossierOf } from '../../domain/closed-period.ts'
import { type CountedDossier, type Method, officialOf } from '../../domain/figure-class.ts'
import { BREAKDOWNS } from '../../domain/figure-tables.ts'
import { type IdentityCheck, checkIdentities } from '../../domain/figures.ts'
import type { Period } from '../../domain/period.ts'
import { digestOf } from '../../store/audit.ts'
import { codeOf, pack, sha256 } from '../../store/closed-periods.ts'
import type { ReadDb } from '../../store/database.ts'
import { countedDossiers, lastEventOf } from '../../store/figure-rows.ts'
import { countPeriod } from '../../store/figures.ts'
import { listCalendar } from '../../store/reference.ts'
import { type DeskRules, deskRulesIn } from '../desk/legs.ts'
import { pendingBefore, pendingClosed } from '../figures/count.ts'
import { type FigureQuery, tableFrom, timesFrom } from '../figures/tables.ts'
import type { TaskContext } from '../worker-protocol.ts'

/** Figures ready to be closed. */
export interface TakenFigures {
  /** Number of the last event that counted. */
  known: number
  /** SHA-256 of the canonical text. */
  digest: string
  /** The canonical text, packed. */
  packed: Uint8Array
  dossiers: number
  pending: number
  total: ClosedFigures['tables'][number]['total']
  identities: IdentityCheck[]
  /** What the rules were, to be held against those at the moment of closing. */
  rules: { calendar: string; procedures: string; clock: string }
}

/** Worker task: counts a period as it is known now. @throws OfficeError `cancelled`. */
export async function takeFigures(
  { db, breathe, progress }: TaskContext,
  { period, method }: { period: Period; method: Method },
): Promise<TakenFigures> {
  // Everything is counted by the events up to this one, whatever is entered while it is counted.
  const known = lastEventOf(db)
  const figures = await countFigures({ db, breathe, progress }, { period, method, known })
  const text = canonicalJson(figures)
  await breathe()
  const [first] = figures.tables
  if (first === undefined) throw new Error('no table')
  const { calendar, procedures, clock } = figures.rules
  return {
    ...{ known, digest: sha256(text), packed: pack(text), total: first.total },
    dossiers: figures.dossiers.length,
    pending: first.total.pending,
    identities: identitiesOf(db, { period, method, known }, figures),
    rules: {
      calendar: calendar.digest,
      procedures: procedures.digest,
      clock: canonicalJson(clock),
    },
  }
}

/**
 * All that a closing fixes.
 * @param closed the rules of an earlier closing, to count again by; else those of now.
 */
export async function countFigures(
  { db, breathe, progress }: TaskContext,
  query: FigureQuery,
  closed?: ClosedFigures['rules'],
): Promise<ClosedFigures> {
  const rules = rulesOf(db, closed)
  const steps = BREAKDOWNS.length + 2
  const tables: ClosedFigures['tables'] = []
  // Read once: whatever is entered between the steps is not among the events up to the one that is known.
  const counted = db.snapshot(() => countedDossiers(db, query.period, query.known))
  for (const by of BREAKDOWNS) {
    tables.push({ by, ...db.snapshot(() => tableFrom(db, counted, query, by, rules)) })
    progress(tables.length, steps)
    await breathe()
  }
  const times = db.snapshot(() => timesFrom(db, counted, query, rules))
  await breathe()
  const dossiers = db.snapshot(() => closedOf(db, counted, query, rules.calendar))
  progress(steps, steps)
  return { tables, times, dossiers, rules: closed ?? rulesKept(db, rules, dossiers) }
}

/** The dossiers of a period as a closing lists them, by their keys. */
export function dossiersOf(
  db: ReadDb,
  { period, method, known }: FigureQuery,
  calendar: WorkingCalendar,
): ClosedDossier[] {
  return closedOf(db, countedDossiers(db, period, known), { period, method, known }, calendar)
}

function closedOf(
  db: ReadDb,
  dossiers: readonly CountedDossier[],
  { period, method }: FigureQuery,
  calendar: WorkingCalendar,
): ClosedDossier[] {
  return dossiers
    .flatMap((dossier) => closedDossierOf(dossier, codeOf(db, dossier.id), period, method, calendar) ?? [])
    .sort((a, b) => a.id - b.id)
}

/** Those of now, with what an earlier closing kept in the place of it. */
function rulesOf(db: ReadDb, closed: ClosedFigures['rules'] | undefined): DeskRules {
  const now = deskRulesIn(db)
  if (closed === undefined) return now
  const { calendar, procedures, clock } = closed
  return {
    calendar: new WorkingCalendar(calendar.days),
    procedures: new Map([
      ...now.procedures,
      ...procedures.versions.map((version) => [version.id, version] as const),
    ]),
    clock,
    hours: clock.hours,
  }
}

function rulesKept(
  db: ReadDb,
  { procedures, clock }: DeskRules,
  dossiers: readonly ClosedDossier[],
): ClosedFigures['rules'] {
  const used = new Set(dossiers.map(({ procedureId }) => procedureId))
  return {
    calendar: { digest: digestOf(db, 'calendar_day'), days: listCalendar(db) },
    procedures: {
      digest: digestOf(db, 'procedure_version'),
      versions: [...procedures.values()].filter(({ id }) => used.has(id)).sort((a, b) => a.id - b.id),
    },
    clock,
  }
}

/** The tables whose rows are parts of the whole: each dossier stands in one of them. */
const PARTED = ['field', 'procedure', 'commune', 'officer', 'channel', 'level'] as const

/**
 * The identities of every table that is cut into rows, the total counted on its own in SQL where nothing was
 * entered meanwhile; and this period's beginning against the end of the one before.
 */
function identitiesOf(
  db: ReadDb,
  { period, method, known }: FigureQuery,
  figures: ClosedFigures,
): IdentityCheck[] {
  return db.snapshot(() => {
    const inSql = known === lastEventOf(db)
    const before = pendingBefore(db, period)
    const closed = pendingClosed(db, period)
    const all = PARTED.flatMap((by) => {
      const table = figures.tables.find((one) => one.by === by)
      if (table === undefined) throw new Error(`no table by ${by}`)
      const total = inSql ? countPeriod(db, period, method) : officialOf(table.total)
      return checkIdentities(
        total,
        table.rows.map(({ counts }) => officialOf(counts)),
        before,
        closed,
      )
    })
    // Those of the first table, and whatever fails in another.
    const first = all.slice(0, all.length / PARTED.length)
    return [...first, ...all.slice(first.length).filter(({ holds }) => !holds)]
  })
}
