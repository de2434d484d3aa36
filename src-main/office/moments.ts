/**
 * When something happened: checks that every use case with a date makes.
 */
import { OfficeError, fieldError } from '../contract/errors.ts'
import { type CivilDate, FIRST_DAY, type Instant, dateOfInstant } from '../domain/civil-date.ts'
import { ClockError } from '../domain/clock.ts'
import { HistoryError } from '../domain/dossier.ts'
import type { Office } from './context.ts'

/** The moment given, or now. @throws OfficeError when it lies in the future. */
export function momentOrNow(office: Office, given: Instant | null, field: string): Instant {
  const now = office.now()
  if (given === null) return now
  if (Date.parse(given) > Date.parse(now)) throw fieldError(field, 'date-in-future')
  if (Date.parse(given) < 0 || dateOfInstant(given) < FIRST_DAY) throw fieldError(field, 'not-a-date')
  return new Date(given).toISOString()
}

/**
 * The moment in the one form moments are kept in.
 * @throws OfficeError when the day, or the moment on it, lies in the future or the two disagree.
 */
export function checkHappened(
  office: Office,
  on: CivilDate,
  at: Instant | null,
  field: string,
): Instant | null {
  if (on > office.today()) throw fieldError(field, 'date-in-future')
  if (at === null) return null
  if (!(Date.parse(at) >= 0)) throw fieldError(field, 'not-a-date')
  // First: a moment after the years of the calendar has no date to compare.
  if (Date.parse(at) > Date.parse(office.now())) throw fieldError(field, 'date-in-future')
  if (dateOfInstant(at) !== on) throw fieldError(field, 'moment-not-on-date')
  return new Date(at).toISOString()
}

/**
 * Turns a refused history into the words of the contract; lets everything else pass.
 * @param field the field of the input that holds the day.
 */
export function refusal(error: unknown, field = 'happenedOn'): unknown {
  if (!(error instanceof HistoryError)) return error
  const { detail } = error
  switch (detail.fault) {
    case 'step-not-allowed':
      return new OfficeError('step-not-allowed', { step: detail.step, state: detail.state })
    case 'before-acceptance':
      return fieldError(field, 'date-before-acceptance', { limit: detail.limit })
    case 'before-result':
      return fieldError(field, 'date-before-result', { limit: detail.limit })
    case 'before-last-step':
      return fieldError(field, 'date-before-last-step', { limit: detail.limit })
    case 'no-such-event':
      return new OfficeError('no-such-event', { seq: detail.seq })
    case 'acceptance-cannot-be-revoked':
    case 'not-accepted':
    case 'apology-sent-before':
    case 'no-apology-drafted':
      return new OfficeError(detail.fault)
    case 'apology-not-later':
      return fieldError('dueOn', 'date-not-later', { limit: detail.limit })
    case 'handover-open':
    case 'not-in-batch':
      return new OfficeError(detail.fault, { batch: detail.batch })
  }
}

/** What makes no sense to the clock, in the words of the contract. */
export function clockRefusal(error: unknown): unknown {
  if (!(error instanceof ClockError)) return error
  if (error.fault === 'outside-calendar') return new OfficeError('date-outside-calendar')
  return error.fault === 'pause-before-reception' || error.fault === 'pause-ends-before-start'
    ? fieldError('happenedOn', error.fault)
    : new OfficeError('clock-fault', { fault: error.fault })
}
