import { useLanguage, useT } from '../../app/i18n.ts'
import { formatNumber } from '../../ui/format.ts'

/** The term of a step in words: `2 buổi`, `5 ngày`. */
export function useStepTerm(): (step: {
  term: number
  unit: 'working-hour' | 'half-day' | 'working-day'
}) => string {
  const t = useT('procedures')
  const language = useLanguage()
  return ({ term, unit }) => `${formatNumber(term, language)} ${t(`unit.${unit}`)}`
}
