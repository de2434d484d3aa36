/**
 * Making a change of rules: calendar, conventions, its record and the moved due dates, all in one transaction.
 */
import type { RuleChange } from '../../contract/calendar.ts'
import { OfficeError, fieldError } from '../../contract/errors.ts'
import type { Input, Output } from '../../contract/index.ts'
import type { WriteDb } from '../../store/database.ts'
import { appendDueMove } from '../../store/events.ts'
import { registerMark } from '../../store/open-dossiers.ts'
import { addCalendarDay, listCalendar, removeCalendarDay } from '../../store/reference.ts'
import { addRuleChange, nextEventId } from '../../store/rule-changes.ts'
import { note } from '../audit/note.ts'
import type { Context, Office } from '../context.ts'
import type { Session } from '../core.ts'
import type { ChangeDetail } from './change-detail.ts'
import { userOf } from '../people/presence.ts'
import { checkChange, effectOf } from './check-change.ts'
import { setClockSetting } from './clock-setting.ts'
import type { ChangePlan } from './what-if.ts'

/** Dossiers written between two looks at the event loop: a millisecond or two. */
const STEP = 100
/** Dossiers written between two notices. */
const NOTICE_EVERY = 1000
/** How often the count is made again because something was entered while it was made. */
const MOST_ATTEMPTS = 5

/** What is written, by whom and why. */
interface Writing {
  context: Context
  plan: ChangePlan
  authorId: number
  reason: string
}

/** The changes being made, by the window that makes them. */
const making = new WeakMap<Session, AbortController>()

/**
 * Makes the change: all of it in one transaction, so that a program that dies meanwhile leaves nothing of it behind.
 * @throws OfficeError `what-if-outdated` when something else would happen than was shown, `invalid-input`, `busy`,
 * `cancelled`.
 */
export async function applyChange(
  context: Context,
  input: Input<'calendar', 'apply'>,
): Promise<Output<'calendar', 'apply'>> {
  const { session } = context
  if (making.has(session)) throw new OfficeError('busy')
  const control = new AbortController()
  making.set(session, control)
  try {
    return await make(context, input, control.signal)
  } finally {
    making.delete(session)
  }
}

/** Calls off the change this window is making, as long as it is not on disk; then it is answered `cancelled`. */
export function cancelApply({ session }: Context): null {
  making.get(session)?.abort()
  return null
}

async function make(
  context: Context,
  { reason, digest, ...change }: Input<'calendar', 'apply'>,
  signal: AbortSignal,
): Promise<Output<'calendar', 'apply'>> {
  const { office } = context
  const authorId = userOf(context)
  checkChange(change)
  const before = { days: listCalendar(office.store.read), clock: office.rules.clock }
  const effect = effectOf(change, before)
  if (effect.days.length === 0 && effect.clock === null) throw fieldError('days', 'nothing-changed')
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const plan = await office.worker.run('planChange', { change, today: office.today() }, { signal })
    if (plan.digest !== digest) throw new OfficeError('what-if-outdated')
    const changeId = await office.store.writeInSteps(
      (db) => write(db, { context, plan, authorId, reason }),
      () => signal.aborted,
    )
    if (changeId === null) continue
    // Before anything else is written: the next reception counts by the new rules.
    office.rulesChanged()
    office.notify({ topic: 'dossiers' })
    return { changeId, moved: plan.ids.length }
  }
  throw new OfficeError('busy')
}

/** Writes the change; `null`, and nothing written, when something was entered since the plan was made. */
function* write(db: WriteDb, { context, plan, authorId, reason }: Writing): Generator<void, number | null> {
  const { office } = context
  if (registerMark(db) !== plan.mark) return null
  const { days, clock } = plan.effect
  for (const { date, row } of days) {
    removeCalendarDay(db, date)
    if (row !== null) addCalendarDay(db, { date, ...row })
  }
  const clockBefore = clock === null ? null : toPlain(office.rules.clock)
  if (clock !== null) setClockSetting(db, clock)
  const moved = plan.ids.length
  const firstEvent = nextEventId(db)
  const detail: ChangeDetail = { days, clock: clock && toPlain(clock), clockBefore, moved, firstEvent }
  const at = office.now()
  const today = office.today()
  const changeId = addRuleChange(db, {
    ...{ kind: 'calendar' as const, at, authorId, reason },
    detail: JSON.stringify(detail),
  })
  const tell = (done: number): void =>
    office.notify({ topic: 'progress', operation: 'calendar-apply', done, total: moved })
  tell(0)
  for (let i = 0; i < moved; i++) {
    const [id, version, dueOn] = [plan.ids[i], plan.versions[i], plan.duesAfter[i]]
    if (id === undefined || version === undefined || dueOn === undefined) throw new Error('a plan cut short')
    appendDueMove(db, id, {
      ...{ seq: version + 1, happenedOn: today, happenedAt: at, enteredAt: at, authorId },
      fact: { kind: 'due-moved', dueOn, cause: 'rules', changeId, note: reason },
    })
    const done = i + 1
    if (done % NOTICE_EVERY === 0) tell(done)
    if (done % STEP === 0) yield
  }
  note(db, context, 'calendar-changed', {
    detail: { changeId, reason, days: days.length, clock: clock !== null, moved },
    changed: ['calendar_day', 'setting', 'rule_change'],
    authorId,
  })
  return changeId
}

/** The settings as the contract has them. */
function toPlain({ hours, ...rest }: Office['rules']['clock']): NonNullable<RuleChange['clock']> {
  return { ...rest, hours: { morning: [...hours.morning], afternoon: [...hours.afternoon] } }
}
