import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { runWeb } from './run-web.ts'

let folder: string
const umask = process.umask()
beforeEach(() => {
  // As careless as a machine can be.
  process.umask(0)
  folder = mkdtempSync(join(tmpdir(), 'smc-run-attack-'))
})
afterEach(() => {
  process.umask(umask)
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true, force: true })
})

it('no file of the data folder can be read by another user of the machine, the join secret least of all', async () => {
  const root = join(folder, 'program')
  const dataDir = join(folder, 'data')
  mkdirSync(join(root, 'out', 'renderer'), { recursive: true })
  writeFileSync(join(root, 'out', 'renderer', 'index.html'), 'page')
  for (const part of ['resources', 'src-main']) {
    symlinkSync(join(import.meta.dirname, '..', '..', part), join(root, part))
  }
  // A folder made before, open to all.
  mkdirSync(dataDir, { mode: 0o777 })
  const said = vi.spyOn(console, 'log').mockImplementation(() => {})
  const options = { dataDir, port: 0, today: null, open: false, sample: false }
  const ended = runWeb(options, root, 'test', null)
  await vi.waitFor(() => expect(said).toHaveBeenCalled(), 20_000)
  const address = /http:\S+/.exec(String(said.mock.calls.at(-1)?.[0]))?.[0] ?? ''
  await fetch(address, { redirect: 'manual' })
  const note = readFileSync(join(dataDir, 'host.json'), 'utf8')
  expect(note).toMatch(/"joinSecret":"[\w-]{43}"/)
  expect(address).not.toContain(/"joinSecret":"([\w-]+)"/.exec(note)?.[1] ?? 'none')
  const files = readdirSync(dataDir, { recursive: true, withFileTypes: true })
  expect(files.map(({ name }) => name)).toEqual(expect.arrayContaining(['host.json', 'register.db']))
  for (const file of files) {
    const { mode } = statSync(join(file.parentPath, file.name))
    expect([file.name, (mode & 0o077).toString(8)]).toEqual([file.name, '0'])
  }
  process.emit('SIGTERM')
  expect(await ended).toBe(0)
})
