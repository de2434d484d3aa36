/**
 * Vietnamese names and words: folding for search, keys for sorting.
 */

/** A letter carries a few marks at most; sorting a run of thousands of them would take minutes. */
const MARKS_BEYOND_30 = /(\p{M}{30})\p{M}+/gu

/** The text with no more than 30 marks on one letter (the stream-safe format of Unicode, UAX 15). */
export function bearable(text: string): string {
  return text.length > 30 ? text.replace(MARKS_BEYOND_30, '$1') : text
}

/**
 * Folds a text for search: diacritics and format characters off, đ → d, lower case, spaces collapsed. `Nguyễn  Đức` → `nguyen duc`.
 * Input may be in any Unicode normal form.
 */
export function foldText(text: string): string {
  return bearable(text)
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replaceAll('đ', 'd')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/**
 * Brings typed or imported text into one form: NFC, control characters and spaces collapsed to one space, trimmed.
 * Format characters (zero-width spaces, soft hyphens, joiners) are nothing to see and go without a trace: they
 * stand inside words as often as between them.
 */
export function cleanText(text: string): string {
  return bearable(text.replace(/\p{Cf}/gu, ''))
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .normalize('NFC')
    .trim()
}

/**
 * What two spellings of one person's name have in common: the clean name in lower case, without the full stop or
 * comma behind it. Diacritics stay, for they tell people apart: `Hoa` and `Hòa` are two.
 */
export function nameLookup(name: string): string {
  const lower = cleanText(name).toLowerCase().normalize('NFC')
  return lower.replace(/[\p{P}\s]+$/u, '') || lower
}

/** Letters after which a variant follows in the Vietnamese alphabet, as base letter + mark. */
const LETTER_ORDER: Record<string, string> = {
  ă: 'a1',
  â: 'a2',
  đ: 'd1',
  ê: 'e1',
  ô: 'o1',
  ơ: 'o2',
  ư: 'u1',
}
/** Tones in dictionary order: none, huyền, hỏi, ngã, sắc, nặng. */
const TONE_ORDER: Record<string, string> = {
  '\u0300': '1',
  '\u0309': '2',
  '\u0303': '3',
  '\u0301': '4',
  '\u0323': '5',
}

/**
 * A key whose byte order is the Vietnamese alphabetical order: letters first (a < ă < â < b … d < đ …), tones
 * only where the letters are equal.
 */
export function sortKey(text: string): string {
  let letters = ''
  let tones = ''
  for (const char of cleanText(text).toLowerCase()) {
    if (char === ' ') {
      letters += ' '
      tones += ' '
      continue
    }
    const marks = char.normalize('NFD')
    const tone = [...marks].find((mark) => mark in TONE_ORDER)
    const letter = (tone ? marks.replace(tone, '') : marks).normalize('NFC')
    letters += LETTER_ORDER[letter] ?? `${letter}0`
    tones += tone ? TONE_ORDER[tone] : '0'
  }
  return `${letters}\u0001${tones}`
}

const LONGEST_SLUG = 60

/** Words as file names have them, folded and joined by dashes: `Chi nhánh VPĐKĐĐ` → `chi-nhanh-vpdkdd`. */
export function fileSlug(text: string): string {
  const whole = foldText(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  if (whole.length <= LONGEST_SLUG) return whole
  const cut = whole.slice(0, LONGEST_SLUG + 1)
  return cut.slice(0, cut.lastIndexOf('-') > 0 ? cut.lastIndexOf('-') : LONGEST_SLUG)
}
