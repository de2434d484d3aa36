/**
 * The only thing the page sees of Electron: `window.bridge`.
 */
import { contextBridge, ipcRenderer } from 'electron'
import type { Bridge, CallReply } from '../contract/bridge.ts'
import type { ChangeNotice } from '../contract/changes.ts'
import {
  BADGE_CHANNEL,
  CALL_CHANNEL,
  CHANGE_CHANNEL,
  NOTIFY_CHANNEL,
  OPEN_CHANNEL,
  PRINT_CHANNEL,
} from './channels.ts'

/** Hears what the main process sends. The event itself stays here: through it a page could reach ipcRenderer. */
function hear<Message>(channel: string, listener: (message: Message) => void): () => void {
  const pass = (_event: unknown, message: Message) => listener(message)
  ipcRenderer.on(channel, pass)
  return () => void ipcRenderer.off(channel, pass)
}

const bridge: Bridge = {
  call: (path, input) => ipcRenderer.invoke(CALL_CHANNEL, path, input) as Promise<CallReply>,
  print: (content) => ipcRenderer.invoke(PRINT_CHANNEL, content) as Promise<boolean>,
  onChange: (listener) => hear<ChangeNotice>(CHANGE_CHANNEL, listener),
  desktop: {
    notify: (notice) => ipcRenderer.invoke(NOTIFY_CHANNEL, notice) as Promise<void>,
    badge: (badge) => ipcRenderer.invoke(BADGE_CHANNEL, badge) as Promise<void>,
    onOpen: (listener) => hear<string>(OPEN_CHANNEL, listener),
  },
}
contextBridge.exposeInMainWorld('bridge', bridge)
