/**
 * Apologies (*phiếu xin lỗi và hẹn lại ngày trả kết quả*): drafted by whoever works on the dossier, decided by the head.
 */
import { OfficeError, fieldError } from '../../contract/errors.ts'
import type { Input, Output } from '../../contract/index.ts'
import type { CivilDate } from '../../domain/civil-date.ts'
import { isWorkingDay, reappointment, workingDayAfterOrLast } from '../../domain/clock.ts'
import { type Dossier, fold } from '../../domain/dossier.ts'
import { isStopped } from '../../domain/legs.ts'
import { eventsOf } from '../../store/events.ts'
import type { Context, Office } from '../context.ts'
import { appendToAll } from './all-or-none.ts'
import { checkCause } from './marks.ts'

/** The new days the clock proposes. */
export function proposeDates(
  { office }: Context,
  { ids, days }: Input<'desk', 'proposeDates'>,
): Output<'desk', 'proposeDates'> {
  const today = office.today()
  return [...new Set(ids)].map((id) => {
    const history = eventsOf(office.store.read, id)
    if (history.length === 0) throw new OfficeError('not-found', { what: 'dossier' })
    const dossier = fold(history)
    const newDueOn = proposed(office, dossier, days)
    const { code, applicantName, dueOn } = dossier
    const late = reappointment(dueOn, newDueOn, today, false) === 'late-apology'
    return { id, code, applicantName, dueOn, newDueOn, late }
  })
}

/** So many working days after the due date, or after today where that is later. */
function proposed(office: Office, { dueOn }: Dossier, days: number): CivilDate {
  const today = office.today()
  return workingDayAfterOrLast(dueOn > today ? dueOn : today, days, office.rules.calendar)
}

/** Drafts apologies. */
export function draftApology(
  context: Context,
  { items, dueOn, days, cause, reason }: Input<'desk', 'draftApology'>,
): Promise<Output<'desk', 'draftApology'>> {
  const { office } = context
  if (cause === '' && reason === '') throw fieldError('reason', 'required')
  checkCause(office, cause)
  const newDay = newDayOf(office, dueOn, days)
  return appendToAll(context, items, (dossier) => {
    checkRuns(dossier)
    return { kind: 'apology-drafted', dueOn: newDay(dossier), cause, reason }
  })
}

function newDayOf(
  office: Office,
  dueOn: CivilDate | null,
  days: number | null,
): (dossier: Dossier) => CivilDate {
  if (dueOn !== null && days !== null) throw fieldError('days', 'day-or-days')
  if (dueOn !== null) {
    if (!isWorkingDay(dueOn, office.rules.calendar)) throw fieldError('dueOn', 'not-a-working-day')
    return () => dueOn
  }
  if (days === null) throw fieldError('dueOn', 'required')
  return (dossier) => proposed(office, dossier, days)
}

/** The head's decision on drafts. A rejection says why. */
export function decideApologies(
  context: Context,
  { items, decision, note }: Input<'desk', 'decideApologies'>,
): Promise<Output<'desk', 'decideApologies'>> {
  if (decision === 'reject' && note === '') throw fieldError('note', 'required')
  return appendToAll(context, items, (dossier) => {
    if (decision === 'reject') return { kind: 'apology-rejected', note }
    checkRuns(dossier)
    return { kind: 'apology-approved', note }
  })
}

/** While the clock stands still the due date is not known: there is nothing to put off. */
function checkRuns(dossier: Dossier): void {
  if (isStopped(dossier)) throw new OfficeError('apology-while-stopped')
}
