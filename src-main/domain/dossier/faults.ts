/**
 * What can be wrong with a history.
 */
import type { CivilDate } from '../civil-date.ts'
import type { DossierState, EventKind } from './facts.ts'

/** What is wrong with a history. */
export type HistoryFault =
  | { fault: 'step-not-allowed'; step: EventKind; state: DossierState }
  | { fault: 'before-acceptance' | 'before-result' | 'before-last-step'; on: CivilDate; limit: CivilDate }
  | { fault: 'no-such-event'; seq: number }
  | { fault: 'acceptance-cannot-be-revoked' }
  /** An application that is no dossier yet. */
  | { fault: 'not-accepted' }
  /** An apology is sent at most once, to a later day, after it was drafted. */
  | { fault: 'apology-sent-before' | 'no-apology-drafted' }
  | { fault: 'apology-not-later'; limit: CivilDate }
  /** In a batch that is not confirmed yet; or not in that batch. */
  | { fault: 'handover-open' | 'not-in-batch'; batch: number }

/** Thrown by `fold` for a history that cannot be. */
export class HistoryError extends Error {
  readonly detail: HistoryFault
  constructor(detail: HistoryFault) {
    super(detail.fault)
    this.detail = detail
  }
}
