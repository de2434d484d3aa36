import { useT } from '../../app/i18n.ts'
import { formatDate } from '../../ui/format.ts'
import type { Period, PeriodKind } from '../../../src-main/domain/period.ts'
import type { PeriodChoice } from './period-choice.ts'

const ROMAN = ['I', 'II', 'III', 'IV']

/** Words for periods. */
export interface PeriodWords {
  /** One of a kind within its year: `Tháng 6`, `Quý II`, `6 tháng đầu năm`. */
  ofYear: (kind: PeriodKind, index: number) => string
  /** The whole choice: `Tháng 6 năm 2020`; `null` for any two days. */
  ofChoice: (choice: PeriodChoice) => string | null
  /** `Từ ngày … đến ngày …`. */
  range: (period: Period) => string
}

/** Words for periods in the language of the window. */
export function usePeriodWords(): PeriodWords {
  const t = useT('figures')
  const ofYear: PeriodWords['ofYear'] = (kind, index) => {
    switch (kind) {
      case 'month':
        return t('period.month', { index })
      case 'quarter':
        return t('period.quarter', { index: ROMAN[index - 1] ?? index })
      case 'half-year':
        return t(index === 1 ? 'period.firstHalf' : 'period.secondHalf')
      case 'nine-months':
        return t('period.nineMonths')
      case 'year':
        return t('period.wholeYear')
    }
  }
  const nameOf = (kind: PeriodKind, index: number, year: number): string => {
    switch (kind) {
      case 'month':
      case 'quarter':
        return t('period.inYear', { period: ofYear(kind, index), year })
      case 'half-year':
        return t(index === 1 ? 'period.firstHalfOf' : 'period.secondHalfOf', { year })
      case 'nine-months':
        return t('period.nineMonthsOf', { year })
      case 'year':
        return t('period.year', { year })
    }
  }
  return {
    ofYear,
    ofChoice: (choice) => {
      if (choice.type === 'range') return null
      const { kind, index, year, rule } = choice
      const name = nameOf(kind, index, year)
      return rule === 'reporting' ? `${name} ${t('period.byReporting')}` : name
    },
    range: ({ from, to }) => t('range', { from: formatDate(from), to: formatDate(to) }),
  }
}
