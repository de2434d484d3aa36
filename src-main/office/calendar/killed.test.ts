import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Store, openReader } from '../../store/database.ts'
import { addDossier } from '../../store/events.ts'
import { acceptance, historyOf, testFolder } from '../../store/test-store.ts'
import { openTestCore, procedureId } from '../test-core.ts'
import { changeOf, day, make } from './testing.ts'

const MONDAY = '2026-11-23T02:00:00.000Z'
const MANY = 2_500
const CHANGE = changeOf(day('2026-12-01', 'off'), day('2026-12-05', 'work'))

/** An office at rest with many dossiers due on 1/12/2026. */
async function officeAtRest(): Promise<string> {
  const dataDir = testFolder()
  const { client, core } = await openTestCore({ dataDir })
  const id = await procedureId(client, 'exchange-certificate')
  await core.close()
  const store = new Store(join(dataDir, 'register.db'))
  await store.write((db) => {
    for (let n = 1; n <= MANY; n++) {
      const code = `000.00.22.H32-261123-${String(n).padStart(4, '0')}`
      addDossier(db, historyOf(['2026-11-23', acceptance(code, '2026-12-01', {}, id)]))
    }
  })
  await store.close()
  return dataDir
}

/** Makes the change in a program of its own that is killed at that point. */
async function makeAndBeKilled(dataDir: string, when: string): Promise<void> {
  const script = join(import.meta.dirname, 'killed-apply.ts')
  const program = spawn(process.execPath, [script, dataDir, MONDAY, JSON.stringify(CHANGE), when], {
    stdio: 'inherit',
  })
  const [code, signal] = (await once(program, 'exit')) as [number | null, string | null]
  expect([code, signal]).toEqual([null, 'SIGKILL'])
}

/** All that a change of rules writes. */
function pictureOf(dataDir: string) {
  const { db, close } = openReader(join(dataDir, 'register.db'))
  const count = (sql: string) => db.get<{ n: number }>(sql)?.n
  const picture = {
    sound: db.all('PRAGMA integrity_check'),
    changes: count('SELECT count(*) AS n FROM rule_change'),
    events: count("SELECT count(*) AS n FROM dossier_event WHERE kind = 'due-moved'"),
    moves: count('SELECT count(*) AS n FROM dossier_due_move'),
    moved: count("SELECT count(*) AS n FROM dossier WHERE due_on = '2026-12-02'"),
    days: count("SELECT count(*) AS n FROM calendar_day WHERE date IN ('2026-12-01', '2026-12-05')"),
  }
  close()
  return picture
}

const SOUND = [{ integrity_check: 'ok' }]
const NOTHING = { sound: SOUND, changes: 0, events: 0, moves: 0, moved: 0, days: 0 }
const ALL = { sound: SOUND, changes: 1, events: MANY, moves: MANY, moved: MANY, days: 2 }

describe('a program that dies while it makes a change of the calendar', () => {
  it.each(['0', '1000', '2000'])(
    'after %s moved dossiers leaves nothing of it, and it can be made again',
    async (when) => {
      const dataDir = await officeAtRest()
      await makeAndBeKilled(dataDir, when)
      const { client } = await openTestCore({ dataDir, setUp: false })
      expect(pictureOf(dataDir)).toEqual(NOTHING)
      expect(await client.calendar.changes()).toEqual([])
      expect(await make(client, CHANGE)).toBe(MANY)
      expect(pictureOf(dataDir)).toEqual(ALL)
    },
    60_000,
  )

  it('after it has answered has made all of it', async () => {
    const dataDir = await officeAtRest()
    await makeAndBeKilled(dataDir, 'answered')
    const { client } = await openTestCore({ dataDir, setUp: false })
    expect(pictureOf(dataDir)).toEqual(ALL)
    expect(await client.calendar.changes()).toMatchObject([{ reason: 'Bão số 9', moved: MANY }])
  }, 60_000)
})

describe('a change called off while it is made', () => {
  it('leaves nothing of it, and the office goes on', async () => {
    const dataDir = await officeAtRest()
    const { client, core } = await openTestCore({ dataDir, setUp: false })
    const stopping: Promise<null>[] = []
    const end = core.subscribe((notice) => {
      if (notice.topic === 'progress' && notice.done === 1000) stopping.push(client.calendar.cancelApply())
    })
    await expect(make(client, CHANGE)).rejects.toMatchObject({ data: { code: 'cancelled' } })
    end()
    expect(await Promise.all(stopping)).toEqual([null])
    expect(pictureOf(dataDir)).toEqual(NOTHING)
    expect((await client.calendar.year({ year: 2026 })).days.some(({ date }) => date === '2026-12-01')).toBe(
      false,
    )
    expect(await make(client, CHANGE)).toBe(MANY)
    expect(pictureOf(dataDir)).toEqual(ALL)
    // It is on disk: calling it off comes too late and takes nothing away.
    expect(await client.calendar.cancelApply()).toBe(null)
    expect(pictureOf(dataDir)).toEqual(ALL)
  }, 60_000)
})
