/**
 * The screens and their addresses. Each screen is loaded when it is first opened. The hash router works
 * under app:// and over HTTP alike.
 */
import { createHashRouter } from 'react-router'
import { Shell } from './shell.tsx'
import { RouteFault } from './route-fault.tsx'

/** Makes the router. Call once. */
export function createRoutes() {
  return createHashRouter([
    {
      path: '/',
      element: <Shell />,
      hydrateFallbackElement: <></>,
      errorElement: <RouteFault />,
      children: [{ errorElement: <RouteFault />, children: screens() }],
    },
  ])
}

function screens() {
  return [
    {
      index: true,
      lazy: async () => ({ Component: (await import('../features/today/screen.tsx')).TodayScreen }),
    },
    {
      path: 'reception',
      lazy: async () => ({ Component: (await import('../features/reception/screen.tsx')).ReceptionScreen }),
    },
    {
      path: 'dossiers',
      lazy: async () => ({ Component: (await import('../features/dossiers/screen.tsx')).DossiersScreen }),
    },
    {
      path: 'dossiers/:id',
      lazy: async () => ({ Component: (await import('../features/dossier/screen.tsx')).DossierScreen }),
    },
    {
      path: 'overdue',
      lazy: async () => ({ Component: (await import('../features/overdue/screen.tsx')).OverdueScreen }),
    },
    {
      path: 'figures',
      lazy: async () => ({ Component: (await import('../features/figures/screen.tsx')).FiguresScreen }),
    },
    {
      path: 'import',
      lazy: async () => ({ Component: (await import('../features/imports/screen.tsx')).ImportsScreen }),
    },
    {
      path: 'calendar',
      lazy: async () => ({ Component: (await import('../features/calendar/screen.tsx')).CalendarScreen }),
    },
    {
      path: 'procedures',
      lazy: async () => ({
        Component: (await import('../features/procedures/screen.tsx')).ProceduresScreen,
      }),
    },
    {
      path: 'settings',
      lazy: async () => ({ Component: (await import('../features/settings/screen.tsx')).SettingsScreen }),
    },
    {
      path: '*',
      lazy: async () => ({ Component: (await import('../features/today/screen.tsx')).TodayScreen }),
    },
  ]
}
