import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { civilDate } from '../domain/civil-date.ts'
import { testFolder } from '../store/test-store.ts'
import { WorkerHost } from './worker-host.ts'

it('trouble with the database in the worker keeps its code, so that it can be told from a bug', async () => {
  const file = join(testFolder(), 'no-register.db')
  new BetterSqlite3(file).exec('CREATE TABLE other (id INTEGER)').close()
  const worker = new WorkerHost(new URL('./worker.ts', import.meta.url), file)
  onTestFinished(() => worker.close())
  const day = civilDate('2020-06-30')
  const counting = worker.run('countSummary', {
    period: { from: day, to: day },
    by: 'field',
    method: 'original',
  })
  await expect(counting).rejects.toThrow('no such table')
  await expect(counting).rejects.toMatchObject({ code: 'SQLITE_ERROR' })
})
