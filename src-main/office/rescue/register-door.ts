/**
 * The door of the office's own register: the open office behind it, or why it is not open. One thing at a time
 * happens here: opening, closing, putting another file in the register's place.
 */
import { existsSync } from 'node:fs'
import type { CoreOptions } from '../core.ts'
import type { Office } from '../context.ts'
import { OpenError } from '../../store/database.ts'
import { tailOf } from '../../store/chain.ts'
import { inspectFile, toOpenError } from '../../store/health.ts'
import { setMark } from '../../store/mark.ts'

/** How often the mark follows the register. */
const MARK_EVERY_MS = 5000

/** What the door needs. */
export interface DoorParts {
  /** The register's file. */
  file: string
  /** Opens the office. @throws OpenError and others. */
  open: () => Promise<Office>
  close: (office: Office) => Promise<void>
  /** Takes the data folder for this process. */
  claim: () => 'ours' | 'taken' | 'unwritable'
  log: CoreOptions['log']
  /** Told when the register was opened, or could not be, or was closed on account of damage. */
  changed: () => void
}

/** See the head of this file. */
export class RegisterDoor {
  readonly file: string
  readonly #parts: DoorParts
  #office: Office | null = null
  #fault: OpenError | null = null
  #turn: Promise<unknown> = Promise.resolve()
  #marking: NodeJS.Timeout | undefined
  #marked = -1

  constructor(parts: DoorParts) {
    this.file = parts.file
    this.#parts = parts
  }

  /** The open office; `null` while the register is not open. */
  get office(): Office | null {
    return this.#office
  }

  /** Why it is not open; `null` while it is, and between two files. */
  get fault(): OpenError | null {
    return this.#fault
  }

  /** Opens the register if it is not open. What goes wrong stands in {@link fault}. */
  open(): Promise<void> {
    return this.#inTurn(() => this.#open())
  }

  /**
   * Closes the register if it is open, does the work, and opens it again. The work may throw: then the register that
   * is there is opened all the same.
   * @param allowed asked when its turn has come, before anything is closed; throws to have nothing done.
   */
  replace<Result>(allowed: () => void, work: () => Promise<Result> | Result): Promise<Result> {
    return this.#inTurn(async () => {
      allowed()
      await this.#close()
      try {
        return await work()
      } finally {
        await this.#open()
      }
    })
  }

  /** Closes the register on account of damage found while it was open. */
  hurt(fault: OpenError): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#office === null) return
      this.#fault = fault
      await this.#close()
      this.#parts.changed()
    })
  }

  /** Waits for the write in progress and closes. */
  close(): Promise<void> {
    return this.#inTurn(() => this.#close())
  }

  async #open(): Promise<void> {
    if (this.#office !== null) return
    try {
      this.#claim()
      this.#office = await this.#parts.open()
      this.#fault = null
      this.#mark()
      this.#marking = setInterval(() => this.#mark(), MARK_EVERY_MS)
      this.#marking.unref()
    } catch (error) {
      this.#fault = toOpenError(error, this.file)
      this.#parts.log(`the register was not opened: ${this.#fault.fault}`, error)
    }
    this.#parts.changed()
  }

  #claim(): void {
    const claim = this.#parts.claim()
    if (claim === 'taken') throw new OpenError('locked')
    if (claim === 'ours') return
    // What exactly is in the way is told by looking at the file.
    if (existsSync(this.file)) inspectFile(this.file)
    throw new OpenError('read-only')
  }

  async #close(): Promise<void> {
    const office = this.#office
    if (office === null) return
    clearInterval(this.#marking)
    // From here on nothing is read or written any more; what was accepted is finished first.
    this.#office = null
    await office.store.settled()
    this.#mark(office)
    await this.#parts.close(office)
  }

  /** Follows the register with the mark. A mark that lags behind, or cannot be written, says less and nothing wrong. */
  #mark(office = this.#office): void {
    if (office === null) return
    try {
      const { n } = tailOf(office.store.read)
      if (n === this.#marked) return
      this.#marked = setMark(this.file, office.store.read).links
    } catch (error) {
      this.#parts.log('the mark was not set', error)
    }
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#turn.then(work)
    this.#turn = result.catch(() => undefined)
    return result
  }
}
