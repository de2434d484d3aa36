/**
 * How high a row must be. Excel does not fit merged cells, and LibreOffice fits nothing that comes without a
 * height, so heights are reckoned here from the widths of Times New Roman.
 */

/** The default font of every document, in points; widths of columns are counted in its digits. */
export const FONT_SIZE = 12

/** A digit is half as wide as the font is high. */
const DIGIT_EM = 0.5
/** Left and right padding of a cell, in digits. */
const PADDING = 1
const BOLD_WIDER = 1.07
/** Line spacing of Times New Roman with Vietnamese marks, in ems. */
const LINE_EM = 1.3

/** What a text is set in. */
export interface Setting {
  /** Font size in points. */
  size?: number
  bold?: boolean
  /** Digits of indent. */
  indent?: number
}

/** How many lines a text takes, wrapped at words, in a cell `width` digits of the default font wide. */
export function linesOf(
  text: string,
  width: number,
  { size = FONT_SIZE, bold, indent = 0 }: Setting = {},
): number {
  const room = ((width - PADDING - indent) * DIGIT_EM * FONT_SIZE) / size / (bold ? BOLD_WIDER : 1)
  return text.split('\n').reduce((lines, paragraph) => lines + linesOfParagraph(paragraph, room), 0)
}

/** Height in points of a row for so many lines. */
export function heightOf(lines: number, size = FONT_SIZE): number {
  return Math.ceil(lines * size * LINE_EM + 1)
}

function linesOfParagraph(text: string, room: number): number {
  let lines = 1
  let used = 0
  for (const word of text.split(' ')) {
    const width = widthOf(word)
    if (used > 0 && used + SPACE_EM + width > room) {
      lines += 1
      used = 0
    }
    used += (used > 0 ? SPACE_EM : 0) + width
    // A word longer than the line is broken anywhere.
    while (used > room && room > 0) {
      lines += 1
      used -= room
    }
  }
  return lines
}

const SPACE_EM = 0.25
const NARROW = new Set("iíìỉĩịjltf.,:;'()[]/|!-rI")
const WIDE = new Set('mwMW%@—')

/** Width in ems, a little on the safe side. */
function widthOf(word: string): number {
  let ems = 0
  for (const letter of word) ems += widthOfLetter(letter)
  return ems
}

function widthOfLetter(letter: string): number {
  if (NARROW.has(letter)) return 0.33
  if (WIDE.has(letter)) return 0.85
  if (letter >= '0' && letter <= '9') return 0.5
  return letter === letter.toLowerCase() ? 0.48 : 0.7
}
