/**
 * PDFs read back, for tests.
 */
import { extractText, getDocumentProxy } from 'unpdf'

/** The text of every sheet, spaces collapsed, as a reader would copy it out. */
export async function sheetsOf(bytes: Uint8Array): Promise<string[]> {
  // The reader takes the bytes for its own.
  const { text } = await extractText(await getDocumentProxy(bytes.slice()), { mergePages: false })
  return text.map((sheet) => sheet.replace(/\s+/g, ' ').trim())
}
