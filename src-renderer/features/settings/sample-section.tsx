import { Button, Typography } from '@mui/material'
import { useNavigate } from 'react-router'
import { useT } from '../../app/i18n.ts'
import { useStatus } from '../../app/office.tsx'
import { useOpenSample } from '../../app/use-sample.ts'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { ProgressLine } from '../../ui/progress-line.tsx'
import { Section } from '../../ui/section.tsx'

/** The bundled sample, to look around in and to practise. */
export function SampleSection() {
  const t = useT('settings')
  const { sample } = useStatus()
  const navigate = useNavigate()
  const open = useOpenSample()
  return (
    <Section title={t('sample.title')}>
      <Typography sx={{ mb: 1.5 }}>{sample ? t('sample.opened') : t('sample.text')}</Typography>
      <ErrorAlert error={open.error} sx={{ mb: 1.5 }} />
      {open.isPending ? (
        <ProgressLine operation="sample" />
      ) : (
        !sample && (
          <Button
            variant="outlined"
            onClick={() => open.mutate(undefined, { onSuccess: () => void navigate('/') })}
          >
            {t('sample.open')}
          </Button>
        )
      )}
    </Section>
  )
}
