import { Box } from '@mui/material'
import { Outlet } from 'react-router'
import { HealthBanner } from '../features/rescue/health-banner.tsx'
import { useKeptLook } from './look.ts'
import { Rail } from './rail.tsx'
import { SampleBanner } from './sample-banner.tsx'
import { TopBar } from './top-bar.tsx'
import { useScanner } from './use-scanner.ts'
import { useT } from './i18n.ts'

/** The frame around every screen: rail on the left, search on top, the screen itself. */
export function Shell() {
  const t = useT('common')
  useKeptLook()
  useScanner()
  return (
    <Box sx={{ height: '100%', display: 'flex' }}>
      <Box
        component="a"
        href="#main"
        onClick={(event) => {
          // The hash belongs to the router: only the focus moves.
          event.preventDefault()
          document.getElementById('main')?.focus()
        }}
        sx={{
          position: 'absolute',
          top: -60,
          left: 8,
          zIndex: 2000,
          p: 1,
          bgcolor: 'background.paper',
          color: 'text.primary',
          '&:focus': { top: 8 },
        }}
      >
        {t('nav.skip')}
      </Box>
      <Rail />
      <Box sx={{ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column' }}>
        <SampleBanner />
        <HealthBanner />
        <TopBar />
        <Box
          component="main"
          id="main"
          tabIndex={-1}
          sx={{
            flex: 1,
            minHeight: 0,
            overflow: 'auto',
            px: 3,
            py: 2.5,
            outline: 'none',
            display: 'flex',
            flexDirection: 'column',
          }}
        >
          <Outlet />
        </Box>
      </Box>
    </Box>
  )
}
