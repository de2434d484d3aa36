/**
 * The only thing the page sees of Electron: `window.bridge`.
 */
import { contextBridge, ipcRenderer } from 'electron'
import type { Bridge, CallReply } from '../contract/bridge.ts'
import type { ChangeNotice } from '../contract/changes.ts'
import { CALL_CHANNEL, CHANGE_CHANNEL, PRINT_CHANNEL } from './channels.ts'

const bridge: Bridge = {
  call: (path, input) => ipcRenderer.invoke(CALL_CHANNEL, path, input) as Promise<CallReply>,
  print: (content) => ipcRenderer.invoke(PRINT_CHANNEL, content) as Promise<boolean>,
  onChange(listener) {
    // The event itself stays here: through it a page could reach ipcRenderer.
    const pass = (_event: unknown, notice: ChangeNotice) => listener(notice)
    ipcRenderer.on(CHANGE_CHANNEL, pass)
    return () => void ipcRenderer.off(CHANGE_CHANNEL, pass)
  },
}
contextBridge.exposeInMainWorld('bridge', bridge)
