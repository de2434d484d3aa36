import { useT } from '../../app/i18n.ts'
import { formatDate } from '../../ui/format.ts'
import type { vi } from '../../locales/index.ts'
import { parseCivilDate } from '../../../src-main/domain/civil-date.ts'
import { DOSSIER_STATES, type DossierState } from '../../../src-main/domain/dossier.ts'
import type { ImportProblem } from '../../../src-main/contract/imports.ts'

/** A key without its plural ending. */
type Singular<Key> = Key extends `${infer Bare}_other` ? Bare : Key
type Variant = Singular<keyof typeof vi.imports.reasonOf>
type Value = string | number

/** Words for a problem of a row. */
export interface ProblemWords {
  /** Column letter and the title in the file: `F · Ngày hẹn trả`. */
  place: (problem: ImportProblem) => string
  /** Why it is a problem, in a sentence. */
  reason: (problem: ImportProblem) => string
}

/** Words for problems in the language of the window. */
export function useProblemWords(): ProblemWords {
  const t = useT('imports')
  const words = useT('common')
  return {
    place: ({ column, title, field }) =>
      column === ''
        ? field === null
          ? t('problems.wholeRow')
          : words(`importField.${field}`)
        : title === ''
          ? column
          : `${column} · ${title}`,
    reason: ({ code, params }) => {
      const shown = shownParams(params, (state) => words(`state.${state}`))
      const variant = variantOf(code, params)
      return variant === null ? t(`reason.${code}`, shown) : t(`reasonOf.${variant}`, shown)
    },
  }
}

/** The words that say more than the kind of the problem does, where its details allow them. */
export function variantOf(code: ImportProblem['code'], params: ImportProblem['params']): Variant | null {
  const { reason, assumed, days, provisional } = params
  switch (code) {
    case 'missing':
      if (assumed === undefined) return null
      if (assumed === 'direct') return 'missing-direct'
      return assumed === 'accepted' ? 'missing-holder' : 'missing-assumed'
    case 'not-a-date':
      if (reason === 'two-digit-year') return 'date-two-digit-year'
      return reason === 'plain-number' ? 'date-plain-number' : null
    case 'unknown-procedure':
      if (reason === 'not-valid-on-date')
        return params['validTo'] === '' ? 'procedure-not-yet-valid' : 'procedure-not-valid'
      return reason === 'ambiguous' ? 'procedure-ambiguous' : null
    case 'due-differs':
      if (provisional === 1) return 'due-provisional'
      if (typeof days !== 'number') return null
      return days > 0 ? 'due-later' : 'due-earlier'
    case 'off-day-reception':
      return params['name'] === '' || params['name'] === undefined ? null : 'off-day-named'
    default:
      return null
  }
}

/** Dates as the office writes them, states by their names, days without a sign. */
export function shownParams(
  params: ImportProblem['params'],
  stateWords: (state: DossierState) => string,
): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(params).map(([key, value]): [string, Value] => {
      if (key === 'days' && typeof value === 'number') return ['count', Math.abs(value)]
      if (typeof value !== 'string') return [key, value]
      if (key === 'state' && isState(value)) return [key, stateWords(value)]
      const date = parseCivilDate(value)
      return [key, date === null ? value : formatDate(date)]
    }),
  )
}

function isState(text: string): text is DossierState {
  return DOSSIER_STATES.some((state) => state === text)
}
