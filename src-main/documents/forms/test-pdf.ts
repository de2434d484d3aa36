/**
 * PDFs read back, for tests.
 */
import { extractText, getDocumentProxy } from 'unpdf'
import { z } from 'zod'

/** The text of every sheet, spaces collapsed, as a reader would copy it out. */
export async function sheetsOf(bytes: Uint8Array): Promise<string[]> {
  // The reader takes the bytes for its own.
  const { text } = await extractText(await getDocumentProxy(bytes.slice()), { mergePages: false })
  return text.map((sheet) => sheet.replace(/\s+/g, ' ').trim())
}

/** Words that stand together on a sheet; in points from its left and upper edge. */
export interface Piece {
  text: string
  left: number
  right: number
  /** Where the line stands. */
  y: number
  size: number
}

/** Where the words of the first sheet stand, and how big it is. */
export async function placesOf(
  bytes: Uint8Array,
): Promise<{ width: number; height: number; pieces: Piece[] }> {
  const sheet = await (await getDocumentProxy(bytes.slice())).getPage(1)
  const { width, height } = sheet.getViewport({ scale: 1 })
  const { items } = await sheet.getTextContent()
  const written = items.flatMap((item): Piece[] => {
    if (!('str' in item) || item.str.trim() === '') return []
    const [left = 0, bottom = 0] = z.array(z.number()).parse(item.transform).slice(4)
    return [
      { text: item.str, left, right: left + item.width, y: Math.round(height - bottom), size: item.height },
    ]
  })
  return { width, height, pieces: joined(written) }
}

/** Words of one line that follow each other closely are one piece. */
function joined(written: readonly Piece[]): Piece[] {
  const pieces: Piece[] = []
  for (const next of written.toSorted((a, b) => a.y - b.y || a.left - b.left)) {
    const last = pieces.at(-1)
    if (last?.y === next.y && next.left - last.right < next.size) {
      last.text += (next.left - last.right > 1 && !last.text.endsWith(' ') ? ' ' : '') + next.text
      last.right = next.right
    } else pieces.push({ ...next })
  }
  return pieces.map((piece) => ({ ...piece, text: piece.text.trim() }))
}
