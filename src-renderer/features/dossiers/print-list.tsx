import {
  type DossierFilter,
  type DossierSort,
  LIST_ON_PAPER,
} from '../../../src-main/contract/dossier-list.ts'
import { useT } from '../../app/i18n.ts'
import { useOffice } from '../../app/office.tsx'
import { formatNumber } from '../../ui/format.ts'
import { PrintButton } from '../../ui/print-button.tsx'
import { useToast } from '../../ui/toast.tsx'

/** Prints the list, as filtered and sorted on the screen. Of a long one only its beginning, and that is said. */
export function PrintList({
  filter,
  sort,
  total,
}: {
  filter: DossierFilter
  sort: DossierSort
  /** How long the list is; 0 until that is known. */
  total: number
}) {
  const t = useT('dossiers')
  const toast = useToast()
  const office = useOffice()
  const long = total > LIST_ON_PAPER
  const limit = { limit: formatNumber(LIST_ON_PAPER), total: formatNumber(total) }
  return (
    <PrintButton
      make={() => office.dossiers.print({ filter, sort })}
      disabled={total === 0}
      title={long ? t('print.hintLimit', limit) : t('print.hint')}
      onPrinted={() => {
        if (long) toast(t('print.limit', limit), { severity: 'warning' })
      }}
    />
  )
}
