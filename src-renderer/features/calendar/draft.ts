/**
 * A change of calendar and conventions, collected before it is tried out and made. It lives beside the
 * screens: whoever looks at a dossier meanwhile finds it as it was.
 */
import type { CalendarDay } from '../../../src-main/domain/calendar.ts'
import type { CivilDate } from '../../../src-main/domain/civil-date.ts'
import type { DayChange, RuleChange } from '../../../src-main/contract/calendar.ts'

/** A row of the calendar without its date. */
export type Row = Omit<CalendarDay, 'date'>

/** The office's conventions. */
export type Conventions = NonNullable<RuleChange['clock']>

/** A date with its row as it is to be, and as it stands now. */
export interface DraftDay extends DayChange {
  before: Row | null
}

/** A change just made, kept so that applicants can be told. */
export interface Applied {
  changeId: number
  moved: number
  reason: string
}

/** What has been collected. */
export interface DraftState {
  /** By date, in the order of the year. */
  days: readonly DraftDay[]
  /** `null`: conventions stay as they are. */
  clock: Conventions | null
  reason: string
  applied: Applied | null
  /** It is being made just now: nothing of it is to go. */
  making: boolean
}

/** What became of the rows of a proposal or a file. */
export interface Filled {
  taken: number
  /** Rows that say what the calendar or the draft says already, or (proposals) would replace a row. */
  left: number
}

const NOTHING: DraftState = { days: [], clock: null, reason: '', applied: null, making: false }

/** The draft of a window. */
export class CalendarDraft {
  readonly #listeners = new Set<() => void>()
  #state = NOTHING

  readonly getState = (): DraftState => this.#state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Sets a date to a row or frees it (`null`). What equals the calendar as it stands is no change. */
  setDay(date: CivilDate, row: Row | null, before: Row | null): void {
    const others = this.#state.days.filter((day) => day.date !== date)
    const days = sameRow(row, before) ? others : inOrder([...others, { date, row, before }])
    this.#set({ days, applied: null })
  }

  /** Takes one date out of the draft. */
  undoDay(date: CivilDate): void {
    this.#set({ days: this.#state.days.filter((day) => day.date !== date) })
  }

  /** Changes the conventions, or leaves them (`null`). */
  setClock(clock: Conventions | null): void {
    this.#set({ clock, applied: null })
  }

  setReason(reason: string): void {
    this.#set({ reason })
  }

  /**
   * Takes in the rows of a proposal or a file.
   * @param standing the calendar as it stands on those dates.
   * @param onlyFree a proposal never replaces a row that is there, in the calendar or in the draft.
   */
  fill(changes: readonly DayChange[], standing: ReadonlyMap<CivilDate, Row>, onlyFree: boolean): Filled {
    const days = new Map(this.#state.days.map((day) => [day.date, day]))
    let taken = 0
    for (const { date, row } of changes) {
      const before = standing.get(date) ?? null
      const now = days.has(date) ? (days.get(date)?.row ?? null) : before
      if (sameRow(row, now) || (onlyFree && now !== null)) continue
      if (sameRow(row, before)) days.delete(date)
      else days.set(date, { date, row, before })
      taken++
    }
    this.#set({ days: inOrder([...days.values()]), applied: null })
    return { taken, left: changes.length - taken }
  }

  /**
   * The calendar of a year as it stands now, another window may have changed it: what it says already goes.
   * @returns how many dates went.
   */
  rebase(year: number, rows: readonly CalendarDay[]): number {
    const standing = standingRows(rows)
    const { days } = this.#state
    const rebased = days.flatMap((day) => {
      if (yearOf(day.date) !== year) return [day]
      const before = standing.get(day.date) ?? null
      if (sameRow(day.row, before)) return []
      return [sameRow(day.before, before) ? day : { ...day, before }]
    })
    if (rebased.length !== days.length || rebased.some((day, index) => day !== days[index])) {
      this.#set({ days: rebased })
    }
    return days.length - rebased.length
  }

  /** Throws the draft away. */
  discard(): void {
    this.#set(NOTHING)
  }

  /** The draft is being made, or is no longer. */
  setMaking(making: boolean): void {
    this.#set({ making })
  }

  /** The draft has become the calendar. */
  made(applied: Applied): void {
    this.#set({ ...NOTHING, applied })
  }

  #set(part: Partial<DraftState>): void {
    this.#state = { ...this.#state, ...part }
    this.#listeners.forEach((listener) => listener())
  }
}

/** How many changes are in it; the conventions count as one. */
export function changesIn({ days, clock }: DraftState): number {
  return days.length + (clock === null ? 0 : 1)
}

/** The change as the office takes it. */
export function ruleChangeOf({ days, clock }: DraftState): RuleChange {
  return { days: days.map(({ date, row }) => ({ date, row })), clock }
}

/** What a draft does to a date. */
export function effectOn({ row, before }: Pick<DraftDay, 'row' | 'before'>): 'added' | 'changed' | 'removed' {
  if (row === null) return 'removed'
  return before === null ? 'added' : 'changed'
}

/** Rows by their date, without it. */
export function standingRows(rows: readonly CalendarDay[]): Map<CivilDate, Row> {
  return new Map(rows.map(({ date, ...row }) => [date, row]))
}

/** The rows of a year with the draft laid over them. */
export function withDraft(rows: readonly CalendarDay[], draft: DraftState, year: number): CalendarDay[] {
  const all = standingRows(rows)
  for (const { date, row } of draft.days) {
    if (yearOf(date) !== year) continue
    if (row === null) all.delete(date)
    else all.set(date, row)
  }
  return inOrder([...all].map(([date, row]) => ({ date, ...row })))
}

/** The year of a date. */
export function yearOf(date: CivilDate): number {
  return Number(date.slice(0, 4))
}

/** Whether two rows say the same. */
export function sameRow(a: Row | null, b: Row | null): boolean {
  if (a === null || b === null) return a === b
  return a.kind === b.kind && a.name === b.name && a.basis === b.basis && a.status === b.status
}

/** Whether two sets of conventions say the same. */
export function sameConventions(a: Conventions, b: Conventions): boolean {
  const flat = ({ sameDayCutOff, offDayReception, hours }: Conventions) =>
    [sameDayCutOff, offDayReception, ...hours.morning, ...hours.afternoon].join()
  return flat(a) === flat(b)
}

function inOrder<Dated extends { date: CivilDate }>(days: Dated[]): Dated[] {
  return days.sort((a, b) => (a.date < b.date ? -1 : 1))
}
