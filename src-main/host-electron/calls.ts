/**
 * Calls from the window to the core, and change notices back.
 */
import { z } from 'zod'
import type { CallReply } from '../contract/bridge.ts'
import type { ErrorCode } from '../contract/errors.ts'
import type { Core, Session } from '../office/core.ts'
import { isOwnAddress } from './app-scheme.ts'
import { CALL_CHANNEL, CHANGE_CHANNEL } from './channels.ts'

/** The frame a call came from, as Electron reports it. */
export interface SenderFrame {
  readonly url: string
  readonly parent: unknown
}

/** What is looked at of an `IpcMainInvokeEvent`. */
export interface CallEvent {
  readonly sender: unknown
  readonly senderFrame: SenderFrame | null
}

/** What is used of `ipcMain`. */
export interface CallReceiver {
  handle(
    channel: string,
    listener: (event: CallEvent, path: unknown, input: unknown) => Promise<CallReply>,
  ): void
}

/** What is used of a window's `webContents`. */
export interface NoticeTaker {
  isDestroyed(): boolean
  send(channel: string, notice: unknown): void
}

/**
 * Whether a call comes from the page we loaded into our window: its main frame, at our own address. Anything else
 * (a frame inside it, another page, a frame that is gone) is not answered.
 */
export function isTrustedSender(event: CallEvent, window: unknown): boolean {
  try {
    const { senderFrame: frame, sender } = event
    return (
      window !== null &&
      sender === window &&
      frame !== null &&
      frame.parent === null &&
      isOwnAddress(frame.url)
    )
  } catch {
    // Electron throws when asked about a frame that was disposed of meanwhile.
    return false
  }
}

const pathSchema = z.tuple([z.string(), z.string()])

/**
 * Answers the window's calls.
 * @param window the `webContents` of our window, `null` while there is none.
 */
export function setupCalls(receiver: CallReceiver, core: Core, window: () => unknown): void {
  // A session lives as long as its window.
  const sessions = new WeakMap<object, Session>()
  receiver.handle(CALL_CHANNEL, async (event, path, input) => {
    const contents = window()
    if (!isTrustedSender(event, contents) || typeof contents !== 'object' || contents === null) {
      return failure('no-session')
    }
    const parsed = pathSchema.safeParse(path)
    if (!parsed.success) return failure('not-found')
    const session = sessions.get(contents) ?? core.openSession()
    sessions.set(contents, session)
    return core.call(session, parsed.data, input)
  })
}

/** Passes change notices on to the window. Returns the function that stops it. */
export function setupChanges(core: Pick<Core, 'subscribe'>, window: () => NoticeTaker | null): () => void {
  return core.subscribe((notice) => {
    const contents = window()
    if (contents !== null && !contents.isDestroyed()) contents.send(CHANGE_CHANNEL, notice)
  })
}

function failure(code: ErrorCode): CallReply {
  return { ok: false, error: { code, params: {}, fields: [] } }
}
