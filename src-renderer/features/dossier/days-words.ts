import type { DossierPage } from '../../../src-main/contract/dossiers.ts'
import { useT } from '../../app/i18n.ts'

/** A number of days of a term in its own unit: `5 ngày làm việc`, `30 ngày`. */
export function useDaysWords(): (count: number, unit: DossierPage['term']['unit']) => string {
  const common = useT('common')
  return (count, unit) => common(unit === 'working-day' ? 'workingDays' : 'calendarDays', { count })
}
