import { Box, Button } from '@mui/material'
import { useRouteError } from 'react-router'
import { ErrorAlert } from '../ui/error-alert.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { useT } from './i18n.ts'

/** Stands where a screen broke. Says so in words and offers to load the window again. */
export function RouteFault() {
  const error = useRouteError()
  const t = useT('common')
  return (
    <Box sx={{ p: 3, maxWidth: 640 }}>
      <PageHeader title={t('app.screenFailed')} />
      <ErrorAlert
        error={error}
        action={<Button onClick={() => window.location.reload()}>{t('button.refresh')}</Button>}
      />
    </Box>
  )
}
