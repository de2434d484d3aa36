import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type { Frame, Page } from '@playwright/test'
import { fromCarried, toCarried } from './addresses.ts'
import { INVOKE_BINDING, pageScript, RECEIVER } from './page-side.ts'
import type { StandIn } from './stand-in.ts'

/** What our code gives a `BrowserWindow`. */
export interface WindowOptions {
  x?: number
  y?: number
  width?: number
  height?: number
  webPreferences?: {
    preload?: string
    sandbox?: boolean
    contextIsolation?: boolean
    nodeIntegration?: boolean
  }
}

/** A paper the printer took. */
export interface Printed {
  silent: boolean
  document: string
}

/** Stands for `webContents`: its other side is a page in Chromium. */
export class StandInContents extends EventEmitter {
  readonly #page: Promise<Page>
  #destroyed = false
  #sending: Promise<void> = Promise.resolve()
  /** Until our code says otherwise, as in Electron. */
  openHandler: (details: { url: string }) => { action: string } = () => ({ action: 'allow' })

  constructor(page: Promise<Page>) {
    super()
    this.#page = page
  }

  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler
  }

  /** The PDF the window shows, for {@link print}. */
  document = ''

  /** The printer of the stand-in takes everything, and keeps it. */
  print(options: { silent: boolean }, done: (success: boolean) => void): void {
    this.emit('printed', { ...options, document: this.document })
    done(true)
  }

  isDestroyed(): boolean {
    return this.#destroyed
  }

  destroyed(): void {
    this.#destroyed = true
  }

  /** Sends to the preload, in order. What is sent while the page is loading is lost, as in Electron. */
  send(channel: string, ...args: unknown[]): void {
    const copy = structuredClone(args)
    this.#sending = this.#sending.then(async () => {
      const page = await this.#page
      await page
        .evaluate(
          ([receiver, name, values]) => {
            const receive: unknown = Reflect.get(globalThis, Symbol.for(receiver))
            if (typeof receive === 'function') Reflect.apply(receive, undefined, [name, values])
          },
          [RECEIVER, channel, copy] as const,
        )
        .catch(() => {})
    })
  }

  /** Whether our code lets the page go to an address. */
  mayNavigate(url: string, mainFrame: boolean): boolean {
    let prevented = false
    const event = { url, preventDefault: () => (prevented = true) }
    if (mainFrame) this.emit('will-navigate', event)
    this.emit('will-frame-navigate', event)
    return !prevented
  }
}

/** Stands for `BrowserWindow`: a page in Chromium, with the built preload running in it. */
export class StandInWindow extends EventEmitter {
  readonly webContents: StandInContents
  /** The page, once its first load is done. */
  readonly loaded: Promise<Page>
  readonly options: WindowOptions
  /** True while an address is loaded by our own code; the page's own navigations are asked about. */
  loading = false
  shown = false
  #page: Page | null = null
  readonly #opening: Promise<Page>
  readonly #standIn: StandIn
  readonly #loaded = Promise.withResolvers<Page>()
  #maximized = false
  #closed = false

  constructor(standIn: StandIn, options: WindowOptions) {
    super()
    this.#standIn = standIn
    this.options = options
    this.loaded = this.#loaded.promise
    this.#opening = this.#open()
    this.webContents = new StandInContents(this.#opening)
    standIn.app.windows.add(this)
    this.webContents.on('printed', (paper: Printed) => standIn.printed.push(paper))
    standIn.app.emit('web-contents-created', {}, this.webContents)
  }

  async #open(): Promise<Page> {
    const { width = 800, height = 600, webPreferences = {} } = this.options
    const page = await this.#standIn.context.newPage()
    this.#page = page
    await page.setViewportSize({ width, height })
    page.on('close', () => this.#gone())
    page.on('popup', (popup) => void this.#standIn.refusePopup(this, popup))
    if (webPreferences.preload !== undefined) {
      if (!webPreferences.sandbox || !webPreferences.contextIsolation || webPreferences.nodeIntegration) {
        throw new Error('the stand-in knows only isolated, sandboxed preloads')
      }
      await page.exposeBinding(INVOKE_BINDING, ({ frame }, channel: string, args: unknown[]) =>
        this.#standIn.ipcMain.invoke(
          channel,
          { sender: this.webContents, senderFrame: frameOf(frame) },
          args,
        ),
      )
      await page.addInitScript({ content: pageScript(readFileSync(webPreferences.preload, 'utf8')) })
    }
    return page
  }

  /** The page if it is this window's. */
  owns(page: Page): boolean {
    return this.#page === page
  }

  async loadURL(url: string): Promise<void> {
    const page = await this.#opening
    if (url.startsWith('data:application/pdf;base64,')) {
      this.webContents.document = url
      return
    }
    this.loading = true
    try {
      await page.goto(toCarried(url))
    } finally {
      this.loading = false
    }
    this.emit('ready-to-show')
    this.#loaded.resolve(page)
  }

  async close(): Promise<void> {
    const page = await this.#opening.catch(() => null)
    await page?.close()
    this.#gone()
  }

  destroy(): void {
    void this.close()
  }

  #gone(): void {
    if (this.#closed) return
    this.#closed = true
    this.emit('close', { preventDefault: () => {} })
    this.webContents.destroyed()
    this.emit('closed')
    this.#standIn.app.windowClosed(this)
  }

  getNormalBounds() {
    const { x = 0, y = 0, width = 800, height = 600 } = this.options
    return { x, y, width, height }
  }

  /** What lies over the icon, on Windows. */
  overlay: { picture: unknown; words: string } | null = null
  setOverlayIcon(picture: unknown, words: string): void {
    this.overlay = { picture, words }
  }

  isMaximized = (): boolean => this.#maximized
  maximize = (): void => void (this.#maximized = true)
  isMinimized = (): boolean => false
  restore = (): void => {}
  show = (): void => void (this.shown = true)
  focus = (): void => void this.emit('focus')
}

/** The frame as our code may look at it, with the address it believes in. */
function frameOf(frame: Frame): { url: string; parent: object | null } {
  const parent = frame.parentFrame()
  return { url: fromCarried(frame.url()), parent: parent === null ? null : frameOf(parent) }
}
