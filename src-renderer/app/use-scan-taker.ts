/**
 * Screens that take what is scanned, instead of its dossier being opened.
 */
import { useEffect, useEffectEvent } from 'react'

type Taker = (code: string) => void

/** The last one that began to take is the one that does. */
const takers: Taker[] = []

/** Has every code scanned while no field has the focus handed to `take`, as long as the screen stands. */
export function useScanTaker(take: Taker): void {
  const onScanned = useEffectEvent(take)
  useEffect(() => {
    const taker: Taker = (code) => onScanned(code)
    takers.push(taker)
    return () => {
      takers.splice(takers.indexOf(taker), 1)
    }
  }, [])
}

/** Whoever takes what is scanned now, or `null`. */
export function scanTaker(): Taker | null {
  return takers.at(-1) ?? null
}
