/**
 * Which steps are behind schedule now: asked of the clock once for each place, not once for each dossier.
 */
import { dateOfInstant } from '../../domain/civil-date.ts'
import { earliestInTime, startOfMorning } from '../../domain/clock.ts'
import { pathOf, stepTermOf } from '../../domain/path.ts'
import type { ReadDb } from '../../store/database.ts'
import { behindParameter, stepPlaces } from '../../store/steps.ts'
import type { Office } from '../context.ts'

/** The places in which steps begun before a moment are behind now, as the lists take them. */
export function behindNow(office: Office, db: ReadDb): string {
  const { calendar, clock, procedures } = office.rules
  const rules = { calendar, hours: clock.hours }
  const now = office.now()
  const paths = new Map<string, ReturnType<typeof pathOf>>()
  const pathAt = (procedureId: number, remote: 0 | 1): ReturnType<typeof pathOf> => {
    const key = `${procedureId} ${remote}`
    const version = procedures.get(procedureId)
    const path = paths.get(key) ?? (version === undefined ? [] : pathOf(version, remote === 1))
    paths.set(key, path)
    return path
  }
  const places = stepPlaces(db).flatMap((place) => {
    const step = pathAt(place.procedureId, place.remote)[place.step]
    if (step === undefined) return []
    const before = earliestInTime(stepTermOf(step), place.used, now, rules)
    const day = dateOfInstant(before)
    return [{ ...place, before, day, opens: startOfMorning(day, rules.hours) }]
  })
  return behindParameter(places)
}
