import { describe, expect, it } from 'vitest'
import { firstCell, nextCell } from './next-cell.ts'

const NUMBERS = [
  [0, 5, 0, 2],
  [0, 0, 0, 1],
  [3, 4, 0, 0],
]
const go = (row: number, column: number, key: string, ctrl = false) =>
  nextCell(NUMBERS, { row, column }, key, ctrl)

describe('the keys of a table of numbers', () => {
  it('begin at the first number that is not zero', () => {
    expect(firstCell(NUMBERS)).toEqual({ row: 0, column: 1 })
    expect(firstCell([[0, 0], [0]])).toBeNull()
  })
  it('go along rows and columns, past zeros, and stay at the edges', () => {
    expect(go(0, 1, 'ArrowRight')).toEqual({ row: 0, column: 3 })
    expect(go(0, 1, 'ArrowDown')).toEqual({ row: 2, column: 1 })
    expect(go(2, 1, 'ArrowUp')).toEqual({ row: 0, column: 1 })
    expect(go(2, 1, 'ArrowLeft')).toEqual({ row: 2, column: 0 })
    expect(go(0, 3, 'ArrowRight')).toBeNull()
    expect(go(2, 0, 'ArrowUp')).toBeNull()
  })
  it('go to the ends of the row, or of the table', () => {
    expect(go(0, 3, 'Home')).toEqual({ row: 0, column: 1 })
    expect(go(2, 0, 'End')).toEqual({ row: 2, column: 1 })
    expect(go(2, 0, 'Home', true)).toEqual({ row: 0, column: 1 })
    expect(go(0, 3, 'End', true)).toEqual({ row: 2, column: 1 })
  })
  it('leave other keys alone', () => {
    expect(go(0, 1, 'Enter')).toBeNull()
  })
})
