/**
 * What every spec works with: the office opened on one of the hosts, on data of its own.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type Browser,
  type BrowserContext,
  type Page,
  _electron,
  chromium,
  test as base,
  expect,
} from '@playwright/test'
import { findBrowser } from '../src-main/host-common/browser.ts'
import { findElectron } from '../src-main/launch/electron-binary.ts'
import { launchStandIn } from './electron-stand-in/launch.ts'
import { PERSON, signIn } from './people.ts'
import { TEMPLATES } from './prepare.ts'

/** The ways the office can be opened. */
export type Host = 'web' | 'shell' | 'electron'

/** What an office starts with: nothing, an office set up, that with the register in it, or with people who were there before. */
export type Data = 'nothing' | 'office' | 'register' | 'counter'

/** An open office. */
export interface OpenOffice {
  page: Page
  dataDir: string
  /** One more window on the same office, of the same person; on the web host only. */
  anotherWindow: () => Promise<Page>
  /** A window of its own, with nobody signed in; on the web host only. */
  newSession: (() => Promise<Page>) | undefined
}

interface Options {
  host: Host
  data: Data
  /** False: the office stands at its door. */
  signedIn: boolean
  today: string
}

interface Running {
  page: Page
  anotherWindow: () => Promise<Page>
  newSession?: () => Promise<Page>
  close: () => Promise<void>
}

const root = join(import.meta.dirname, '..')

/** The test function with the office. `test.use({ data, today })` sets what it starts with. */
export const test = base.extend<Options & { office: OpenOffice; page: Page }, { chrome: Browser }>({
  host: ['web', { option: true }],
  data: ['office', { option: true }],
  signedIn: [true, { option: true }],
  today: ['2026-11-23', { option: true }],
  chrome: [
    async ({}, use) => {
      const executablePath = process.env['BROWSER_PATH'] ?? findBrowser()
      if (executablePath === null) throw new Error('no Chrome, Edge or Chromium found')
      const args = [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
      ]
      const browser = await chromium.launch({ executablePath, args })
      await use(browser)
      await browser.close()
    },
    { scope: 'worker' },
  ],
  office: async ({ host, data, signedIn, today, chrome }, use, info) => {
    info.skip(
      host === 'electron' && findElectron(root) === null,
      'the Electron binary is not on this machine',
    )
    const dataDir = mkdtempSync(join(tmpdir(), 'so-mot-cua-e2e-'))
    if (data !== 'nothing') cpSync(join(TEMPLATES, data), dataDir, { recursive: true })
    const running = await open(host, { dataDir, today, chrome })
    const complaints: string[] = []
    running.page.on('pageerror', (error) => complaints.push(String(error)))
    if (data !== 'nothing' && signedIn) {
      await signIn(running.page, PERSON.login, PERSON.password)
      await expect(running.page.getByRole('navigation', { name: 'Các mục chính' })).toBeVisible()
    }
    const { anotherWindow, newSession } = running
    await use({ page: running.page, dataDir, anotherWindow, newSession })
    await running.close()
    // The last line of the log may still be on its way to the folder.
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
    expect(complaints, 'errors in the page').toEqual([])
  },
  page: async ({ office }, use) => use(office.page),
})

interface Where {
  dataDir: string
  today: string
  chrome: Browser
}

async function open(host: Host, { dataDir, today, chrome }: Where): Promise<Running> {
  switch (host) {
    case 'web':
      return openWeb({ dataDir, today, chrome })
    case 'shell': {
      const shell = await launchStandIn({ dataDir, today, browser: chrome })
      return { page: shell.page, anotherWindow: oneWindowOnly, close: () => shell.close() }
    }
    case 'electron': {
      const executablePath = findElectron(root)
      if (executablePath === null) throw new Error('the Electron binary is not on this machine')
      const args = [
        root,
        `--data=${dataDir}`,
        `--today=${today}`,
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ]
      const app = await _electron.launch({ executablePath, args })
      return { page: await app.firstWindow(), anotherWindow: oneWindowOnly, close: () => app.close() }
    }
  }
}

function oneWindowOnly(): Promise<Page> {
  throw new Error('the desktop shell has one window')
}

async function openWeb({ dataDir, today, chrome }: Where): Promise<Running> {
  const server = startServer(dataDir, today)
  const address = await addressOf(server)
  const contexts: BrowserContext[] = []
  const open = async (at: string): Promise<Page> => {
    const context = await chrome.newContext({
      viewport: { width: 1280, height: 720 },
      locale: 'vi-VN',
      reducedMotion: 'reduce',
      acceptDownloads: true,
    })
    contexts.push(context)
    const page = await context.newPage()
    await page.goto(at)
    return page
  }
  const page = await open(address)
  return {
    page,
    anotherWindow: async () => {
      const another = await page.context().newPage()
      await another.goto(new URL('/', address).href)
      return another
    },
    newSession: async () => {
      // As a second start of the program on the same data: the first gives it an address.
      const second = startServer(dataDir, today)
      return open(await addressOf(second))
    },
    close: async () => {
      for (const context of contexts) await context.close()
      const ended = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGTERM')
      await ended
    },
  }
}

/** Starts the program as `npm start -- --no-open` does. */
function startServer(dataDir: string, today: string): ChildProcess {
  const args = [
    join(root, 'src-main', 'start.js'),
    '--no-open',
    '--port=0',
    `--data=${dataDir}`,
    `--today=${today}`,
  ]
  return spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
}

/** The address the program prints. */
function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const hear = (chunk: Buffer): void => {
      said += chunk.toString()
      const address = /http:\/\/\S+/.exec(said)
      if (address) resolve(address[0])
    }
    server.stdout?.on('data', hear)
    server.stderr?.on('data', hear)
    server.once('exit', (code) => reject(new Error(`the program ended with ${code}: ${said}`)))
  })
}

/** Goes to a screen by its address, as a link would. */
export async function goTo(page: Page, route: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash
  }, route)
}

export { expect }
