import { describe, expect, it } from 'vitest'
import { civilDate } from '../../../src-main/domain/civil-date.ts'
import { type StepForm, stepField, stepFormSchema } from './step-form.ts'

const on = civilDate('2026-11-23')
const typed: StepForm = {
  ...{ on, time: '', holderId: 4, note: ' đủ  giấy tờ ', document: ' 5/QĐ ' },
  ...{ to: 'Nguyễn Văn A', way: 'post', tracking: 'EA1' },
}

describe('a step as it is typed', () => {
  it('has its day, and no moment while the hour is not known', () => {
    expect(stepFormSchema('result-ready').parse(typed)).toEqual({
      step: 'result-ready',
      happenedOn: on,
      happenedAt: null,
      holderId: null,
      note: 'đủ giấy tờ',
      document: '5/QĐ',
      ...{ to: '', way: null, tracking: '' },
    })
  })

  it('of handing out says who took it, and tracks what went by post', () => {
    const schema = stepFormSchema('returned')
    expect(schema.parse(typed)).toMatchObject({
      ...{ to: 'Nguyễn Văn A', way: 'post', tracking: 'EA1', document: '' },
    })
    expect(schema.parse({ ...typed, way: 'counter' }).tracking).toBe('')
    const untracked = schema.safeParse({ ...typed, tracking: ' ' })
    expect(untracked.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
      ['tracking', 'required'],
    ])
  })

  it('of refusal needs a reason', () => {
    const silent = stepFormSchema('refused').safeParse({ ...typed, note: ' ' })
    expect(silent.error?.issues.map(({ path }) => path[0])).toEqual(['note'])
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
    const wrong = stepFormSchema('taken').safeParse({
      ...typed,
      ...{ on: null, time: 'trưa', holderId: null, note: '' },
    })
    expect(wrong.error?.issues.map(({ path }) => path.join('.'))).toEqual(['on', 'time', 'holderId'])
  })

  it('gets the errors of the office at its fields', () => {
    expect(stepField('happenedOn')).toBe('on')
    expect(stepField('happenedAt')).toBe('time')
    expect(stepField('version')).toBeNull()
  })
})
