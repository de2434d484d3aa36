/**
 * The full check of a register as a task of a worker: pages, chain, watched tables, derived rows.
 */
import type { Anchor, Verdict } from '../../domain/audit-findings.ts'
import { openSnapshot } from '../../store/database.ts'
import { verify } from '../../store/verify.ts'
import type { TaskContext } from '../worker-protocol.ts'

/** What the check found. `pages` is what SQLite says of the file itself, empty when it is whole. */
export interface FullCheck {
  pages: string
  verdict: Verdict | null
}

/** Checks a register from end to end, on one state of it. */
export async function checkRegister(
  { breathe, progress }: TaskContext,
  { file, anchors }: { file: string; anchors: readonly Anchor[] },
): Promise<FullCheck> {
  try {
    const { db, close } = openSnapshot(file)
    try {
      const [first] = db.all<{ integrity_check: string }>('PRAGMA integrity_check(5)')
      const answer = first?.integrity_check ?? ''
      if (answer !== 'ok') return { pages: answer.slice(0, 200), verdict: null }
      const steps = verify(db, anchors)
      for (;;) {
        const step = steps.next()
        if (step.done) return { pages: '', verdict: step.value }
        progress(step.value.done, step.value.total)
        await breathe()
      }
    } finally {
      close()
    }
  } catch (error) {
    if (isDamage(error)) return { pages: String(error).slice(0, 200), verdict: null }
    throw error
  }
}

/** Whether an error says that the file itself is damaged. */
export function isDamage(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    /^SQLITE_(CORRUPT|NOTADB)/.test(error.code)
  )
}
