/**
 * What a row of the bench is. Each file in `rows/` exports some as `rows`.
 */
import type BetterSqlite3 from 'better-sqlite3'
import type { CivilDate } from '../src-main/domain/civil-date.ts'
import type { Core, Session } from '../src-main/office/core.ts'

/** Which databases a row is measured on: the imported register of half a year, the generated one, or an empty one. */
export type Size = 'register' | 'generated' | 'empty'

/** What a row works with: an open office, and a connection of its own to the same file. */
export interface BenchContext {
  readonly size: Size
  /** Dossiers in it at the start. */
  readonly dossiers: number
  readonly core: Core
  readonly session: Session
  /** The day the office's clock stands on. */
  readonly today: CivilDate
  /** The database file; a copy that is thrown away. */
  readonly file: string
  /** A connection as the store opens it: WAL, synchronous FULL, foreign keys, the same cache. */
  readonly raw: BetterSqlite3.Database
  /**
   * An operation through the dispatcher, as a window's call is answered in the main process.
   * @throws Error when the office refuses it: a bench measures what works.
   */
  readonly call: (feature: string, operation: string, input?: unknown) => Promise<unknown>
}

/** The key of the person a measured office is open as: the first on its staff. */
export const USER = 1

/** A row, as its author writes it. */
export interface RowDefinition<State> {
  name: string
  /** What the office does, in a few words. */
  describe: string
  /** What the raw side does: the statements nobody could do without. */
  describeRaw: string
  sizes: readonly Size[]
  /** Most pairs measured, for rows that are slow by nature. */
  maxRounds?: number
  /** Prepares statements and ready values, once for each database; not measured. */
  prepare: (context: BenchContext) => State | Promise<State>
  /** Makes ready for one round; not measured. */
  before?: (context: BenchContext, state: State, round: number) => void | Promise<void>
  /** Lets go of what was prepared. */
  end?: (context: BenchContext, state: State) => void | Promise<void>
  /** Our way. The same round asks for the same thing on both sides. */
  ours: (context: BenchContext, state: State, round: number) => unknown
  /** The bare statements. */
  raw: (context: BenchContext, state: State, round: number) => unknown
}

/** A row, ready to run; what it prepared is kept inside. */
export interface BenchRow {
  readonly name: string
  readonly describe: string
  readonly describeRaw: string
  readonly sizes: readonly Size[]
  readonly maxRounds: number
  begin(context: BenchContext): Promise<Sides>
}

/** One side of a pair. */
export type Side = (round: number) => unknown

/** A row prepared on a database. */
export interface Sides {
  before: (round: number) => void | Promise<void>
  ours: Side
  raw: Side
  end: () => void | Promise<void>
}

/** Makes a row from its definition. */
export function benchRow<State>(definition: RowDefinition<State>): BenchRow {
  const { name, describe, describeRaw, sizes, maxRounds = 200 } = definition
  return {
    ...{ name, describe, describeRaw, sizes, maxRounds },
    begin: async (context) => {
      const state = await definition.prepare(context)
      return {
        before: (round) => definition.before?.(context, state, round),
        end: () => definition.end?.(context, state),
        ours: (round) => definition.ours(context, state, round),
        raw: (round) => definition.raw(context, state, round),
      }
    },
  }
}
