import { useT } from '../../app/i18n.ts'
import { formatNumber } from '../../ui/format.ts'

/** How many dossiers a list has, in words: `747 hồ sơ`, `hơn 10.000 hồ sơ` when counting stopped there. */
export function useTotalWords(list: { total: number; capped: boolean } | undefined): string {
  const t = useT('dossiers')
  // A space keeps the line while it is being counted.
  if (list === undefined) return '\u00a0'
  return t(list.capped ? 'total.capped' : 'total.exact', {
    count: list.total,
    number: formatNumber(list.total),
  })
}
