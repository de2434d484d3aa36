import { describe, expect, it } from 'vitest'
import { MM } from './paper.ts'
import { TEST_PAPERS } from './test-papers.ts'
import { type Piece, placesOf } from './test-pdf.ts'

const middle = ({ left, right }: Piece): number => (left + right) / 2
/** Centred under each other; a line that was broken carries the blank it was broken at. */
const under = (one: Piece, other: Piece): boolean => Math.abs(middle(one) - middle(other)) < 3
const A4 = [595.28, 841.89] as const

describe.each(Object.entries(TEST_PAPERS))('the sheet of %s', (_name, { make, title, number, signed }) => {
  const places = async () => {
    const { pieces, ...sheet } = await placesOf(await make())
    const piece = (words: string): Piece => {
      const found = pieces.find(({ text }) => text.startsWith(words))
      if (found === undefined) throw new Error(`nothing begins with ${words}`)
      return found
    }
    return { ...sheet, pieces, piece }
  }

  it('has agency and branch on its upper left, the motto of the country on its upper right', async () => {
    const { width, height, piece } = await places()
    const [agency, branch] = [piece('VĂN PHÒNG ĐĂNG KÝ'), piece('CHI NHÁNH NHA TRANG')]
    const [country, motto] = [
      piece('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'),
      piece('Độc lập - Tự do - Hạnh phúc'),
    ]
    expect(agency.y).toBe(country.y)
    expect(agency.y).toBeLessThan(height / 8)
    expect(branch.y).toBeGreaterThan(agency.y)
    expect(under(branch, agency)).toBe(true)
    expect(agency.right).toBeLessThan(country.left)
    expect(middle(country)).toBeGreaterThan(width / 2)
    expect(motto.y).toBeGreaterThan(country.y)
    expect(under(motto, country)).toBe(true)
    expect([agency.size, country.size, motto.size]).toEqual([12, 12, 13])
  })

  it('has number and series below the branch, place and date below the motto, and the title in the middle', async () => {
    const { piece } = await places()
    const place = piece('Nha Trang, ngày 23 tháng 11 năm 2026')
    const motto = piece('Độc lập - Tự do - Hạnh phúc')
    expect(place.y).toBeGreaterThan(motto.y)
    expect(under(place, motto)).toBe(true)
    if (number === null) expect(() => piece('Số:')).toThrow()
    else {
      const numbered = piece(`Số: ${number}`)
      expect(numbered.y).toBe(place.y)
      expect(under(numbered, piece('CHI NHÁNH NHA TRANG'))).toBe(true)
    }
    const heading = piece(title)
    expect(heading.y).toBeGreaterThan(place.y)
    expect(heading.size).toBe(15)
  })

  it('has those who sign side by side at its end', async () => {
    const { width, piece } = await places()
    const [left, right] = signed.length === 2 ? signed : [undefined, ...signed]
    if (right === undefined) return
    expect(middle(piece(right))).toBeGreaterThan(width / 2)
    expect(piece(right).y).toBeGreaterThan(piece(title).y)
    if (left === undefined) return
    expect(piece(left).y).toBe(piece(right).y)
    expect(middle(piece(left))).toBeLessThan(width / 2)
  })

  it('is A4 in Tinos, what is read on it in 13 points, nothing over its edges', async () => {
    const { width, height, pieces } = await places()
    const [short, long] = width < height ? [width, height] : [height, width]
    expect([short, long].map((side, index) => Math.abs(side - (A4[index] ?? 0)) < 1)).toEqual([true, true])
    const letters = (size: number) =>
      pieces.filter((piece) => piece.size === size).reduce((sum, { text }) => sum + text.length, 0)
    // Tables of many columns are smaller.
    if (width < height) expect(letters(13)).toBeGreaterThan(letters(10) / 2)
    for (const { text, left, right, y } of pieces) {
      expect([text, left >= 11 * MM, right <= width - 11 * MM, y >= 10 * MM, y <= height - 5 * MM]).toEqual([
        ...[text, true, true, true, true],
      ])
    }
    const fonts = Buffer.from(await make())
      .toString('latin1')
      .match(/\/BaseFont \/\S+/g)
    expect(fonts?.length).toBeGreaterThan(0)
    for (const font of fonts ?? []) expect(font).toMatch(/Tinos/)
  })
})
