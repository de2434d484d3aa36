import { describe, expect, it } from 'vitest'
import { bundledCalendar } from '../clock/test-calendar.ts'
import { civilDate, instantOf } from '../civil-date.ts'
import { DEFAULT_CLOCK } from '../clock.ts'
import { type DossierEvent, type EventFact, EMPTY_PARTICULARS, answersOf } from '../dossier.ts'

const calendar = bundledCalendar()
const { hours } = DEFAULT_CLOCK
const at = (text: string): string => instantOf(civilDate(text.slice(0, 10)), text.slice(11))
const particulars = { ...EMPTY_PARTICULARS, applicantName: 'Nguyễn Văn A' }
const ARRIVED: EventFact = { kind: 'arrived', procedureId: 1, reference: 'H32-1', particulars }
const ASKED: EventFact = { kind: 'completion-asked', items: ['Hợp đồng'], reason: 'thiếu', contact: '' }
const COMPLETED: EventFact = { kind: 'completed', note: '' }
const ACCEPTED: EventFact = {
  ...{ kind: 'accepted', code: 'X-1', procedureId: 1, dueOn: civilDate('2026-12-04') },
  ...{ dueSource: 'computed', particulars },
}

const answers = (...entries: [string, EventFact][]) =>
  answersOf(
    entries.map(([moment, fact], index): DossierEvent => ({
      ...{ seq: index + 1, happenedOn: civilDate(moment.slice(0, 10)), happenedAt: at(moment) },
      ...{ enteredAt: at(moment), authorId: 1, fact },
    })),
    calendar,
    hours,
  )

describe('the answers to an application', () => {
  it('are owed from the arrival and again from each completion, each with its own eight hours', () => {
    const given = answers(
      ['2026-11-20 16:00', ARRIVED],
      ['2026-11-23 16:00', ASKED],
      ['2026-11-26 09:00', COMPLETED],
      ['2026-11-27 10:30', ACCEPTED],
    )
    expect(given).toMatchObject([
      { due: at('2026-11-23 16:00'), at: at('2026-11-23 16:00'), late: false, lateMinutes: 0 },
      { from: at('2026-11-26 09:00'), due: at('2026-11-27 09:00'), late: true, lateMinutes: 90 },
    ])
    expect(given).toHaveLength(2)
  })
  it('that are still owed have no moment', () => {
    expect(answers(['2026-11-20 16:00', ARRIVED])).toMatchObject([{ at: null, enteredAt: null, late: false }])
  })
  it('are not owed while completion is waited for: accepting then is late for nothing', () => {
    const given = answers(
      ['2026-11-20 16:00', ARRIVED],
      ['2026-11-20 16:30', ASKED],
      ['2026-12-15 10:00', ACCEPTED],
    )
    expect(given).toMatchObject([{ at: at('2026-11-20 16:30'), late: false }])
  })
  it('stay late when the application is taken back after their time', () => {
    const retracted: EventFact = { kind: 'retracted', note: '' }
    expect(answers(['2026-11-20 16:00', ARRIVED], ['2026-11-23 16:20', retracted])).toMatchObject([
      { at: null, late: true, lateMinutes: 20 },
    ])
    expect(answers(['2026-11-20 16:00', ARRIVED], ['2026-11-23 09:00', retracted])).toMatchObject([
      { late: false },
    ])
  })
  it('take no notice of what happens after acceptance, and are none for a dossier received at the counter', () => {
    expect(
      answers(
        ['2026-11-20 16:00', ARRIVED],
        ['2026-11-23 08:00', ACCEPTED],
        ['2026-11-26 08:00', { kind: 'taken', holderId: 1, note: '' }],
      ),
    ).toHaveLength(1)
    expect(answers(['2026-11-20 16:00', ACCEPTED])).toEqual([])
  })
})
