/**
 * Writing files so that they are on disk when it is said so.
 */
import { createHash } from 'node:crypto'
import {
  closeSync,
  copyFileSync,
  fsyncSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'

/** Brings a file's content to the disk. */
export function syncFile(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Brings a folder's names to the disk, where the system can (Windows cannot, and needs not). */
export function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r')
    try {
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
  } catch (error) {
    if (!CANNOT.has(codeOf(error))) throw error
  }
}

const CANNOT = new Set(['EPERM', 'EACCES', 'EISDIR', 'EINVAL', 'ENOTSUP'])

/** The system's code of an error, or ''. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

/** Gives a file its name, on disk when it returns. */
export function nameFile(part: string, file: string): void {
  renameSync(part, file)
  syncFolder(dirname(file))
}

/** Writes a small file whole: another name first, then its own. */
export function writeWhole(file: string, text: string): void {
  const part = `${file}.part`
  writeFileSync(part, text, { mode: 0o600, flush: true })
  nameFile(part, file)
}

/** SHA-256 of a file, in hexadecimal. */
export function sha256Of(file: string): string {
  const hash = createHash('sha256')
  const handle = openSync(file, 'r')
  const piece = Buffer.alloc(1024 * 1024)
  try {
    for (let read = readSync(handle, piece); read > 0; read = readSync(handle, piece)) {
      hash.update(piece.subarray(0, read))
    }
    return hash.digest('hex')
  } finally {
    closeSync(handle)
  }
}

/** Copies a file under a name that is not its last, on disk when it returns. Nothing stays when it fails. */
export function copyWhole(from: string, part: string): void {
  try {
    copyFileSync(from, part)
    syncFile(part)
  } catch (error) {
    rmSync(part, { force: true })
    throw error
  }
}
