/**
 * What goes beside a dossier's way: apologies, and batches that pass it from hand to hand.
 */
import type { DossierEvent, EventFact } from './facts.ts'
import { HistoryError } from './faults.ts'
import { type Apology, type Dossier, type Handover, isEnded } from './life.ts'

/**
 * The apology after an event: drafted, then approved or rejected; once approved there is no other.
 * @throws HistoryError
 */
export function afterApology(
  { apology, state, dueOn }: Dossier,
  fact: EventFact & { kind: 'apology-drafted' | 'apology-approved' | 'apology-rejected' },
  { happenedOn, authorId }: DossierEvent,
): Apology {
  if (isEnded(state)) throw new HistoryError({ fault: 'step-not-allowed', step: fact.kind, state })
  if (apology?.state === 'approved') throw new HistoryError({ fault: 'apology-sent-before' })
  if (fact.kind === 'apology-drafted') {
    const limit = dueOn > happenedOn ? dueOn : happenedOn
    if (fact.dueOn <= limit) throw new HistoryError({ fault: 'apology-not-later', limit })
    const { dueOn: newDay, cause, reason } = fact
    const drafted = { draftedBy: authorId, draftedOn: happenedOn, sentOn: null, late: false }
    return { state: 'drafted', dueOn: newDay, cause, reason, ...drafted }
  }
  if (apology?.state !== 'drafted') throw new HistoryError({ fault: 'no-apology-drafted' })
  if (fact.kind === 'apology-rejected') return { ...apology, state: 'rejected' }
  // A draft that lay too long names a day that is no longer later.
  const limit = dueOn > happenedOn ? dueOn : happenedOn
  if (apology.dueOn <= limit) throw new HistoryError({ fault: 'apology-not-later', limit })
  return { ...apology, state: 'approved', sentOn: happenedOn, late: happenedOn >= dueOn }
}

/** The batch a dossier is in and that nobody has confirmed yet, or `null`. */
export function openHandover({ handovers }: Pick<Dossier, 'handovers'>): Handover | null {
  const last = handovers.at(-1)
  return last?.state === 'given' ? last : null
}

/** Given out in a batch. @throws HistoryError while another is open. */
export function givenOut(
  dossier: Dossier,
  fact: EventFact & { kind: 'handed-over' },
  { happenedOn, happenedAt }: DossierEvent,
): Dossier {
  const open = openHandover(dossier)
  if (open) throw new HistoryError({ fault: 'handover-open', batch: open.batch })
  const { batch, number, year, fromId, toId, step } = fact
  const given: Handover = {
    ...{ batch, number, year, fromId, toId, step: step ?? null },
    ...{ givenOn: happenedOn, givenAt: happenedAt, state: 'given', answeredOn: null },
  }
  return { ...dossier, handovers: [...dossier.handovers, given] }
}

/** Confirmed, or missing from the pile. @throws HistoryError when it is not in that batch. */
export function afterBatch(
  dossier: Dossier,
  fact: EventFact & { kind: 'handover-confirmed' | 'handover-missing' },
  { happenedOn }: DossierEvent,
): { dossier: Dossier; handover: Handover } {
  const open = openHandover(dossier)
  if (open?.batch !== fact.batch) throw new HistoryError({ fault: 'not-in-batch', batch: fact.batch })
  const state = fact.kind === 'handover-confirmed' ? 'confirmed' : 'missing'
  const handover: Handover = { ...open, state, answeredOn: happenedOn }
  return { dossier: { ...dossier, handovers: [...dossier.handovers.slice(0, -1), handover] }, handover }
}

/** Something else happened before the batch was confirmed: it is in it no longer. */
export function leftBatch(dossier: Dossier): Dossier {
  if (openHandover(dossier) === null) return dossier
  const handovers = dossier.handovers.map((one): Handover =>
    one.state === 'given' ? { ...one, state: 'superseded' } : one,
  )
  return { ...dossier, handovers }
}
