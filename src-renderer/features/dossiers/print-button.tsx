import PrintIcon from '@mui/icons-material/PrintOutlined'
import { Button } from '@mui/material'
import { useMutation } from '@tanstack/react-query'
import {
  type DossierFilter,
  type DossierSort,
  LIST_ON_PAPER,
} from '../../../src-main/contract/dossier-list.ts'
import { useT } from '../../app/i18n.ts'
import { useOrpc } from '../../app/office.tsx'
import { usePrinter } from '../../app/printer.ts'
import { useRights } from '../../app/rights.ts'
import { useErrorWords } from '../../ui/errors.ts'
import { formatNumber } from '../../ui/format.ts'
import { useToast } from '../../ui/toast.tsx'
import { useShortcut } from '../../ui/use-shortcut.ts'

/** Prints the list, as filtered and sorted on the screen. Of a long one only its beginning, and that is said. */
export function PrintButton({
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
  const common = useT('common')
  const toast = useToast()
  const words = useErrorWords()
  const { print } = usePrinter()
  const may = useRights()
  const long = total > LIST_ON_PAPER
  const limit = { limit: formatNumber(LIST_ON_PAPER), total: formatNumber(total) }
  const making = useMutation(
    useOrpc().dossiers.print.mutationOptions({
      onSuccess: async (file) => {
        const done = await print(file)
        if (done !== 'printing')
          toast(common(done === 'saved' ? 'paper.noViewer' : 'paper.sent', { name: file.name }), {
            severity: 'info',
          })
        if (long) toast(t('print.limit', limit), { severity: 'warning' })
      },
      onError: (error) => toast(words(error), { severity: 'error' }),
    }),
  )
  const start = () => {
    if (may('export') && total > 0 && !making.isPending) making.mutate({ filter, sort })
  }
  // Not the page of the window: it has only the rows the grid has drawn.
  useShortcut('ctrl+p', start)
  if (!may('export')) return null
  return (
    <Button
      variant="outlined"
      startIcon={<PrintIcon />}
      loading={making.isPending}
      loadingPosition="start"
      disabled={total === 0}
      title={long ? t('print.hintLimit', limit) : t('print.hint')}
      onClick={start}
    >
      {common('button.print')}
    </Button>
  )
}
