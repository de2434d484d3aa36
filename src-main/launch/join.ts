import { z } from 'zod'
import { type HostNote, livingHost } from '../host-common/host-lock.ts'

/** How long a host that is just starting is waited for. */
const STARTING_LIMIT_MS = 60_000
const ASK_AGAIN_MS = 200

const answerSchema = z.object({ launchUrl: z.url() })

/** What a second start found: an address to open, the desktop window, a host that does not answer, or nobody. */
export type Found =
  { kind: 'address'; launchUrl: string } | { kind: 'window' } | { kind: 'silent' } | { kind: 'nobody' }

/**
 * Asks the host that has the data folder open, if there is one, for an address of one more window. A host that is just
 * starting is waited for; one that gives no answer within the limit is found `silent`.
 */
export async function findRunning(dataDir: string, limitMs = STARTING_LIMIT_MS): Promise<Found> {
  const until = Date.now() + limitMs
  for (;;) {
    const note = livingHost(dataDir)
    if (note === null) return { kind: 'nobody' }
    if (note !== 'starting') {
      if (note.kind === 'window') return { kind: 'window' }
      const launchUrl = await askForAddress(note)
      if (launchUrl !== null) return { kind: 'address', launchUrl }
    }
    if (Date.now() > until) return { kind: 'silent' }
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS))
  }
}

async function askForAddress({ url, joinSecret }: HostNote): Promise<string | null> {
  if (url === null || joinSecret === null) return null
  try {
    const response = await fetch(`${url}/launch`, {
      method: 'POST',
      headers: { authorization: `Bearer ${joinSecret}` },
      signal: AbortSignal.timeout(5000),
    })
    const answer = answerSchema.parse(await response.json())
    return answer.launchUrl.startsWith(`${url}/`) ? answer.launchUrl : null
  } catch {
    return null
  }
}
