/**
 * Files that leave the office are handed to the browser's own download.
 */
import type { OfficeFile } from '../../src-main/contract/common.ts'

/** Saves a file the office made under its name. */
export function downloadFile(file: OfficeFile): void {
  const bytes = Uint8Array.from(atob(file.content), (char) => char.charCodeAt(0))
  const address = URL.createObjectURL(new Blob([bytes], { type: file.mediaType }))
  const link = document.createElement('a')
  link.href = address
  link.download = file.name
  document.body.append(link)
  link.click()
  link.remove()
  // The download has its own reference once it began; a minute is ample.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
