/**
 * Backups under a password: AES-256-GCM in pieces, so that a file of any size is sealed in little memory, and no
 * piece can be changed, left out, added or put in another place. docs/backup.md has the format.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  hkdfSync,
  randomBytes,
  scryptSync,
  timingSafeEqual,
} from 'node:crypto'
import { closeSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs'

const MAGIC = Buffer.from('SMCSEAL\x01', 'latin1')
/** Magic, log2 N, r, p, one spare byte, salt, the file's own salt, check of the password, check of the header. */
const HEADER_BYTES = 8 + 4 + 16 + 16 + 16 + 8
const PIECE = 64 * 1024
const TAG = 16
/** Cost of new keys: 64 MiB. */
const COST = { logN: 16, r: 8, p: 1 }
/** A header that asks for more than this is not one of ours. */
const DEAREST = { logN: 20, r: 16, p: 4 }

/** What a password was made into; whoever has it can open every backup made with it. */
export interface SealKey {
  logN: number
  r: number
  p: number
  /** Base64. */
  salt: string
  /** Base64. */
  key: string
}

/** Why a sealed file cannot be opened. */
export class SealError extends Error {
  readonly fault: 'wrong-password' | 'damaged' | 'not-sealed'
  constructor(fault: SealError['fault']) {
    super(fault)
    this.fault = fault
  }
}

/** Makes a key of a new password, with a salt of its own. Takes about 100 ms. */
export function sealKey(password: string): SealKey {
  const salt = randomBytes(16)
  return { ...COST, salt: salt.toString('base64'), key: derive(password, COST, salt).toString('base64') }
}

function derive(password: string, cost: { logN: number; r: number; p: number }, salt: Buffer): Buffer {
  const { logN, r, p } = cost
  // The same letters typed on another keyboard are the same password.
  return scryptSync(password.normalize('NFC'), salt, 32, { N: 2 ** logN, r, p, maxmem: 2 ** 31 })
}

const part = (key: Buffer, salt: Buffer, what: string, length: number): Buffer =>
  Buffer.from(hkdfSync('sha256', key, salt, what, length))

function headerOf(key: SealKey, fileSalt: Buffer): Buffer {
  const salt = Buffer.from(key.salt, 'base64')
  const check = part(Buffer.from(key.key, 'base64'), fileSalt, 'so-mot-cua check', 16)
  const body = Buffer.concat([MAGIC, Buffer.from([key.logN, key.r, key.p, 0]), salt, fileSalt, check])
  return Buffer.concat([body, sumOf(body)])
}

const sumOf = (body: Buffer): Buffer => createHash('sha256').update(body).digest().subarray(0, 8)

/** The number of the piece, and whether it is the last: a file cut at a piece's end does not open. */
function nonceOf(index: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(index, 4)
  nonce[11] = last ? 1 : 0
  return nonce
}

/** Writes `from` sealed to `to`, a new file, on disk when it returns. */
export function sealFile(from: string, to: string, key: SealKey): void {
  const fileSalt = randomBytes(16)
  const header = headerOf(key, fileSalt)
  const fileKey = part(Buffer.from(key.key, 'base64'), fileSalt, 'so-mot-cua file', 32)
  betweenFiles(from, to, (source, target) => {
    writeAll(target, header)
    const size = fstatSync(source).size
    const pieces = Math.max(1, Math.ceil(size / PIECE))
    for (let index = 0; index < pieces; index++) {
      const plain = readPiece(source, index * PIECE, PIECE)
      const cipher = createCipheriv('aes-256-gcm', fileKey, nonceOf(index, index === pieces - 1))
      cipher.setAAD(header)
      writeAll(target, Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]))
    }
  })
}

/**
 * Opens a sealed file into `to`, a new file, on disk when it returns. On an error `to` holds nothing of use.
 * @param secret the password, or a key: then the header must be of the same salt.
 * @throws SealError
 */
export function openSealed(from: string, to: string, secret: { password: string } | { key: SealKey }): void {
  betweenFiles(from, to, (source, target) => {
    const header = readHeader(source)
    const key = keyFor(header, secret)
    const fileKey = part(key, header.fileSalt, 'so-mot-cua file', 32)
    const size = fstatSync(source).size - HEADER_BYTES
    const pieces = Math.max(1, Math.ceil(size / (PIECE + TAG)))
    for (let index = 0; index < pieces; index++) {
      const sealed = readPiece(source, HEADER_BYTES + index * (PIECE + TAG), PIECE + TAG)
      writeAll(target, openPiece(sealed, fileKey, header.bytes, nonceOf(index, index === pieces - 1)))
    }
  })
}

function openPiece(sealed: Buffer, key: Buffer, header: Buffer, nonce: Buffer): Buffer {
  if (sealed.length < TAG) throw new SealError('damaged')
  const decipher = createDecipheriv('aes-256-gcm', key, nonce)
  decipher.setAAD(header)
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - TAG)), decipher.final()])
  } catch {
    throw new SealError('damaged')
  }
}

interface Header {
  bytes: Buffer
  logN: number
  r: number
  p: number
  salt: Buffer
  fileSalt: Buffer
  check: Buffer
}

function readHeader(source: number): Header {
  const bytes = readPiece(source, 0, HEADER_BYTES)
  if (!bytes.subarray(0, 7).equals(MAGIC.subarray(0, 7))) throw new SealError('not-sealed')
  const body = bytes.subarray(0, HEADER_BYTES - 8)
  if (bytes.length < HEADER_BYTES || !sumOf(body).equals(bytes.subarray(HEADER_BYTES - 8))) {
    throw new SealError('damaged')
  }
  const [logN = 0, r = 0, p = 0] = bytes.subarray(8, 11)
  const bearable = logN >= 10 && logN <= DEAREST.logN && r >= 1 && r <= DEAREST.r && p >= 1 && p <= DEAREST.p
  if (bytes[7] !== MAGIC[7] || !bearable) throw new SealError('damaged')
  const at = (from: number): Buffer => bytes.subarray(from, from + 16)
  return { bytes, logN, r, p, salt: at(12), fileSalt: at(28), check: at(44) }
}

function keyFor(header: Header, secret: { password: string } | { key: SealKey }): Buffer {
  const key =
    'password' in secret
      ? derive(secret.password, header, header.salt)
      : Buffer.from(secret.key.key, 'base64')
  const check = part(key, header.fileSalt, 'so-mot-cua check', 16)
  if (!timingSafeEqual(check, header.check)) throw new SealError('wrong-password')
  return key
}

/** Whether a file begins as sealed ones do. */
export function isSealed(file: string): boolean {
  const source = openSync(file, 'r')
  try {
    return readPiece(source, 0, 7).equals(MAGIC.subarray(0, 7))
  } finally {
    closeSync(source)
  }
}

function betweenFiles(from: string, to: string, work: (source: number, target: number) => void): void {
  const source = openSync(from, 'r')
  try {
    const target = openSync(to, 'wx', 0o600)
    try {
      work(source, target)
      fsyncSync(target)
    } finally {
      closeSync(target)
    }
  } finally {
    closeSync(source)
  }
}

function readPiece(source: number, from: number, length: number): Buffer {
  const piece = Buffer.alloc(length)
  let got = 0
  while (got < length) {
    const read = readSync(source, piece, got, length - got, from + got)
    if (read === 0) break
    got += read
  }
  return piece.subarray(0, got)
}

function writeAll(target: number, bytes: Buffer): void {
  for (let done = 0; done < bytes.length;) done += writeSync(target, bytes, done)
}
