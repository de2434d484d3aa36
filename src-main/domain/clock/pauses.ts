/**
 * Pauses made ready for counting.
 */
import { type DayNumber, toDayNumber } from '../civil-date.ts'
import { type ClockPause, ClockError } from './terms.ts'

/** A stretch in which the clock stands still: from a day up to, not including, another. */
export interface Stop {
  from: DayNumber
  /** `null` while it is open. */
  to: DayNumber | null
  restarts: boolean
}

/**
 * The stretches in which the clock stands still, in order, those that overlap or touch made one. A stretch restarts the
 * term when any pause in it does: the clock runs again only when all have ended.
 * @throws ClockError for a pause that ends before it starts, starts before the reception, or follows an open one.
 */
export function stopsOf(pauses: readonly ClockPause[], received: DayNumber): Stop[] {
  const stops: Stop[] = []
  let open = false
  for (const pause of pauses.length > 1 ? pauses.toSorted(byStart) : pauses) {
    const from = toDayNumber(pause.startOn)
    const to = pause.endOn === null ? null : toDayNumber(pause.endOn)
    if (to !== null && to < from) throw new ClockError('pause-ends-before-start')
    if (from < received) throw new ClockError('pause-before-reception')
    if (open && pause.stops) throw new ClockError('pause-after-open-pause')
    if (!pause.stops) continue
    open = to === null
    const last = stops.at(-1)
    if (last?.to != null && from <= last.to) {
      last.to = to === null ? null : Math.max(last.to, to)
      last.restarts ||= pause.restarts
    } else {
      stops.push({ from, to, restarts: pause.restarts })
    }
  }
  return stops
}

/** The order in which pauses begin. */
export function byStart(a: ClockPause, b: ClockPause): number {
  return a.startOn < b.startOn ? -1 : a.startOn > b.startOn ? 1 : 0
}
