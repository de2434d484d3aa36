/**
 * The parts of Electron's main process our shell uses, with Chromium pages behind them. Only Electron is stood in
 * for; the shell, the core and the page are the built product.
 */
import { EventEmitter } from 'node:events'
import type { BrowserContext, Frame, Page, Request as PageRequest, Route } from '@playwright/test'
import { carriedScheme, fromCarried } from './addresses.ts'
import { StandInApp } from './application.ts'
import { type Printed, StandInWindow, type WindowOptions } from './window.ts'

type Handler = (event: object, ...args: unknown[]) => unknown
interface Privileged {
  scheme: string
  privileges?: { standard?: boolean; secure?: boolean; supportFetchAPI?: boolean }
}

/** Stands for `ipcMain`. */
class StandInIpc extends EventEmitter {
  readonly #handlers = new Map<string, Handler>()

  handle(channel: string, handler: Handler): void {
    if (this.#handlers.has(channel)) throw new Error(`second handler for ${channel}`)
    this.#handlers.set(channel, handler)
  }

  /** A call from a preload. Arguments and answer are copied, as on the way between two processes. */
  async invoke(channel: string, event: object, args: unknown[]): Promise<unknown> {
    const handler = this.#handlers.get(channel)
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`)
    return structuredClone(await handler(event, ...args))
  }
}

/** Stands for `protocol`. */
class StandInProtocol {
  readonly handlers = new Map<string, (request: Request) => Promise<Response>>()
  readonly #privileged = new Set<string>()
  readonly #app: StandInApp

  constructor(app: StandInApp) {
    this.#app = app
  }

  registerSchemesAsPrivileged(schemes: readonly Privileged[]): void {
    if (this.#app.isReady) throw new Error('schemes must be registered before the program is ready')
    for (const { scheme, privileges } of schemes) {
      if (privileges?.standard && privileges.secure) this.#privileged.add(scheme)
    }
  }

  handle(scheme: string, handler: (request: Request) => Promise<Response>): void {
    if (!this.#app.isReady) throw new Error('protocol.handle needs the program to be ready')
    if (!this.#privileged.has(scheme)) throw new Error(`${scheme}: is not standard and secure`)
    this.handlers.set(scheme, handler)
  }
}

/** Stands for a `Session`: keeps what our code decided, for tests to ask. */
class StandInSession extends EventEmitter {
  permissionRequest:
    ((contents: unknown, permission: string, answer: (granted: boolean) => void) => void) | null = null
  permissionCheck: ((contents: unknown, permission: string) => boolean) | null = null
  devicePermission: (() => boolean) | null = null

  setPermissionRequestHandler(handler: StandInSession['permissionRequest']): void {
    this.permissionRequest = handler
  }
  setPermissionCheckHandler(handler: StandInSession['permissionCheck']): void {
    this.permissionCheck = handler
  }
  setDevicePermissionHandler(handler: StandInSession['devicePermission']): void {
    this.devicePermission = handler
  }
}

/** Stands for a `Notification`. */
export class StandInNotification extends EventEmitter {
  readonly title: string
  readonly body: string
  shown = false

  constructor({ title, body }: { title: string; body: string }) {
    super()
    this.title = title
    this.body = body
  }

  show(): void {
    this.shown = true
  }
}

/** One running program. */
export class StandIn {
  readonly context: BrowserContext
  readonly app: StandInApp
  readonly ipcMain = new StandInIpc()
  readonly protocol: StandInProtocol
  readonly session = new StandInSession()
  /** What error boxes said, titles left out. */
  readonly errors: string[] = []
  /** Addresses given to the system's own programs. */
  readonly openedOutside: string[] = []
  /** Papers the default printer took. */
  readonly printed: Printed[] = []
  menu: unknown = null
  /** Notifications in the order they were made. */
  readonly notifications: StandInNotification[] = []
  /** Settled with the first window. */
  readonly firstWindow: Promise<StandInWindow>
  readonly #firstWindow = Promise.withResolvers<StandInWindow>()

  constructor(context: BrowserContext, root: string) {
    this.context = context
    this.app = new StandInApp(root)
    this.protocol = new StandInProtocol(this.app)
    this.firstWindow = this.#firstWindow.promise
  }

  /** Lets Chromium load our schemes and nothing else. */
  start(): Promise<unknown> {
    return this.context.route('**/*', (route) => this.#serve(route))
  }

  /** What `import … from 'electron'` gives. */
  module(): Record<string, unknown> {
    const opened = (window: StandInWindow) => this.#firstWindow.resolve(window)
    const notify = (words: { title: string; body: string }) => {
      const notification = new StandInNotification(words)
      this.notifications.push(notification)
      return notification
    }
    const openWindow = (options: WindowOptions) => {
      const window = new StandInWindow(this, options)
      opened(window)
      return window
    }
    return {
      app: this.app,
      BrowserWindow: function BrowserWindow(options: WindowOptions = {}) {
        return openWindow(options)
      },
      Notification: Object.assign(
        function Notification(words: { title: string; body: string }) {
          return notify(words)
        },
        { isSupported: () => true },
      ),
      nativeImage: { createFromDataURL: (dataUrl: string) => ({ dataUrl }) },
      ipcMain: this.ipcMain,
      protocol: this.protocol,
      session: { defaultSession: this.session },
      Menu: {
        buildFromTemplate: (template: unknown) => template,
        setApplicationMenu: (menu: unknown) => (this.menu = menu),
      },
      dialog: { showErrorBox: (_title: string, text: string) => void this.errors.push(text) },
      screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }] },
      shell: {
        openExternal: (url: string) => {
          this.openedOutside.push(url)
          return Promise.resolve()
        },
      },
      nativeTheme: { shouldUseDarkColors: false },
    }
  }

  async refusePopup(window: StandInWindow, popup: Page): Promise<void> {
    const { action } = window.webContents.openHandler({ url: fromCarried(popup.url()) })
    if (action === 'deny') await popup.close()
  }

  async #serve(route: Route): Promise<void> {
    const request = route.request()
    const url = fromCarried(request.url())
    if (request.isNavigationRequest() && !this.#navigationAllowed(frameOf(request), url)) {
      return route.abort('aborted')
    }
    const scheme = carriedScheme(request.url())
    const handler = scheme === null ? undefined : this.protocol.handlers.get(scheme)
    // There is no network behind the stand-in.
    if (handler === undefined) return route.abort('blockedbyclient')
    const response = await handler(new Request(url, { method: request.method() }))
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    })
  }

  /** `frame` is `null` for a window that is just being opened by a page; none is to be. */
  #navigationAllowed(frame: Frame | null, url: string): boolean {
    if (frame === null) return false
    const window = [...this.app.windows].find((candidate) => candidate.owns(frame.page()))
    if (window === undefined) return false
    return window.loading || window.webContents.mayNavigate(url, frame.parentFrame() === null)
  }
}

function frameOf(request: PageRequest): Frame | null {
  try {
    return request.frame()
  } catch {
    // Playwright has no frame yet for the first request of a window.
    return null
  }
}
