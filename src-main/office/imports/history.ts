/**
 * The history a row of a register stands for.
 */
import { type CivilDate, type Instant, formatDate, instantOf } from '../../domain/civil-date.ts'
import {
  type DossierEvent,
  type DossierState,
  type EventFact,
  HistoryError,
  type Particulars,
  type PauseKind,
  fold,
} from '../../domain/dossier.ts'
import type { ReadDate } from './cells.ts'
import type { Course } from './course.ts'

/** An event as the row gives it; who takes a dossier is known by name only. Plain data. */
export interface PlannedEvent {
  happenedOn: CivilDate
  happenedAt: Instant | null
  fact: Exclude<EventFact, { kind: 'taken' }> | { kind: 'taken'; holder: string }
}

/** A dossier that will come in. */
export interface PlannedDossier {
  code: string
  events: PlannedEvent[]
}

/** What a row has been read as. */
export interface ReadRow {
  code: string
  procedureId: number
  particulars: Particulars
  accepted: ReadDate
  due: { on: CivilDate; source: 'printed' | 'computed' }
  holder: string
  course: Course
  /** The day of the import. */
  today: CivilDate
}

/** Plans the events of a row. */
export function planHistory(read: ReadRow): PlannedDossier {
  const { code, procedureId, accepted, due, holder, course, today } = read
  const events: PlannedEvent[] = []
  const add = ({ date, time }: ReadDate, fact: PlannedEvent['fact']): void => {
    events.push({ happenedOn: date, happenedAt: time === null ? null : instantOf(date, time), fact })
  }
  const particulars = particularsOf(read)
  add(accepted, { kind: 'accepted', code, procedureId, dueOn: due.on, dueSource: due.source, particulars })
  if (holder !== '' && course.state !== 'accepted') {
    // The register says who, not when; it was on the day of acceptance at the earliest.
    add({ date: accepted.date, time: null }, { kind: 'taken', holder })
  }
  const pause = PAUSES[course.state]
  // Nor does it say since when a dossier waits: on the day of the import it is known to.
  if (pause) add({ date: today, time: null }, { kind: 'paused', pause, note: '' })
  if (course.ended) addEnd(course, course.ended, add)
  return { code, events }
}

const PAUSES: Partial<Record<DossierState, PauseKind>> = {
  'awaiting-supplement': 'supplement',
  'awaiting-payment': 'payment',
  'awaiting-agency': 'agency',
}

function addEnd(
  { state, returned }: Course,
  ended: ReadDate,
  add: (date: ReadDate, fact: PlannedEvent['fact']) => void,
): void {
  if (state === 'refused' || state === 'withdrawn' || state === 'stopped') {
    // These ends have no return of their own.
    const note =
      returned && returned.date !== ended.date ? `Trả lại hồ sơ ngày ${formatDate(returned.date)}` : ''
    add(ended, { kind: state, note })
    return
  }
  add(ended, { kind: 'result-ready', note: '' })
  if (returned) add(returned, { kind: 'returned', note: '' })
}

/** A dossier nobody has taken yet has no holder; a name in the register is kept in its note. */
function particularsOf({ particulars, holder, course }: ReadRow): Particulars {
  if (holder === '' || course.state !== 'accepted') return particulars
  const note = [particulars.note, `Cán bộ thụ lý: ${holder}`].filter(Boolean).join('; ')
  return { ...particulars, note: note.slice(0, 1000) }
}

/** The planned events as history. `holderKey` gives the key of the person of that name. */
export function toHistory(
  events: readonly PlannedEvent[],
  entry: { enteredAt: Instant; authorId: number; holderKey: (name: string) => number },
): DossierEvent[] {
  return events.map(({ happenedOn, happenedAt, fact }, index) => ({
    seq: index + 1,
    happenedOn,
    happenedAt,
    enteredAt: entry.enteredAt,
    authorId: entry.authorId,
    fact: fact.kind === 'taken' ? { kind: 'taken', holderId: entry.holderKey(fact.holder), note: '' } : fact,
  }))
}

/** Whether the events make a dossier, by the same rules as every other history. */
export function isHistory(events: readonly PlannedEvent[]): boolean {
  try {
    fold(toHistory(events, { enteredAt: '', authorId: 0, holderKey: () => 0 }))
    return true
  } catch (error) {
    if (error instanceof HistoryError) return false
    throw error
  }
}
