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
    })
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
  })

  it('needs a day', () => {
    expect(problems('resume', { ...typed, on: null })).toEqual([['on', 'required']])
  })

  it('gets the errors of the office at its fields, those of the preview too', () => {
    expect(['happenedOn', 'on', 'change.on'].map(pauseField)).toEqual(['on', 'on', 'on'])
    expect(pauseField('pause')).toBe('kind')
    expect(['stops', 'change.stops'].map(pauseField)).toEqual(['clock', 'clock'])
    expect(pauseField('version')).toBeNull()
  })
})
