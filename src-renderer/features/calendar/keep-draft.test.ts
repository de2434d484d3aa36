import { expect, it } from 'vitest'
import { civilDate } from '../../../src-main/domain/civil-date.ts'
import { CalendarDraft } from './draft.ts'
import { askBeforeLosing } from './keep-draft.ts'

it('a window asks before it is closed as long as there is a draft, and not before or after', () => {
  const window = new EventTarget()
  const draft = new CalendarDraft()
  askBeforeLosing(draft, window)
  const asks = (): boolean => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))
  expect(asks()).toBe(false)
  const date = civilDate('2026-12-01')
  draft.setDay(date, { kind: 'off', name: 'Nghỉ bão', basis: 'CV 12', status: 'confirmed' }, null)
  expect(asks()).toBe(true)
  draft.discard()
  expect(asks()).toBe(false)
})
