/**
 * Locking, leaving and changing the person at the window.
 */
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo } from 'react'
import { type WhyAtTheDoor, beginAfresh } from './begin-afresh.ts'
import { useOffice, useOrpc } from './office.tsx'

/** Windows of one profile share their session: what one does at the door the others hear of. */
const channel = new BroadcastChannel('so-mot-cua.door')

/** Asks again where this window stands, and has the other windows ask. */
export function useAskAgain(): () => Promise<void> {
  const orpc = useOrpc()
  const queries = useQueryClient()
  return useCallback(async () => {
    channel.postMessage('ask again')
    await queries.refetchQueries({ queryKey: orpc.office.status.key() })
  }, [orpc, queries])
}

/** Asks again when another window did something at the door. */
export function useDoorOfOthers(): void {
  const orpc = useOrpc()
  const queries = useQueryClient()
  useEffect(() => {
    const hear = () => void queries.invalidateQueries({ queryKey: orpc.office.status.key() })
    channel.addEventListener('message', hear)
    return () => channel.removeEventListener('message', hear)
  }, [orpc, queries])
}

/** What the person at the window can do about being there. */
export interface Leaving {
  /** Locks the window; on the screen at once, whatever the office answers. */
  lock: () => Promise<void>
  /** Signs out. The next person finds an empty window. */
  signOut: () => Promise<void>
  /** Signs out for somebody else, who is asked for their own login. */
  switchUser: () => Promise<void>
}

/** Locks the window and signs out. */
export function useLeaving(): Leaving {
  const office = useOffice()
  const orpc = useOrpc()
  const queries = useQueryClient()
  const askAgain = useAskAgain()
  return useMemo(() => {
    const signOut = async (why: WhyAtTheDoor | null) => {
      try {
        await office.people.signOut()
      } finally {
        channel.postMessage('ask again')
        beginAfresh(why)
      }
    }
    return {
      lock: async () => {
        queries.setQueryData(orpc.office.status.queryKey(), (status) => status && { ...status, locked: true })
        await office.people.lock().catch(() => undefined)
        await askAgain()
      },
      signOut: () => signOut(null),
      switchUser: () => signOut('switched'),
    }
  }, [askAgain, office, orpc, queries])
}
