/**
 * Looks at a file before it is unpacked: is it a zip at all, and how large does it say it becomes?
 *
 * The reader of xlsx files stops an entry that grows beyond the size its directory declares. So it is enough
 * to see that every declared size is there and that their sum is bearable: a directory that lies is caught
 * while unpacking.
 */
import { OfficeError } from '../contract/errors.ts'

/** The most an xlsx may unpack to, in bytes. A register of 200,000 rows has some 220 MB. */
export const MAX_UNPACKED_BYTES = 320 * 1024 * 1024

const SIGNATURE_ENTRY = 0x02014b50
const SIGNATURE_END = 0x06054b50
const SIGNATURE_END_64 = 0x06064b50
const SIGNATURE_LOCATOR_64 = 0x07064b50
const STORED = 0
const DEFLATED = 8
const UNSAID = 0xffffffff
const UNSAID_16 = 0xffff

/** Why a file is not taken, in `params.reason` of `file-not-xlsx`. */
export type RejectReason =
  /** An .xls of the years before 2007, or an xlsx with a password: both come in the same envelope. */
  | 'old-or-encrypted'
  /** No zip at all: csv, html, pdf … */
  | 'not-a-zip'
  /** Cut off or broken. */
  | 'damaged'
  /** A zip, and no Excel workbook in it. */
  | 'no-workbook'

/** The refusal of a file that is not an xlsx. */
export function notXlsx(reason: RejectReason): OfficeError {
  return new OfficeError('file-not-xlsx', { reason })
}

/**
 * Looks through the directory of a zip.
 * @returns the declared size of each entry once unpacked, by name.
 * @throws OfficeError `file-empty`, `file-not-xlsx` or `file-too-large`.
 */
export function inspectArchive(bytes: Uint8Array): Map<string, number> {
  if (bytes.length === 0) throw new OfficeError('file-empty')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  refuseOtherKinds(view)
  try {
    return readDirectory(bytes, view)
  } catch (error) {
    // An offset that points outside the file.
    if (error instanceof RangeError) throw notXlsx('damaged')
    throw error
  }
}

function refuseOtherKinds(view: DataView): void {
  const head = view.byteLength >= 4 ? view.getUint32(0) : 0
  if (head === 0xd0cf11e0) throw notXlsx('old-or-encrypted')
  if (head !== 0x504b0304) throw notXlsx('not-a-zip')
}

function readDirectory(bytes: Uint8Array, view: DataView): Map<string, number> {
  const end = findEnd(view)
  let count = view.getUint16(end + 10, true)
  let offset = view.getUint32(end + 16, true)
  if (count === UNSAID_16 || offset === UNSAID || view.getUint32(end + 12, true) === UNSAID) {
    ;({ count, offset } = readEnd64(view, end))
  }
  const sizes = new Map<string, number>()
  let total = 0
  for (let i = 0; i < count; i++) {
    if (view.getUint32(offset, true) !== SIGNATURE_ENTRY) throw notXlsx('damaged')
    const nameLength = view.getUint16(offset + 28, true)
    const extraLength = view.getUint16(offset + 30, true)
    const size = unpackedSize(view, offset, nameLength, extraLength)
    total += size
    if (total > MAX_UNPACKED_BYTES) throw new OfficeError('file-too-large', { limit: MAX_UNPACKED_BYTES })
    sizes.set(new TextDecoder().decode(bytes.subarray(offset + 46, offset + 46 + nameLength)), size)
    offset += 46 + nameLength + extraLength + view.getUint16(offset + 32, true)
  }
  return sizes
}

function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - 65_557)
  for (let at = view.byteLength - 22; at >= first; at--) {
    if (view.getUint32(at, true) === SIGNATURE_END) return at
  }
  throw notXlsx('damaged')
}

function readEnd64(view: DataView, end: number): { count: number; offset: number } {
  if (view.getUint32(end - 20, true) !== SIGNATURE_LOCATOR_64) throw notXlsx('damaged')
  const at = Number(view.getBigUint64(end - 12, true))
  if (view.getUint32(at, true) !== SIGNATURE_END_64) throw notXlsx('damaged')
  return {
    count: Number(view.getBigUint64(at + 32, true)),
    offset: Number(view.getBigUint64(at + 48, true)),
  }
}

/** The declared size of the entry at `offset`. An entry without one could grow without end and is refused. */
function unpackedSize(view: DataView, offset: number, nameLength: number, extraLength: number): number {
  const method = view.getUint16(offset + 10, true)
  let packed = view.getUint32(offset + 20, true)
  let unpacked = view.getUint32(offset + 24, true)
  if (packed === UNSAID || unpacked === UNSAID) {
    let at = findExtra64(view, offset + 46 + nameLength, extraLength)
    if (unpacked === UNSAID) {
      unpacked = Number(view.getBigUint64(at, true))
      at += 8
    }
    if (packed === UNSAID) packed = Number(view.getBigUint64(at, true))
  }
  if (method === STORED) return Math.max(packed, unpacked)
  // Two bytes are an empty entry; no bytes at all would make the reader believe the entry's own header.
  if (method !== DEFLATED || packed === 0 || (unpacked === 0 && packed > 2)) throw notXlsx('damaged')
  return unpacked
}

function findExtra64(view: DataView, start: number, length: number): number {
  for (let at = start; at + 4 <= start + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) === 1) return at + 4
  }
  throw notXlsx('damaged')
}
