import type { ChangeNotice } from '../../contract/changes.ts'
import type { Core, Reply, Session } from '../../office/core.ts'

/** A core that answers with what it was asked, for tests of the hosts alone. */
export interface FakeCore extends Core {
  /** Every call that came through. */
  readonly calls: { session: Session; path: readonly string[]; input: unknown }[]
  /** Sends a notice to everybody who subscribed. */
  notify(notice: ChangeNotice): void
  readonly listeners: () => number
}

/** A fake core. `answer` may be given to test other replies. */
export function fakeCore(
  answer: (path: readonly string[], input: unknown) => Reply | Promise<Reply> = (path, input) => ({
    ok: true,
    value: { path, input: input ?? null },
  }),
): FakeCore {
  const listeners = new Set<(notice: ChangeNotice) => void>()
  const calls: FakeCore['calls'] = []
  let sessions = 0
  return {
    calls,
    listeners: () => listeners.size,
    notify: (notice) => listeners.forEach((listener) => listener(notice)),
    openSession: () => ({ id: `session-${++sessions}`, register: 'register', presences: new Map() }),
    call: async (session, path, input) => {
      calls.push({ session, path, input })
      return answer(path, input)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: async () => {},
  }
}
