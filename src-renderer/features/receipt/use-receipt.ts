import { useMutation } from '@tanstack/react-query'
import { useT } from '../../app/i18n.ts'
import { useOrpc } from '../../app/office.tsx'
import { usePreference } from '../../app/preferences.ts'
import { usePrinter } from '../../app/printer.ts'
import { useErrorWords } from '../../ui/errors.ts'
import { useToast } from '../../ui/toast.tsx'
import type { PaperShown } from '../forms/pdf-dialog.tsx'
import { usePaper } from '../forms/use-paper.ts'

/** Alt and this letter prints the receipt. */
export const RECEIPT_KEY = 'I'

/** Has the office make a dossier's receipt, to look at before it goes to the printer, or for the printer at once. */
export function useReceipt(): { show: (id: number) => void; shown: PaperShown | null; close: () => void } {
  const { show, shown, close } = usePaper(useMutation(useOrpc().dossiers.printReceipt.mutationOptions()))
  return { show: (id) => show({ id }), shown, close }
}

/** Prints a receipt at once. What goes wrong is said; the dossier is saved all the same. */
export function usePrintReceipt(): (id: number) => Promise<void> {
  const { mutateAsync } = useMutation(useOrpc().dossiers.printReceipt.mutationOptions())
  const t = useT('common')
  const words = useErrorWords()
  const toast = useToast()
  const { print } = usePrinter()
  return async (id) => {
    try {
      if ((await print(await mutateAsync({ id }))) === 'saved')
        toast(t('receipt.noViewer'), { severity: 'info' })
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
