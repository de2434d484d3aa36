import { useEffect, useEffectEvent } from 'react'
import { createIdleWatch, type SharedMoment } from './idle.ts'

const KEPT = 'so-mot-cua.touched'
const LOOK_EVERY_MS = 5000
const TOUCHES = ['keydown', 'pointerdown', 'wheel'] as const

const sharedByWindows: SharedMoment = {
  read: () => Number(localStorage.getItem(KEPT) ?? 0),
  write: (moment) => localStorage.setItem(KEPT, String(moment)),
}

/** Calls `lock` after so many minutes without a key or a click; 0: never. */
export function useAutoLock(minutes: number, lock: () => void): void {
  const onOver = useEffectEvent(lock)
  useEffect(() => {
    if (minutes === 0) return undefined
    const watch = createIdleWatch({ minutes, now: () => Date.now(), shared: sharedByWindows })
    const look = () => {
      if (watch.isOver()) onOver()
    }
    const touch = (event: Event) => {
      if (watch.touch()) return
      // The key that wakes the screen does nothing else.
      event.preventDefault()
      event.stopImmediatePropagation()
      onOver()
    }
    const timer = setInterval(look, LOOK_EVERY_MS)
    document.addEventListener('visibilitychange', look)
    for (const kind of TOUCHES) window.addEventListener(kind, touch, { capture: true, passive: false })
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
      for (const kind of TOUCHES) window.removeEventListener(kind, touch, { capture: true })
    }
  }, [minutes])
}
