import { EventEmitter } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { StandInWindow } from './window.ts'

/** Data folders whose program is running; Electron asks the operating system. */
const running = new Set<string>()

/** Stands for `app`: paths, readiness, the single-instance lock, and the order of events when quitting. */
export class StandInApp extends EventEmitter {
  readonly isPackaged = false
  readonly windows = new Set<StandInWindow>()
  /** Settled when the program has ended, with its exit code. */
  readonly exited: Promise<number>
  isReady = false
  readonly #root: string
  readonly #paths = new Map([['userData', join(tmpdir(), 'stand-in-user-data')]])
  readonly #end: (code: number) => void
  #locked: string | null = null
  #quitting = false

  constructor(root: string) {
    super()
    this.#root = root
    const { promise, resolve } = Promise.withResolvers<number>()
    this.exited = promise
    this.#end = resolve
  }

  getPath(name: string): string {
    const path = this.#paths.get(name)
    if (path === undefined) throw new Error(`the stand-in has no path ${name}`)
    return path
  }

  setPath(name: string, path: string): void {
    if (!existsSync(path)) throw new Error(`setPath: ${path} does not exist`)
    this.#paths.set(name, path)
  }

  /** The number at the icon. */
  badge = 0
  setBadgeCount(count: number): boolean {
    this.badge = count
    return true
  }

  /** The name notifications are shown under. */
  userModelId = ''
  setAppUserModelId(id: string): void {
    this.userModelId = id
  }

  getVersion(): string {
    const parsed: unknown = JSON.parse(readFileSync(join(this.#root, 'package.json'), 'utf8'))
    return typeof parsed === 'object' && parsed !== null && 'version' in parsed ? String(parsed.version) : '0'
  }

  requestSingleInstanceLock(): boolean {
    const path = this.getPath('userData')
    if (running.has(path)) return false
    running.add(path)
    this.#locked = path
    return true
  }

  async whenReady(): Promise<void> {
    // Electron is never ready within the turn that loads the main script.
    await new Promise((resolve) => setImmediate(resolve))
    this.isReady = true
  }

  /** Closes the windows, then asks `will-quit`; a listener may hold the end back and quit again later. */
  quit(): void {
    this.#quitting = true
    void Promise.all([...this.windows].map((window) => window.close())).then(() => {
      let held = false
      this.emit('will-quit', { preventDefault: () => (held = true) })
      if (!held) this.exit(0)
    })
  }

  exit(code = 0): void {
    if (this.#locked !== null) running.delete(this.#locked)
    this.emit('quit', {}, code)
    this.#end(code)
  }

  /** Called by a window that has gone. */
  windowClosed(window: StandInWindow): void {
    this.windows.delete(window)
    if (this.windows.size === 0 && !this.#quitting) this.emit('window-all-closed')
  }
}
