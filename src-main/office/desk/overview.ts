/**
 * The desk counted: what is late now, what will be next.
 */
import type { Input, Output } from '../../contract/index.ts'
import type { WorkingCalendar } from '../../domain/calendar.ts'
import type { CivilDate } from '../../domain/civil-date.ts'
import { LATE_BANDS, type LateBand, daysLate, lateBand, workingDayAfterOrLast } from '../../domain/clock.ts'
import { type LateGroup, comingUp, lateGroups } from '../../store/desk.ts'
import { countBehind } from '../../store/steps.ts'
import type { Context } from '../context.ts'
import { behindNow } from '../steps/behind.ts'

/** What is late, by all the desk sorts it by, and what is due next. */
export function overviewOf(
  { office }: Context,
  { within }: Input<'desk', 'overview'>,
): Output<'desk', 'overview'> {
  const { calendar } = office.rules
  const today = office.today()
  const tomorrow = workingDayAfterOrLast(today, 1, calendar)
  const soon = workingDayAfterOrLast(today, within, calendar)
  const { read } = office.store
  const { drafted, ...next } = comingUp(read, { today, tomorrow, soon })
  const behind = countBehind(read, behindNow(office, read))
  return { tomorrow, late: lateSums(lateGroups(read, today), today, calendar), next, drafted, behind }
}

function lateSums(
  groups: readonly LateGroup[],
  today: CivilDate,
  calendar: WorkingCalendar,
): Output<'desk', 'overview'>['late'] {
  const sum = (test: (group: LateGroup) => boolean): number =>
    groups.reduce((all, group) => (test(group) ? all + group.n : all), 0)
  const total = sum(() => true)
  const withApology = sum(({ sent }) => sent)
  const bands = by(groups, ({ dueOn }): LateBand => lateBand(daysLate(dueOn, today, calendar)))
  return {
    total,
    withApology,
    lateApology: sum(({ sentLate }) => sentLate),
    withoutApology: total - withApology,
    withoutCause: sum(({ cause }) => cause === ''),
    byHolder: mostFirst(by(groups, ({ holderId }) => holderId)),
    byProcedure: mostFirst(by(groups, ({ procedureId }) => procedureId)),
    byCause: mostFirst(by(groups, ({ cause }) => cause)),
    byBand: LATE_BANDS.map((key) => ({ key, n: bands.get(key) ?? 0 })),
  }
}

function by<Key>(groups: readonly LateGroup[], keyOf: (group: LateGroup) => Key): Map<Key, number> {
  const counts = new Map<Key, number>()
  for (const group of groups) {
    const key = keyOf(group)
    counts.set(key, (counts.get(key) ?? 0) + group.n)
  }
  return counts
}

function mostFirst<Key>(counts: ReadonlyMap<Key, number>): { key: Key; n: number }[] {
  return [...counts].map(([key, n]) => ({ key, n })).sort((a, b) => b.n - a.n)
}
