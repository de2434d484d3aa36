import { describe, expect, it } from 'vitest'
import { shownParams, variantOf } from './problem-words.ts'

describe('the reason of a problem', () => {
  it('names days as the office writes them', () => {
    const params = { printed: '2020-03-05', computed: '2020-03-02', days: 3, provisional: 0 }
    expect(variantOf('due-differs', params)).toBe('due-later')
    expect(shownParams(params, String)).toEqual({
      printed: '05/03/2020',
      computed: '02/03/2020',
      count: 3,
      provisional: 0,
    })
  })

  it('says how many days earlier without a sign', () => {
    const params = { printed: '2020-03-02', computed: '2020-03-05', days: -3, provisional: 0 }
    expect(variantOf('due-differs', params)).toBe('due-earlier')
    expect(shownParams(params, String)).toMatchObject({ count: 3 })
  })

  it('says when our own day is only provisional', () => {
    expect(variantOf('due-differs', { days: 2, provisional: 1 })).toBe('due-provisional')
  })

  it('tells an empty cell that is needed from one that is filled in', () => {
    expect(variantOf('missing', {})).toBeNull()
    expect(variantOf('missing', { assumed: 'direct' })).toBe('missing-direct')
    expect(variantOf('missing', { assumed: 'accepted' })).toBe('missing-holder')
    expect(variantOf('missing', { assumed: '2020-03-02' })).toBe('missing-assumed')
  })

  it('names states in words and leaves other texts alone', () => {
    const params = { state: 'returned', name: 'Tết Nguyên đán' }
    expect(shownParams(params, (state) => `<${state}>`)).toEqual({
      state: '<returned>',
      name: 'Tết Nguyên đán',
    })
  })

  it('knows procedures without an end of validity', () => {
    const reason = 'not-valid-on-date'
    expect(variantOf('unknown-procedure', { reason, validTo: '' })).toBe('procedure-not-yet-valid')
    expect(variantOf('unknown-procedure', { reason, validTo: '2020-01-01' })).toBe('procedure-not-valid')
    expect(variantOf('unknown-procedure', { reason: 'ambiguous' })).toBe('procedure-ambiguous')
  })
})
