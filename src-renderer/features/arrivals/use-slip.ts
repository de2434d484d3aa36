import { useMutation } from '@tanstack/react-query'
import type { ArrivalForm } from '../../../src-main/contract/arrivals.ts'
import { useOrpc } from '../../app/office.tsx'
import type { PaperShown } from '../forms/pdf-dialog.tsx'

/** A slip asked for, to be looked at before it goes to the printer. */
export function useSlip(): {
  print: (slip: { id: number; form: ArrivalForm; of: number }) => void
  form: ArrivalForm
  shown: PaperShown | null
  close: () => void
} {
  const made = useMutation(useOrpc().arrivals.print.mutationOptions())
  return {
    print: (slip) => made.mutate(slip),
    form: made.variables?.form ?? 'supplement',
    shown: made.isIdle ? null : { file: made.data ?? null, error: made.error },
    close: made.reset,
  }
}
