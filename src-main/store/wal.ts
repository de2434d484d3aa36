/**
 * Reading a write-ahead log without SQLite: SQLite takes what is whole of it and drops the rest without a word. Here
 * it is told apart whether the rest is a write that was never answered, or more than that.
 * The format: https://www.sqlite.org/fileformat2.html#walformat
 */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

const HEADER = 32
const FRAME_HEADER = 24
const MAGIC = 0x377f0682

/** What a write-ahead log holds. */
export interface WalState {
  /**
   * `whole`: every answered write in it can be read, as far as a log can tell. `damaged`: there are answered writes
   * in it that SQLite would drop.
   */
  kind: 'none' | 'whole' | 'damaged'
  /** The pages that the log holds in place of the file's. */
  pages: ReadonlySet<number>
  /** Pages of the database after the log's last whole transaction; 0 when it holds none. */
  pageCount: number
  /** Where that transaction ends, in bytes; 0 when the log holds none. */
  end: number
}

const NONE: WalState = { kind: 'none', pages: new Set(), pageCount: 0, end: 0 }

/** Reads the log beside a database. */
export function readWal(file: string): WalState {
  let handle: number
  try {
    handle = openSync(file, 'r')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return NONE
    throw error
  }
  try {
    return readFrames(handle, fstatSync(handle).size)
  } finally {
    closeSync(handle)
  }
}

function readFrames(handle: number, size: number): WalState {
  // The header is on disk before the first frame is written: a log as short as this never held anything.
  if (size <= HEADER) return NONE
  const header = readAt(handle, 0, HEADER)
  const magic = header.readUInt32BE(0)
  const little = magic === MAGIC
  const pageSize = header.readUInt32BE(8)
  const sum = new Checksum(little)
  sum.add(header.subarray(0, 24))
  const good =
    (little || magic === MAGIC + 1) &&
    pageSize >= 512 &&
    pageSize <= 65_536 &&
    (pageSize & (pageSize - 1)) === 0 &&
    sum.is(header, 24)
  if (!good) return { ...NONE, kind: isBlank(handle, size) ? 'none' : 'damaged' }
  return walk(handle, { size, pageSize, salt: header.subarray(16, 24), sum })
}

function walk(
  handle: number,
  { size, pageSize, salt, sum }: { size: number; pageSize: number; salt: Buffer; sum: Checksum },
): WalState {
  const length = FRAME_HEADER + pageSize
  const pages = new Set<number>()
  const pending = new Set<number>()
  let pageCount = 0
  let end = 0
  let at = HEADER
  for (; at + length <= size; at += length) {
    const frame = readAt(handle, at, length)
    if (!frame.subarray(8, 16).equals(salt)) break
    sum.add(frame.subarray(0, 8))
    sum.add(frame.subarray(FRAME_HEADER))
    if (!sum.is(frame, 16)) break
    pending.add(frame.readUInt32BE(0))
    const commit = frame.readUInt32BE(4)
    if (commit === 0) continue
    pageCount = commit
    end = at + length
    for (const page of pending) pages.add(page)
    pending.clear()
  }
  const kind = wroteOnAfter(handle, at, { size, length, salt }) ? 'damaged' : 'whole'
  return { kind, pages, pageCount, end }
}

/**
 * Whether, behind the place from which the log cannot be read, a later transaction follows on a finished one. The
 * finished one was on disk before the later one began: it was answered, and is not readable now. A write that was
 * cut by a power failure has nothing behind it.
 */
function wroteOnAfter(
  handle: number,
  from: number,
  { size, length, salt }: { size: number; length: number; salt: Buffer },
): boolean {
  let finished = false
  for (let at = from; at + FRAME_HEADER <= size; at += length) {
    const frame = readAt(handle, at, FRAME_HEADER)
    if (!frame.subarray(8, 16).equals(salt)) {
      // The damaged frame itself may have lost its salt; what was left by an older log never has it again.
      if (at > from) return false
      continue
    }
    if (finished) return true
    finished = frame.readUInt32BE(4) !== 0
  }
  return false
}

function isBlank(handle: number, size: number): boolean {
  const chunk = 65_536
  for (let at = 0; at < size; at += chunk) {
    if (readAt(handle, at, Math.min(chunk, size - at)).some((byte) => byte !== 0)) return false
  }
  return true
}

function readAt(handle: number, at: number, length: number): Buffer {
  const buffer = Buffer.alloc(length)
  let done = 0
  while (done < length) {
    const read = readSync(handle, buffer, done, length - done, at + done)
    if (read === 0) break
    done += read
  }
  return buffer
}

/** The log's running checksum. */
class Checksum {
  readonly #little: boolean
  #a = 0
  #b = 0

  constructor(little: boolean) {
    this.#little = little
  }

  add(data: Buffer): void {
    const word = (at: number): number => (this.#little ? data.readUInt32LE(at) : data.readUInt32BE(at))
    for (let at = 0; at < data.length; at += 8) {
      this.#a = (this.#a + word(at) + this.#b) >>> 0
      this.#b = (this.#b + word(at + 4) + this.#a) >>> 0
    }
  }

  /** Whether the two words written at that place are the sum so far. */
  is(data: Buffer, at: number): boolean {
    return data.readUInt32BE(at) === this.#a && data.readUInt32BE(at + 4) === this.#b
  }
}
