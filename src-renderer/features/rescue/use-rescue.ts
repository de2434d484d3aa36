import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { OfferedBackup, Trouble } from '../../../src-main/contract/rescue.ts'
import { useOffice, useOrpc } from '../../app/office.tsx'

/** What can be tried. */
export type Way = 'retry' | 'restore' | 'mend' | 'asIs' | 'begin'

/** Trying one way after another to have the register open again. */
export interface Rescue {
  /** The way being tried. */
  pending: Way | null
  /** A further try was made, and the register still cannot be opened. */
  stillShut: boolean
  error: unknown
  retry: () => void
  mend: () => void
  openAsIs: () => void
  begin: () => void
  /** Rejects with the office's error, for the dialog that asked. */
  restore: (backup: OfferedBackup, password: string | null) => Promise<void>
}

/** See {@link Rescue}. Once the register is open, the window asks for everything anew. */
export function useRescue(): Rescue {
  const { rescue } = useOffice()
  const orpc = useOrpc()
  const queries = useQueryClient()
  const [pending, setPending] = useState<Way | null>(null)
  const [stillShut, setStillShut] = useState(false)
  const attempt = useMutation({
    mutationFn: async ({ way, run }: { way: Way; run: () => Promise<Trouble | null> }) => {
      setPending(way)
      setStillShut(false)
      let trouble: Trouble | null = null
      try {
        trouble = await run()
      } finally {
        await queries.invalidateQueries({ queryKey: orpc.office.status.key() })
        // With the outcome, the other ways can be taken again: both at once.
        setPending(null)
        setStillShut(trouble !== null)
      }
    },
  })
  const go = (way: Way, run: () => Promise<Trouble | null>) => () => {
    if (pending === null) attempt.mutate({ way, run })
  }
  return {
    pending,
    stillShut,
    error: attempt.error,
    retry: go('retry', () => rescue.retry()),
    mend: go('mend', () => rescue.mend()),
    openAsIs: go('asIs', () => rescue.openAsIs()),
    begin: go('begin', () => rescue.begin()),
    restore: ({ place, name }, password) =>
      attempt.mutateAsync({ way: 'restore', run: () => rescue.restore({ place, name, password }) }),
  }
}
