import ExportIcon from '@mui/icons-material/FileDownloadOutlined'
import PrintIcon from '@mui/icons-material/PrintOutlined'
import { Button } from '@mui/material'
import { useMutation } from '@tanstack/react-query'
import { useLanguage, useT } from '../../app/i18n.ts'
import { useOrpc } from '../../app/office.tsx'
import { useRights } from '../../app/rights.ts'
import { downloadFile } from '../../ui/download.ts'
import { useErrorWords } from '../../ui/errors.ts'
import { printPdf } from '../../ui/pdf.ts'
import { useToast } from '../../ui/toast.tsx'
import { useShortcut } from '../../ui/use-shortcut.ts'
import type { DeskQuery } from './desk-address.ts'

/** The list as filtered and sorted on the screen: printed as the official list, saved as an Excel file. */
export function FileButtons({ query, disabled }: { query: DeskQuery; disabled: boolean }) {
  const t = useT('common')
  const language = useLanguage()
  const toast = useToast()
  const words = useErrorWords()
  const orpc = useOrpc()
  const may = useRights()
  const onError = (error: Error) => toast(words(error), { severity: 'error' })
  const print = useMutation(orpc.desk.printList.mutationOptions({ onSuccess: printPdf, onError }))
  const save = useMutation(orpc.desk.printList.mutationOptions({ onSuccess: downloadFile, onError }))
  const { filter, sort } = query
  const printable = filter.list === 'late' && may('export')
  const startPrint = () => {
    if (printable && !disabled && !print.isPending)
      print.mutate({ filter, sort, format: 'pdf', language: 'vi' })
  }
  useShortcut('ctrl+p', startPrint)
  if (!may('export')) return null
  return (
    <>
      {printable && (
        <Button
          variant="outlined"
          startIcon={<PrintIcon />}
          loading={print.isPending}
          loadingPosition="start"
          disabled={disabled}
          title="Ctrl+P"
          onClick={startPrint}
        >
          {t('button.print')}
        </Button>
      )}
      <Button
        variant="outlined"
        startIcon={<ExportIcon />}
        loading={save.isPending}
        loadingPosition="start"
        disabled={disabled}
        onClick={() => save.mutate({ filter, sort, format: 'xlsx', language })}
      >
        {t('button.export')}
      </Button>
    </>
  )
}
