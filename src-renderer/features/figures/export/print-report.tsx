import type { Method } from '../../../../src-main/domain/figure-class.ts'
import type { Breakdown } from '../../../../src-main/domain/figure-tables.ts'
import type { Period } from '../../../../src-main/domain/period.ts'
import { useOffice } from '../../../app/office.tsx'
import { PrintButton } from '../../../ui/print-button.tsx'

/**
 * Prints the report of a period: the official form, and the table on the screen behind it where that is another one. It is held
 * back where the figures contradict themselves, and told of in the audit.
 */
export function PrintReport({
  period,
  method,
  table,
  disabled,
}: {
  period: Period
  method: Method
  table: Breakdown
  disabled: boolean
}) {
  const office = useOffice()
  const what = table === 'field' || table === 'procedure' ? { by: table } : { by: 'field' as const, table }
  return (
    <PrintButton
      make={() => office.figures.exportSummary({ ...period, ...what, method, format: 'pdf' })}
      disabled={disabled}
    />
  )
}
