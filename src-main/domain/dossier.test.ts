import { describe, expect, it } from 'vitest'
import { civilDate } from './civil-date.ts'
import {
  type DossierEvent,
  type EventFact,
  type PauseKind,
  DOSSIER_STATES,
  EMPTY_PARTICULARS,
  HistoryError,
  effectiveEvents,
  fold,
  isEnded,
  isPromised,
  runningWait,
  standingPause,
  stepsFrom,
  stoppingPauses,
} from './dossier.ts'

const accepted: EventFact & { kind: 'accepted' } = {
  kind: 'accepted',
  code: '000.00.22.H32-200102-0001',
  procedureId: 1,
  dueOn: civilDate('2020-01-10'),
  dueSource: 'computed',
  particulars: { ...EMPTY_PARTICULARS, applicantName: 'Nguyễn Văn A' },
}

/** A history from pairs of day and fact. */
function history(...entries: [string, EventFact][]): DossierEvent[] {
  return entries.map(([on, fact], index) => ({
    seq: index + 1,
    happenedOn: civilDate(on),
    happenedAt: null,
    enteredAt: '2020-06-30T01:00:00.000Z',
    authorId: 1,
    fact,
  }))
}
const note = ''
const fault = (events: DossierEvent[]): unknown => {
  try {
    fold(events)
  } catch (error) {
    return error instanceof HistoryError ? error.detail : error
  }
  return null
}

describe('a dossier', () => {
  it('lives from acceptance over its holder and result to the applicant', () => {
    const dossier = fold(
      history(
        ['2020-01-02', accepted],
        ['2020-01-03', { kind: 'taken', holderId: 7, note }],
        ['2020-01-09', { kind: 'result-ready', note }],
        ['2020-01-13', { kind: 'returned', note }],
      ),
    )
    expect(dossier).toMatchObject({
      state: 'returned',
      holderId: 7,
      acceptedOn: '2020-01-02',
      endedOn: '2020-01-09',
      returnedOn: '2020-01-13',
      outcome: 'result',
      version: 4,
    })
  })
  it('keeps its pauses as intervals and closes the open one at the next step', () => {
    const dossier = fold(
      history(
        ['2020-01-02', accepted],
        ['2020-01-06', { kind: 'paused', pause: 'supplement', note }],
        ['2020-01-08', { kind: 'resumed', note, document: '5/PBS' }],
      ),
    )
    expect(dossier.pauses).toEqual([
      {
        kind: 'supplement',
        startOn: '2020-01-06',
        endOn: '2020-01-08',
        closedBy: 'resumption',
        document: '',
        stops: true,
      },
    ])
    expect(dossier.state).toBe('accepted')
  })
  it('waits for another agency with its clock stopped, or running on where that is said', () => {
    const waiting = (pause: PauseKind, stops?: false) =>
      fold(
        history(
          ['2020-01-02', accepted],
          ['2020-01-06', { kind: 'paused', pause, note, ...(stops === false ? { stops } : {}) }],
        ),
      )
    const [stands, runs] = [waiting('agency'), waiting('agency', false)]
    expect([stands.state, runs.state]).toEqual(['awaiting-agency', 'awaiting-agency'])
    expect([standingPause(stands)?.startOn, runningWait(stands)]).toEqual(['2020-01-06', null])
    expect([standingPause(runs), runningWait(runs)?.startOn]).toEqual([null, '2020-01-06'])
    expect([stoppingPauses(stands).length, stoppingPauses(runs).length]).toEqual([1, 0])
    // A history that says so of another kind was not written by this office: the law stops the clock for it.
    for (const kind of ['supplement', 'payment'] as const)
      expect(standingPause(waiting(kind, false))?.kind).toBe(kind)
  })
  it('cannot be returned before it has a result', () => {
    expect(fault(history(['2020-01-02', accepted], ['2020-01-03', { kind: 'returned', note }]))).toEqual({
      fault: 'step-not-allowed',
      step: 'returned',
      state: 'accepted',
    })
  })
  it('cannot have a result before its acceptance, nor be handed out before its result', () => {
    expect(
      fault(history(['2020-01-02', accepted], ['2020-01-01', { kind: 'result-ready', note }])),
    ).toMatchObject({
      fault: 'before-acceptance',
    })
    expect(
      fault(
        history(
          ['2020-01-02', accepted],
          ['2020-01-09', { kind: 'result-ready', note }],
          ['2020-01-08', { kind: 'returned', note }],
        ),
      ),
    ).toMatchObject({ fault: 'before-result' })
  })
  it('takes no step once it has ended', () => {
    for (const state of DOSSIER_STATES) {
      if (isEnded(state) && state !== 'result-ready') expect(stepsFrom(state)).toEqual([])
    }
    expect(stepsFrom('result-ready')).toEqual([
      'returned',
      'passed',
      'handed-over',
      'handover-confirmed',
      'handover-missing',
    ])
  })
})

describe('a correction', () => {
  const ended = history(['2020-01-02', accepted], ['2020-01-09', { kind: 'result-ready', note }])
  const corrected = (fact: Omit<EventFact & { kind: 'corrected' }, 'kind' | 'reason'>): DossierEvent[] => [
    ...ended,
    ...history(['2020-01-20', { kind: 'corrected', reason: 'gõ nhầm', ...fact }]).map((event) => ({
      ...event,
      seq: 3,
    })),
  ]

  it('changes particulars and leaves the rest', () => {
    const dossier = fold(corrected({ changes: { applicantName: 'Nguyễn Văn Á' } }))
    expect(dossier).toMatchObject({
      applicantName: 'Nguyễn Văn Á',
      state: 'result-ready',
      endedOn: '2020-01-09',
      version: 3,
    })
  })
  it('moves an earlier event to the day it really happened', () => {
    expect(fold(corrected({ redated: { seq: 2, on: civilDate('2020-01-13'), at: null } })).endedOn).toBe(
      '2020-01-13',
    )
  })
  it('takes back an event that never happened', () => {
    expect(fold(corrected({ revoked: 2 }))).toMatchObject({ state: 'accepted', endedOn: null, outcome: null })
  })
  it('leaves what was written in the history', () => {
    const events = corrected({ revoked: 2 })
    expect(events).toHaveLength(3)
    expect(effectiveEvents(events).map((event) => event.seq)).toEqual([1, 3])
  })
  it('cannot take back the acceptance, an unknown event or another correction', () => {
    expect(fault(corrected({ revoked: 1 }))).toEqual({ fault: 'acceptance-cannot-be-revoked' })
    expect(fault(corrected({ revoked: 9 }))).toEqual({ fault: 'no-such-event', seq: 9 })
    expect(fault(corrected({ revoked: 3 }))).toEqual({ fault: 'no-such-event', seq: 3 })
  })
  it('is refused when what follows would become impossible', () => {
    const events = history(
      ['2020-01-02', accepted],
      ['2020-01-09', { kind: 'result-ready', note }],
      ['2020-01-10', { kind: 'returned', note }],
      ['2020-01-20', { kind: 'corrected', reason: 'x', revoked: 2 }],
    )
    expect(fault(events)).toMatchObject({ fault: 'step-not-allowed', step: 'returned' })
  })
})

describe('a printed receipt', () => {
  const printed = (dueOn: string): EventFact => ({
    ...{ kind: 'receipt-printed', number: 7, year: 2020, firstDueOn: null },
    dueOn: civilDate(dueOn),
  })
  it('leaves state and due date as they are; the last print is known, and how many there were', () => {
    const once = fold(history(['2020-01-02', accepted], ['2020-01-02', printed('2020-01-10')]))
    expect(once).toMatchObject({ state: 'accepted', dueOn: '2020-01-10', lastStepOn: '2020-01-02' })
    const twice = fold(
      history(
        ['2020-01-02', accepted],
        ['2020-01-02', printed('2020-01-10')],
        ['2020-01-06', printed('2020-01-13')],
      ),
    )
    expect(twice.receipt).toEqual({
      ...{ number: 7, year: 2020, dueOn: '2020-01-13', firstDueOn: null },
      ...{ printedOn: '2020-01-06', copies: 2 },
    })
  })
  it('promises the due date, as a paper register does', () => {
    expect(isPromised(fold(history(['2020-01-02', accepted])))).toBe(false)
    expect(isPromised(fold(history(['2020-01-02', { ...accepted, dueSource: 'printed' }])))).toBe(true)
    expect(isPromised(fold(history(['2020-01-02', accepted], ['2020-01-02', printed('2020-01-10')])))).toBe(
      true,
    )
  })
  it('cannot be before acceptance, nor after the end', () => {
    expect(fault(history(['2020-01-02', accepted], ['2020-01-01', printed('2020-01-10')]))).toMatchObject({
      fault: 'before-acceptance',
    })
    const refused = history(
      ['2020-01-02', accepted],
      ['2020-01-03', { kind: 'refused', note }],
      ['2020-01-03', printed('2020-01-10')],
    )
    expect(fault(refused)).toEqual({ fault: 'step-not-allowed', step: 'receipt-printed', state: 'refused' })
  })
})
