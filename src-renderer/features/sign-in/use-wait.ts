import { useCallback, useEffect, useState } from 'react'
import { officeErrorOf } from '../../ui/errors.ts'

/** Seconds until the next try, counting down. */
export interface Wait {
  /** 0: one may try. */
  seconds: number
  /** Begins to wait when a refusal says for how long. */
  after: (error: unknown) => void
}

/** Counts down after a refusal that names the seconds until the next try. */
export function useWait(): Wait {
  const [until, setUntil] = useState(0)
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    if (seconds === 0) return undefined
    const timer = setInterval(() => setSeconds(Math.max(0, Math.ceil((until - Date.now()) / 1000))), 250)
    return () => clearInterval(timer)
  }, [until, seconds])
  const after = useCallback((error: unknown) => {
    const named = officeErrorOf(error)?.params['seconds']
    if (typeof named !== 'number' || named <= 0) return
    setUntil(Date.now() + named * 1000)
    setSeconds(named)
  }, [])
  return { seconds, after }
}
