/**
 * An application that is no dossier yet (*hồ sơ chờ tiếp nhận*): filed online, or handed in incomplete at the counter.
 * Its history is the beginning of the dossier's, so that both moments, arrival and acceptance, are kept in one.
 */
import type { CivilDate, Instant } from '../civil-date.ts'
import { type DossierEvent, type Particulars } from './facts.ts'
import { HistoryError } from './faults.ts'
import { effectiveEvents } from './fold.ts'

/**
 * waiting (*chờ tiếp nhận*), completion-asked (*chờ bổ sung trước tiếp nhận*), accepted (a dossier now), declined
 * (*từ chối tiếp nhận*), retracted (*người nộp rút*).
 */
export const ARRIVAL_STATES = ['waiting', 'completion-asked', 'accepted', 'declined', 'retracted'] as const
export type ArrivalState = (typeof ARRIVAL_STATES)[number]

/** An application as its events make it. */
export interface Arrival extends Particulars {
  procedureId: number
  /** The number it carries where it came from. */
  reference: string
  remote: boolean
  state: ArrivalState
  arrivedOn: CivilDate
  arrivedAt: Instant
  /** The moment from which the answer is due: the arrival, or the last completion. */
  answerFrom: Instant
  /** The first answer: accepted, asked for completion or declined. */
  answeredAt: Instant | null
  /** How often completion was asked for. */
  asked: number
  version: number
}

/** What may follow in a state. */
export function arrivalStepsFrom(
  state: ArrivalState,
): readonly ('accepted' | 'completion-asked' | 'completed' | 'declined' | 'retracted')[] {
  switch (state) {
    case 'waiting':
      return ['accepted', 'completion-asked', 'declined', 'retracted']
    case 'completion-asked':
      return ['accepted', 'completed', 'declined', 'retracted']
    case 'accepted':
    case 'declined':
    case 'retracted':
      return []
  }
}

/** Whether the history began before acceptance. */
export function hasArrival(events: readonly DossierEvent[]): boolean {
  return events[0]?.fact.kind === 'arrived'
}

/** Whether the history is that of a dossier, accepted already. */
export function isAccepted(events: readonly DossierEvent[]): boolean {
  return events.some(({ fact }) => fact.kind === 'accepted')
}

/**
 * The application a history begins with, `null` where it began with the acceptance. What happens after the acceptance
 * changes nothing of it.
 * @throws HistoryError when it is one that cannot be.
 */
export function foldArrival(events: readonly DossierEvent[]): Arrival | null {
  const first = events[0]
  if (first?.fact.kind !== 'arrived') return null
  const { particulars, procedureId, reference, remote } = first.fact
  const arrivedAt = first.happenedAt ?? first.enteredAt
  let arrival: Arrival = {
    ...particulars,
    procedureId,
    reference,
    remote: remote ?? false,
    state: 'waiting',
    arrivedOn: first.happenedOn,
    arrivedAt,
    answerFrom: arrivedAt,
    answeredAt: null,
    asked: 0,
    version: 1,
  }
  let last = first.happenedOn
  for (const event of effectiveEvents(events).slice(1)) {
    if (arrival.state === 'accepted') break
    if (event.fact.kind !== 'corrected' && event.happenedOn < last) {
      throw new HistoryError({ fault: 'before-last-step', on: event.happenedOn, limit: last })
    }
    arrival = { ...applyTo(arrival, event), version: event.seq }
    if (event.fact.kind !== 'corrected') last = event.happenedOn
  }
  return arrival
}

function applyTo(arrival: Arrival, { fact, happenedAt, enteredAt, seq }: DossierEvent): Arrival {
  if (fact.kind === 'corrected') return { ...arrival, ...fact.changes }
  if (fact.kind === 'form-printed') return arrival
  const allowed: readonly string[] = arrivalStepsFrom(arrival.state)
  if (!allowed.includes(fact.kind)) throw new HistoryError({ fault: 'no-such-event', seq })
  const at = happenedAt ?? enteredAt
  const answered = { ...arrival, answeredAt: arrival.answeredAt ?? at }
  switch (fact.kind) {
    case 'accepted':
      return { ...answered, state: 'accepted' }
    case 'completion-asked':
      return { ...answered, state: 'completion-asked', asked: arrival.asked + 1 }
    case 'completed':
      return { ...arrival, state: 'waiting', answerFrom: at }
    case 'declined':
      return { ...answered, state: 'declined' }
    case 'retracted':
      return { ...arrival, state: 'retracted' }
    default:
      throw new HistoryError({ fault: 'no-such-event', seq })
  }
}
