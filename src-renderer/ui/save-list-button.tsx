import ExportIcon from '@mui/icons-material/FileDownloadOutlined'
import { Button } from '@mui/material'
import { useMutation } from '@tanstack/react-query'
import type { OfficeFile } from '../../src-main/contract/common.ts'
import { useLanguage, useT } from '../app/i18n.ts'
import { useRights } from '../app/rights.ts'
import type { Language } from '../locales/index.ts'
import { downloadFile } from './download.ts'
import { useErrorWords } from './errors.ts'
import { useToast } from './toast.tsx'

/** Saves the whole of a list as an Excel file. @param save has the office make it. */
export function SaveListButton({
  save,
  disabled = false,
}: {
  save: (language: Language) => Promise<OfficeFile>
  disabled?: boolean
}) {
  const t = useT('common')
  const language = useLanguage()
  const toast = useToast()
  const words = useErrorWords()
  const may = useRights()
  const making = useMutation({
    mutationFn: save,
    onSuccess: downloadFile,
    onError: (error) => toast(words(error), { severity: 'error' }),
  })
  if (!may('export')) return null
  return (
    <Button
      variant="outlined"
      startIcon={<ExportIcon />}
      loading={making.isPending}
      loadingPosition="start"
      disabled={disabled}
      onClick={() => making.mutate(language)}
    >
      {t('button.export')}
    </Button>
  )
}
