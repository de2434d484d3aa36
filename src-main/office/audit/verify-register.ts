/**
 * The check of the register; runs in a worker of its own.
 */
import type { Anchor, Verdict } from '../../domain/audit-findings.ts'
import { openSnapshot } from '../../store/database.ts'
import { verify } from '../../store/verify.ts'
import type { TaskContext } from '../worker-protocol.ts'

/** Worker task: checks the register as it stands now. @throws OfficeError `cancelled`. */
export async function verifyRegister(
  { progress, breathe }: TaskContext,
  { file, anchors }: { file: string; anchors: readonly Anchor[] },
): Promise<Verdict> {
  const { db, close } = openSnapshot(file)
  try {
    const steps = verify(db, anchors)
    for (;;) {
      const step = steps.next()
      if (step.done) return step.value
      progress(step.value.done, step.value.total)
      await breathe()
    }
  } finally {
    close()
  }
}
