import { describe, expect, it } from 'vitest'
import { WorkingCalendar } from './calendar.ts'
import { civilDate } from './civil-date.ts'
import { EMPTY_PARTICULARS, type EventFact } from './dossier.ts'
import { type BroughtEvent, type CheckedDossier, type Stamp, doubtsOf, stampsOf } from './figure-checks.ts'

const TODAY = civilDate('2020-06-30')
const CALENDAR = new WorkingCalendar([
  { date: civilDate('2020-06-11'), kind: 'off', name: 'Nghỉ', basis: 'x', status: 'confirmed' },
  { date: civilDate('2020-06-13'), kind: 'work', name: 'Làm bù', basis: 'x', status: 'confirmed' },
])

/** Something on a day at an hour, written down at that moment. */
function stamp(
  on: string,
  time: string | null = null,
  entered: string | null = `${on}T03:00:00.000Z`,
): Stamp {
  return { on: civilDate(on), at: time === null ? null : `${on}T${time}:00.000Z`, enteredAt: entered }
}

/** Nothing to doubt: received on Monday, ended on Wednesday, handed out on Friday. */
const GOOD: CheckedDossier = {
  accepted: stamp('2020-06-01'),
  ended: stamp('2020-06-03'),
  returned: stamp('2020-06-05'),
  dueOn: civilDate('2020-06-10'),
  countedDueOn: civilDate('2020-06-10'),
  officerId: 1,
}
const doubts = (changes: Partial<CheckedDossier>) => doubtsOf({ ...GOOD, ...changes }, CALENDAR, TODAY)

describe('a dossier', () => {
  it('whose dates can be believed has no doubt', () => {
    expect(doubts({})).toEqual([])
    expect(doubts({ ended: null, returned: null })).toEqual([])
  })

  it('that ended before it was received, by the hours of one day', () => {
    const hours = { accepted: stamp('2020-06-01', '02:00', null), ended: stamp('2020-06-01', '01:00', null) }
    expect(doubts(hours).map(({ kind }) => kind)).toEqual(['result-before-reception'])
    // Without the hours the same day is none to doubt.
    expect(
      doubts({ accepted: stamp('2020-06-01', null, null), ended: stamp('2020-06-01', '01:00', null) }),
    ).toEqual([])
  })

  it('that was handed out before it was ready', () => {
    const on = civilDate('2020-06-03')
    expect(
      doubts({ ended: stamp('2020-06-03', '02:00'), returned: stamp('2020-06-03', '01:00') }),
    ).toMatchObject([{ kind: 'collected-before-result', on, against: on }])
  })

  it('with a day after today, or after the day it was entered', () => {
    expect(doubts({ returned: stamp('2020-07-01') })).toMatchObject([
      { kind: 'in-the-future', on: civilDate('2020-07-01') },
    ])
    expect(doubts({ ended: stamp('2020-06-03', null, '2020-06-02T16:59:00.000Z') })).toMatchObject([
      { kind: 'in-the-future', on: civilDate('2020-06-03'), against: civilDate('2020-06-02') },
    ])
    // 17:00 in UTC is midnight in the office.
    expect(doubts({ ended: stamp('2020-06-03', null, '2020-06-02T17:00:00.000Z') })).toEqual([])
  })

  it('received, ended or handed out on a day off; a make-up Saturday is none', () => {
    expect(doubts({ accepted: stamp('2020-05-31') })).toMatchObject([{ kind: 'received-on-day-off' }])
    expect(doubts({ ended: stamp('2020-06-11'), returned: null })).toMatchObject([
      { kind: 'result-on-day-off', on: civilDate('2020-06-11') },
    ])
    expect(doubts({ returned: stamp('2020-06-14') })).toMatchObject([
      { kind: 'collected-on-day-off', on: civilDate('2020-06-14') },
    ])
    expect(doubts({ ended: stamp('2020-06-13'), returned: stamp('2020-06-13') })).toEqual([])
  })

  it('that ended within ten minutes of its entry, or of its own hours', () => {
    const at = (entered: string) => stamp('2020-06-03', null, entered)
    expect(
      doubts({ accepted: at('2020-06-03T03:00:00.000Z'), ended: at('2020-06-03T03:09:59.000Z') }),
    ).toMatchObject([{ kind: 'ended-at-once', on: civilDate('2020-06-03'), minutes: 9 }])
    expect(
      doubts({ accepted: at('2020-06-03T03:00:00.000Z'), ended: at('2020-06-03T03:10:00.000Z') }),
    ).toEqual([])
    const brought = {
      accepted: stamp('2020-06-03', '02:00', null),
      ended: stamp('2020-06-03', '02:04', null),
    }
    expect(doubts(brought)).toMatchObject([{ kind: 'ended-at-once', minutes: 4 }])
    // A file is entered all at once: that says nothing.
    expect(
      doubts({ accepted: stamp('2020-06-01', null, null), ended: stamp('2020-06-03', null, null) }),
    ).toEqual([])
  })

  it('nobody has, and one whose due date is not its term’s', () => {
    expect(doubts({ officerId: null })).toMatchObject([{ kind: 'no-holder', on: null }])
    expect(doubts({ countedDueOn: civilDate('2020-06-12') })).toMatchObject([
      { kind: 'term-differs', on: civilDate('2020-06-10'), against: civilDate('2020-06-12') },
    ])
    expect(doubts({ countedDueOn: null })).toEqual([])
  })

  it('may have several doubts, the impossible first', () => {
    const all = doubts({
      officerId: null,
      accepted: stamp('2020-06-07', '02:00', null),
      ended: stamp('2020-06-07', '01:00', null),
      returned: stamp('2020-06-07', null, null),
    })
    expect(all.map(({ kind }) => kind)).toEqual([
      'result-before-reception',
      'received-on-day-off',
      'result-on-day-off',
      'collected-on-day-off',
      'no-holder',
    ])
  })
})

describe('the moments of a history', () => {
  const event = (seq: number, on: string, fact: EventFact, importId: number | null = null): BroughtEvent => ({
    ...{ seq, happenedOn: civilDate(on), happenedAt: null, authorId: 1, importId, fact },
    enteredAt: `2020-06-${String(10 + seq)}T03:00:00.000Z`,
  })
  const accepted: EventFact = {
    ...{ kind: 'accepted', code: 'X-1', procedureId: 1, dueOn: civilDate('2020-06-10') },
    ...{ dueSource: 'printed', particulars: EMPTY_PARTICULARS },
  }
  const ready: EventFact = { kind: 'result-ready', note: '' }

  it('are those that hold after corrections, entered when they were set right', () => {
    const stamps = stampsOf([
      event(1, '2020-06-01', accepted, 7),
      event(2, '2020-06-02', ready),
      event(3, '2020-06-13', {
        ...{ kind: 'corrected', reason: 'x' },
        redated: { seq: 2, on: civilDate('2020-06-04'), at: null },
      }),
      event(4, '2020-06-05', { kind: 'returned', note: '' }),
      event(5, '2020-06-15', { kind: 'corrected', reason: 'x', revoked: 4 }),
    ])
    expect(stamps).toEqual({
      accepted: { on: '2020-06-01', at: null, enteredAt: null },
      ended: { on: '2020-06-04', at: null, enteredAt: '2020-06-13T03:00:00.000Z' },
      returned: null,
    })
  })

  it('are none before acceptance', () => {
    expect(stampsOf([])).toBeNull()
  })
})
