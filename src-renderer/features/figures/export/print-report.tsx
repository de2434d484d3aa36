import PrintIcon from '@mui/icons-material/PrintOutlined'
import { Button } from '@mui/material'
import { useMutation } from '@tanstack/react-query'
import type { Method } from '../../../../src-main/domain/figure-class.ts'
import type { Breakdown } from '../../../../src-main/domain/figure-tables.ts'
import type { Period } from '../../../../src-main/domain/period.ts'
import { useT } from '../../../app/i18n.ts'
import { useOrpc } from '../../../app/office.tsx'
import { usePrinter } from '../../../app/printer.ts'
import { useRights } from '../../../app/rights.ts'
import { useErrorWords } from '../../../ui/errors.ts'
import { useToast } from '../../../ui/toast.tsx'
import { useShortcut } from '../../../ui/use-shortcut.ts'

/**
 * Prints the report of a period, by its button or with Ctrl+P: the official form, and the table on the screen behind it where
 * that is another one. It is the paper the office makes, held back where the figures contradict themselves, and told of in
 * the audit.
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
  const t = useT('common')
  const toast = useToast()
  const words = useErrorWords()
  const may = useRights()
  const { print } = usePrinter()
  const paper = useMutation(
    useOrpc().figures.exportSummary.mutationOptions({
      onSuccess: async (file) => {
        const printed = await print(file)
        if (printed !== 'printing')
          toast(t(printed === 'saved' ? 'paper.noViewer' : 'paper.sent', { name: file.name }))
      },
      onError: (error) => toast(words(error), { severity: 'error' }),
    }),
  )
  const official = table === 'field' || table === 'procedure'
  const start = () => {
    if (!may('export') || disabled || paper.isPending) return
    const what = official ? { by: table } : { by: 'field' as const, table }
    paper.mutate({ ...period, ...what, method, format: 'pdf' })
  }
  // The page itself is no report: the key never prints it.
  useShortcut('ctrl+p', start)
  if (!may('export')) return null
  return (
    <Button
      variant="outlined"
      startIcon={<PrintIcon />}
      loading={paper.isPending}
      loadingPosition="start"
      disabled={disabled}
      title="Ctrl+P"
      onClick={start}
    >
      {t('button.print')}
    </Button>
  )
}
