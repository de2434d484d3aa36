/**
 * Alerts on the desktop, and the number of late dossiers at the program's icon. While nobody is at the window, or it is
 * locked, neither is shown.
 */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef } from 'react'
import { useNavigate } from 'react-router'
import type { Alert } from '../../../src-main/contract/alerts.ts'
import { useT } from '../../app/i18n.ts'
import { useOffice, useOrpc } from '../../app/office.tsx'
import { useRights } from '../../app/rights.ts'
import { placeOf, useAlertWords } from './alert-words.ts'
import { type Desktop, desktopOf } from './desktop.ts'

/** More new alerts than these at once are one notification. */
const MOST = 3

let opened: Desktop | null = null

/** The desktop of this window; one for all that show something on it. */
export function windowDesktop(): Desktop {
  return (opened ??= desktopOf(window.bridge?.desktop))
}

/** Shows each alert on the desktop that no window of this person has shown before. */
export function useDesktopAlerts(alerts: readonly Alert[], onOpenList: () => void): void {
  const t = useT('alerts')
  const words = useAlertWords()
  const navigate = useNavigate()
  const client = useOffice()
  const orpc = useOrpc()
  const queries = useQueryClient()
  const may = useRights()
  const settings = useQuery(orpc.alerts.settings.queryOptions({ enabled: may('read') })).data
  const wanted = settings?.desktop === true
  const fresh = alerts.filter(({ seen, told }) => !seen && !told)
  const busy = useRef(false)
  const tell = useEffectEvent(async () => {
    const desktop = windowDesktop()
    if (desktop.state() !== 'shown' || busy.current) return
    busy.current = true
    try {
      const { keys } = await client.alerts.claim({ keys: fresh.map(({ key }) => key) })
      const taken = fresh.filter(({ key }) => keys.includes(key))
      if (taken.length > MOST) {
        const title = t('many.title', { count: taken.length })
        desktop.notify({ key: 'many', title, body: t('many.body'), onOpen: onOpenList })
      } else {
        for (const alert of taken) {
          const onOpen = () => void navigate(placeOf(alert))
          desktop.notify({ key: alert.key, ...words(alert), onOpen })
        }
      }
      await queries.invalidateQueries({ queryKey: orpc.alerts.list.key() })
    } catch {
      // Told with the next answer of the office.
    } finally {
      busy.current = false
    }
  })
  // What comes meanwhile is another list, and told then.
  const due = wanted ? fresh.map(({ key }) => key).join(' ') : ''
  useEffect(() => {
    if (due !== '') void tell()
  }, [due])
}

/** Keeps the number of late dossiers at the program's icon. */
export function useLateBadge(): void {
  const t = useT('alerts')
  const may = useRights()
  const late = useQuery(useOrpc().dossiers.counts.queryOptions({ enabled: may('read') })).data?.late ?? 0
  const words = late === 0 ? '' : t('late.badge', { count: late })
  useEffect(() => {
    windowDesktop().badge(late, words)
    return () => windowDesktop().badge(0, '')
  }, [late, words])
}
