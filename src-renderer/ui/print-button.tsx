import PrintIcon from '@mui/icons-material/PrintOutlined'
import { Button } from '@mui/material'
import { useMutation } from '@tanstack/react-query'
import type { OfficeFile } from '../../src-main/contract/common.ts'
import { useT } from '../app/i18n.ts'
import { usePrinter } from '../app/printer.ts'
import { useRights } from '../app/rights.ts'
import { useErrorWords } from './errors.ts'
import { useToast } from './toast.tsx'
import { useShortcut } from './use-shortcut.ts'

/**
 * Prints a paper the office makes, by its button or with Ctrl+P: not the page of the window, which may hold less and is no paper.
 * @param make has the office make it.
 */
export function PrintButton({
  make,
  disabled,
  title = 'Ctrl+P',
  onPrinted,
}: {
  make: () => Promise<OfficeFile>
  disabled: boolean
  title?: string
  onPrinted?: () => void
}) {
  const t = useT('common')
  const toast = useToast()
  const words = useErrorWords()
  const { print } = usePrinter()
  const may = useRights()
  const making = useMutation({
    mutationFn: make,
    onSuccess: async (file) => {
      const done = await print(file)
      if (done !== 'printing')
        toast(t(done === 'saved' ? 'paper.noViewer' : 'paper.sent', { name: file.name }))
      onPrinted?.()
    },
    onError: (error) => toast(words(error), { severity: 'error' }),
  })
  const start = () => {
    if (may('export') && !disabled && !making.isPending) making.mutate()
  }
  useShortcut('ctrl+p', start)
  if (!may('export')) return null
  return (
    <Button
      variant="outlined"
      startIcon={<PrintIcon />}
      loading={making.isPending}
      loadingPosition="start"
      disabled={disabled}
      title={title}
      onClick={start}
    >
      {t('button.print')}
    </Button>
  )
}
