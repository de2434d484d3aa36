/**
 * A user's own settings of the screens, kept by the office.
 */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useOrpc, useStatus } from './office.tsx'

/**
 * One setting of the user of this window, as text. `undefined` while it is being asked for, `null` when
 * there is none. Without a user nothing is kept.
 */
export function usePreference(key: string): [string | null | undefined, (value: string) => void] {
  const orpc = useOrpc()
  const { user } = useStatus()
  const queries = useQueryClient()
  const options = orpc.office.preference.queryOptions({
    input: { key },
    enabled: user !== null,
    staleTime: Infinity,
  })
  const kept = useQuery(options)
  const { mutate } = useMutation(orpc.office.setPreference.mutationOptions())
  const save = useCallback(
    (value: string) => {
      const queryKey = orpc.office.preference.queryKey({ input: { key } })
      // An answer still under way would put the old value back.
      void queries.cancelQueries({ queryKey }).then(() => queries.setQueryData(queryKey, value))
      if (user !== null) mutate({ key, value })
    },
    [key, mutate, orpc, queries, user],
  )
  const absent = user === null || kept.isError ? null : undefined
  return [kept.data === undefined ? absent : kept.data, save]
}
