/**
 * Which list of the desk is asked for, as the store and the worker take it.
 */
import type { DeskFilter } from '../../contract/desk.ts'
import type { DossierSort } from '../../contract/dossier-list.ts'
import type { WorkingCalendar } from '../../domain/calendar.ts'
import { dueDatesOf, workingDayAfterOrLast } from '../../domain/clock.ts'
import type { LegHolder } from '../../domain/legs.ts'
import { type DeskQuery, deskQuery } from '../../store/desk.ts'
import type { QueueMoment } from '../../store/dossiers.ts'

/** Which list, and how it is sorted. */
export interface DeskListing {
  query: DeskQuery
  whose: LegHolder | null
  /** The list of those likely to end late: in the order of likelihood, whatever else is asked for. */
  atRisk: boolean
  sort: DossierSort
}

/** The list a filter asks for, on the day and for the person of the moment. */
export function listingOf(
  filter: DeskFilter,
  sort: DossierSort,
  moment: QueueMoment,
  calendar: WorkingCalendar,
): DeskListing {
  const { list, band, whose, within } = filter
  const query = deskQuery(filter, moment, {
    tomorrow: workingDayAfterOrLast(moment.today, 1, calendar),
    soon: workingDayAfterOrLast(moment.today, within, calendar),
    due: list === 'late' && band !== null ? dueDatesOf(band, moment.today, calendar) : null,
  })
  return { query, whose, atRisk: list === 'at-risk', sort }
}

/** Every late dossier, and every one at risk. */
export const EVERY_LATE: DeskFilter = {
  ...{ list: 'late', within: 1, search: '', holder: null, procedureId: null, commune: null },
  ...{ apology: null, cause: null, band: null, whose: null },
}
export const EVERY_AT_RISK: DeskFilter = { ...EVERY_LATE, list: 'at-risk' }
