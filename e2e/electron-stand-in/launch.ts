/**
 * Starts the built desktop shell without Electron's binary: the bundles of `out/` run in this process, their
 * `electron` is the stand-in, their window is a page in Chromium.
 */
import { existsSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { type Browser, chromium, type Page } from '@playwright/test'
import { findBrowser } from '../../src-main/host-common/browser.ts'
import { StandIn } from './stand-in.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const MODULE = 'electron-stand-in:'
const REGISTRY = Symbol.for('so-mot-cua.electron-stand-in')

/** How to start. */
export interface StandInOptions {
  dataDir: string
  /** The day the office's clock is fixed to. */
  today?: string
  sample?: boolean
  /** A browser that is running already; otherwise one is started, and ended with the program. */
  browser?: Browser
}

/** The running shell. */
export interface RunningStandIn {
  page: Page
  /** What stands for Electron, to ask what the shell made of it. */
  standIn: StandIn
  /** Quits the program as its menu would, and waits for its end. */
  close(): Promise<void>
}

/** Starts the shell and waits for its page. @throws when there is no build, no browser, or the shell gives up. */
export async function launchStandIn(options: StandInOptions): Promise<RunningStandIn> {
  const main = join(root, 'out', 'main', 'index.js')
  if (!existsSync(main)) throw new Error('there is no build: npm run build')
  const browser = options.browser ?? (await startBrowser())
  const context = await browser.newContext()
  const end = async () => {
    await context.close()
    if (options.browser === undefined) await browser.close()
  }
  const standIn = new StandIn(context, root)
  try {
    await standIn.start()
    await runMain(main, provide(standIn), options)
    const page = await Promise.race([standIn.firstWindow.then((window) => window.loaded), gaveUp(standIn)])
    return {
      page,
      standIn,
      async close() {
        standIn.app.quit()
        await standIn.app.exited
        await end()
      },
    }
  } catch (error) {
    await end()
    throw error
  }
}

async function gaveUp(standIn: StandIn): Promise<never> {
  const code = await standIn.app.exited
  throw new Error(`the shell ended with ${code}: ${standIn.errors.join(' ')}`)
}

/** Starts an installed browser without a window, as the stand-in needs it. */
export function startBrowser(): Promise<Browser> {
  const executablePath = process.env['BROWSER_PATH'] ?? findBrowser()
  if (executablePath === null) throw new Error('no Chrome, Edge or Chromium found')
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
}

/** Loads the main bundle anew, with the command line it would be given. */
async function runMain(main: string, id: number, { dataDir, today, sample }: StandInOptions): Promise<void> {
  const argv = process.argv
  process.argv = [
    process.execPath,
    root,
    `--data=${dataDir}`,
    ...(today === undefined ? [] : [`--today=${today}`]),
    ...(sample ? ['--sample'] : []),
  ]
  try {
    await import(`${pathToFileURL(main).href}?run=${id}`)
  } finally {
    process.argv = argv
  }
}

// --- The module `electron` of each run -----------------------------------------------------------------------------

/** Kept on the global object: a test runner may load this file twice. */
function registry(): Map<number, Record<string, unknown>> {
  const found: unknown = Reflect.get(globalThis, REGISTRY)
  if (found instanceof Map) return found as Map<number, Record<string, unknown>>
  const runs = new Map<number, Record<string, unknown>>()
  Reflect.set(globalThis, REGISTRY, runs)
  answerImports()
  return runs
}

/** Puts a stand-in where the next run finds it. */
function provide(standIn: StandIn): number {
  const runs = registry()
  const id = runs.size + 1
  runs.set(id, standIn.module())
  return id
}

function answerImports(): void {
  registerHooks({
    resolve(specifier, context, next) {
      if (specifier !== 'electron') return next(specifier, context)
      const run = /\?run=(\d+)/.exec(context.parentURL ?? '')?.[1]
      return run === undefined
        ? next(specifier, context)
        : { url: `${MODULE}${run}`, format: 'module', shortCircuit: true }
    },
    load(url, context, next) {
      if (!url.startsWith(MODULE)) return next(url, context)
      const id = Number(url.slice(MODULE.length))
      const names = Object.keys(registry().get(id) ?? {}).join(', ')
      const source = `export const { ${names} } = globalThis[Symbol.for('${REGISTRY.description}')].get(${id})`
      return { format: 'module', source, shortCircuit: true }
    },
  })
}
