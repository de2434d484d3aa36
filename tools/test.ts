/**
 * `npm test`: types, lint, formatting, unit and property tests, build, end-to-end tests, in that order.
 * Runs everything even when a part fails; the last line is `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { z } from 'zod'
import { findElectron } from '../src-main/launch/electron-binary.ts'
import { ensureBrowser } from './browser.ts'

const root = join(import.meta.dirname, '..')
const results = join(root, 'test-results')
rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })
// The tests start the program and its workers hundreds of times: each module is compiled once.
process.env['NODE_COMPILE_CACHE'] ??= join(results, 'compile-cache')

/** Characters of a failed test's message shown again at the end. */
const LONGEST_REASON = 2_000

let passed = 0
let failed = 0
let skipped = 0
/** What failed and what needed a second try, named again at the end, where a cut log still has it. */
const named: string[] = []

/** Runs one of the installed commands; returns whether it succeeded. */
function run(title: string, script: string, args: string[], env: Record<string, string> = {}): boolean {
  console.log(`\n— ${title}`)
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules', script), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  return status === 0
}

/** A check that counts as one. */
function check(title: string, script: string, args: string[]): void {
  if (run(title, script, args)) {
    passed++
    return
  }
  failed++
  named.push(`failed: ${title}`)
}

function count(
  title: string,
  ok: boolean,
  counts: { passed: number; failed: number; skipped: number },
): void {
  passed += counts.passed
  failed += counts.failed
  skipped += counts.skipped
  // A runner that stops without a failed test has still failed.
  if (!ok && counts.failed === 0) {
    failed++
    named.push(`failed: ${title}`)
  }
}

function readReport<Report>(file: string, schema: z.ZodType<Report>): Report | null {
  return existsSync(file) ? schema.parse(JSON.parse(readFileSync(file, 'utf8'))) : null
}

function unitTests(
  title: string,
  name: string,
  folders: string[] = [],
  env: Record<string, string> = {},
): void {
  const report = join(results, `${name}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const ok = run(title, 'vitest/vitest.mjs', ['run', ...folders, ...reporters], env)
  const schema = z.object({
    numPassedTests: z.number(),
    numFailedTests: z.number(),
    numPendingTests: z.number(),
    testResults: z.array(
      z.object({
        name: z.string(),
        status: z.string(),
        message: z.string(),
        assertionResults: z.array(
          z.object({
            fullName: z.string(),
            status: z.string(),
            failureMessages: z.array(z.string()).nullish(),
          }),
        ),
      }),
    ),
  })
  const counts = readReport(report, schema)
  for (const { name: file, status: whole, message, assertionResults } of counts?.testResults ?? []) {
    if (whole === 'failed' && message !== '')
      named.push(`failed: ${relative(root, file)}\n${message.slice(0, LONGEST_REASON)}`)
    for (const { fullName, status, failureMessages } of assertionResults) {
      if (status !== 'failed') continue
      const why = failureMessages?.join('\n').slice(0, LONGEST_REASON) ?? ''
      named.push(`failed: ${relative(root, file)} > ${fullName}\n${why}`)
    }
  }
  count(title, ok && counts !== null && counts.numPassedTests > 0, {
    passed: counts?.numPassedTests ?? 0,
    failed: counts?.numFailedTests ?? 0,
    skipped: counts?.numPendingTests ?? 0,
  })
}

/** A suite of Playwright's report: tests, and suites within. */
interface Suite {
  specs: { title: string; file: string; tests: { projectName: string; status: string }[] }[]
  suites?: Suite[] | undefined
}

const suiteSchema: z.ZodType<Suite> = z.lazy(() =>
  z.object({
    specs: z.array(
      z.object({
        title: z.string(),
        file: z.string(),
        tests: z.array(z.object({ projectName: z.string(), status: z.string() })),
      }),
    ),
    suites: z.array(suiteSchema).optional(),
  }),
)

function nameUnsteady({ specs, suites }: Suite): void {
  for (const { title, file, tests } of specs) {
    for (const { projectName, status } of tests) {
      const word = status === 'unexpected' ? 'failed' : status === 'flaky' ? 'second try' : null
      if (word !== null) named.push(`${word}: [${projectName}] e2e/${file} > ${title}`)
    }
  }
  for (const suite of suites ?? []) nameUnsteady(suite)
}

function endToEndTests(): void {
  const browser = ensureBrowser()
  if (browser === null) {
    console.error(
      'No Chrome, Edge or Chromium found, and none could be installed: end-to-end tests cannot run.',
    )
    failed++
    named.push('failed: no browser for the end-to-end tests')
    return
  }
  if (findElectron(root) === null) {
    console.log("Electron's binary is not on this machine: the tests on real Electron are skipped.")
  }
  const report = join(results, 'e2e.json')
  const ok = run(
    'end-to-end tests',
    '@playwright/test/cli.js',
    ['test', '--config=e2e/playwright.config.ts'],
    {
      BROWSER_PATH: browser,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    },
  )
  const schema = z.object({
    stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
    suites: z.array(suiteSchema),
  })
  const told = readReport(report, schema)
  const stats = told?.stats
  for (const suite of told?.suites ?? []) nameUnsteady(suite)
  count('end-to-end tests', ok && stats !== undefined && stats.expected > 0, {
    passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0),
    failed: stats?.unexpected ?? 0,
    skipped: stats?.skipped ?? 0,
  })
}

check('types', 'typescript/bin/tsc', ['-p', '.'])
check('lint', 'eslint/bin/eslint.js', ['.', '--max-warnings=0'])
check('formatting', 'prettier/bin/prettier.cjs', ['--check', '--log-level=warn', '.'])
unitTests('unit, property and contract tests', 'unit')
// The PC's time zone changes nothing: the clock again, a day behind the office and a day ahead of it.
for (const zone of ['Pacific/Honolulu', 'Pacific/Kiritimati']) {
  unitTests(
    `the clock in ${zone}`,
    zone.replace('/', '-'),
    ['src-main/domain', 'src-main/office/imports/cells', 'src-renderer/ui', 'src-renderer/features/calendar'],
    {
      TZ: zone,
    },
  )
}
if (run('build', 'electron-vite/bin/electron-vite.js', ['build', '--logLevel=warn'])) {
  passed++
  endToEndTests()
} else {
  failed++
  named.push('failed: build')
}

for (const line of named) console.log(`\n${line}`)
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exitCode = failed > 0 ? 1 : 0
