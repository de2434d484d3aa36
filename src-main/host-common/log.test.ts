import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { testFolder } from '../store/test-store.ts'
import { fileLog } from './log.ts'

const at = () => new Date('2026-11-23T02:00:00.000Z')

it('tells what went wrong and when, and no number of a person', () => {
  const path = join(testFolder(), 'a.log')
  fileLog(path, at)('bug in dossiers.get', new Error('UNIQUE failed: 056199001234, 0905123456'))
  const text = readFileSync(path, 'utf8')
  expect(text).toMatch(
    /^2026-11-23T02:00:00.000Z bug in dossiers.get\n  Error: UNIQUE failed: •{12}, •{10}\n/,
  )
})

it('never takes more than five files of bounded size', () => {
  const folder = testFolder()
  const log = fileLog(join(folder, 'a.log'), at)
  const half = 'x'.repeat(1024 * 1024)
  for (let i = 0; i < 20; i++) log(`${i} ${half}`)
  expect(readdirSync(folder).sort()).toEqual(['a.log', 'a.log.1', 'a.log.2', 'a.log.3', 'a.log.4'])
  for (const name of readdirSync(folder))
    expect(statSync(join(folder, name)).size).toBeLessThan(4 * 1024 * 1024)
  expect(readFileSync(join(folder, 'a.log'), 'utf8')).toContain('Z 19 x')
})
