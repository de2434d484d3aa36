/**
 * The QR code of a citizen card (*thẻ căn cước công dân*), as a scanner types it:
 * `number|old number|name|birth|sex|address|issued`.
 *
 * A scanner is a keyboard to the PC. A Vietnamese input method, a wrong keyboard or a wrong code page can change what
 * it types without anybody noticing, so whatever cannot stand on a card is refused rather than taken over.
 */
import { daysInMonth } from './civil-date.ts'
import { cleanText, foldText } from './names.ts'

/** What the code says. */
export interface CitizenCard {
  /** 12 digits. */
  number: string
  /** The number of the identity card before (9 digits, or 12), empty when there was none. */
  oldNumber: string
  name: string
  sex: 'male' | 'female'
  address: string
}

/**
 * Why a scanned code is not taken over:
 * `parts` not seven parts; `number` no 12-digit citizen number, or an old number that is none; `dates` birth or issue is
 * no day, or in the wrong order; `sex` neither Nam nor Nữ; `letters` letters or signs that stand on no card; `bare` the
 * Vietnamese letters were lost on the way; `differs` the number belongs to another birth year or sex.
 */
export const CARD_FAULTS = ['parts', 'number', 'dates', 'sex', 'letters', 'bare', 'differs'] as const
export type CardFault = (typeof CARD_FAULTS)[number]

const PARTS = 7
/** Letters of Vietnamese and of the minority languages written in Vietnam, as single letters without tone. */
const LETTERS = /^[a-zăâđêôơưĕĭŏŭčñƀ\u0306]$/u
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu
/** What may stand in a name beside letters, and in an address beside those and digits. */
const NAME_SIGNS = /[\s.'’-]/gu
const ADDRESS_SIGNS = /[\s\d.,'’"“”()/\\&:;#+_–-]/gu
/** Beyond what is printed; longer ones are no name or address. */
const LONGEST = { name: 200, address: 300 } as const

/** Reads the code of a card. Input may be in any Unicode normal form. */
export function readCitizenCard(scanned: string): CitizenCard | { fault: CardFault } {
  const parts = scanned
    .normalize('NFC')
    .replace(/[\r\n]+$/, '')
    .split('|')
  const [number, oldNumber, name, birth, sex, address, issued] = parts
  if (parts.length !== PARTS || name === undefined || address === undefined) return { fault: 'parts' }
  const old = oldNumber?.trim() ?? ''
  if (number === undefined || !/^0\d{11}$/.test(number) || !/^(\d{9}|\d{12})?$/.test(old)) {
    return { fault: 'number' }
  }
  const [born, given] = [dayOf(birth), dayOf(issued)]
  if (born === null || given === null || given <= born) return { fault: 'dates' }
  if (sex !== 'Nam' && sex !== 'Nữ') return { fault: 'sex' }
  if (!isName(name) || !isAddress(address)) return { fault: 'letters' }
  // Names alone may do without: Lan Anh, Nam. An address with them in it and the name together never do.
  if (!/[^\p{ASCII}]/u.test(name + address)) return { fault: 'bare' }
  const kind = sex === 'Nam' ? 'male' : 'female'
  if (!belongs(number, born, kind)) return { fault: 'differs' }
  return { number, oldNumber: old, name: cleanText(name), sex: kind, address: cleanText(address) }
}

/** `ddmmyyyy` as `yyyymmdd`, or `null` when there is no such day. Births begin long before the office's calendar. */
function dayOf(written: string | undefined): string | null {
  const match = /^(\d{2})(\d{2})((?:19|20)\d{2})$/.exec(written ?? '')
  if (!match) return null
  const [, day = '', month = '', year = ''] = match
  const inYear = Number(month) >= 1 && Number(month) <= 12
  const real = inYear && Number(day) >= 1 && Number(day) <= daysInMonth(Number(year), Number(month))
  return real ? year + month + day : null
}

/**
 * Whether a number can be that person's: its fourth digit tells century and sex, the next two the year of birth
 * (Nghị định 137/2015/NĐ-CP, điều 13).
 */
function belongs(number: string, born: string, sex: CitizenCard['sex']): boolean {
  const century = Number(born.slice(0, 2)) - 19
  return (
    number[3] === String(century * 2 + (sex === 'male' ? 0 : 1)) && number.slice(4, 6) === born.slice(2, 4)
  )
}

function isName(text: string): boolean {
  const words = text.replace(NAME_SIGNS, ' ').split(' ')
  return isText(text, LONGEST.name) && words.every((word) => isWord(word) && isWhole(word))
}

function isAddress(text: string): boolean {
  return isText(text, LONGEST.address) && text.replace(ADDRESS_SIGNS, ' ').split(' ').every(isWord)
}

/** A text of sensible length with a letter in it, without signs no card has: control and unbroken spaces, lost letters. */
function isText(text: string, longest: number): boolean {
  return (
    text.trim().length > 1 &&
    text.length <= longest &&
    /\p{L}/u.test(text) &&
    !/[\p{Cc}\u00a0\ufffd]/u.test(text)
  )
}

/**
 * Letters that are Vietnamese, one tone at most, no capital behind a small letter: a wrong code page or a scanner's
 * keys taken for Telex break at least one of these.
 */
function isWord(word: string): boolean {
  if (/\p{Ll}\p{Lu}/u.test(word)) return false
  const decomposed = word.toLowerCase().normalize('NFD')
  if ((decomposed.match(TONES) ?? []).length > 1) return false
  return [...decomposed.replace(TONES, '').normalize('NFC')].every((letter) => LETTERS.test(letter))
}

/**
 * A word of a name has a vowel, `Nguyn` is what is left of *Nguyễn* where the scanner cannot type ễ, and what Telex makes
 * its letters of is in no name.
 */
function isWhole(word: string): boolean {
  const bare = foldText(word)
  return bare.length <= 1 || (/[aeiouy]/.test(bare) && !/uyn$|aa|ee|dd|[aou]w/.test(bare))
}
