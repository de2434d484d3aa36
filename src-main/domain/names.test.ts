import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanText, foldText, nameLookup, sortKey } from './names.ts'

describe('folding', () => {
  it.each([
    ['Nguyễn Đức Ánh', 'nguyen duc anh'],
    ['ĐẶNG  THỊ\u00a0YẾN', 'dang thi yen'],
    ['Nguyễn'.normalize('NFD'), 'nguyen'],
    ['Nguy\u200bễn', 'nguyen'],
    ['000.00.22.H32-200102-0001', '000 00 22 h32 200102 0001'],
    ['Phước', 'phuoc'],
  ])('%s becomes %s', (text, folded) => expect(foldText(text)).toBe(folded))

  it('leaves nothing that a query language could take for its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldText(text)).toMatch(/^[\p{L}\p{N}]*( [\p{L}\p{N}]+)*$/u)
      }),
    )
  })
})

describe('the sort key', () => {
  const alphabet = [...'aáàảãạăắằặâấầbcdđeéèêếềghiíìklmnoóòôốồơớờpqrstuúùưứừvxyýỳ']
  const word = fc
    .array(fc.constantFrom(...alphabet), { minLength: 1, maxLength: 6 })
    .map((letters) => letters.join(''))
  const collator = new Intl.Collator('vi')

  it('orders words as the Vietnamese dictionary does', () => {
    const words = ['đá', 'da', 'ăn', 'an', 'ân', 'áo', 'ao', 'êm', 'em', 'ơn', 'ôn', 'on', 'ưng', 'ung']
    const sorted = words.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
    expect(sorted).toEqual([
      'an',
      'ao',
      'áo',
      'ăn',
      'ân',
      'da',
      'đá',
      'em',
      'êm',
      'on',
      'ôn',
      'ơn',
      'ung',
      'ưng',
    ])
  })
  it('agrees with Intl.Collator on any two words', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        const ours = Math.sign(sortKey(a) < sortKey(b) ? -1 : sortKey(a) > sortKey(b) ? 1 : 0)
        expect(ours).toBe(Math.sign(collator.compare(a, b)))
      }),
    )
  })
})

describe('cleaning', () => {
  it('brings text to NFC, one space, no control characters', () => {
    expect(cleanText('  Nguyễn\u0000\tVăn \u200bA\n'.normalize('NFD'))).toBe('Nguyễn Văn A')
  })
  it('leaves a word whole that has something invisible in it', () => {
    expect(cleanText('Nguy\u200bễn Đ\u00adức\ufeff')).toBe('Nguyễn Đức')
    expect(cleanText('Nguyê\u200b\u0303n')).toBe('Nguyễn')
  })
})

describe('looking a person up', () => {
  it.each(['đặng thị yến', 'ĐẶNG THỊ  YẾN', ' Đặng Thị\u00a0Yến. ', 'Đặng Thị Yến'.normalize('NFD')])(
    '%j is Đặng Thị Yến',
    (spelling) => expect(nameLookup(spelling)).toBe(nameLookup('Đặng Thị Yến')),
  )
  it('keeps people apart whom only a mark tells apart', () => {
    expect(nameLookup('Trần Thị Hoa')).not.toBe(nameLookup('Trần Thị Hòa'))
  })
  it('gives something for a name of signs only', () => {
    expect(nameLookup('…')).toBe('…')
  })
})
