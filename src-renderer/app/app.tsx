import { Box, Button, CssBaseline, ThemeProvider, Typography } from '@mui/material'
import { LocalizationProvider } from '@mui/x-date-pickers/LocalizationProvider'
import { AdapterDateFns } from '@mui/x-date-pickers/AdapterDateFns'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { enGB, vi as viDates } from 'date-fns/locale'
import { type ReactNode, useMemo, useState } from 'react'
import { viDatePickers } from '../locales/mui/vi-date-pickers.ts'
import { RescueScreen } from '../features/rescue/screen.tsx'
import { ErrorAlert } from '../ui/error-alert.tsx'
import { officeErrorOf } from '../ui/errors.ts'
import { Door } from './door.tsx'
import { useLanguage, useT } from './i18n.ts'
import { OfficeProvider, StatusGate, type Transport, useStatus } from './office.tsx'
import { themeFor } from './theme.ts'

/** The window: office, look and words around the screens. */
export function App({ transport }: { transport: Transport }) {
  const [queries] = useState(createQueries)
  return (
    <QueryClientProvider client={queries}>
      <OfficeProvider transport={transport}>
        <Look>
          <Opening />
        </Look>
      </OfficeProvider>
    </QueryClientProvider>
  )
}

/** Theme, dates and their words in the language of the window. */
export function Look({ children }: { children: ReactNode }) {
  const language = useLanguage()
  const theme = useMemo(() => themeFor(language), [language])
  return (
    <ThemeProvider theme={theme} defaultMode="system" disableTransitionOnChange>
      <CssBaseline />
      <LocalizationProvider
        dateAdapter={AdapterDateFns}
        adapterLocale={language === 'vi' ? viDates : enGB}
        {...(language === 'vi' ? { localeText: viDatePickers } : {})}
      >
        {children}
      </LocalizationProvider>
    </ThemeProvider>
  )
}

function Opening() {
  return (
    <StatusGate waiting={<Waiting />} failed={(error, retry) => <Failed error={error} retry={retry} />}>
      <Inside />
    </StatusGate>
  )
}

/** The door, or what is the matter when the register behind it is not open. */
function Inside() {
  const { trouble } = useStatus()
  return trouble === null ? <Door waiting={<Waiting />} /> : <RescueScreen trouble={trouble} />
}

function Waiting() {
  const t = useT('common')
  return (
    <Box role="status" sx={{ height: '100%', display: 'grid', placeItems: 'center' }}>
      <Typography sx={{ color: 'text.secondary' }}>{t('app.loading')}</Typography>
    </Box>
  )
}

function Failed({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useT('common')
  return (
    <Box component="main" sx={{ height: '100%', display: 'grid', placeContent: 'center', gap: 2, p: 3 }}>
      <Typography variant="h1">{t('app.cannotOpen')}</Typography>
      <ErrorAlert error={error} action={<Button onClick={retry}>{t('app.retry')}</Button>} />
    </Box>
  )
}

function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // Change notices say when something is stale; this is only for a lost notice.
        staleTime: 30_000,
        // An answer of the office is an answer; only a lost connection is worth asking again.
        retry: (failures, error) =>
          failures < 2 && (officeErrorOf(error)?.code ?? 'no-connection') === 'no-connection',
      },
    },
  })
}
