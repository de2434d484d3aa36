/**
 * Reading the chosen file, and what can be told about it before it is sent.
 */
import { OfficeError } from '../../../src-main/contract/errors.ts'

/** The largest file of calendar rows, in bytes: a hundred years take less. */
export const LARGEST_CALENDAR = 2 * 1024 * 1024

/** The machine does not let the file be read: moved, or held open by another program. */
export class UnreadableFileError extends Error {}

/**
 * The content of a file in base64.
 * @throws OfficeError `file-too-large`, `file-empty`; UnreadableFileError.
 */
export async function contentOf(file: File, largest: number): Promise<string> {
  if (file.size > largest) throw new OfficeError('file-too-large', { limit: largest })
  if (file.size === 0) throw new OfficeError('file-empty')
  const address = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () =>
      typeof reader.result === 'string' ? resolve(reader.result) : reject(new UnreadableFileError())
    reader.onerror = () => reject(new UnreadableFileError())
    reader.readAsDataURL(file)
  })
  return address.slice(address.indexOf(',') + 1)
}
