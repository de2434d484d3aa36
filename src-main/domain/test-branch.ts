/**
 * A made-up year of a branch, told in histories, for tests of what is learnt from histories: three procedures with steps of
 * their own pace, officers who are not equally quick, dossiers sent back, pauses, and a few that lie. The same every time.
 */
import type { WorkingCalendar } from './calendar.ts'
import { type CivilDate, civilDate, fromDayNumber, toDayNumber } from './civil-date.ts'
import { workingDayAfter } from './clock.ts'
import { type DossierEvent, EMPTY_PARTICULARS, type EventFact } from './dossier.ts'
import type { StepRef, StepRole } from './path.ts'

/** A procedure of the branch: its term, and the days its steps take: at least, and on average. */
interface Pace {
  key: string
  term: number
  steps: readonly { role: StepRole; least: number; mean: number }[]
}

export const PACES: readonly Pace[] = [
  {
    key: 'exchange-certificate',
    term: 5,
    steps: [
      { role: 'counter', least: 0, mean: 0.4 },
      { role: 'processing', least: 1, mean: 2.1 },
      { role: 'signature', least: 0, mean: 0.7 },
    ],
  },
  {
    key: 'transfer',
    term: 10,
    steps: [
      { role: 'counter', least: 0, mean: 0.5 },
      { role: 'processing', least: 2, mean: 4.4 },
      { role: 'signature', least: 1, mean: 1.8 },
    ],
  },
  {
    key: 'first-household',
    term: 20,
    steps: [
      { role: 'counter', least: 0, mean: 1 },
      { role: 'processing', least: 4, mean: 10 },
      { role: 'agency', least: 1, mean: 3.5 },
      { role: 'signature', least: 1, mean: 1.5 },
    ],
  },
]

/** A dossier of the branch, from its acceptance to its end. */
export interface Life {
  pace: Pace
  events: DossierEvent[]
  acceptedOn: CivilDate
  endedOn: CivilDate
}

/** Draws in a fixed sequence (mulberry32). */
function chanceOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** So many dossiers a working day, from the first to the last. @param procedureIdOf the version accepted under. */
export function branchYear(
  { from, to }: { from: CivilDate; to: CivilDate },
  perDay: number,
  calendar: WorkingCalendar,
  procedureIdOf: (key: string) => number = (key) => 1 + PACES.findIndex((pace) => pace.key === key),
): Life[] {
  const chance = chanceOf(20_260_630)
  const lives: Life[] = []
  for (let day = toDayNumber(from); day <= toDayNumber(to); day++) {
    if (!calendar.isWorking(day)) continue
    for (let n = 0; n < perDay; n++) {
      const pace = PACES[Math.floor(chance() * PACES.length)] ?? PACES[0]
      if (pace) {
        const code = `X-${lives.length}`
        lives.push(tell(pace, procedureIdOf(pace.key), code, fromDayNumber(day), calendar, chance))
      }
    }
  }
  return lives
}

function tell(
  pace: Pace,
  procedureId: number,
  code: string,
  acceptedOn: CivilDate,
  calendar: WorkingCalendar,
  chance: () => number,
): Life {
  const events: DossierEvent[] = []
  const add = (happenedOn: CivilDate, fact: EventFact): void => {
    const enteredAt = `${happenedOn}T03:00:00.000Z`
    events.push({ seq: events.length + 1, happenedOn, happenedAt: null, enteredAt, authorId: 1, fact })
  }
  const after = (from: CivilDate, days: number): CivilDate => workingDayAfter(from, days, calendar)
  let dueOn = after(acceptedOn, pace.term)
  const stepOf = (index: number): StepRef => ({ index, role: pace.steps[index]?.role ?? 'processing' })
  add(acceptedOn, {
    ...{ kind: 'accepted', code, procedureId, dueOn, dueSource: 'computed', step: stepOf(0) },
    particulars: { ...EMPTY_PARTICULARS, applicantName: 'Nguyễn Văn A' },
  })
  // Who deals with it is quick or slow; a few dossiers lie, whoever has them.
  const slowness = (chance() < 0.25 ? 1.7 : 0.8) * (chance() < 0.03 ? 3 : 1)
  const stay = (least: number, mean: number): number =>
    least + Math.round(-Math.log(1 - chance()) * (mean - least) * slowness)
  let day = acceptedOn
  for (let index = 0; index < pace.steps.length; index++) {
    const step = pace.steps[index]
    if (!step) break
    if (index > 0) add(day, { kind: 'passed', holderId: null, note: '', step: stepOf(index) })
    // One in ten waits for a supplement on the specialist's desk; the days it waits move the due date.
    if (step.role === 'processing' && chance() < 0.1 && day < dueOn) {
      const waited = 1 + Math.floor(chance() * 8)
      add(day, { kind: 'paused', pause: 'supplement', note: '' })
      const resumed = after(day, waited)
      dueOn = after(dueOn, waited)
      add(resumed, { kind: 'resumed', note: '' })
      add(resumed, { kind: 'due-moved', dueOn, cause: 'pause', changeId: null, note: '' })
      day = resumed
    }
    day = after(day, stay(step.least, step.mean))
    // One in twenty comes back from the signature.
    if (step.role === 'signature' && chance() < 0.05) {
      add(day, { kind: 'passed', holderId: null, back: true, note: 'làm lại', step: stepOf(1) })
      day = after(day, stay(1, 2))
      add(day, { kind: 'passed', holderId: null, note: '', step: stepOf(index) })
    }
  }
  add(day, { kind: 'result-ready', note: '' })
  return { pace, events, acceptedOn, endedOn: day }
}

/** The first and last day of the generated year, and the ends of its months. */
export const BRANCH_YEAR = { from: civilDate('2025-01-02'), to: civilDate('2025-12-31') }
