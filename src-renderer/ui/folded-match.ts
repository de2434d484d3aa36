/**
 * Finding an entry of a list by a few letters of it.
 */
import { foldText } from '../../src-main/domain/names.ts'

/**
 * Whether every word typed begins a word of the text, in any order, with or without diacritics:
 * `doi cap` and `cấp đổi` both find *Cấp đổi Giấy chứng nhận*.
 */
export function matchesTyped(text: string, typed: string): boolean {
  const folded = ` ${foldText(text)}`
  return foldText(typed)
    .split(' ')
    .every((word) => folded.includes(` ${word}`))
}
