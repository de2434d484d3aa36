/**
 * The rows of every table of the figures and the processing times, said a second time: of the histories of `test-stories.ts`
 * alone, day by day, by nothing the program counts with.
 */
import { type CivilDate, fromDayNumber, toDayNumber } from '../domain/civil-date.ts'
import type { DossierEvent, PauseKind } from '../domain/dossier.ts'
import { type ColumnCounts, type Method, noCounts } from '../domain/figure-class.ts'
import { type Breakdown, LATE_BREAKDOWNS } from '../domain/figure-tables.ts'
import type { Period } from '../domain/period.ts'
import type { WriteDb } from './database.ts'
import { addCalendarDay } from './reference.ts'
import { type AsItWas, asItWas, asSetRight, columnsNaively, dueNaively } from './test-stories.ts'

type Histories = readonly (readonly DossierEvent[])[]

const DAYS_OFF = [
  '2020-01-01',
  '2020-01-23',
  '2020-01-24',
  '2020-01-27',
  '2020-01-28',
  '2020-01-29',
  '2020-04-02',
]
const MADE_UP = ['2020-01-18', '2020-02-08']

/** The days off and the make-up Saturdays the rows are counted by. */
export function addStoryCalendar(db: WriteDb): void {
  const row = { name: 'Tết', basis: 'x', status: 'confirmed' } as const
  // Written above as days are.
  for (const date of DAYS_OFF) addCalendarDay(db, { date: date as CivilDate, kind: 'off', ...row })
  for (const date of MADE_UP) addCalendarDay(db, { date: date as CivilDate, kind: 'work', ...row })
}

function works(day: CivilDate): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return MADE_UP.includes(day) || (weekday !== 0 && weekday !== 6 && !DAYS_OFF.includes(day))
}

/** The working days after one day, up to another. */
function workingDays(after: CivilDate, to: CivilDate): CivilDate[] {
  const days: CivilDate[] = []
  for (let day = toDayNumber(after) + 1; day <= toDayNumber(to); day++) {
    if (works(fromDayNumber(day))) days.push(fromDayNumber(day))
  }
  return days
}

/** Field and name of each procedure of the stories. */
const PROCEDURES: Record<number, [field: string, name: string]> = {
  1: ['Đất đai', 'Chuyển nhượng'],
  2: ['Giao dịch bảo đảm', 'Thế chấp'],
  3: ['Đất đai', 'Thế chấp'],
  4: ['Giao dịch bảo đảm', 'Thế chấp'],
}
const PEOPLE: Record<number, string> = { 1: 'Nguyễn Văn Cửa', 2: 'Trần Thị Hai', 3: 'Lê Văn Ba' }

/** How many dossiers are in each row of a table and in which columns; rows are named by what they say, `''` is nothing. */
export function rowsNaively(
  histories: Histories,
  by: Breakdown,
  period: Period,
  method: Method,
): Map<string, ColumnCounts> {
  const rows = new Map<string, ColumnCounts>()
  const parts = by === 'month' ? monthsNaively(period) : [period]
  for (const part of parts) {
    if (by === 'month') rows.set(part.from, noCounts())
    for (const events of histories) {
      const columns = columnsNaively(events, part, method)
      const was = asItWas(events, part.to)
      if (columns === null || was === null) continue
      if (LATE_BREAKDOWNS.has(by) && !columns.has('late')) continue
      const row = by === 'month' ? part.from : rowOf(by, events, was, part, method)
      // A leg that has some of the days late and most of nobody's has a row for them all the same.
      for (const [leg, days] of by === 'whose' ? sharesNaively(events, was, part, method) : [])
        if (days > 0 && !rows.has(leg)) rows.set(leg, noCounts())
      const counts = rows.get(row) ?? noCounts()
      for (const column of columns) counts[column]++
      rows.set(row, counts)
    }
  }
  return rows
}

function rowOf(
  by: Exclude<Breakdown, 'month'>,
  events: readonly DossierEvent[],
  was: AsItWas,
  { to }: Period,
  method: Method,
): string {
  const [field = '', name = ''] = PROCEDURES[was.procedure] ?? []
  switch (by) {
    case 'field':
      return field
    case 'procedure':
      return `${field}: ${name}`
    case 'commune':
      return was.commune.toLowerCase()
    case 'officer':
      return was.holder === null ? '' : (PEOPLE[was.holder] ?? '?')
    case 'channel':
      return was.channel
    case 'level':
      return was.level ?? ''
    case 'cause':
      return was.cause
    case 'apology':
      return was.sent === null ? '' : was.sent.on < was.due ? 'in-time' : 'late'
    case 'band': {
      const days = workingDays(dueNaively(was, method), was.ended ?? to).length
      return days > 30 ? 'over-30' : days > 10 ? '11-30' : days > 5 ? '6-10' : '1-5'
    }
    case 'whose':
      return whoseNaively(sharesNaively(events, was, { to }, method))
  }
}

/** The days of a period, a new part on each 1st; or on each 15th where it begins on one and ends on a 14th. */
function monthsNaively({ from, to }: Period): Period[] {
  const first = from.endsWith('-15') && to.endsWith('-14') ? '-15' : '-01'
  const parts: Period[] = []
  for (let n = toDayNumber(from); n <= toDayNumber(to); n++) {
    const day = fromDayNumber(n)
    const last = parts.at(-1)
    if (last === undefined || day.endsWith(first)) parts.push({ from: day, to: day })
    else last.to = day
  }
  return parts
}

const WAITED_FOR: Record<PauseKind, string> = { supplement: 'applicant', payment: 'tax', agency: 'agency' }

/** Somebody who was waited for, from a day on; or the branch again. */
interface Hand {
  who: string
  from: CivilDate
  answerBy: CivilDate | null
  /** The clock stood still, or the term began again after it: it costs nothing. */
  free: boolean
}

/** Days late by who had the dossier in the rows of the table `whose`, and of all of them. */
export function daysLateNaively(
  histories: Histories,
  period: Period,
  method: Method,
): { rows: Map<string, number>; all: number } {
  const rows = new Map<string, number>()
  for (const events of histories) {
    const was = asItWas(events, period.to)
    if (was === null || columnsNaively(events, period, method)?.has('late') !== true) continue
    for (const [leg, days] of sharesNaively(events, was, period, method))
      if (days > 0) rows.set(leg, (rows.get(leg) ?? 0) + days)
  }
  return { rows, all: [...rows.values()].reduce((sum, days) => sum + days, 0) }
}

/** Who has most of the days late; `''` where there are none. */
function whoseNaively(shares: ReadonlyMap<string, number>): string {
  const most = Math.max(...shares.values())
  return most === 0 ? '' : ([...shares].find(([, days]) => days === most)?.[0] ?? '?')
}

/** The days late: each answers for those beyond the day an answer was asked by, the branch for the rest. */
function sharesNaively(
  events: readonly DossierEvent[],
  was: AsItWas,
  { to }: Pick<Period, 'to'>,
  method: Method,
): Map<string, number> {
  const end = was.ended ?? to
  const hands: Hand[] = []
  let due = was.due
  let supplied = false
  for (const { fact, happened } of asSetRight(events)) {
    if (happened > to && !(fact.kind === 'due-moved' && was.ended !== null)) continue
    if (fact.kind === 'accepted') due = fact.dueOn
    if (fact.kind === 'due-moved') {
      due = fact.dueOn
      if (supplied && fact.cause === 'pause') for (const hand of hands.slice(0, -1)) hand.free = true
    }
    if (fact.kind === 'paused') {
      const stops = (fact.pause !== 'agency' || fact.stops !== false) && happened <= due
      const { pause, answerBy = null } = fact
      hands.push({ who: WAITED_FOR[pause], from: happened, answerBy, free: stops })
    }
    const before = hands.at(-1)?.who
    supplied = fact.kind === 'resumed' && before === 'applicant'
    if (fact.kind === 'resumed') hands.push({ who: 'branch', from: happened, answerBy: null, free: false })
  }
  const used = new Map<Hand, number>()
  for (const day of workingDays(was.accepted, end)) {
    const hand = hands.findLast(({ from }) => from <= day)
    if (hand) used.set(hand, (used.get(hand) ?? 0) + 1)
  }
  let left = workingDays(dueNaively(was, method), end).length
  const shares = new Map([
    ['branch', 0],
    ['tax', 0],
    ['agency', 0],
    ['applicant', 0],
  ])
  for (const hand of hands) {
    if (hand.answerBy === null || hand.free) continue
    const over = (used.get(hand) ?? 0) - workingDays(hand.from, hand.answerBy).length
    const laid = Math.max(0, Math.min(left, over))
    shares.set(hand.who, (shares.get(hand.who) ?? 0) + laid)
    left -= laid
  }
  shares.set('branch', (shares.get('branch') ?? 0) + left)
  return shares
}

/** Numbers of days: how many, their mean, the middle one, and the least that nine in ten are not above. */
export interface TimesNaively {
  n: number
  mean: number
  median: number
  p90: number
}

/** Processing times of the results of a period by procedure, and of all (`''`); none of nothing. */
export function timesNaively(histories: Histories, period: Period): Map<string, TimesNaively> {
  const days = new Map<string, number[]>()
  for (const events of histories) {
    const was = asItWas(events, period.to)
    if (was?.outcome !== 'result' || was.ended === null || was.ended < period.from) continue
    const { accepted, ended, stood, procedure } = was
    const ran = workingDays(accepted, ended).filter(
      (day) => !stood.some(({ from, to }) => from <= day && (to === null || day < to)),
    ).length
    for (const row of ['', (PROCEDURES[procedure] ?? []).join(': ')]) {
      days.set(row, [...(days.get(row) ?? []), ran])
    }
  }
  return new Map([...days].map(([row, of]) => [row, spreadNaively(of)]))
}

/** The spread of some numbers of days, one at least. */
export function spreadNaively(days: readonly number[]): TimesNaively {
  const n = days.length
  const below = (day: number) => days.filter((one) => one < day).length
  const upTo = (day: number) => days.filter((one) => one <= day).length
  // The middle: as many below as above; between two of them, half-way.
  const low = Math.min(...days.filter((day) => upTo(day) * 2 >= n))
  const high = Math.max(...days.filter((day) => below(day) * 2 <= n))
  return {
    n,
    mean: days.reduce((sum, one) => sum + one, 0) / n,
    median: (low + high) / 2,
    p90: Math.min(...days.filter((day) => upTo(day) * 10 >= n * 9)),
  }
}
