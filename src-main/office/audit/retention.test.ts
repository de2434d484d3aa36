import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { testFolder } from '../../store/test-store.ts'
import { openTestCore } from '../test-core.ts'

const ANY = { source: 'all', kind: null, personId: null, from: null, to: null, code: '' } as const

it('older logs and replaced registers go when their time has gone; all else stays, and the audit says so', async () => {
  const dataDir = testFolder()
  const replaced = join(dataDir, 'replaced')
  mkdirSync(replaced)
  const put = (path: string, daysOld: number) => {
    writeFileSync(path, 'x')
    const then = Date.now() / 1000 - daysOld * 86_400
    utimesSync(path, then, then)
  }
  put(join(dataDir, 'so-mot-cua.log'), 4000)
  put(join(dataDir, 'so-mot-cua.log.1'), 30)
  put(join(dataDir, 'so-mot-cua.log.2'), 400)
  put(join(dataDir, 'ghi-chu.txt'), 4000)
  put(join(replaced, 'old_1.db'), 800)
  put(join(replaced, 'old_1.db-wal'), 800)
  put(join(replaced, 'old_2.db'), 300)
  const now = new Date().toISOString()
  const { client } = await openTestCore({ dataDir, now })
  expect(readdirSync(replaced)).toEqual(['old_2.db'])
  expect(readdirSync(dataDir)).toEqual(
    expect.arrayContaining(['ghi-chu.txt', 'so-mot-cua.log', 'so-mot-cua.log.1']),
  )
  expect(readdirSync(dataDir)).not.toContain('so-mot-cua.log.2')
  const { rows } = await client.audit.list({
    filter: { ...ANY, kind: 'outdated-deleted' },
    before: null,
    limit: 5,
  })
  expect(rows.map(({ facts }) => facts)).toEqual([{ logs: 1, replaced: 2 }])
})

it('a clock set ahead deletes nothing', async () => {
  const dataDir = testFolder()
  writeFileSync(join(dataDir, 'so-mot-cua.log.1'), 'x')
  await openTestCore({ dataDir, now: '2099-01-05T02:00:00.000Z' })
  expect(readdirSync(dataDir)).toContain('so-mot-cua.log.1')
})
