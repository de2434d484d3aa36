/**
 * What the person at the window is to be told. Asked for with every notice of the office, and once a minute: hours pass
 * without a notice.
 */
import { useQuery } from '@tanstack/react-query'
import type { Alert } from '../../../src-main/contract/alerts.ts'
import { useOrpc } from '../../app/office.tsx'
import { useRights } from '../../app/rights.ts'

const EVERY_MS = 60_000
const NONE: Alert[] = []

/** The alerts, unseen first, and how many are unseen. */
export function useAlerts(): { alerts: Alert[]; unseen: number; loaded: boolean } {
  const may = useRights()
  const asked = useQuery(
    useOrpc().alerts.list.queryOptions({
      enabled: may('read'),
      refetchInterval: EVERY_MS,
      // The summary of the morning comes to a window nobody looks at, too.
      refetchIntervalInBackground: true,
    }),
  )
  return {
    alerts: asked.data?.alerts ?? NONE,
    unseen: asked.data?.unseen ?? 0,
    loaded: asked.data !== undefined,
  }
}
