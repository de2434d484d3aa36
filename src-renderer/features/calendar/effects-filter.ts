/**
 * What of the moved dossiers is shown. All of them are here already: nothing is asked of the office.
 */
import type { MovedDossier } from '../../../src-main/contract/calendar.ts'
import { formatDate } from '../../../src-main/domain/civil-date.ts'
import { matchesTyped } from '../../ui/folded-match.ts'

export interface EffectsFilter {
  typed: string
  effect: MovedDossier['effect'] | 'all'
  /** Only those whose due date was promised on paper. */
  promised: boolean
}

export const WHOLE_LIST: EffectsFilter = { typed: '', effect: 'all', promised: false }

/** The dossiers that fit. Typed words are looked for in code, people, procedure and dates. */
export function filterMoved(
  dossiers: readonly MovedDossier[],
  { typed, effect, promised }: EffectsFilter,
): MovedDossier[] {
  return dossiers.filter(
    (dossier) =>
      (effect === 'all' || dossier.effect === effect) &&
      (!promised || dossier.promised) &&
      (typed.trim() === '' || matchesTyped(wordsOf(dossier), typed) || dossier.code.includes(typed.trim())),
  )
}

function wordsOf(dossier: MovedDossier): string {
  const { code, applicantName, procedureName, holderName, phone, address, dueBefore, dueAfter } = dossier
  const dates = [dueBefore, dueAfter].map(formatDate)
  return [code, applicantName, procedureName, holderName ?? '', phone, address, ...dates].join(' ')
}
