/**
 * Changes of rules and dossiers for the tests of the calendar.
 */
import type { DayChange, RuleChange } from '../../contract/calendar.ts'
import type { OfficeClient } from '../../contract/index.ts'
import { civilDate } from '../../domain/civil-date.ts'
import { DEFAULT_CLOCK } from '../../domain/clock.ts'
import { type TestCore, procedureId, receptionOf } from '../test-core.ts'

/** A date made a day off, a make-up day, or freed. */
export function day(date: string, kind: 'off' | 'work' | null): DayChange {
  const row = {
    kind: kind ?? 'off',
    name: 'Nghỉ bão',
    basis: 'Công văn 12/UBND',
    status: 'confirmed' as const,
  }
  return { date: civilDate(date), row: kind === null ? null : row }
}

/** A change of those dates and nothing else. */
export const changeOf = (...days: DayChange[]): RuleChange => ({ days, clock: null })

/** The default conventions, some of them otherwise. */
export function clockWith(
  rest: Partial<Pick<NonNullable<RuleChange['clock']>, 'sameDayCutOff' | 'offDayReception'>>,
): NonNullable<RuleChange['clock']> {
  return { ...DEFAULT_CLOCK, hours: { morning: ['07:30', '11:30'], afternoon: ['13:00', '17:00'] }, ...rest }
}

/** Looks what the change would do and makes it. */
export async function make(client: OfficeClient, change: RuleChange, reason = 'Bão số 9'): Promise<number> {
  const { digest } = await client.calendar.whatIf(change)
  return (await client.calendar.apply({ ...change, reason, digest })).moved
}

/** Receives a dossier at a moment of the office's clock; returns its key. */
export async function receiveAt({ client, setNow }: TestCore, key: string, moment: string): Promise<number> {
  setNow(moment)
  return (await client.reception.receive(receptionOf(await procedureId(client, key, moment.slice(0, 10))))).id
}

/** The due date a dossier has now. */
export async function dueOf(client: OfficeClient, id: number): Promise<string> {
  return (await client.dossiers.get({ id })).row.dueOn
}
