/**
 * Knows whether something has been typed and not saved, so that nobody throws it away without being asked.
 */
const checks = new Set<() => boolean>()

/** Adds a place where something may be unsaved. Answers how to take it away again. */
export function watchUnsaved(check: () => boolean): () => void {
  checks.add(check)
  return () => checks.delete(check)
}

/** Whether something is unsaved now. */
export function hasUnsaved(): boolean {
  return [...checks].some((check) => check())
}
