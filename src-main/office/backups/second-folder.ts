/**
 * The second folder: a stick or a folder in the network, that may be away or slow at any time.
 */
import { access, constants, readFile, realpath, stat } from 'node:fs/promises'
import { isAbsolute, join, relative } from 'node:path'
import { fieldError } from '../../contract/errors.ts'
import { codeOf, writeWhole } from '../../store/disk.ts'

/**
 * Lies in the second folder. Where a stick is not in, its place may still be there as an empty folder of this very
 * disk: without this file nothing is written to it.
 */
const MARK = 'so-mot-cua-sao-luu.txt'
const MARK_TEXT = `Thư mục sao lưu của Sổ Một Cửa. Đừng xóa tệp này.
Folder for backups of Sổ Một Cửa. Please do not delete this file.
`
const PATIENCE_MS = 4000

/** What takes longer than a folder may take. */
export class TooSlowError extends Error {
  constructor() {
    super('too slow')
  }
}

/** The answer, if it comes in time. @throws TooSlowError otherwise; what was begun goes on unheeded. */
export async function inTime<Result>(work: Promise<Result>, ms = PATIENCE_MS): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooSlowError()), ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Makes a folder the second one.
 * @throws OfficeError `invalid-input` at `folder`: `not-absolute`, `folder-missing`, `not-a-folder`,
 * `inside-data-folder`, `not-writable`, `too-slow`.
 */
export async function claimSecondFolder(folder: string, dataDir: string): Promise<void> {
  if (!isAbsolute(folder) || folder.includes('\0')) throw fieldError('folder', 'not-absolute')
  try {
    const { isFolder, real } = await inTime(lookAt(folder))
    if (!isFolder) throw fieldError('folder', 'not-a-folder')
    const data = await realpath(dataDir)
    if (isWithin(real, data)) throw fieldError('folder', 'inside-data-folder')
    await inTime(access(folder, constants.W_OK))
    writeWhole(join(folder, MARK), MARK_TEXT)
  } catch (error) {
    if (error instanceof TooSlowError) throw fieldError('folder', 'too-slow')
    const code = FAULTS[codeOf(error)]
    throw code === undefined ? error : fieldError('folder', code)
  }
}

const FAULTS: Record<string, string> = {
  ENOENT: 'folder-missing',
  ENOTDIR: 'folder-missing',
  ENODEV: 'folder-missing',
  ENXIO: 'folder-missing',
  ENAMETOOLONG: 'folder-missing',
  ELOOP: 'folder-missing',
  EHOSTDOWN: 'folder-missing',
  EACCES: 'not-writable',
  EPERM: 'not-writable',
  EROFS: 'not-writable',
  ENOSPC: 'no-room',
}

async function lookAt(folder: string): Promise<{ isFolder: boolean; real: string }> {
  return { isFolder: (await stat(folder)).isDirectory(), real: await realpath(folder) }
}

function isWithin(folder: string, data: string): boolean {
  const way = relative(data, folder)
  return way === '' || (!way.startsWith('..') && !isAbsolute(way))
}

/** Whether the second folder is there. @throws TooSlowError, system errors. */
export async function secondFolderIsThere(folder: string): Promise<void> {
  await inTime(readFile(join(folder, MARK)))
}
