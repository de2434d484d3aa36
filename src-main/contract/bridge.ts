/**
 * The bridge into a desktop window: what the preload puts on `window.bridge`, and the envelope of every reply.
 */
import type { Subscribe } from './changes.ts'
import type { OfficeErrorData } from './errors.ts'

/** The answer to a call as it crosses a transport. Values are JSON-safe. */
export type CallReply = { ok: true; value: unknown } | { ok: false; error: OfficeErrorData }

/** What a desktop window can reach; nothing else of Electron is in the page. */
export interface Bridge {
  /**
   * Carries one call to the office.
   * @param path feature and operation, e.g. `['dossiers', 'list']`.
   */
  readonly call: (path: readonly string[], input: unknown) => Promise<CallReply>
  /**
   * Sends a PDF to the default printer without a dialog; false when it was not taken. Only the desktop shell can.
   * @param content the file as base64.
   */
  readonly print?: (content: string) => Promise<boolean>
  /** Change notices from the office. */
  readonly onChange: Subscribe
}
