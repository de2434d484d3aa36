/**
 * The orders on parcels and dossiers, as they are at that moment, and that somebody has seen them.
 */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { StopOrder } from '../../../src-main/contract/stops.ts'
import { parcelKeys } from '../../../src-main/domain/parcel.ts'
import { useOrpc } from '../../app/office.tsx'

const NONE: StopOrder[] = []

/** The orders in force on a parcel as it is typed; none while a part of it is missing. */
export function useParcelStops(parcel: { commune: string; mapSheet: string; plot: string }): StopOrder[] {
  const enabled = parcelKeys(parcel).length > 0
  const asked = useQuery(useOrpc().stops.match.queryOptions({ input: parcel, enabled, staleTime: 0 }))
  return enabled ? (asked.data ?? NONE) : NONE
}

/** The orders in force on the parcel of a dossier. */
export function useDossierStops(dossierId: number): StopOrder[] {
  const asked = useQuery(
    useOrpc().stops.ofDossiers.queryOptions({ input: { ids: [dossierId] }, staleTime: 0 }),
  )
  return asked.data?.[0]?.orders ?? NONE
}

/** The orders in force on the parcels of several dossiers, each once. */
export function useOrdersOn(ids: readonly number[]): StopOrder[] {
  const enabled = ids.length > 0
  const asked = useQuery(
    useOrpc().stops.ofDossiers.queryOptions({ input: { ids: [...ids] }, enabled, staleTime: 0 }),
  )
  if (!enabled) return NONE
  return [...new Map((asked.data ?? []).flatMap(({ orders }) => orders.map((one) => [one.id, one]))).values()]
}

/** The documents that block the parcels of listed dossiers, by dossier. */
export function useBlockedDossiers(ids: readonly number[]): ReadonlyMap<number, string> {
  const asked = useQuery(
    useOrpc().stops.ofDossiers.queryOptions({
      input: { ids: [...ids] },
      enabled: ids.length > 0,
      placeholderData: keepPreviousData,
    }),
  )
  return new Map(
    (asked.data ?? []).map(({ dossierId, orders }) => [
      dossierId,
      orders.map(({ document }) => document).join('; '),
    ]),
  )
}

/** Orders, and whether whoever goes on has said to have seen them all: {@link StopsAcknowledge} asks for it. */
export interface StopsSeen {
  orders: readonly StopOrder[]
  seen: boolean
  setSeen: (seen: boolean) => void
  /** For `stopsAcknowledged` of an operation. */
  acknowledged: string[]
}

/** That these orders have been seen; a further one that comes meanwhile has not. */
export function useStopsSeen(orders: readonly StopOrder[]): StopsSeen {
  const documents = orders.map(({ document }) => document)
  const now = JSON.stringify(documents)
  const [ticked, setTicked] = useState<string | null>(null)
  // For the next parcel, or the same one typed again, it is said anew.
  if (ticked !== null && ticked !== now) setTicked(null)
  const seen = orders.length > 0 && ticked === now
  return {
    ...{ orders, seen, acknowledged: seen ? documents : [] },
    setSeen: (yes) => setTicked(yes ? now : null),
  }
}
