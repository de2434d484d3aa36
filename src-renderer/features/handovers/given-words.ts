import { useCallback } from 'react'
import type { BatchRow } from '../../../src-main/contract/handovers.ts'
import { useT } from '../../app/i18n.ts'
import { formatDate, formatMoment } from '../../ui/format.ts'

/** When a pile changed hands; where it was entered on a later day, that too. */
export function useGivenWords(): (row: BatchRow) => string {
  const t = useT('handovers')
  return useCallback(
    ({ givenOn, givenAt, enteredAt, lateEntry }) => {
      const given = givenAt === null ? formatDate(givenOn) : formatMoment(givenAt)
      return lateEntry ? `${given} ${t('enteredLater', { date: formatMoment(enteredAt) })}` : given
    },
    [t],
  )
}
