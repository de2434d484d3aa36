import { describe, expect, it } from 'vitest'
import { civilDate } from '../../../src-main/domain/civil-date.ts'
import { pauseField, type PauseForm, pauseFormSchema } from './pause-form.ts'

const on = civilDate('2026-11-25')
const typed: PauseForm = {
  kind: 'supplement',
  clock: 'stops',
  on,
  document: ' 12/PBS ',
  note: 'thiếu  trích đo',
  items: '1. Bản vẽ\n\n - Giấy ủy quyền ',
  contact: 'Bình, 0901234567',
  ...{ agency: 'UBND xã', within: '5', unit: 'working-day', posting: '30' },
}
const problems = (change: 'pause' | 'resume', form: PauseForm) =>
  pauseFormSchema(change)
    .safeParse(form)
    .error?.issues.map(({ path, message }) => [path.join('.'), message])

describe('a pause as it is typed', () => {
  it('has its kind, its day, its document and why', () => {
    expect(pauseFormSchema('pause').parse(typed)).toEqual({
      pause: 'supplement',
      stops: true,
      happenedOn: on,
      document: '12/PBS',
      note: 'thiếu trích đo',
      items: ['Bản vẽ', 'Giấy ủy quyền'],
      contact: 'Bình, 0901234567',
      ...{ agency: '', answerWithin: null, posting: null },
    })
  })

  it('tells of each kind what belongs to it, and nothing that was typed for another', () => {
    const parse = (kind: PauseForm['kind']) => pauseFormSchema('pause').parse({ ...typed, kind })
    expect(parse('agency')).toMatchObject({
      ...{ pause: 'agency', agency: 'UBND xã', answerWithin: { term: 5, unit: 'working-day' } },
      ...{ items: [], contact: '', posting: null },
    })
    expect(parse('posting')).toMatchObject({ pause: 'agency', stops: true, posting: 30, answerWithin: null })
    expect(parse('payment')).toMatchObject({ pause: 'payment', agency: '', items: [], posting: null })
  })

  it('asks for a term that is a number of days, or none', () => {
    const agency = { ...typed, kind: 'agency' as const }
    expect(problems('pause', { ...agency, within: 'năm' })).toEqual([['within', 'not-a-count']])
    expect(problems('pause', { ...agency, within: '0' })).toEqual([['within', 'not-a-count']])
    expect(problems('pause', { ...agency, within: ' ' })).toBeUndefined()
  })

  it('stops the clock, save for another agency where it is said to run on', () => {
    const stops = (kind: PauseForm['kind'], clock: PauseForm['clock']) =>
      pauseFormSchema('pause').parse({ ...typed, kind, clock }).stops
    expect([stops('agency', 'stops'), stops('agency', 'runs')]).toEqual([true, false])
    // Chosen before the kind was changed: it says nothing about another kind.
    expect([stops('payment', 'runs'), stops('supplement', 'runs')]).toEqual([true, true])
  })

  it('needs a reason; its end needs none', () => {
    expect(problems('pause', { ...typed, note: ' ' })).toEqual([['note', 'required']])
    expect(problems('resume', { ...typed, note: ' ' })).toBeUndefined()
    expect(problems('pause', { ...typed, kind: 'payment', note: '' })).toBeUndefined()
  })

  it('needs a day', () => {
    expect(problems('resume', { ...typed, on: null })).toEqual([['on', 'required']])
  })

  it('gets the errors of the office at its fields, those of the preview too', () => {
    expect(['happenedOn', 'on', 'change.on'].map(pauseField)).toEqual(['on', 'on', 'on'])
    expect(pauseField('pause')).toBe('kind')
    expect(['stops', 'change.stops'].map(pauseField)).toEqual(['clock', 'clock'])
    expect(['items.0', 'answerWithin.term', 'agency'].map(pauseField)).toEqual(['items', 'within', 'agency'])
    expect(pauseField('version')).toBeNull()
  })
})
