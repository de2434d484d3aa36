import { describe, expect, it } from 'vitest'
import { civilDate } from '../../../src-main/domain/civil-date.ts'
import { stepField, stepFormSchema } from './step-form.ts'

const on = civilDate('2026-11-23')
const typed = { on, time: '', holderId: 4, note: ' đủ  giấy tờ ' }

describe('a step as it is typed', () => {
  it('has its day, and no moment while the hour is not known', () => {
    expect(stepFormSchema('result-ready').parse(typed)).toEqual({
      step: 'result-ready',
      happenedOn: on,
      happenedAt: null,
      holderId: null,
      note: 'đủ giấy tờ',
    })
  })

  it('has its moment in the time of the office where the hour is known', () => {
    expect(stepFormSchema('returned').parse({ ...typed, time: '8h15' }).happenedAt).toBe(
      '2026-11-23T01:15:00.000Z',
    )
  })

  it('needs somebody who takes it only for taking', () => {
    expect(stepFormSchema('taken').parse(typed).holderId).toBe(4)
    const nobody = stepFormSchema('taken').safeParse({ ...typed, holderId: null })
    expect(nobody.error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
      ['holderId', 'required'],
    ])
  })

  it('says everything that is wrong at once', () => {
    const wrong = stepFormSchema('taken').safeParse({ on: null, time: 'trưa', holderId: null, note: '' })
    expect(wrong.error?.issues.map(({ path }) => path.join('.'))).toEqual(['on', 'time', 'holderId'])
  })

  it('gets the errors of the office at its fields', () => {
    expect(stepField('happenedOn')).toBe('on')
    expect(stepField('happenedAt')).toBe('time')
    expect(stepField('version')).toBeNull()
  })
})
