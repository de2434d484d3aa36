import { type CivilDate, dateOfInstant, type Instant, toDayNumber } from '../domain/civil-date.ts'

const MS_PER_DAY = 86_400_000

/**
 * The moment on the fixed day `today`, at the time of day the office's wall clock (UTC+7) shows at
 * `systemNow`. With `--today` the day stands still and the hours go on.
 */
export function momentOnDay(today: CivilDate, systemNow: Instant): Instant {
  const days = toDayNumber(today) - toDayNumber(dateOfInstant(systemNow))
  return new Date(Date.parse(systemNow) + days * MS_PER_DAY).toISOString()
}

/** The office's clock: the system's, or the system's time of day on a fixed day. */
export function officeClock(today: CivilDate | null, systemNow: () => Instant): () => Instant {
  return today === null ? systemNow : () => momentOnDay(today, systemNow())
}
