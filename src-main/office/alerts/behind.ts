/**
 * How many dossiers are behind schedule: past the term of the step they are in.
 */
import { instantOf } from '../../domain/civil-date.ts'
import { minutesOfTerm, workingMinutesBetween } from '../../domain/clock.ts'
import { type PathStep, pathOf, stepTermOf } from '../../domain/path.ts'
import { type OpenStep, openSteps } from '../../store/alerts.ts'
import type { Office } from '../context.ts'

/** The counts of one minute: every window asks once a minute, and again whenever something changes. */
const counted = new WeakMap<Office, { minute: string; counts: Map<number | null, number> }>()

/** Behind schedule now: of what somebody holds, or (`null`) of the branch. Counted once a minute. */
export function countBehind(office: Office, staffId: number | null): number {
  const minute = office.now().slice(0, 16)
  let known = counted.get(office)
  if (known?.minute !== minute) counted.set(office, (known = { minute, counts: new Map() }))
  const count = known.counts.get(staffId) ?? countNow(office, staffId)
  known.counts.set(staffId, count)
  return count
}

function countNow(office: Office, staffId: number | null): number {
  const paths = new Map<string, PathStep[]>()
  const pathAt = ({ procedureId, remote }: OpenStep): PathStep[] => {
    const key = `${procedureId} ${remote}`
    const version = office.rules.procedures.get(procedureId)
    const path = paths.get(key) ?? (version === undefined ? [] : pathOf(version, remote === 1))
    paths.set(key, path)
    return path
  }
  const { calendar, clock } = office.rules
  const now = office.now()
  return openSteps(office.store.read, staffId).filter((open) => {
    const step = pathAt(open)[open.step]
    if (step === undefined) return false
    const since = open.stepAt ?? instantOf(open.stepOn, clock.hours.morning[0])
    const used = open.used + workingMinutesBetween(since, now, calendar, clock.hours)
    return used > minutesOfTerm(stepTermOf(step), clock.hours)
  }).length
}
