/**
 * `npm start` without a window: what it prints, that a second start joins the first, that it ends cleanly.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test as base } from './office.ts'

const start = join(import.meta.dirname, '..', 'src-main', 'start.js')

/** A folder for the data, and a way to start the program on it. */
const test = base.extend<{ dataDir: string; run: (...args: string[]) => Program }>({
  dataDir: async ({}, use) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'smc-start-'))
    await use(dataDir)
    rmSync(dataDir, { recursive: true, force: true })
  },
  run: async ({ dataDir }, use) => {
    const programs: Program[] = []
    await use((...args) => {
      const program = startProgram(`--data=${dataDir}`, ...args)
      programs.push(program)
      return program
    })
    for (const program of programs) program.process.kill('SIGKILL')
    await Promise.all(programs.map((program) => program.ended))
  },
})
test.skip(({ host }) => host !== 'web', 'about the start without a window')

interface Program {
  process: ChildProcess
  said: () => string
  ended: Promise<number | null>
}

function startProgram(...args: string[]): Program {
  const child = spawn(process.execPath, [start, ...args])
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  return { process: child, said: () => text, ended }
}

const address = (program: Program) =>
  /http:\/\/127\.0\.0\.1:\d+\/launch\?secret=[\w-]{43}/.exec(program.said())?.[0]

test('prints an address that opens one window, and ends cleanly when told to', async ({
  chrome,
  dataDir,
  run,
}) => {
  const program = run('--no-open', '--port=0', '--today=2020-06-30')
  await expect.poll(() => address(program)).toBeTruthy()
  const page = await chrome.newPage()
  await page.goto(address(program) ?? '')
  await expect(page).toHaveTitle('Sổ Một Cửa')
  expect(new URL(page.url()).search).toBe('')
  await page.close()
  program.process.kill('SIGTERM')
  expect(await program.ended).toBe(0)
  expect(existsSync(join(dataDir, 'host.json'))).toBe(false)
})

test('a second start on the same data is given an address by the first', async ({ run }) => {
  const first = run('--no-open', '--port=0')
  await expect.poll(() => address(first)).toBeTruthy()
  const second = run('--no-open')
  expect(await second.ended).toBe(0)
  expect(address(second)).toBeTruthy()
  expect(address(second)).not.toBe(address(first))
  expect(new URL(address(second) ?? '').origin).toBe(new URL(address(first) ?? '').origin)
})

test('says in one line what it does not understand', async ({ run }) => {
  for (const [argument, words] of [
    ['--dta=x', 'Unknown option "--dta"'],
    ['--today=30/06/2020', 'no date'],
    ['--port=99999', 'a number from 1024 to 65535'],
  ] as const) {
    const program = run(argument)
    expect(await program.ended).toBe(2)
    expect(program.said()).toContain(words)
    expect(program.said().trim().split('\n')).toHaveLength(1)
  }
})

test('says that a port is taken', async ({ run }) => {
  const first = run('--no-open', '--port=0')
  await expect.poll(() => address(first)).toBeTruthy()
  const port = new URL(address(first) ?? '').port
  const other = mkdtempSync(join(tmpdir(), 'smc-start-'))
  const second = run(`--data=${other}`, '--no-open', `--port=${port}`)
  expect(await second.ended).toBe(1)
  expect(second.said()).toContain(`Port ${port} cannot be had`)
  rmSync(other, { recursive: true, force: true })
})
