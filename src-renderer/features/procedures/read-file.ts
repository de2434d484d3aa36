/**
 * Reading the chosen file.
 */
import { OfficeError } from '../../../src-main/contract/errors.ts'
import { MAX_CATALOGUE_BYTES } from '../../../src-main/contract/procedures.ts'

/** What the file dialog offers. */
export const ACCEPTED =
  '.csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/**
 * The content of a file in base64.
 * @throws OfficeError `file-too-large`, `file-empty`, `file-not-xlsx` when the machine does not let it be read.
 */
export async function readFile(file: File): Promise<{ fileName: string; content: string }> {
  if (file.size > MAX_CATALOGUE_BYTES) throw new OfficeError('file-too-large', { limit: MAX_CATALOGUE_BYTES })
  if (file.size === 0) throw new OfficeError('file-empty')
  const address = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader()
    const fail = () => reject(new OfficeError('file-not-xlsx', { reason: 'unreadable' }))
    reader.onload = () => (typeof reader.result === 'string' ? resolve(reader.result) : fail())
    reader.onerror = fail
    reader.readAsDataURL(file)
  })
  return { fileName: file.name.slice(-255), content: address.slice(address.indexOf(',') + 1) }
}
