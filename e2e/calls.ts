/**
 * The office asked as the window asks it, for what a test needs beforehand and a person has done long ago.
 */
import type { Page } from '@playwright/test'

/** The answer of an operation, on every host. @throws Error when it refuses. */
export async function call(page: Page, feature: string, operation: string, input: unknown): Promise<unknown> {
  const reply = await page.evaluate(
    async ([path, given]) => {
      if (window.bridge !== undefined) return window.bridge.call(path, given)
      const response = await fetch(`/call/${path.join('/')}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ input: given }),
      })
      return response.json() as Promise<{ ok: boolean; value?: unknown; error?: unknown }>
    },
    [[feature, operation], input] as const,
  )
  if (reply.ok && 'value' in reply) return reply.value
  throw new Error(`${feature}.${operation}: ${JSON.stringify(reply)}`)
}
