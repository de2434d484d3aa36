import { useMutation } from '@tanstack/react-query'
import { useT } from '../../app/i18n.ts'
import { useOrpc } from '../../app/office.tsx'
import { useErrorWords } from '../../ui/errors.ts'
import { printPdf } from '../../ui/pdf.ts'
import { useToast } from '../../ui/toast.tsx'

/** Has the list of a batch made and printed, both copies at once. */
export function usePrintBatch(): { run: (batch: number) => void; isPending: boolean } {
  const t = useT('handovers')
  const words = useErrorWords()
  const toast = useToast()
  const print = useMutation(
    useOrpc().handovers.print.mutationOptions({
      onSuccess: (file) => {
        if (printPdf(file) === 'saved') toast(t('noViewer'), { severity: 'info' })
      },
      onError: (error) => toast(words(error), { severity: 'error' }),
    }),
  )
  return { run: (batch) => print.mutate({ batch }), isPending: print.isPending }
}
