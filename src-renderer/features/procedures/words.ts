/**
 * How a version reads: its name, term, validity.
 */
import type { CatalogueVersion } from '../../../src-main/contract/procedures.ts'
import { useLanguage, useT } from '../../app/i18n.ts'
import { formatDate, formatNumber } from '../../ui/format.ts'

type Named = Pick<CatalogueVersion, 'nameVi' | 'nameEn'>

/** The words for the parts of a version, in the language of the window. */
export function useVersionWords() {
  const t = useT('procedures')
  const common = useT('common')
  const language = useLanguage()
  return {
    name: ({ nameVi, nameEn }: Named): string => (language === 'vi' ? nameVi : nameEn || nameVi),
    /** `8 ngày làm việc`, `Trong ngày`. */
    term: ({ term, unit }: Pick<CatalogueVersion, 'term' | 'unit'>): string =>
      term === 0
        ? t('sameDay')
        : common(unit === 'working-day' ? 'workingDays' : 'calendarDays', { count: term }),
    /** `từ 01/07/2025`, `01/07/2014 – 31/07/2024`. */
    validity: ({ validFrom, validTo }: Pick<CatalogueVersion, 'validFrom' | 'validTo'>): string =>
      validTo === null
        ? t('from', { date: formatDate(validFrom) })
        : t('between', { from: formatDate(validFrom), to: formatDate(validTo) }),
    stepTerm: ({ term, unit }: CatalogueVersion['steps'][number]): string =>
      `${formatNumber(term, language)} ${t(`unit.${unit}`)}`,
  }
}

/** See {@link useVersionWords}. */
export type VersionWords = ReturnType<typeof useVersionWords>
