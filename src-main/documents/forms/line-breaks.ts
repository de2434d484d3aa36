/**
 * Breaking text into lines by the widths of its words, so that a table of a thousand rows need not be laid out letter by
 * letter.
 */

/** The width of a piece of text on one line. */
export type WidthOf = (text: string) => number

/** One paragraph in lines of at most that width; what has no room on a line of its own is broken inside the word. */
export function breakLines(text: string, width: number, widthOf: WidthOf): string[] {
  const space = widthOf(' ')
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const word of text.split(' ').flatMap((word) => breakWord(word, width, widthOf))) {
    const more = widthOf(word)
    if (line !== '' && used + space + more > width) {
      lines.push(line)
      line = ''
    }
    used = line === '' ? more : used + space + more
    line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}

/** A word as it is; where a line is too short for it in pieces, after a dash or a slash if that will do. */
function breakWord(word: string, width: number, widthOf: WidthOf): string[] {
  if (widthOf(word) <= width) return [word]
  const parts = word.split(/(?<=[-/])/).flatMap((part) => (widthOf(part) <= width ? [part] : [...part]))
  const pieces = ['']
  for (const part of parts) {
    const piece = `${pieces.at(-1) ?? ''}${part}`
    if (piece.length > part.length && widthOf(piece) > width) pieces.push(part)
    else pieces[pieces.length - 1] = piece
  }
  return pieces
}
