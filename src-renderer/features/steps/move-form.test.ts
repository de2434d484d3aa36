import { describe, expect, it } from 'vitest'
import { civilDate } from '../../../src-main/domain/civil-date.ts'
import { type MoveForm, type MoveKind, moveFormSchema, targetOf } from './move-form.ts'

const today = civilDate('2026-11-23')
const form: MoveForm = { on: today, time: '', holderId: null, to: 'neighbour', note: '' }
const read = (kind: MoveKind, typed: Partial<MoveForm>) =>
  moveFormSchema(kind, today).safeParse({ ...form, ...typed })
const faults = (kind: MoveKind, typed: Partial<MoveForm>) =>
  read(kind, typed).error?.issues.map(({ path, message }) => [path.join('.'), message])

describe('the form of a move', () => {
  it('means now when it says today and no hour', () => {
    expect(read('take', {}).data).toMatchObject({ happenedOn: null, happenedAt: null })
  })
  it('keeps the hour, and an earlier day with or without one', () => {
    expect(read('take', { time: '8:05' }).data).toMatchObject({ happenedAt: '2026-11-23T01:05:00.000Z' })
    expect(read('take', { on: civilDate('2026-11-20') }).data).toMatchObject({
      ...{ happenedOn: '2026-11-20', happenedAt: null },
    })
  })
  it('asks for what the move needs', () => {
    expect(faults('take', { on: null, time: 'trưa' })).toEqual([
      ['on', 'required'],
      ['time', 'not-a-time'],
    ])
    expect(faults('assign', {})).toEqual([['holderId', 'required']])
    expect(faults('sendBack', { note: '  ' })).toEqual([['note', 'required']])
    expect(faults('passOn', {})).toBeUndefined()
  })
  it('goes to the step beside, to one by its number, or to one of a role', () => {
    expect(targetOf('neighbour', 'next')).toEqual({ kind: 'next' })
    expect(targetOf('4', 'next')).toEqual({ kind: 'step', index: 4 })
    expect(targetOf('tax', 'previous')).toEqual({ kind: 'role', role: 'tax' })
  })
})
