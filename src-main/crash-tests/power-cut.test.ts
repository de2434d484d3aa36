import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { linkOf, tailOf } from '../store/chain.ts'
import { openDatabase, openSnapshot } from '../store/database.ts'
import { testFolder } from '../store/test-store.ts'
import { readWal } from '../store/wal.ts'
import { type LedgerLine, faultsOf, rounds, startBusyOffice } from './ledger.ts'

const ROUNDS = rounds(10)
const PAGE = 4096
const FRAME = 24 + PAGE
const HEADER = 32
/** In the log's index: frames that a checkpoint began to carry over into the file. */
const BACKFILL_ATTEMPTED = 128

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
const between = (from: number, to: number): number => from + Math.floor(Math.random() * (to - from + 1))

/** Register and log as they were at one instant; the log's index only to read in it. */
interface Instant {
  db: Buffer
  wal: Buffer
  /** Bytes of the log that must be on disk, since they are being carried over: a checkpoint syncs the log first. */
  carriedOver: number
  /** What had been answered when the instant came. */
  ledger: LedgerLine[]
}

/** Stops the process where it stands, in the middle of a write as may be, and takes its files. */
async function takeInstant(
  dataDir: string,
  office: ReturnType<typeof startBusyOffice>,
  earlier: LedgerLine[],
) {
  office.child.kill('SIGSTOP')
  await sleep(5)
  const file = join(dataDir, 'register.db')
  const ledger = [...earlier, ...office.lines]
  const db = readFileSync(file)
  const wal = existsSync(`${file}-wal`) ? readFileSync(`${file}-wal`) : Buffer.alloc(0)
  const shm = existsSync(`${file}-shm`) ? readFileSync(`${file}-shm`) : Buffer.alloc(0)
  office.child.kill('SIGCONT')
  const frames = shm.length > BACKFILL_ATTEMPTED + 4 ? shm.readUInt32LE(BACKFILL_ATTEMPTED) : 0
  return { db, wal, carriedOver: frames === 0 ? 0 : HEADER + frames * FRAME, ledger } satisfies Instant
}

/** Opens such files as the program does, and looks at what they hold. */
function open(folder: string, { db, wal }: Pick<Instant, 'db' | 'wal'>, ledger: readonly LedgerLine[]) {
  const file = join(folder, 'register.db')
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true })
  writeFileSync(file, db)
  if (wal.length > 0) writeFileSync(`${file}-wal`, wal)
  // Throws for whatever is not whole, a log with answered writes that cannot be read among it.
  openDatabase(file).close()
  return { file, faults: faultsOf(file, ledger) }
}

/** The chain of the one must be the beginning of the chain of the other. */
function isBeginningOf(part: string, whole: string): boolean {
  const one = openSnapshot(part)
  const other = openSnapshot(whole)
  try {
    const { n, hash } = tailOf(one.db)
    return linkOf(other.db, n)?.hash.equals(hash) ?? false
  } finally {
    one.close()
    other.close()
  }
}

describe('the files as a power failure leaves them, at any moment of writing', () => {
  it(
    `open clean and hold everything that was answered, ${ROUNDS} times`,
    async () => {
      const dataDir = testFolder()
      const earlier: LedgerLine[] = []
      const folders = [testFolder(), testFolder()] as const
      let office = startBusyOffice(dataDir, 77, join(dataDir, 'ledger'))
      while (office.lines.length < 2) await sleep(10)
      let [torn, junk, checkpoints] = [0, 0, 0]
      for (let round = 0; round < ROUNDS; round++) {
        await sleep(between(20, 400))
        const instant = await takeInstant(dataDir, office, earlier)
        const whole = open(folders[0], instant, instant.ledger)
        expect({ round, faults: whole.faults }).toEqual({ round, faults: [] })

        // Behind the last whole write nothing was answered: it may be missing, or be there in parts, or be anything.
        const { wal } = instant
        const answered = Math.max(readWalOf(wal, folders[1]).end, instant.carriedOver)
        if (wal.length > answered) {
          const length = between(answered, wal.length)
          const rest = Buffer.alloc(between(0, 3 * PAGE), between(0, 255))
          const cut = open(
            folders[1],
            { db: instant.db, wal: Buffer.concat([wal.subarray(0, length), rest]) },
            instant.ledger,
          )
          expect({ round, length, faults: cut.faults }).toEqual({ round, length, faults: [] })
          junk++
        }

        // Cut anywhere behind what is carried over: a beginning of the same history, whole as far as it goes.
        if (wal.length > HEADER) {
          checkpoints += instant.carriedOver > 0 ? 1 : 0
          const length = between(Math.max(HEADER, instant.carriedOver), wal.length)
          const early = open(folders[1], { db: instant.db, wal: wal.subarray(0, length) }, [])
          expect({ round, length, faults: early.faults }).toEqual({ round, length, faults: [] })
          expect(isBeginningOf(early.file, whole.file)).toBe(true)
          torn++
        }

        // Pages being carried over when the power went: anything may stand in the file, the log has them.
        const inLog = [...readWalOf(wal, folders[1]).pages].filter(
          (page) => page > 1 && page * PAGE <= instant.db.length,
        )
        const db = Buffer.from(instant.db)
        for (const page of inLog)
          if (Math.random() < 0.5) db.fill(between(0, 255), (page - 1) * PAGE, page * PAGE)
        const mixed = open(folders[1], { db, wal }, instant.ledger)
        expect({ round, faults: mixed.faults }).toEqual({ round, faults: [] })

        if (round % 10 === 9) {
          office.child.kill('SIGKILL')
          await office.gone
          earlier.push(...office.lines)
          office = startBusyOffice(dataDir, 78 + round, join(dataDir, 'ledger'))
          while (office.lines.length < 2) await sleep(10)
        }
      }
      office.child.kill('SIGKILL')
      await office.gone
      expect(torn).toBeGreaterThan(0)
      console.log(
        `${ROUNDS} instants, ${earlier.length + office.lines.length} answers; cut logs ${torn}, of these with a checkpoint ${checkpoints}; junk behind the last answer ${junk}`,
      )
    },
    ROUNDS * 20_000,
  )
})

function readWalOf(wal: Buffer, folder: string): ReturnType<typeof readWal> {
  const file = join(folder, 'log')
  writeFileSync(file, wal)
  return readWal(file)
}

describe('a copy of the register’s file without its log', () => {
  it('is refused by the mark when entries are missing from it', async () => {
    const dataDir = testFolder()
    const file = join(dataDir, 'register.db')
    const office = startBusyOffice(dataDir, 5, join(dataDir, 'ledger'))
    while (office.lines.length < 30) await sleep(10)
    // The mark follows every five seconds; at a proper end it stands at the last entry.
    office.child.kill('SIGTERM')
    await office.gone
    const copy = join(testFolder(), 'register.db')
    copyFileSync(file, copy)
    copyFileSync(`${file}.mark`, `${copy}.mark`)
    openDatabase(copy).close()
    const mark = JSON.parse(readFileSync(`${copy}.mark`, 'utf8')) as { links: number; hash: string }
    writeFileSync(`${copy}.mark`, JSON.stringify({ ...mark, links: mark.links + 1 }))
    expect(() => openDatabase(copy)).toThrow('history-cut')
  }, 60_000)
})
