import { Button } from '@mui/material'
import ExportIcon from '@mui/icons-material/FileDownloadOutlined'
import { useMutation } from '@tanstack/react-query'
import type { MovedOf } from '../../../src-main/contract/calendar.ts'
import { useLanguage, useT } from '../../app/i18n.ts'
import { useOrpc } from '../../app/office.tsx'
import { useRights } from '../../app/rights.ts'
import { downloadFile } from '../../ui/download.ts'
import { useErrorWords } from '../../ui/errors.ts'
import { useToast } from '../../ui/toast.tsx'

/** The whole list of moved dossiers as an Excel file, whatever the filter. */
export function ExportMovedButton({ list }: { list: MovedOf }) {
  const t = useT('calendar')
  const language = useLanguage()
  const toast = useToast()
  const words = useErrorWords()
  const may = useRights()
  const file = useMutation(
    useOrpc().calendar.exportMoved.mutationOptions({
      onSuccess: downloadFile,
      onError: (error) => toast(words(error), { severity: 'error' }),
    }),
  )
  if (!may('rules')) return null
  return (
    <Button
      variant="outlined"
      startIcon={<ExportIcon />}
      loading={file.isPending}
      loadingPosition="start"
      onClick={() => file.mutate({ list, language })}
    >
      {t('effects.export')}
    </Button>
  )
}
