/**
 * A stored application as the window sees it: with what is left of the time for its answer.
 */
import type { ArrivalRow } from '../../contract/arrivals.ts'
import type { Instant } from '../../domain/civil-date.ts'
import { answerDue, isAnswerLate, minutesToAnswer } from '../../domain/clock.ts'
import { type ArrivalAnswer, answersOf } from '../../domain/dossier.ts'
import type { ReadDb } from '../../store/database.ts'
import type { ListedArrival } from '../../store/arrivals.ts'
import { eventsOf } from '../../store/events.ts'
import type { Rules } from '../context.ts'

/** The row of a list. Whether it was answered late is read from its history. */
export function toArrivalRow(
  db: ReadDb,
  listed: ListedArrival,
  now: Instant,
  rules: Pick<Rules, 'calendar' | 'clock'>,
): ArrivalRow {
  const { calendar, clock } = rules
  const { answerFrom, ...row } = listed
  const answers =
    row.state === 'waiting' && row.asked === 0 ? [] : answersOf(eventsOf(db, row.id), calendar, clock.hours)
  return { ...row, ...timeLeft(listed, now, rules), ...answeredLate(answers) }
}

/** How the answer stands against its time, while one is owed. */
function timeLeft(
  { state, answerFrom }: ListedArrival,
  now: Instant,
  { calendar, clock }: Pick<Rules, 'calendar' | 'clock'>,
): Pick<ArrivalRow, 'answerDue' | 'minutesLeft' | 'overdue'> {
  if (state !== 'waiting') return { answerDue: null, minutesLeft: null, overdue: false }
  const due = answerDue(answerFrom, calendar, clock.hours)
  return {
    answerDue: due,
    minutesLeft: minutesToAnswer(due, now, calendar, clock.hours),
    overdue: isAnswerLate(due, now),
  }
}

function answeredLate(answers: readonly ArrivalAnswer[]): Pick<ArrivalRow, 'answeredLate' | 'lateMinutes'> {
  const late = answers.filter((answer) => answer.late)
  return {
    answeredLate: late.length > 0,
    lateMinutes: Math.max(0, ...late.map(({ lateMinutes }) => lateMinutes)),
  }
}
