/**
 * Reading the chosen export.
 */
import { MAX_EXPORT_BYTES } from '../../../src-main/contract/backups.ts'
import { OfficeError } from '../../../src-main/contract/errors.ts'

/** The content of a file in base64. @throws OfficeError `file-too-large`, `export-foreign`. */
export async function readExport(file: File): Promise<string> {
  if (file.size > MAX_EXPORT_BYTES) throw new OfficeError('file-too-large', { limit: MAX_EXPORT_BYTES })
  const address = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader()
    const fail = () => reject(new OfficeError('export-foreign'))
    reader.onload = () => (typeof reader.result === 'string' ? resolve(reader.result) : fail())
    reader.onerror = fail
    reader.readAsDataURL(file)
  })
  return address.slice(address.indexOf(',') + 1)
}
