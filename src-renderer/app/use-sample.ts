import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useOrpc } from './office.tsx'

/** Opens the sample; progress comes as notices. Every screen is asked for again afterwards. */
export function useOpenSample() {
  const orpc = useOrpc()
  const queries = useQueryClient()
  return useMutation(
    orpc.office.openSample.mutationOptions({
      onSuccess: async (status) => {
        queries.setQueryData(orpc.office.status.queryKey(), status)
        await queries.invalidateQueries()
      },
    }),
  )
}
