import { Alert } from '@mui/material'
import { useT } from '../../app/i18n.ts'
import { officeErrorOf } from '../../ui/errors.ts'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { LARGEST_MB, UnreadableFileError } from './read-file.ts'

/** What went wrong with an import, in words that say what to do. */
export function ImportError({ error }: { error: unknown }) {
  const t = useT('imports')
  const sx = { mb: 2 }
  if (error instanceof UnreadableFileError) {
    return (
      <Alert severity="error" sx={sx}>
        {t('fault.unreadable')}
      </Alert>
    )
  }
  const code = officeErrorOf(error)?.code
  if (code === 'file-too-large' || code === 'file-not-xlsx') {
    return (
      <Alert severity="error" sx={sx}>
        {t(`fault.${code}`, { limit: LARGEST_MB })}
      </Alert>
    )
  }
  return <ErrorAlert error={error} sx={sx} />
}
