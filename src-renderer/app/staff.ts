/**
 * The people of the office, as the window uses them.
 */
import { useQuery } from '@tanstack/react-query'
import { useOrpc } from './office.tsx'

/** Everybody who works here; empty while being asked for. */
export function useStaff() {
  return useQuery(useOrpc().office.staff.queryOptions())
}
