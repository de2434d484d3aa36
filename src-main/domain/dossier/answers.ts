/**
 * The answers an application was given, each against the time it had to be given in.
 */
import type { WorkingCalendar } from '../calendar.ts'
import type { Instant } from '../civil-date.ts'
import { type OfficeHours, answerDue, isAnswerLate, minutesToAnswer } from '../clock.ts'
import type { DossierEvent } from './facts.ts'
import { effectiveEvents } from './fold.ts'

/** One answer that was owed: to the arrival, or to a completion. */
export interface ArrivalAnswer {
  /** The moment it was owed from, and until when. */
  from: Instant
  due: Instant
  /** When it was given, and when that was entered; `null` while it is owed, or once it no longer is. */
  at: Instant | null
  enteredAt: Instant | null
  /** Given after its time, and by how many working minutes; a few seconds late are late by 0. */
  late: boolean
  lateMinutes: number
}

/** Every answer that was owed before acceptance, in order; none for a dossier that was received at the counter. */
export function answersOf(
  events: readonly DossierEvent[],
  calendar: WorkingCalendar,
  hours: OfficeHours,
): ArrivalAnswer[] {
  const answers: ArrivalAnswer[] = []
  if (events[0]?.fact.kind !== 'arrived') return answers
  for (const { fact, happenedAt, enteredAt } of effectiveEvents(events)) {
    const at = happenedAt ?? enteredAt
    const last = answers.at(-1)
    switch (fact.kind) {
      case 'arrived':
      case 'completed': {
        const due = answerDue(at, calendar, hours)
        answers.push({ from: at, due, at: null, enteredAt: null, late: false, lateMinutes: 0 })
        break
      }
      case 'accepted':
      case 'completion-asked':
      case 'declined':
        // Accepted or declined while completion was waited for: no answer was owed.
        if (last?.at === null) {
          Object.assign(last, { at, enteredAt }, lateness(last.due, at))
        }
        if (fact.kind !== 'completion-asked') return answers
        break
      case 'retracted':
        // No answer is owed any more; one that was overdue by then stays so.
        if (last?.at === null) Object.assign(last, lateness(last.due, at))
        return answers
      default:
    }
  }
  return answers

  function lateness(due: Instant, at: Instant): Pick<ArrivalAnswer, 'late' | 'lateMinutes'> {
    const late = isAnswerLate(due, at)
    return { late, lateMinutes: late ? -minutesToAnswer(due, at, calendar, hours) : 0 }
  }
}
