import { Navigate, useLocation } from 'react-router'
import { TodayScreen } from '../features/today/screen.tsx'
import { useStatus } from './office.tsx'

/**
 * Where the window opens: for a head of the branch who does not work at the counter, what is late; for everybody else
 * today.
 */
export function FirstScreen() {
  const { user } = useStatus()
  // From then on an address is where somebody wants to go.
  const opens = useLocation().key === 'default'
  const heads = user?.roles.includes('head') === true && !user.roles.includes('counter')
  return opens && heads ? <Navigate to="/overdue" replace /> : <TodayScreen />
}
