import { useMutation } from '@tanstack/react-query'
import type { OfficeFile } from '../../../src-main/contract/common.ts'
import { useT } from '../../app/i18n.ts'
import { useOrpc } from '../../app/office.tsx'
import { usePreference } from '../../app/preferences.ts'
import { useErrorWords } from '../../ui/errors.ts'
import { printPdf } from '../../ui/pdf.ts'
import { useToast } from '../../ui/toast.tsx'

/** Alt and this letter prints the receipt. */
export const RECEIPT_KEY = 'I'

/** A receipt asked for, to be looked at. */
export interface ReceiptShown {
  /** `null` while it is made. */
  file: OfficeFile | null
  error: Error | null
}

/** Has the office make a dossier's receipt, to look at before it goes to the printer. */
export function useReceipt(): { show: (id: number) => void; shown: ReceiptShown | null; close: () => void } {
  const made = useMutation(useOrpc().dossiers.printReceipt.mutationOptions())
  return {
    show: (id) => made.mutate({ id }),
    shown: made.isIdle ? null : { file: made.data ?? null, error: made.error },
    close: made.reset,
  }
}

/** Prints a receipt at once. What goes wrong is said; the dossier is saved all the same. */
export function usePrintReceipt(): (id: number) => Promise<void> {
  const { mutateAsync } = useMutation(useOrpc().dossiers.printReceipt.mutationOptions())
  const t = useT('common')
  const words = useErrorWords()
  const toast = useToast()
  return async (id) => {
    try {
      if (printPdf(await mutateAsync({ id })) === 'saved') toast(t('receipt.noViewer'), { severity: 'info' })
    } catch (error) {
      toast(`${t('receipt.failed')} ${words(error)}`, { severity: 'error' })
    }
  }
}

/** Whether this user has the receipt printed as soon as a dossier is saved. */
export function usePrintOnSaving(): [boolean, (wanted: boolean) => void] {
  const [kept, keep] = usePreference('receipt.print-on-saving')
  return [kept === 'yes', (wanted) => keep(wanted ? 'yes' : 'no')]
}
