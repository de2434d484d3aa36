import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openSnapshot } from '../store/database.ts'
import { testFolder } from '../store/test-store.ts'
import { type LedgerLine, dossiersIn, faultsOf, rounds, startBusyOffice } from './ledger.ts'

const ROUNDS = rounds(12)
/** After so many rounds a new register is begun: the first start is killed too, and checks stay short. */
const ROUNDS_OF_ONE = 10
/** Windows of the busy office: each may have had one operation under way. */
const WINDOWS = 3

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Kills it between its start and some time after its first answers. */
async function lifeOf(dataDir: string, seed: number, ledgerFile: string, signal: NodeJS.Signals) {
  const office = startBusyOffice(dataDir, seed, ledgerFile)
  const whileStarting = Math.random() < 0.15
  if (!whileStarting) {
    while (office.lines.length === 0 && office.child.exitCode === null) await sleep(5)
  }
  await sleep(Math.random() * (whileStarting ? 700 : 1200))
  office.child.kill(signal)
  return { ...(await office.gone), lines: office.lines }
}

describe('a program killed at any moment, while windows receive, import, step, pause and change the calendar', () => {
  it(
    `has lost nothing it had answered and left nothing half, ${ROUNDS} times`,
    async () => {
      let dataDir = ''
      let ledger: LedgerLine[] = []
      let acknowledged = 0
      for (let round = 0; round < ROUNDS; round++) {
        if (round % ROUNDS_OF_ONE === 0) {
          dataDir = testFolder()
          ledger = []
        }
        const file = join(dataDir, 'register.db')
        const before = existsSync(file) ? countDossiers(file) : 0
        const { lines } = await lifeOf(dataDir, round + 1, join(dataDir, 'ledger'), 'SIGKILL')
        ledger.push(...lines)
        acknowledged += lines.length
        if (!existsSync(file)) {
          expect(ledger).toEqual([])
          continue
        }
        expect({ round, faults: faultsOf(file, ledger) }).toEqual({ round, faults: [] })
        const beyond = countDossiers(file) - before - dossiersIn(lines)
        expect(beyond).toBeGreaterThanOrEqual(0)
        // What was not answered any more may be there whole: of each window one operation, at most an import.
        expect(beyond).toBeLessThanOrEqual(WINDOWS * 120)
      }
      console.log(`${ROUNDS} rounds, ${acknowledged} answers, none lost`)
      expect(acknowledged).toBeGreaterThan(ROUNDS)
    },
    ROUNDS * 20_000,
  )
})

describe('a program asked to end while windows import and change the calendar', () => {
  it(
    'finishes or undoes what is under way, and leaves no log behind',
    async () => {
      const dataDir = testFolder()
      const file = join(dataDir, 'register.db')
      const ledger: LedgerLine[] = []
      for (let round = 0; round < Math.max(3, ROUNDS / 4); round++) {
        const office = startBusyOffice(dataDir, 1000 + round, join(dataDir, 'ledger'))
        while (office.lines.length < 3 && office.child.exitCode === null) await sleep(5)
        await sleep(Math.random() * 1200)
        office.child.kill('SIGTERM')
        const { code, complaints } = await office.gone
        ledger.push(...office.lines.filter(({ kind }) => kind !== 'complaint'))
        expect({ code, complaints }).toEqual({ code: 0, complaints: '' })
        expect({ round, faults: faultsOf(file, ledger) }).toEqual({ round, faults: [] })
        expect(statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0).toBe(0)
      }
    },
    ROUNDS * 20_000,
  )
})

function countDossiers(file: string): number {
  const { db, close } = openSnapshot(file)
  const { n } = db.get<{ n: number }>('SELECT count(*) AS n FROM dossier') ?? { n: 0 }
  close()
  return n
}
