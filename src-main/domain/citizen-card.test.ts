import { describe, expect, it } from 'vitest'
import { readCitizenCard } from './citizen-card.ts'

const MAN =
  '056080001234|225123456|Nguyễn Văn Đức|05031980|Nam|Tổ 3, Phước Hải, Nha Trang, Khánh Hòa|12042021'
const WOMAN = '056304004321||Lê Thị Ánh Nguyệt|29022004|Nữ|Thôn Phú Nghĩa, Vĩnh Thái, Khánh Hòa|01072024'

/** The code with one of its parts exchanged. */
const having = (index: number, part: string, code = MAN) =>
  code
    .split('|')
    .map((old, at) => (at === index ? part : old))
    .join('|')

describe('the code of a citizen card', () => {
  it('gives number, name and address', () => {
    expect(readCitizenCard(MAN)).toEqual({
      number: '056080001234',
      oldNumber: '225123456',
      name: 'Nguyễn Văn Đức',
      sex: 'male',
      address: 'Tổ 3, Phước Hải, Nha Trang, Khánh Hòa',
    })
  })

  it('may have no old number', () => {
    expect(readCitizenCard(WOMAN)).toMatchObject({ oldNumber: '', name: 'Lê Thị Ánh Nguyệt', sex: 'female' })
  })

  it('reads the same in composed and decomposed letters, with the line end of the scanner', () => {
    for (const form of ['NFC', 'NFD'] as const) {
      expect(readCitizenCard(`${WOMAN.normalize(form)}\r\n`)).toEqual(readCitizenCard(WOMAN))
    }
  })

  it.each([
    'NGUYỄN THỊ HUỲNH NHƯ',
    'Trần Lê Quỳnh Uyên',
    'H’Bưp Kbuôr',
    "Y Ngun Niê K'Đăm",
    'Cao Thị Ka Răng',
    'Đỗ Ô',
    'Lan Anh',
  ])('has names as they are given in Vietnam: %s', (name) => {
    expect(readCitizenCard(having(2, name))).toMatchObject({ name })
  })

  it.each([
    '12/3A Lê Lợi (hẻm 5), P. Tân Lập',
    'Số 1; Ấp 2 - Xã Ea Kao, Buôn Êa Bông, Đắk Lắk',
    'Xóm Đoài, Ia Ơ, Ia Grai, Gia Lai',
  ])('has addresses as they are written: %s', (address) => {
    expect(readCitizenCard(having(5, address))).toMatchObject({ address })
  })

  it.each([
    ['parts', MAN.replace('|225123456', '')],
    ['parts', `${MAN}|thêm`],
    ['parts', '056080001234'],
    ['parts', ''],
    ['number', having(0, '05608000123')],
    ['number', having(0, '0560800012345')],
    ['number', having(0, '05608000123O')],
    ['number', having(0, '156080001234')],
    ['number', having(1, '12345')],
    ['dates', having(3, '31021980')],
    ['dates', having(3, '1980-03-05')],
    ['dates', having(3, '05131980')],
    ['dates', having(3, '00031980')],
    ['dates', having(3, '29022003', WOMAN)],
    ['dates', having(6, '04031980')],
    ['dates', having(6, '')],
    ['sex', having(4, 'Khác')],
    ['sex', having(4, '')],
    ['letters', having(2, '')],
    ['letters', having(2, 'Nguyễn Văn 2')],
    ['letters', having(5, '')],
    ['letters', having(5, 'x'.repeat(301))],
    ['differs', having(3, '05031981')],
    ['differs', having(4, 'Nữ')],
    ['differs', having(0, '056280001234')],
  ] as const)('is refused for its %s: %s', (fault, code) => {
    expect(readCitizenCard(code)).toEqual({ fault })
  })

  describe('changed on its way through keyboard and input method is refused:', () => {
    it.each([
      [
        'the scanner types keys of Telex and nobody composes them',
        having(2, 'Nguyeexn Vawn DDuwcs'),
        ['letters', 'bare'],
      ],
      ['Telex keys, a woman', having(4, 'Nuwx', WOMAN), ['sex']],
      ['the whole in keys of Telex', telex(WOMAN), ['sex']],
      ['the whole in keys of Telex, a man', telex(MAN), ['letters']],
      ['letters beyond ASCII are lost', MAN.replace(/[^\p{ASCII}]/gu, ''), ['letters']],
      ['they became question marks', MAN.replace(/[^\p{ASCII}]/gu, '?'), ['letters']],
      ['they became the replacement character', MAN.replace(/[^\p{ASCII}]/gu, '\ufffd'), ['letters']],
      ['diacritics are off', MAN.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('Đ', 'D'), ['bare']],
      ['UTF-8 is read as Latin-1', Buffer.from(MAN).toString('latin1'), ['letters']],
      ['UTF-8 is read as Latin-1, a woman', Buffer.from(WOMAN).toString('latin1'), ['sex', 'letters']],
      ['two tones on one syllable', having(2, 'Nguyễń Văn Đức'), ['letters']],
      ['Caps Lock is on', having(2, 'nGUYỄN vĂN đỨC'), ['letters']],
      ['only letters of Western Europe are left', having(2, 'Nguyn Văn Hà'), ['letters']],
      ['a syllable has no vowel left', having(2, 'Lê Th Hà'), ['letters']],
      ['a letter of no language of Vietnam', having(2, 'Nguyễn Väân Hà'), ['letters']],
      ['an unbroken space inside', having(2, 'H\u00c3\u00a0 Văn'), ['letters']],
    ])('%s', (_what, code, faults) => {
      const read = readCitizenCard(code)
      expect(faults).toContain('fault' in read ? read.fault : JSON.stringify(read))
    })
  })
})

/** The keys Telex takes for a text. */
function telex(text: string): string {
  const tones: Record<string, string> = {
    '\u0300': 'f',
    '\u0301': 's',
    '\u0303': 'x',
    '\u0309': 'r',
    '\u0323': 'j',
  }
  return text
    .normalize('NFD')
    .replace(/([aeo])([\u0300\u0301\u0303\u0309\u0323]?)\u0302/giu, '$1$1$2')
    .replace(/[\u0306\u031b]/gu, 'w')
    .replace(/[đĐ]/gu, 'dd')
    .replace(/[\u0300\u0301\u0303\u0309\u0323]/gu, (mark) => tones[mark] ?? '')
}
