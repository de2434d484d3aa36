/**
 * Notices when nobody has touched the window for a while.
 */

/** Moments, in milliseconds, shared by all windows of this profile: whoever works in one works in all. */
export interface SharedMoment {
  read: () => number
  write: (moment: number) => void
}

/** Watches one window. */
export interface IdleWatch {
  /** Whether the time is over. */
  isOver: () => boolean
  /** A key or a click. Answers false when it came too late: the time was over before. */
  touch: () => boolean
}

/** Other windows are told no more often than this. */
const TELL_EVERY_MS = 2000

/**
 * Begins to watch; now counts as a touch.
 * @param now the clock of this machine, in milliseconds. It may jump: forward while the machine sleeps, which
 * counts as time without a touch; or back, which does not.
 */
export function createIdleWatch({
  minutes,
  now,
  shared,
}: {
  minutes: number
  now: () => number
  shared: SharedMoment
}): IdleWatch {
  let last = now()
  shared.write(last)
  const lastTouch = (at: number) => {
    const elsewhere = shared.read()
    last = Math.min(at, elsewhere <= at ? Math.max(last, elsewhere) : last)
    return last
  }
  const isOver = () => {
    const at = now()
    return at - lastTouch(at) >= minutes * 60_000
  }
  return {
    isOver,
    touch: () => {
      if (isOver()) return false
      last = now()
      if (Math.abs(last - shared.read()) >= TELL_EVERY_MS) shared.write(last)
      return true
    },
  }
}
