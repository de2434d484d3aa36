/**
 * Counting what a closing fixes: all tables, the list of dossiers, and the rules they were counted by. Runs in the worker.
 */
import { canonicalJson } from '../../domain/canonical-json.ts'
import type { WorkingCalendar } from '../../domain/calendar.ts'
import { type ClosedDossier, type ClosedFigures, closedDossier } from '../../domain/closed-period.ts'
import { type Method, officialOf } from '../../domain/figure-class.ts'
import { BREAKDOWNS } from '../../domain/figure-tables.ts'
import { type IdentityCheck, checkIdentities } from '../../domain/figures.ts'
import type { LegShares } from '../../domain/legs.ts'
import type { Period } from '../../domain/period.ts'
import { digestOf } from '../../store/audit.ts'
import { codeOf, intactFiguresOf, pack, sha256 } from '../../store/closed-periods.ts'
import type { ReadDb } from '../../store/database.ts'
import { dossierNames } from '../../store/figure-names.ts'
import { countedDossiers, lastEventOf } from '../../store/figure-rows.ts'
import { countPeriod } from '../../store/figures.ts'
import { listCalendar } from '../../store/reference.ts'
import type { DeskRules } from '../desk/legs.ts'
import { pendingBefore, pendingClosed } from '../figures/count.ts'
import { type FigureQuery, type Placed, placed, sharesAsOf, tableFrom, timesFrom } from '../figures/tables.ts'
import type { TaskContext } from '../worker-protocol.ts'
import { rulesOf } from './rules.ts'

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

/** Worker task: tables and processing times of a closing as they were kept; `null` where they are not those it closed. */
export function closedTables(
  { db }: TaskContext,
  { number }: { number: number },
): Pick<ClosedFigures, 'tables' | 'times'> | null {
  const kept = intactFiguresOf(db, number)
  return kept && { tables: kept.tables, times: kept.times }
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
  const steps = BREAKDOWNS.length + 3
  const tables: ClosedFigures['tables'] = []
  // Read once: whatever is entered between the steps is not among the events up to the one that is known.
  const counted = db.snapshot(() => countedDossiers(db, query.period, query.known))
  const inPeriod = placed(counted, query.period, query.method)
  const shares = db.snapshot(() => sharesAsOf(db, inPeriod, query, rules))
  await breathe()
  for (const by of BREAKDOWNS) {
    tables.push({ by, ...db.snapshot(() => tableFrom(db, counted, query, by, { ...rules, shares })) })
    progress(tables.length, steps)
    await breathe()
  }
  const times = db.snapshot(() => timesFrom(db, counted, query, rules))
  await breathe()
  const dossiers = db.snapshot(() => closedOf(db, inPeriod, query, rules.calendar, shares))
  progress(steps, steps)
  return { tables, times, dossiers, rules: closed ?? rulesKept(db, rules, dossiers) }
}

/** The dossiers of a period as a closing lists them, by their keys. */
export function dossiersOf(db: ReadDb, query: FigureQuery, calendar: WorkingCalendar): ClosedDossier[] {
  const { period, method, known } = query
  return closedOf(db, placed(countedDossiers(db, period, known), period, method), query, calendar)
}

function closedOf(
  db: ReadDb,
  dossiers: readonly Placed[],
  { period }: FigureQuery,
  calendar: WorkingCalendar,
  shares?: ReadonlyMap<number, LegShares>,
): ClosedDossier[] {
  const names = dossierNames(db, period)
  return dossiers
    .map(([dossier, counted]) => {
      const { id } = dossier
      // One that was of the period when it was known then, and is no more.
      const code = names.get(id)?.code ?? codeOf(db, id)
      return closedDossier(dossier, counted, { code, period, calendar, shares: shares?.get(id) })
    })
    .sort((a, b) => a.id - b.id)
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
