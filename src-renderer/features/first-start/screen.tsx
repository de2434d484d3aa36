import { Box, Button, Paper, Typography } from '@mui/material'
import { useT } from '../../app/i18n.ts'
import { useMachineLook } from '../../app/look.ts'
import { LanguageChoice } from '../../app/look-choices.tsx'
import { useOpenSample } from '../../app/use-sample.ts'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { ProgressLine } from '../../ui/progress-line.tsx'
import { FromExport } from '../backups/from-export.tsx'
import { SetUpForm } from './set-up-form.tsx'

/** First start: the office says who it is, or looks at the sample. */
export function FirstStartScreen() {
  const t = useT('first-start')
  const look = useMachineLook()
  return (
    <Box component="main" sx={{ height: '100%', overflow: 'auto', bgcolor: 'rail' }}>
      <Box
        sx={{
          maxWidth: 1040,
          mx: 'auto',
          px: 3,
          py: { xs: 3, md: 6 },
          display: 'grid',
          gap: { xs: 3, md: 6 },
          gridTemplateColumns: { xs: '1fr', md: '5fr 7fr' },
          alignItems: 'start',
        }}
      >
        <Box sx={{ display: 'grid', gap: 3, pt: { md: 3 } }}>
          <Box>
            <Typography variant="h1" sx={{ fontSize: 28, mb: 1, textWrap: 'balance' }}>
              {t('title')}
            </Typography>
            <Typography sx={{ color: 'text.secondary' }}>{t('lead')}</Typography>
          </Box>
          <Promises />
          <FromExport />
          <Sample />
          <Box>
            <LanguageChoice look={look} />
          </Box>
        </Box>
        <Paper variant="outlined" sx={{ p: { xs: 2.5, md: 4 } }}>
          <SetUpForm />
        </Paper>
      </Box>
    </Box>
  )
}

function Promises() {
  const t = useT('first-start')
  return (
    <Box
      component="ul"
      sx={{ m: 0, pl: 2.25, display: 'grid', gap: 0.75, '& ::marker': { color: 'primary.main' } }}
    >
      <li>{t('promise1')}</li>
      <li>{t('promise2')}</li>
      <li>{t('promise3')}</li>
    </Box>
  )
}

function Sample() {
  const t = useT('first-start')
  const open = useOpenSample()
  return (
    <Box
      sx={{
        borderTop: 1,
        borderColor: 'divider',
        pt: 2.5,
        display: 'grid',
        gap: 1.25,
        justifyItems: 'start',
      }}
    >
      <Typography variant="h2">{t('sampleTitle')}</Typography>
      <Typography sx={{ color: 'text.secondary' }}>{t('sampleText')}</Typography>
      <ErrorAlert error={open.error} />
      {open.isPending ? (
        <Box sx={{ width: '100%' }}>
          <ProgressLine operation="sample" />
        </Box>
      ) : (
        <Button variant="outlined" onClick={() => open.mutate(undefined)}>
          {t('sampleOpen')}
        </Button>
      )}
    </Box>
  )
}
