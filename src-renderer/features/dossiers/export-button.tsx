import ExportIcon from '@mui/icons-material/FileDownloadOutlined'
import { Button } from '@mui/material'
import { useMutation } from '@tanstack/react-query'
import type { DossierFilter, DossierSort } from '../../../src-main/contract/dossier-list.ts'
import { useLanguage, useT } from '../../app/i18n.ts'
import { useOrpc } from '../../app/office.tsx'
import { useRights } from '../../app/rights.ts'
import { downloadFile } from '../../ui/download.ts'
import { useErrorWords } from '../../ui/errors.ts'
import { useToast } from '../../ui/toast.tsx'

/** Saves the whole list, as filtered and sorted on the screen, as an Excel file. */
export function ExportButton({
  filter,
  sort,
  disabled,
}: {
  filter: DossierFilter
  sort: DossierSort
  disabled: boolean
}) {
  const t = useT('common')
  const language = useLanguage()
  const toast = useToast()
  const words = useErrorWords()
  const orpc = useOrpc()
  const may = useRights()
  const list = useMutation(
    orpc.dossiers.export.mutationOptions({
      onSuccess: downloadFile,
      onError: (error) => toast(words(error), { severity: 'error' }),
    }),
  )
  if (!may('export')) return null
  return (
    <Button
      variant="outlined"
      startIcon={<ExportIcon />}
      loading={list.isPending}
      loadingPosition="start"
      disabled={disabled}
      onClick={() => list.mutate({ filter, sort, language })}
    >
      {t('button.export')}
    </Button>
  )
}
