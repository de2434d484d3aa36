/**
 * Which part of a closed period is shown, in the address.
 */
import { useSearchParams } from 'react-router'
import { BREAKDOWNS, type Breakdown } from '../../../../src-main/domain/figure-tables.ts'

/** The parts of the page of a closed period: what was closed, and what differs since. */
export const CLOSED_VIEWS = ['table', 'times', 'differences'] as const
export type ClosedView = (typeof CLOSED_VIEWS)[number]

interface ClosedAddress {
  view: ClosedView
  by: Breakdown
}

/** Reads an address; what cannot be read has its usual value. */
export function readClosed(query: URLSearchParams): ClosedAddress {
  return {
    view: CLOSED_VIEWS.find((one) => one === query.get('view')) ?? 'table',
    by: BREAKDOWNS.find((one) => one === query.get('by')) ?? 'field',
  }
}

/** The path of a closed period. */
export function closedPath(number: number, shown: Partial<ClosedAddress> = {}): string {
  const query = new URLSearchParams(shown).toString()
  return `/figures/closing/${number}${query === '' ? '' : `?${query}`}`
}

/** What is shown, and showing something else. */
export function useClosedAddress(): ClosedAddress & { change: (part: Partial<ClosedAddress>) => void } {
  const [query, setQuery] = useSearchParams()
  const shown = readClosed(query)
  return { ...shown, change: (part) => setQuery({ ...shown, ...part }, { replace: true }) }
}
