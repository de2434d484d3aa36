import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import type { OfficeStatus } from '../../src-main/contract/office.ts'
import { useOrpc } from './office.tsx'

/** Opens the sample; progress comes as notices. Every screen is asked for again afterwards. */
export function useOpenSample() {
  const orpc = useOrpc()
  return useMutation(orpc.office.openSample.mutationOptions({ onSuccess: useOtherRegister() }))
}

/** Closes the sample and opens the office's own register, which has other dossiers: every screen is asked again. */
export function useCloseSample() {
  const orpc = useOrpc()
  const navigate = useNavigate()
  const otherRegister = useOtherRegister()
  return useMutation(
    orpc.office.closeSample.mutationOptions({
      onSuccess: async (status) => {
        // First away from a dossier of the sample, which the own register does not know.
        await navigate('/')
        await otherRegister(status)
      },
    }),
  )
}

/** Nothing known of the register before holds for the other one; its answers must not be shown meanwhile. */
function useOtherRegister(): (status: OfficeStatus) => Promise<void> {
  const orpc = useOrpc()
  const queries = useQueryClient()
  return async (status) => {
    queries.setQueryData(orpc.office.status.queryKey(), status)
    await queries.resetQueries({ predicate: ({ queryKey }) => !isStatus(queryKey) })
  }
}

function isStatus([path]: readonly unknown[]): boolean {
  return Array.isArray(path) && path.join('.') === 'office.status'
}
