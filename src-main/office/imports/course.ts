/**
 * How far a dossier of a register has come: its state, and the days of its result and return.
 */
import type { CivilDate } from '../../domain/civil-date.ts'
import { type DossierState, isEnded } from '../../domain/dossier.ts'
import type { ReadDate } from './cells.ts'
import type { CheckedRow } from './row.ts'
import { readState } from './words.ts'

/** A state, and the days that go with it. */
export interface Course {
  state: DossierState
  /** Set in every state whose clock has ended. */
  ended: ReadDate | null
  /** Set when returned; for refused, withdrawn and stopped dossiers the day the papers were given back. */
  returned: ReadDate | null
}

interface Given {
  accepted: ReadDate | null
  holder: string
  today: CivilDate
}

/** Reads state and dates and holds them against each other. `null`, with a problem in the row, when they cannot be. */
export function readCourse(row: CheckedRow, { accepted, holder, today }: Given): Course | null {
  const before = row.problems.length
  const ended = row.date('endedOn')
  const returned = row.date('returnedOn')
  const unreadable = row.problems.length > before
  if (ended && ended.date > today) row.report('endedOn', 'date-in-future', { today })
  if (returned && returned.date > today) row.report('returnedOn', 'date-in-future', { today })
  checkOrder(row, accepted, ended, returned)
  const line = row.line('state', 100)
  const state = line === '' ? derivedState(ended, returned, holder) : readState(line)
  if (state === null) {
    row.report('state', 'bad-value')
    return null
  }
  // A date that could not be read is a problem of its own; it says nothing against the state.
  return unreadable ? null : settle(row, { state, ended, returned }, holder)
}

function checkOrder(
  row: CheckedRow,
  accepted: ReadDate | null,
  ended: ReadDate | null,
  returned: ReadDate | null,
): void {
  if (ended && accepted && ended.date < accepted.date) {
    row.report('endedOn', 'result-before-reception', { accepted: accepted.date, ended: ended.date })
  }
  if (!returned) return
  if (ended && returned.date < ended.date) {
    row.report('returnedOn', 'returned-before-result', { ended: ended.date, returned: returned.date })
  }
  if (!ended && accepted && returned.date < accepted.date) {
    row.report('returnedOn', 'result-before-reception', { accepted: accepted.date, ended: returned.date })
  }
}

function derivedState(ended: ReadDate | null, returned: ReadDate | null, holder: string): DossierState {
  if (returned) return 'returned'
  if (ended) return 'result-ready'
  return holder === '' ? 'accepted' : 'in-process'
}

/** Fills in a date that follows from the other one, which is told, and refuses what contradicts itself. */
function settle(row: CheckedRow, course: Course, holder: string): Course | null {
  const { state, ended, returned } = course
  const result = ended ?? returned
  if (!isEnded(state)) return result ? contradiction(row, course) : settleOpen(row, course, holder)
  if (!result) return contradiction(row, course)
  if (state === 'result-ready') return ended && !returned ? course : contradiction(row, course)
  if (!ended) row.tell('endedOn', 'missing', { assumed: result.date })
  if (state !== 'returned') return { state, ended: result, returned }
  if (!returned) row.tell('returnedOn', 'missing', { assumed: result.date })
  return { state, ended: result, returned: returned ?? result }
}

function settleOpen(row: CheckedRow, course: Course, holder: string): Course {
  if (course.state !== 'in-process' || holder !== '') return course
  // Somebody must have it to be in process; without a name it waits to be taken.
  row.tell('holder', 'missing', { assumed: 'accepted' })
  return { ...course, state: 'accepted' }
}

function contradiction(row: CheckedRow, { state, ended, returned }: Course): null {
  row.report(row.has('state') ? 'state' : 'endedOn', 'state-contradicts-dates', {
    state,
    ended: ended?.date ?? '',
    returned: returned?.date ?? '',
  })
  return null
}
