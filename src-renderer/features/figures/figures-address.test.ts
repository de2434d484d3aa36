import { describe, expect, it } from 'vitest'
import { civilDate } from '../../../src-main/domain/civil-date.ts'
import { BREAKDOWNS } from '../../../src-main/domain/figure-tables.ts'
import {
  type FiguresAddress,
  VIEWS,
  figuresPath,
  readFigures,
  tablePath,
  writeFigures,
} from './figures-address.ts'

const today = civilDate('2020-06-30')
const read = (path: string) => readFigures(new URLSearchParams(path.split('?')[1] ?? ''), today)

describe('the address of the figures', () => {
  it('is the official table of this month by the original date, where it says nothing', () => {
    expect(read('')).toEqual({
      choice: { type: 'preset', kind: 'month', year: 2020, index: 6, rule: 'calendar' },
      view: 'table',
      by: 'field',
      method: 'original',
      known: null,
      at: null,
    })
  })

  it('comes back as it was written', () => {
    for (const view of VIEWS) {
      for (const by of BREAKDOWNS) {
        const shown: FiguresAddress = {
          choice: { type: 'range', from: civilDate('2020-01-02'), to: civilDate('2020-03-04') },
          view,
          by,
          method: 'extended',
          known: null,
          at: { key: 'Đất đai\u0000Tách thửa', column: 'lateWithApology' },
        }
        expect(readFigures(writeFigures(shown), today)).toEqual(shown)
      }
    }
  })

  it('leads from a cell to the table it stands in, with its period named', () => {
    const cell = {
      from: civilDate('2020-01-01'),
      to: civilDate('2020-06-30'),
      method: 'original',
      known: null,
      by: 'officer',
      key: null,
      column: 'pending',
    } as const
    expect(read(figuresPath(cell))).toEqual({
      choice: { type: 'preset', kind: 'half-year', year: 2020, index: 1, rule: 'calendar' },
      view: 'table',
      by: 'officer',
      method: 'original',
      known: null,
      at: { key: null, column: 'pending' },
    })
    // A row without a name is not the total.
    expect(read(figuresPath({ ...cell, key: '' })).at).toEqual({ key: '', column: 'pending' })
  })

  it('keeps the moment of knowledge: of a link, of the way back from a list, and of the parts that can be had so', () => {
    const query = {
      from: civilDate('2020-06-01'),
      to: civilDate('2020-06-30'),
      method: 'extended',
      known: 1234,
      by: 'procedure',
    } as const
    const shown = read(tablePath(query))
    expect(shown).toMatchObject({ method: 'extended', known: 1234, by: 'procedure', at: null })
    expect(readFigures(writeFigures({ ...shown, view: 'times' }), today)).toEqual({ ...shown, view: 'times' })
    expect(read(figuresPath({ ...query, known: 0, key: null, column: 'late' })).known).toBe(0)
    // Comparison and charts are of now alone.
    expect(read('?view=charts&known=5').view).toBe('table')
    expect(read('?view=charts').view).toBe('charts')
    for (const known of ['-1', '1.5', 'x', '']) expect(read(`?known=${known}`).known).toBeNull()
  })

  it('falls back where it makes no sense', () => {
    expect(read('?view=x&by=y&method=z&column=w&row=1')).toMatchObject({
      view: 'table',
      by: 'field',
      at: null,
    })
  })
})
