import { describe, expect, it } from 'vitest'
import { civilDate } from '../civil-date.ts'
import {
  type DossierEvent,
  type EventFact,
  EMPTY_PARTICULARS,
  HistoryError,
  fold,
  foldArrival,
  isAccepted,
  openHandover,
} from '../dossier.ts'

const particulars = { ...EMPTY_PARTICULARS, applicantName: 'Nguyễn Văn A', channel: 'online' as const }
const counter = { index: 0, role: 'counter' as const }
const processing = { index: 1, role: 'processing' as const }
const accepted: EventFact = {
  ...{ kind: 'accepted', code: '000.00.22.H32-200102-0001', procedureId: 1, dueSource: 'computed' },
  ...{ dueOn: civilDate('2020-01-10'), particulars, step: counter },
}
const arrived: EventFact = { kind: 'arrived', procedureId: 1, reference: 'H32-1', particulars }
const given: EventFact = {
  ...{ kind: 'handed-over', batch: 3, number: 7, year: 2020, fromId: 1, toId: 2, note: '' },
  step: processing,
}
const note = ''

function history(...entries: [string, EventFact][]): DossierEvent[] {
  return entries.map(([on, fact], index) => ({
    ...{ seq: index + 1, happenedOn: civilDate(on), happenedAt: null, authorId: 1, fact },
    enteredAt: `${on}T02:00:00.000Z`,
  }))
}
const faultOf = (make: () => unknown): unknown => {
  try {
    make()
  } catch (error) {
    if (error instanceof HistoryError) return error.detail.fault
    throw error
  }
  return null
}

describe('the way through the office', () => {
  it('begins at the counter, goes on step by step and may be sent back', () => {
    const events = history(
      ['2020-01-02', accepted],
      ['2020-01-03', { kind: 'passed', holderId: 5, step: processing, left: 'on-time', note }],
      ['2020-01-06', { kind: 'passed', holderId: null, step: counter, back: true, note: 'thiếu bản vẽ' }],
    )
    expect(fold(events.slice(0, 1))).toMatchObject({
      state: 'accepted',
      step: { index: 0, since: '2020-01-02' },
    })
    expect(fold(events.slice(0, 2))).toMatchObject({ state: 'in-process', holderId: 5, step: { index: 1 } })
    expect(fold(events)).toMatchObject({ holderId: null, step: { index: 0, since: '2020-01-06', used: 0 } })
  })

  it('keeps what a step had used of its term when the clock stood still', () => {
    const dossier = fold(
      history(
        ['2020-01-02', accepted],
        ['2020-01-03', { kind: 'taken', holderId: 5, step: processing, note }],
        ['2020-01-06', { kind: 'paused', pause: 'agency', agency: 'UBND xã', note }],
        ['2020-01-09', { kind: 'resumed', stepUsed: 480, note }],
      ),
    )
    expect(dossier.step).toEqual({ ...processing, since: '2020-01-09', at: null, used: 480 })
    expect(dossier.pauses[0]).toMatchObject({ agency: 'UBND xã', endOn: '2020-01-09' })
  })
})

describe('a batch', () => {
  const start: [string, EventFact][] = [
    ['2020-01-02', accepted],
    ['2020-01-03', given],
  ]

  it('moves holder and step only once the receiver has confirmed it', () => {
    const open = fold(history(...start))
    expect(openHandover(open)).toMatchObject({ batch: 3, toId: 2 })
    expect(open).toMatchObject({ holderId: null, step: { index: 0 } })
    const taken = fold(history(...start, ['2020-01-06', { kind: 'handover-confirmed', batch: 3, note }]))
    expect(taken).toMatchObject({ holderId: 2, state: 'in-process', step: { index: 1, since: '2020-01-06' } })
    expect(taken.handovers).toMatchObject([{ state: 'confirmed', answeredOn: '2020-01-06' }])
  })

  it('leaves what was missing where it was, to be given out again', () => {
    const missing: [string, EventFact][] = [
      ...start,
      ['2020-01-06', { kind: 'handover-missing', batch: 3, note }],
    ]
    expect(fold(history(...missing))).toMatchObject({ holderId: null, handovers: [{ state: 'missing' }] })
    const again = fold(history(...missing, ['2020-01-06', { ...given, batch: 4, number: 8 }]))
    expect(openHandover(again)?.batch).toBe(4)
  })

  it('cannot be entered twice, nor answered for another', () => {
    const twice = history(...start, ['2020-01-03', { ...given, batch: 4 }])
    expect(faultOf(() => fold(twice))).toBe('handover-open')
    const other = history(...start, ['2020-01-06', { kind: 'handover-confirmed', batch: 9, note }])
    expect(faultOf(() => fold(other))).toBe('not-in-batch')
  })

  it('is left by a dossier that goes another way meanwhile', () => {
    const ended = fold(history(...start, ['2020-01-06', { kind: 'withdrawn', note }]))
    expect(ended.handovers).toMatchObject([{ state: 'superseded' }])
  })
})

describe('an apology', () => {
  const drafted: EventFact = {
    ...{ kind: 'apology-drafted', dueOn: civilDate('2020-01-15'), cause: 'tax', reason: 'Chờ cơ quan thuế' },
  }

  it('leaves the due date and stands beside it', () => {
    const dossier = fold(
      history(
        ['2020-01-02', accepted],
        ['2020-01-08', drafted],
        ['2020-01-09', { kind: 'apology-approved', note }],
      ),
    )
    expect(dossier.dueOn).toBe('2020-01-10')
    expect(dossier.apology).toMatchObject({
      state: 'approved',
      dueOn: '2020-01-15',
      sentOn: '2020-01-09',
      late: false,
    })
  })

  it('is late on the due date itself', () => {
    const dossier = fold(
      history(
        ['2020-01-02', accepted],
        ['2020-01-09', drafted],
        ['2020-01-10', { kind: 'apology-approved', note }],
      ),
    )
    expect(dossier.apology).toMatchObject({ late: true })
  })

  it('is sent once only, to a later day, and after a draft', () => {
    const sent: [string, EventFact][] = [
      ['2020-01-02', accepted],
      ['2020-01-08', drafted],
      ['2020-01-09', { kind: 'apology-approved', note }],
    ]
    expect(faultOf(() => fold(history(...sent, ['2020-01-09', drafted])))).toBe('apology-sent-before')
    const early: EventFact = { ...drafted, dueOn: civilDate('2020-01-10') }
    expect(faultOf(() => fold(history(['2020-01-02', accepted], ['2020-01-08', early])))).toBe(
      'apology-not-later',
    )
    const none = history(['2020-01-02', accepted], ['2020-01-08', { kind: 'apology-approved', note }])
    expect(faultOf(() => fold(none))).toBe('no-apology-drafted')
  })

  it('that was not approved may be drafted again; one of a day gone by is not sent', () => {
    const again = history(
      ['2020-01-02', accepted],
      ['2020-01-07', drafted],
      ['2020-01-07', { kind: 'apology-rejected', note: 'làm kịp' }],
      ['2020-01-08', drafted],
    )
    expect(fold(again).apology).toMatchObject({ state: 'drafted', draftedOn: '2020-01-08' })
    const tooLate = history(
      ['2020-01-02', accepted],
      ['2020-01-08', drafted],
      ['2020-01-15', { kind: 'apology-approved', note }],
    )
    expect(faultOf(() => fold(tooLate))).toBe('apology-not-later')
  })
})

describe('an application', () => {
  it('is no dossier before it is accepted, and both moments are kept', () => {
    const before = history(['2020-01-02', arrived])
    expect(isAccepted(before)).toBe(false)
    expect(faultOf(() => fold(before))).toBe('not-accepted')
    const events = history(['2020-01-02', arrived], ['2020-01-03', accepted])
    expect(fold(events)).toMatchObject({
      ...{ acceptedOn: '2020-01-03', arrivedAt: '2020-01-02T02:00:00.000Z', reference: 'H32-1', version: 2 },
    })
    expect(foldArrival(events)).toMatchObject({ state: 'accepted', answeredAt: '2020-01-03T02:00:00.000Z' })
  })

  it('has its answer due anew once what was asked for has come', () => {
    const events = history(
      ['2020-01-02', arrived],
      ['2020-01-03', { kind: 'completion-asked', items: ['Đơn'], reason: 'thiếu đơn', contact: '' }],
      ['2020-01-06', { kind: 'completed', note }],
    )
    expect(foldArrival(events)).toMatchObject({
      ...{ state: 'waiting', asked: 1, answerFrom: '2020-01-06T02:00:00.000Z' },
      answeredAt: '2020-01-03T02:00:00.000Z',
    })
  })

  it('that was declined takes no further step', () => {
    const events = history(['2020-01-02', arrived], ['2020-01-03', { kind: 'declined', reason: 'sai nơi' }])
    expect(foldArrival(events)).toMatchObject({ state: 'declined' })
    expect(faultOf(() => foldArrival([...events, { ...events[1]!, seq: 3 }]))).toBe('no-such-event')
  })
})

it('a form printed again is the same paper once more', () => {
  const print: EventFact = { kind: 'form-printed', form: 'supplement', of: 2, number: 4, year: 2020 }
  const dossier = fold(history(['2020-01-02', accepted], ['2020-01-03', print], ['2020-01-06', print]))
  expect(dossier.prints).toEqual([
    { form: 'supplement', of: 2, number: 4, year: 2020, printedOn: '2020-01-06', copies: 2 },
  ])
})
