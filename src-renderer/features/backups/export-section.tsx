import { Button, Typography } from '@mui/material'
import { useMutation } from '@tanstack/react-query'
import { useT } from '../../app/i18n.ts'
import { useOrpc } from '../../app/office.tsx'
import { downloadFile } from '../../ui/download.ts'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { Section } from '../../ui/section.tsx'

/** Everything as open files, in one zip. */
export function ExportSection() {
  const t = useT('backups')
  const orpc = useOrpc()
  const make = useMutation(orpc.backups.exportAll.mutationOptions({ onSuccess: downloadFile }))
  return (
    <Section title={t('export.title')}>
      <Typography sx={{ mb: 1 }}>{t('export.text')}</Typography>
      <Typography variant="body2" sx={{ mb: 1.5, color: 'text.secondary' }}>
        {t('export.care')}
      </Typography>
      <ErrorAlert error={make.error} sx={{ mb: 1.5 }} />
      <Button variant="outlined" loading={make.isPending} onClick={() => make.mutate(undefined)}>
        {t('export.make')}
      </Button>
    </Section>
  )
}
