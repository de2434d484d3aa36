/**
 * What a dossier waits for, as its page tells: the other agency, and the tax office's leg.
 */
import type { TaxLeg } from '../../contract/dossier-waits.ts'
import type { Output } from '../../contract/index.ts'
import { workingDaysBetween } from '../../domain/clock.ts'
import { type Dossier, type DossierEvent, effectiveEvents, stepsFrom } from '../../domain/dossier.ts'
import type { Office } from '../context.ts'

/** The waits of a dossier. */
export function waitsOf(
  office: Office,
  dossier: Dossier,
  history: readonly DossierEvent[],
): Pick<Output<'dossiers', 'get'>, 'canNoteTax' | 'taxLeg' | 'waitsFor'> {
  const open = dossier.pauses.find(({ endOn, kind }) => endOn === null && kind === 'agency')
  return {
    canNoteTax: stepsFrom(dossier.state).includes('tax-notice'),
    taxLeg: taxLegOf(office, dossier, history),
    waitsFor: open
      ? { agency: open.agency ?? '', answerBy: open.answerBy ?? null, posting: open.posting ?? null }
      : null,
  }
}

/** The latest slip to the tax office and what followed; `null` where none was sent. */
export function taxLegOf(office: Office, dossier: Dossier, history: readonly DossierEvent[]): TaxLeg | null {
  const events = effectiveEvents(history)
  const at = events.findLastIndex(({ fact }) => fact.kind === 'paused' && fact.pause === 'payment')
  const slip = events[at]
  if (slip?.fact.kind !== 'paused') return null
  const later = events.slice(at + 1)
  const proof = later.find(({ fact }) => fact.kind === 'resumed')
  const notice = later.findLast(({ fact }) => fact.kind === 'tax-notice')
  const until = proof?.happenedOn ?? dossier.endedOn ?? office.today()
  const { calendar } = office.rules
  return {
    slip: { on: slip.happenedOn, document: slip.fact.document ?? '' },
    notice:
      notice?.fact.kind === 'tax-notice'
        ? { on: notice.happenedOn, document: notice.fact.document, amount: notice.fact.amount }
        : null,
    proof:
      proof?.fact.kind === 'resumed' ? { on: proof.happenedOn, document: proof.fact.document ?? '' } : null,
    officeDays: workingDaysBetween(slip.happenedOn, notice?.happenedOn ?? until, calendar),
    payerDays: notice ? workingDaysBetween(notice.happenedOn, until, calendar) : null,
  }
}
