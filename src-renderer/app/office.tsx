/**
 * The office as the window's screens see it: client, queries, status, change notices.
 */
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import { type InvalidateQueryFilters, useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react'
import type { ChangeNotice, Subscribe } from '../../src-main/contract/changes.ts'
import type { OfficeClient } from '../../src-main/contract/index.ts'
import type { OfficeStatus } from '../../src-main/contract/office.ts'
import { beginAfresh } from './begin-afresh.ts'

/** How the window reaches the office. */
export interface Transport {
  client: OfficeClient
  onChange: Subscribe
  /** Calls when the office has refused a request because of who is at the window, or nobody. */
  onDoor: (listener: () => void) => () => void
}

/** The last notice of a long operation. */
export type Progress = Extract<ChangeNotice, { topic: 'progress' }>

function utilsOf(client: OfficeClient) {
  return createTanstackQueryUtils(client)
}

/** Query and mutation options for every operation of the contract. */
export type OfficeQueries = ReturnType<typeof utilsOf>

const OfficeContext = createContext<{ client: OfficeClient; orpc: OfficeQueries } | null>(null)
const StatusContext = createContext<OfficeStatus | null>(null)
const ProgressContext = createContext<Progress | null>(null)

/** Notices that come in a burst lead to one refresh. */
const GATHER_MS = 80
/** How often the status is asked for without a notice: the office's day may have changed. */
const STATUS_EVERY_MS = 60_000

/** Gives the office to the screens and keeps their queries fresh. Stands inside a QueryClientProvider. */
export function OfficeProvider({ transport, children }: { transport: Transport; children: ReactNode }) {
  const { client, onChange, onDoor } = transport
  const office = useMemo(() => ({ client, orpc: utilsOf(client) }), [client])
  const progress = useChanges(onChange, office.orpc)
  const queries = useQueryClient()
  useEffect(
    () => onDoor(() => void queries.invalidateQueries({ queryKey: office.orpc.office.status.key() })),
    [onDoor, office, queries],
  )
  return (
    <OfficeContext value={office}>
      <ProgressContext value={progress}>{children}</ProgressContext>
    </OfficeContext>
  )
}

/** Asks for the office's status, shows what is given until it is there, then the screens. */
export function StatusGate({
  waiting,
  failed,
  children,
}: {
  waiting: ReactNode
  failed: (error: unknown, retry: () => void) => ReactNode
  children: ReactNode
}) {
  const orpc = useOrpc()
  const queries = useQueryClient()
  const status = useQuery(
    orpc.office.status.queryOptions({ refetchInterval: STATUS_EVERY_MS, staleTime: 5_000 }),
  )
  const today = status.data?.today
  const day = useRef(today)
  useEffect(() => {
    // On a new day every queue and standing is another one.
    if (day.current !== undefined && day.current !== today) {
      void queries.invalidateQueries({ queryKey: orpc.dossiers.key() })
      void queries.invalidateQueries({ queryKey: orpc.results.key() })
      void queries.invalidateQueries({ queryKey: orpc.desk.key() })
      void queries.invalidateQueries({ queryKey: orpc.alerts.key() })
    }
    day.current = today
  }, [today, queries, orpc])
  if (status.data !== undefined) return <StatusContext value={status.data}>{children}</StatusContext>
  return status.isError ? failed(status.error, () => void status.refetch()) : waiting
}

/** The client itself, for calls that are not queries. Calls reject with an office error or a bug. */
export function useOffice(): OfficeClient {
  return useOfficeContext().client
}

/** Query and mutation options: `useQuery(useOrpc().dossiers.counts.queryOptions())`. */
export function useOrpc(): OfficeQueries {
  return useOfficeContext().orpc
}

/** Where the office stands: its particulars, its day, who uses the window. */
export function useStatus(): OfficeStatus {
  const status = useContext(StatusContext)
  if (status === null) throw new Error('useStatus outside StatusGate')
  return status
}

/** Gives the screens in it another status than the window's own. */
export function StatusProvider({ status, children }: { status: OfficeStatus; children: ReactNode }) {
  return <StatusContext value={status}>{children}</StatusContext>
}

/** The last notice of a long operation, or `null` when there was none. */
export function useProgress(): Progress | null {
  return useContext(ProgressContext)
}

function useOfficeContext() {
  const office = useContext(OfficeContext)
  if (office === null) throw new Error('outside OfficeProvider')
  return office
}

function useChanges(onChange: Subscribe, orpc: OfficeQueries): Progress | null {
  const queries = useQueryClient()
  const [progress, setProgress] = useState<Progress | null>(null)
  useEffect(() => {
    const topics = new Set<'dossiers' | 'office' | 'backups'>()
    let timer: ReturnType<typeof setTimeout> | undefined
    const refresh = () => {
      timer = undefined
      const dossiers = [
        orpc.dossiers.key(),
        orpc.results.key(),
        orpc.arrivals.key(),
        orpc.desk.key(),
        orpc.steps.key(),
        orpc.handovers.key(),
        orpc.figures.key(),
        orpc.closing.key(),
        orpc.reception.key(),
        orpc.stops.key(),
        orpc.alerts.key(),
        orpc.office.status.key(),
      ]
      const filters: InvalidateQueryFilters[] = topics.has('office')
        ? [{}]
        : [
            ...(topics.has('dossiers') ? dossiers.map((queryKey) => ({ queryKey })) : []),
            ...(topics.has('backups') ? [{ queryKey: [['backups']] }] : []),
          ]
      topics.clear()
      for (const filter of filters) void queries.invalidateQueries(filter)
    }
    const stop = onChange((notice) => {
      if (notice.topic === 'progress') return setProgress(notice)
      if (notice.topic === 'replaced') return beginAfresh()
      topics.add(notice.topic)
      timer ??= setTimeout(refresh, GATHER_MS)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [onChange, orpc, queries])
  return progress
}
