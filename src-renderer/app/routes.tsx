/**
 * The screens and their addresses. Each screen is loaded when it is first opened. The hash router works
 * under app:// and over HTTP alike.
 */
import type { ComponentType } from 'react'
import { createHashRouter, type RouteObject } from 'react-router'
import type { Right } from '../../src-main/domain/people.ts'
import { Allowed } from './allowed.tsx'
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

function screens(): RouteObject[] {
  const today = screen('read', async () => (await import('../features/today/screen.tsx')).TodayScreen)
  return [
    { index: true, lazy: screen('read', async () => (await import('./first-screen.tsx')).FirstScreen) },
    {
      path: 'reception',
      lazy: screen('receive', async () => (await import('../features/reception/screen.tsx')).ReceptionScreen),
    },
    {
      path: 'dossiers',
      lazy: screen('read', async () => (await import('../features/dossiers/screen.tsx')).DossiersScreen),
    },
    {
      path: 'dossiers/:id',
      lazy: screen('read', async () => (await import('../features/dossier/screen.tsx')).DossierScreen),
    },
    {
      path: 'results',
      lazy: screen('read', async () => (await import('../features/results/screen.tsx')).ResultsScreen),
    },
    {
      path: 'arrivals',
      lazy: screen('read', async () => (await import('../features/arrivals/screen.tsx')).ArrivalsScreen),
    },
    {
      path: 'arrivals/new',
      lazy: screen(
        'receive',
        async () => (await import('../features/arrivals/record-screen.tsx')).RecordScreen,
      ),
    },
    {
      path: 'arrivals/:id',
      lazy: screen('read', async () => (await import('../features/arrivals/arrival.tsx')).ArrivalScreen),
    },
    {
      path: 'arrivals/:id/accept',
      lazy: screen(
        'receive',
        async () => (await import('../features/arrivals/accept-screen.tsx')).AcceptScreen,
      ),
    },
    {
      path: 'overdue',
      lazy: screen('read', async () => (await import('../features/overdue/screen.tsx')).OverdueScreen),
    },
    {
      path: 'handovers',
      lazy: screen('read', async () => (await import('../features/handovers/screen.tsx')).HandoversScreen),
    },
    {
      path: 'handovers/new',
      lazy: screen(
        'process',
        async () => (await import('../features/handovers/new-screen.tsx')).NewHandoverScreen,
      ),
    },
    {
      path: 'handovers/:batch',
      lazy: screen('read', async () => (await import('../features/handovers/batch-screen.tsx')).BatchScreen),
    },
    {
      path: 'figures',
      lazy: screen('read', async () => (await import('../features/figures/screen.tsx')).FiguresScreen),
    },
    {
      path: 'figures/closing',
      lazy: screen(
        'read',
        async () => (await import('../features/figures/closing/screen.tsx')).ClosingScreen,
      ),
    },
    {
      path: 'figures/closing/:number',
      lazy: screen('read', async () => (await import('../features/figures/closing/closed.tsx')).ClosedScreen),
    },
    {
      path: 'figures/since',
      lazy: screen('read', async () => (await import('../features/figures/closing/since.tsx')).SinceScreen),
    },
    {
      path: 'import',
      lazy: screen('import', async () => (await import('../features/imports/screen.tsx')).ImportsScreen),
    },
    {
      path: 'calendar',
      lazy: screen('read', async () => (await import('../features/calendar/screen.tsx')).CalendarScreen),
    },
    {
      path: 'procedures',
      lazy: screen('read', async () => (await import('../features/procedures/screen.tsx')).ProceduresScreen),
    },
    {
      path: 'stops',
      lazy: screen('read', async () => (await import('../features/stops/screen.tsx')).StopsScreen),
    },
    {
      path: 'audit',
      lazy: screen('audit', async () => (await import('../features/audit/screen.tsx')).AuditScreen),
    },
    {
      path: 'people',
      lazy: screen('people', async () => (await import('../features/people/screen.tsx')).PeopleScreen),
    },
    {
      path: 'backups',
      lazy: screen('backup', async () => (await import('../features/backups/screen.tsx')).BackupsScreen),
    },
    {
      path: 'settings',
      lazy: screen('signed-in', async () => (await import('../features/settings/screen.tsx')).SettingsScreen),
    },
    { path: '*', lazy: today },
  ]
}

/** A screen, loaded when it is first opened, for who has the right. */
function screen(
  right: Right,
  load: () => Promise<ComponentType>,
): () => Promise<{ Component: ComponentType }> {
  return async () => {
    const Screen = await load()
    return {
      Component: () => (
        <Allowed right={right}>
          <Screen />
        </Allowed>
      ),
    }
  }
}
