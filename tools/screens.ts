/**
 * `npm run screens`: pictures of the screens, taken from the running program on the sample register with the
 * clock at 30 June 2020. They go to `docs/screens`; with `--all FOLDER` every screen is taken in both languages, light
 * and dark, at 1280×720 and 1920×1080, for looking through.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Browser, type Page, chromium } from '@playwright/test'
import { ensureBrowser } from './browser.ts'

const root = join(import.meta.dirname, '..')
const { values } = parseArgs({ options: { all: { type: 'string' } } })

const SCREENS = {
  today: '/',
  reception: '/reception',
  arrivals: '/arrivals',
  dossiers: '/dossiers?queue=in-process',
  results: '/results',
  handovers: '/handovers',
  'handover-new': '/handovers/new',
  stops: '/stops',
  dossier: '/dossiers/15000',
  overdue: '/overdue',
  figures: '/figures?period=half-year&year=2020&index=1&rule=calendar&by=procedure',
  'figures-month': '/figures?period=half-year&year=2020&index=1&rule=calendar&by=month',
  'figures-late': '/figures?period=half-year&year=2020&index=1&rule=calendar&by=cause',
  'figures-times': '/figures?period=half-year&year=2020&index=1&rule=calendar&view=times',
  'figures-compare': '/figures?period=quarter&year=2020&index=2&rule=calendar&view=compare',
  'figures-charts': '/figures?period=half-year&year=2020&index=1&rule=calendar&view=charts',
  import: '/import',
  calendar: '/calendar',
  procedures: '/procedures',
  people: '/people',
  settings: '/settings',
}

interface Look {
  language: 'vi' | 'en'
  scheme: 'light' | 'dark'
  width: number
  height: number
}

const looks: Look[] =
  values.all === undefined
    ? [
        { language: 'vi', scheme: 'light', width: 1280, height: 720 },
        { language: 'en', scheme: 'dark', width: 1280, height: 720 },
      ]
    : (['vi', 'en'] as const).flatMap((language) =>
        (['light', 'dark'] as const).flatMap((scheme) =>
          [
            [1280, 720],
            [1920, 1080],
          ].map(([width = 0, height = 0]) => ({ language, scheme, width, height })),
        ),
      )

const dataDir = mkdtempSync(join(tmpdir(), 'so-mot-cua-screens-'))
const server = spawn(
  process.execPath,
  [
    join(root, 'src-main', 'start.js'),
    '--no-open',
    '--port=0',
    `--data=${dataDir}`,
    '--sample',
    '--today=2020-06-30',
  ],
  { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
)

function addressOfServer(): Promise<string> {
  return new Promise((resolve, reject) => {
    server.stdout.on('data', (chunk: Buffer) => {
      const address = /http:\/\/\S+/.exec(chunk.toString())
      if (address) resolve(address[0])
    })
    server.once('exit', () => reject(new Error('the program ended')))
  })
}

/** Says in the window's own kept settings how it is to look. */
async function dress(page: Page, { language, scheme }: Look): Promise<void> {
  for (const [key, value] of Object.entries({ language, scheme })) {
    await page.evaluate(
      ([name, text]) =>
        fetch('/call/office/setPreference', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ input: { key: name, value: text } }),
        }),
      [key, value] as const,
    )
  }
}

async function take(page: Page, look: Look, folder: string): Promise<void> {
  await page.setViewportSize({ width: look.width, height: look.height })
  await dress(page, look)
  for (const [name, route] of Object.entries(SCREENS)) {
    await page.goto(new URL(`/#${route}`, page.url()).href)
    await page.reload()
    await page.waitForTimeout(700)
    const size = values.all === undefined ? '' : `-${look.width}`
    const path = join(folder, `${name}-${look.language}-${look.scheme}${size}.png`)
    await page.screenshot({ path })
    console.log(path)
  }
}

async function takeAll(browser: Browser): Promise<void> {
  const folder = values.all ?? join(root, 'docs', 'screens')
  mkdirSync(folder, { recursive: true })
  const page = await browser.newPage({ locale: 'vi-VN', reducedMotion: 'reduce' })
  page.setDefaultTimeout(5000)
  await page.goto(await addressOfServer())
  for (const look of looks) await take(page, look, folder)
}

const executablePath = ensureBrowser()
if (executablePath === null) throw new Error('no Chrome, Edge or Chromium found')
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
try {
  await takeAll(browser)
} finally {
  await browser.close()
  server.kill('SIGTERM')
  await new Promise((resolve) => server.once('exit', resolve))
  rmSync(dataDir, { recursive: true, force: true })
}
