import { describe, expect, it } from 'vitest'
import { createIdleWatch, type SharedMoment } from './idle.ts'

const MINUTE = 60_000

function sharedMoment(): SharedMoment {
  let moment = 0
  return { read: () => moment, write: (at) => void (moment = at) }
}

function windowAt(clock: { now: number }, shared = sharedMoment(), minutes = 10) {
  return createIdleWatch({ minutes, now: () => clock.now, shared })
}

describe('a window nobody touches', () => {
  it('is over after the minutes, counted from the last key or click', () => {
    const clock = { now: 1_000_000 }
    const watch = windowAt(clock)
    clock.now += 9 * MINUTE
    expect(watch.touch()).toBe(true)
    clock.now += 10 * MINUTE - 1
    expect(watch.isOver()).toBe(false)
    clock.now += 1
    expect(watch.isOver()).toBe(true)
  })

  it('is not woken by the first key after the time is over', () => {
    const clock = { now: 1_000_000 }
    const watch = windowAt(clock)
    clock.now += 10 * MINUTE
    expect(watch.touch()).toBe(false)
    expect(watch.isOver()).toBe(true)
  })

  it('is over when the machine wakes from a long sleep', () => {
    const clock = { now: 1_000_000 }
    const watch = windowAt(clock)
    clock.now += 12 * 60 * MINUTE
    expect(watch.touch()).toBe(false)
  })

  it('stays open while its person works in another window', () => {
    const clock = { now: 1_000_000 }
    const shared = sharedMoment()
    const idle = windowAt(clock, shared)
    const busy = windowAt(clock, shared)
    for (let n = 0; n < 4; n++) {
      clock.now += 5 * MINUTE
      expect(busy.touch()).toBe(true)
    }
    expect(idle.isOver()).toBe(false)
    clock.now += 10 * MINUTE
    expect(idle.isOver()).toBe(true)
  })

  it('begins anew when the clock is put back, and does not stay open for hours', () => {
    const clock = { now: 100_000_000 }
    const watch = windowAt(clock)
    clock.now -= 60 * MINUTE
    expect(watch.isOver()).toBe(false)
    clock.now += 10 * MINUTE
    expect(watch.isOver()).toBe(true)
  })
})
