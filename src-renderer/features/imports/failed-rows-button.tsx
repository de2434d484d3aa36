import { Button } from '@mui/material'
import SaveIcon from '@mui/icons-material/FileDownloadOutlined'
import { useMutation } from '@tanstack/react-query'
import { useLanguage, useT } from '../../app/i18n.ts'
import { useOrpc } from '../../app/office.tsx'
import { downloadFile } from '../../ui/download.ts'
import { useErrorWords } from '../../ui/errors.ts'
import { useToast } from '../../ui/toast.tsx'

/** Saves the rows that were kept out, with their reasons, to be mended and imported again. */
export function FailedRowsButton({ importId }: { importId: string }) {
  const t = useT('imports')
  const language = useLanguage()
  const orpc = useOrpc()
  const toast = useToast()
  const words = useErrorWords()
  const save = useMutation(
    orpc.imports.failedRows.mutationOptions({
      onSuccess: downloadFile,
      onError: (error) => toast(words(error), { severity: 'error' }),
    }),
  )
  return (
    <Button
      variant="outlined"
      startIcon={<SaveIcon />}
      loading={save.isPending}
      loadingPosition="start"
      onClick={() => save.mutate({ importId, language })}
    >
      {t('failedRows')}
    </Button>
  )
}
