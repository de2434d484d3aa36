/**
 * The letters of forms: Tinos, of Times' measure, every Vietnamese letter in one file.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Font } from 'fontkit'

/** The faces of Tinos that forms are set in. */
export type Face = 'regular' | 'bold' | 'italic'

const FACES: Record<Face, string> = {
  regular: '400Regular/Tinos_400Regular.ttf',
  bold: '700Bold/Tinos_700Bold.ttf',
  italic: '400Regular_Italic/Tinos_400Regular_Italic.ttf',
}

let fonts: Record<Face, Font> | null = null

/** The faces for one document. @throws Error when they are not where they were installed. */
export async function openFonts(): Promise<Record<Face, Font>> {
  fonts ??= await readFonts()
  const { regular, bold, italic } = fonts
  return { regular: ownFont(regular), bold: ownFont(bold), italic: ownFont(italic) }
}

/** The letters, read and understood once: that takes longer than all the writing on a sheet. */
async function readFonts(): Promise<Record<Face, Font>> {
  const { create } = await import('fontkit')
  const { resolve } = createRequire(import.meta.url)
  const read = (file: string): Font => create(readFileSync(resolve(`@expo-google-fonts/tinos/${file}`)))
  return { regular: read(FACES.regular), bold: read(FACES.bold), italic: read(FACES.italic) }
}

/**
 * A font for one document: the tables are shared, the letters are its own. A letter keeps the text it stood for when it
 * was first met, also as a part of another letter; shared, text could not be taken out of the next document.
 * @throws TypeError when it is no font.
 */
function ownFont(font: Font): Font {
  const own: unknown = Object.create(font, { _glyphs: { value: {} } })
  if (!isFont(own)) throw new TypeError('not a font')
  return own
}

function isFont(value: unknown): value is Font {
  return typeof value === 'object' && value !== null && 'layout' in value
}
