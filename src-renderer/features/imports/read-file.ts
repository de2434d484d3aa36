/**
 * Reading the chosen file, and what can be told about it before it is sent.
 */
import { MAX_IMPORT_BYTES } from '../../../src-main/contract/common.ts'
import { OfficeError } from '../../../src-main/contract/errors.ts'

/** The largest file, in megabytes as people count them. */
export const LARGEST_MB = Math.floor(MAX_IMPORT_BYTES / 1024 / 1024)

/** What the file dialog offers. */
export const ACCEPTED = '.xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The machine does not let the file be read: moved, or held open by another program. */
export class UnreadableFileError extends Error {}

/**
 * The content of a file in base64, read by the browser itself.
 * @throws OfficeError `file-not-xlsx`, `file-too-large`, `file-empty`; UnreadableFileError.
 */
export async function readFile(file: File): Promise<string> {
  if (!file.name.toLowerCase().endsWith('.xlsx')) throw new OfficeError('file-not-xlsx')
  if (file.size > MAX_IMPORT_BYTES) throw new OfficeError('file-too-large', { limit: MAX_IMPORT_BYTES })
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
