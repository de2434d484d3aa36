/**
 * A restore starts every window afresh; the one it was asked for in remembers across that what was restored.
 */
const KEY = 'so-mot-cua.restored'

/** Remembers what is being restored in this window. */
export function noteRestored(name: string): void {
  sessionStorage.setItem(KEY, name)
}

/** What was restored in this window, told once; `null` when nothing was. */
export function takeRestored(): string | null {
  const name = sessionStorage.getItem(KEY)
  sessionStorage.removeItem(KEY)
  return name
}
