import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ArrivalPage } from '../../../src-main/contract/arrivals.ts'
import { useOrpc } from '../../app/office.tsx'
import { officeErrorOf } from '../../ui/errors.ts'

/**
 * The ways to change an application, decided on the page as it stood when the dialog was opened. When somebody was quicker
 * it is refused once, the page is asked for again, and the next try stands on that.
 */
export function useChange({ row: { id, version } }: ArrivalPage) {
  const orpc = useOrpc()
  const queries = useQueryClient()
  const [decidedOn, setDecidedOn] = useState<number | null>(version)
  const queryKey = orpc.arrivals.get.queryKey({ input: { id } })
  const onSuccess = (changed: ArrivalPage) => queries.setQueryData(queryKey, changed)
  const onError = async (error: Error) => {
    const code = officeErrorOf(error)?.code
    if (code !== 'dossier-changed' && code !== 'arrival-step-not-allowed') return
    await queries.invalidateQueries({ queryKey })
    setDecidedOn(null)
  }
  const options = { onSuccess, onError }
  return {
    /** Which application, in which version. */
    target: { id, version: decidedOn ?? version },
    askCompletion: useMutation(orpc.arrivals.askCompletion.mutationOptions(options)),
    completed: useMutation(orpc.arrivals.completed.mutationOptions(options)),
    decline: useMutation(orpc.arrivals.decline.mutationOptions(options)),
    retract: useMutation(orpc.arrivals.retract.mutationOptions(options)),
    change: useMutation(orpc.arrivals.change.mutationOptions(options)),
  }
}
