/**
 * What a list shows, as bare SQL. Written down here on its own, not taken from the store: the raw side must not
 * inherit the store's mistakes.
 */
import { type CivilDate, fromDayNumber, toDayNumber } from '../src-main/domain/civil-date.ts'

/** A row of a list with the names it refers to. */
export const LISTED = `d.id, d.code, d.procedure_id, p.name_vi, d.applicant_name, d.id_number, d.phone, d.address,
  d.commune, d.map_sheet, d.plot, d.certificate_number, d.channel, d.online_level, d.accepted_on, d.accepted_at,
  d.due_on, d.due_source, d.ended_on, d.returned_on, d.state, d.holder_id, s.name, d.version`

/** The names a row refers to. */
export const NAMES =
  'JOIN procedure_version p ON p.id = d.procedure_id LEFT JOIN staff s ON s.id = d.holder_id'

/** A page of a list. */
export const PAGE_SIZE = 50

/** A day that is soon enough; how many working days lie between plays no part in what it costs. */
export function threeDaysAfter(day: CivilDate): CivilDate {
  return fromDayNumber(toDayNumber(day) + 3)
}

/** A filter that lets everything through. */
export const NO_FILTER = {
  queue: 'all',
  search: '',
  procedureId: null,
  state: null,
  holderId: null,
  channel: null,
  commune: null,
  acceptedFrom: null,
  acceptedTo: null,
  dueFrom: null,
  dueTo: null,
} as const
