/**
 * The bridge into a desktop window: what the preload puts on `window.bridge`, and the envelope of every reply.
 */
import { z } from 'zod'
import type { Subscribe } from './changes.ts'
import type { OfficeErrorData } from './errors.ts'

/** The answer to a call as it crosses a transport. Values are JSON-safe. */
export type CallReply = { ok: true; value: unknown } | { ok: false; error: OfficeErrorData }

/** A notification of the desktop. Its words are made in the page; `key` comes back when it is clicked. */
export const desktopNoticeSchema = z.object({
  key: z.string().min(1).max(100),
  title: z.string().min(1).max(200),
  body: z.string().max(500),
})
export type DesktopNotice = z.infer<typeof desktopNoticeSchema>

/** The number at the program's icon; 0 takes it away. */
export const desktopBadgeSchema = z.object({
  count: z.number().int().min(0).max(1_000_000),
  /** What the number means, for who cannot see it. */
  words: z.string().max(200),
  /** The number as a small picture (a PNG as data URL), for systems that show none by themselves. */
  picture: z
    .string()
    .regex(/^data:image\/png;base64,[A-Za-z0-9+/=]+$/)
    .max(20_000)
    .nullable(),
})
export type DesktopBadge = z.infer<typeof desktopBadgeSchema>

/** What the desktop shows beside the window. */
export interface BridgeDesktop {
  readonly notify: (notice: DesktopNotice) => Promise<void>
  readonly badge: (badge: DesktopBadge) => Promise<void>
  /** Calls when a notification is clicked, with its key. Returns the function that calls it off. */
  readonly onOpen: (listener: (key: string) => void) => () => void
}

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
  readonly desktop: BridgeDesktop
}
