import { describe, expect, it } from 'vitest'
import { civilDate } from '../../../src-main/domain/civil-date.ts'
import { CalendarDraft, changesIn, effectOn, type Row, ruleChangeOf, withDraft } from './draft.ts'

const OFF: Row = { kind: 'off', name: 'Nghỉ hoán đổi', basis: 'TB 1/2026', status: 'press' }
const SURE: Row = { ...OFF, status: 'confirmed' }
const swap = civilDate('2026-08-31')
const tet = civilDate('2026-02-16')

describe('the draft of a calendar', () => {
  it('keeps the dates in the order of the year', () => {
    const draft = new CalendarDraft()
    draft.setDay(swap, OFF, null)
    draft.setDay(tet, OFF, null)
    expect(ruleChangeOf(draft.getState()).days.map(({ date }) => date)).toEqual([tet, swap])
  })

  it('tells apart what is added, changed and removed', () => {
    expect(effectOn({ row: OFF, before: null })).toBe('added')
    expect(effectOn({ row: SURE, before: OFF })).toBe('changed')
    expect(effectOn({ row: null, before: OFF })).toBe('removed')
  })

  it('takes a date set back to what it was for no change', () => {
    const draft = new CalendarDraft()
    draft.setDay(swap, SURE, OFF)
    draft.setDay(swap, { ...OFF }, OFF)
    expect(changesIn(draft.getState())).toBe(0)
  })

  it('undoes one date and leaves the others', () => {
    const draft = new CalendarDraft()
    draft.setDay(swap, OFF, null)
    draft.setDay(tet, OFF, null)
    draft.undoDay(tet)
    expect(draft.getState().days.map(({ date }) => date)).toEqual([swap])
  })

  it('never lets a proposal replace a row that is there', () => {
    const draft = new CalendarDraft()
    const filled = draft.fill(
      [
        { date: tet, row: OFF },
        { date: swap, row: OFF },
      ],
      new Map([[tet, SURE]]),
      true,
    )
    expect(filled).toEqual({ taken: 1, left: 1 })
    expect(draft.getState().days).toEqual([{ date: swap, row: OFF, before: null }])
  })

  it('lets a file replace a row, and leaves out what the calendar says already', () => {
    const draft = new CalendarDraft()
    const filled = draft.fill(
      [
        { date: tet, row: OFF },
        { date: swap, row: OFF },
      ],
      new Map([
        [tet, SURE],
        [swap, OFF],
      ]),
      false,
    )
    expect(filled).toEqual({ taken: 1, left: 1 })
    expect(draft.getState().days).toEqual([{ date: tet, row: OFF, before: SURE }])
  })

  it('drops what another window has brought into the calendar meanwhile', () => {
    const draft = new CalendarDraft()
    draft.setDay(swap, OFF, null)
    draft.setDay(tet, SURE, null)
    draft.rebase(2026, [
      { date: swap, ...OFF },
      { date: tet, ...OFF },
    ])
    expect(draft.getState().days).toEqual([{ date: tet, row: SURE, before: OFF }])
  })

  it('lies over the rows of its own year alone', () => {
    const draft = new CalendarDraft()
    draft.setDay(swap, OFF, null)
    draft.setDay(tet, null, SURE)
    draft.setDay(civilDate('2027-01-01'), OFF, null)
    expect(withDraft([{ date: tet, ...SURE }], draft.getState(), 2026)).toEqual([{ date: swap, ...OFF }])
  })

  it('is empty once made, and remembers whom to tell', () => {
    const draft = new CalendarDraft()
    draft.setDay(swap, OFF, null)
    draft.made({ changeId: 1, moved: 3, reason: 'Quyết định 1' })
    expect(changesIn(draft.getState())).toBe(0)
    expect(draft.getState().applied).toMatchObject({ changeId: 1, moved: 3 })
  })
})
