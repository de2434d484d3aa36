/**
 * Just enough of `electron` for the shell's calls and its preload to talk to each other in one process. Everything
 * that crosses is copied as between two processes.
 */
import type { CallReceiver, NoticeTaker, SenderFrame } from '../host-electron/calls.ts'

type Listener = (event: object, notice: unknown) => void

/** The two sides of the bridge. */
export function fakeElectron() {
  const handlers = new Map<string, Parameters<CallReceiver['handle']>[1]>()
  const listeners = new Map<string, Set<Listener>>()
  const exposed = new Map<string, unknown>()
  const frame: SenderFrame = { url: 'app://so-mot-cua/', parent: null }
  const contents: NoticeTaker = {
    isDestroyed: () => false,
    send: (channel, notice) =>
      listeners.get(channel)?.forEach((listener) => listener({}, structuredClone(notice))),
  }
  const ipcMain: CallReceiver = { handle: (channel, listener) => void handlers.set(channel, listener) }
  return {
    /** What the preload imports. */
    preloadSide: {
      contextBridge: { exposeInMainWorld: (name: string, api: unknown) => void exposed.set(name, api) },
      ipcRenderer: {
        async invoke(channel: string, ...args: unknown[]): Promise<unknown> {
          const handler = handlers.get(channel)
          if (handler === undefined) throw new Error(`no handler for ${channel}`)
          const [path, input] = structuredClone(args)
          return structuredClone(await handler({ sender: contents, senderFrame: frame }, path, input))
        },
        on: (channel: string, listener: Listener) =>
          void listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener)),
        off: (channel: string, listener: Listener) => void listeners.get(channel)?.delete(listener),
      },
    },
    ipcMain,
    contents,
    exposed,
  }
}
