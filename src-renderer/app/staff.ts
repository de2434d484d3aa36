/**
 * The people of the office, as the window uses them.
 */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useOrpc } from './office.tsx'

/** Everybody who works here; empty while being asked for. */
export function useStaff() {
  return useQuery(useOrpc().office.staff.queryOptions())
}

/** Says who uses this window. Every screen is asked for again: "mine" and the settings are another person's. */
export function useActAs() {
  const orpc = useOrpc()
  const queries = useQueryClient()
  return useMutation(
    orpc.office.actAs.mutationOptions({
      onSuccess: async (status) => {
        queries.setQueryData(orpc.office.status.queryKey(), status)
        queries.removeQueries({ queryKey: orpc.office.preference.key() })
        await queries.invalidateQueries()
      },
    }),
  )
}

/** Adds a person to the office. */
export function useAddStaff() {
  const orpc = useOrpc()
  const queries = useQueryClient()
  return useMutation(
    orpc.office.addStaff.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: orpc.office.staff.key() }),
    }),
  )
}
