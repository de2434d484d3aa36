/**
 * Zips of open files: written whole in memory, and read back with suspicion.
 */
import { pipeline } from 'node:stream/promises'
import { crc32, createDeflateRaw, deflateRawSync, inflateRawSync } from 'node:zlib'

const LOCAL = 0x04034b50
const ENTRY = 0x02014b50
const END = 0x06054b50
const DEFLATED = 8
/** Names are UTF-8. */
const UTF8 = 0x0800

/** Why a zip is not taken. */
export class ZipError extends Error {
  readonly fault: 'not-a-zip' | 'damaged' | 'too-large'
  constructor(fault: ZipError['fault']) {
    super(fault)
    this.fault = fault
  }
}

interface Written {
  name: Buffer
  crc: number
  packed: number
  unpacked: number
  offset: number
}

/** Writes a zip, file by file. The times in it are all the same: what is in it says when it was made. */
export class ZipWriter {
  readonly #parts: Buffer[] = []
  readonly #entries: Written[] = []
  #length = 0

  /** Adds a file. */
  add(name: string, content: Uint8Array): void {
    this.#add(name, [deflateRawSync(content)], crc32(content), content.length)
  }

  /** Adds a file that comes in parts, none of which is kept unpacked. */
  async addParts(name: string, parts: AsyncIterable<Uint8Array>): Promise<void> {
    let crc = 0
    let unpacked = 0
    const packed: Buffer[] = []
    const counted = async function* (): AsyncGenerator<Uint8Array> {
      for await (const part of parts) {
        crc = crc32(part, crc)
        unpacked += part.length
        yield part
      }
    }
    await pipeline(counted(), createDeflateRaw(), async (chunks: AsyncIterable<Buffer>) => {
      for await (const chunk of chunks) packed.push(chunk)
    })
    this.#add(name, packed, crc, unpacked)
  }

  #add(name: string, packed: Buffer[], crc: number, unpacked: number): void {
    const entry = {
      name: Buffer.from(name, 'utf8'),
      ...{ crc, unpacked, offset: this.#length },
      packed: packed.reduce((sum, { length }) => sum + length, 0),
    }
    this.#entries.push(entry)
    const head = Buffer.alloc(30)
    head.writeUInt32LE(LOCAL, 0)
    writeShared(head, 4, entry)
    this.#push(head, entry.name, ...packed)
  }

  /** The zip, once everything is in it. */
  finish(): Uint8Array {
    const start = this.#length
    for (const entry of this.#entries) {
      const head = Buffer.alloc(46)
      head.writeUInt32LE(ENTRY, 0)
      head.writeUInt16LE(20, 4)
      writeShared(head, 6, entry)
      head.writeUInt32LE(entry.offset, 42)
      this.#push(head, entry.name)
    }
    const end = Buffer.alloc(22)
    end.writeUInt32LE(END, 0)
    end.writeUInt16LE(this.#entries.length, 8)
    end.writeUInt16LE(this.#entries.length, 10)
    end.writeUInt32LE(this.#length - start, 12)
    end.writeUInt32LE(start, 16)
    this.#push(end)
    return Buffer.concat(this.#parts)
  }

  #push(...parts: Buffer[]): void {
    for (const part of parts) {
      this.#parts.push(part)
      this.#length += part.length
    }
  }
}

/** 1/1/1980: the first day a zip knows. */
const DAY = 0x21

function writeShared(head: Buffer, at: number, entry: Written): void {
  head.writeUInt16LE(20, at)
  head.writeUInt16LE(UTF8, at + 2)
  head.writeUInt16LE(DEFLATED, at + 4)
  head.writeUInt16LE(0, at + 6)
  head.writeUInt16LE(DAY, at + 8)
  head.writeUInt32LE(entry.crc, at + 10)
  head.writeUInt32LE(entry.packed, at + 14)
  head.writeUInt32LE(entry.unpacked, at + 18)
  head.writeUInt16LE(entry.name.length, at + 22)
}

/** The most one file, and all of a zip, may unpack to, in bytes. */
export interface ZipLimits {
  file: number
  all: number
  entries: number
}

/** The files of a zip, unpacked when asked for. */
export interface OpenZip {
  names: string[]
  /** @throws ZipError; `undefined` when there is no such file. */
  read(name: string): Buffer | undefined
}

interface Found {
  method: number
  crc: number
  packed: number
  unpacked: number
  offset: number
}

/** Opens a zip. Nothing is unpacked before it is asked for, and nothing beyond what it says of itself. @throws ZipError */
export function openZip(bytes: Buffer, limits: ZipLimits): OpenZip {
  if (bytes.length < 22 || bytes.readUInt32LE(0) !== LOCAL) throw new ZipError('not-a-zip')
  const found = guarded(() => readDirectory(bytes, limits))
  return {
    names: [...found.keys()],
    read: (name) => {
      const entry = found.get(name)
      return entry === undefined ? undefined : guarded(() => unpack(bytes, entry))
    },
  }
}

/** An offset that points outside the file is damage. */
function guarded<Result>(read: () => Result): Result {
  try {
    return read()
  } catch (error) {
    throw error instanceof ZipError ? error : new ZipError('damaged')
  }
}

function readDirectory(bytes: Buffer, limits: ZipLimits): Map<string, Found> {
  const end = findEnd(bytes)
  const count = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  if (count > limits.entries) throw new ZipError('too-large')
  const found = new Map<string, Found>()
  let all = 0
  for (let i = 0; i < count; i++) {
    if (bytes.readUInt32LE(at) !== ENTRY) throw new ZipError('damaged')
    const nameLength = bytes.readUInt16LE(at + 28)
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    const entry = {
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    }
    all += entry.unpacked
    if (entry.unpacked > limits.file || all > limits.all) throw new ZipError('too-large')
    if (found.has(name)) throw new ZipError('damaged')
    found.set(name, entry)
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return found
}

function findEnd(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - 65_557)
  for (let at = bytes.length - 22; at >= first; at--) if (bytes.readUInt32LE(at) === END) return at
  throw new ZipError('damaged')
}

function unpack(bytes: Buffer, entry: Found): Buffer {
  const { offset } = entry
  if (bytes.readUInt32LE(offset) !== LOCAL) throw new ZipError('damaged')
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
  const packed = bytes.subarray(start, start + entry.packed)
  if (packed.length !== entry.packed) throw new ZipError('damaged')
  // One byte more than it says is enough to see that it lies.
  const content =
    entry.method === DEFLATED ? inflateRawSync(packed, { maxOutputLength: entry.unpacked + 1 }) : packed
  if (content.length !== entry.unpacked || crc32(content) !== entry.crc) throw new ZipError('damaged')
  return content
}
