/**
 * Queries: what the checks before a report look at, of the dossiers that can count in a period.
 */
import type { CivilDate, Instant } from '../domain/civil-date.ts'
import { CHECKED_EVENTS, type Stamp, type Stamps, stampsOf } from '../domain/figure-checks.ts'
import type { Period } from '../domain/period.ts'
import type { ReadDb } from './database.ts'
import { eventsOf } from './events.ts'

const OF_PERIOD = 'd.accepted_on <= @to AND (d.ended_on IS NULL OR d.ended_on >= @from)'
const KINDS = CHECKED_EVENTS.map((kind) => `'${kind}'`).join(', ')

/** Every statement of this file, for the test that prepares them all. */
export const STATEMENTS = {
  printed: `SELECT d.id, d.accepted_at AS acceptedAt, d.remote FROM dossier d
    WHERE d.due_source = 'printed' AND ${OF_PERIOD}`,
  events: `SELECT e.dossier_id AS id, e.kind, e.happened_on AS "on", e.happened_at AS at,
    iif(e.import_id IS NULL, e.entered_at, NULL) AS enteredAt
    FROM dossier d JOIN dossier_event e ON e.dossier_id = d.id
    WHERE ${OF_PERIOD} AND e.kind IN (${KINDS}) ORDER BY e.dossier_id, e.seq`,
  // In the order of the keys given.
  rows: `SELECT d.id, d.code, d.applicant_name AS applicantName, v.name_vi AS procedureName,
    d.accepted_on AS acceptedOn, d.due_on AS dueOn, d.ended_on AS endedOn, s.name AS holderName
    FROM json_each(@ids) j JOIN dossier d ON d.id = j.value
    JOIN procedure_version v ON v.id = d.procedure_id LEFT JOIN staff s ON s.id = d.holder_id ORDER BY j.key`,
} as const

/** Of a dossier whose due date was taken over from paper: what its clock starts from. */
export interface PrintedDue {
  acceptedAt: Instant | null
  remote: boolean
}

/** The dossiers that can count in a period and whose due date stood on paper, by key. */
export function printedDues(db: ReadDb, { from, to }: Period): Map<number, PrintedDue> {
  const rows = db.iterate<{ id: number; acceptedAt: Instant | null; remote: 0 | 1 }>(STATEMENTS.printed, {
    from,
    to,
  })
  const found = new Map<number, PrintedDue>()
  for (const { id, acceptedAt, remote } of rows) found.set(id, { acceptedAt, remote: remote === 1 })
  return found
}

interface EventRow extends Stamp {
  id: number
  kind: (typeof CHECKED_EVENTS)[number]
}

/** Reception, end and handing out of the dossiers that can count in a period, by key; corrections applied. */
export function stampsIn(db: ReadDb, { from, to }: Period): Map<number, Stamps> {
  const found = new Map<number, Stamps>()
  const corrected = new Set<number>()
  for (const { id, kind, ...stamp } of db.iterate<EventRow>(STATEMENTS.events, { from, to })) {
    const known = found.get(id)
    if (kind === 'corrected') corrected.add(id)
    else if (kind === 'accepted') found.set(id, { accepted: stamp, ended: null, returned: null })
    else if (known && kind === 'returned') known.returned = stamp
    else if (known) known.ended = stamp
  }
  for (const id of corrected) {
    const stamps = stampsOf(eventsOf(db, id))
    if (stamps) found.set(id, stamps)
  }
  return found
}

/** What is shown of a dossier to mend. */
export interface DoubtedRow {
  id: number
  code: string
  applicantName: string
  procedureName: string
  acceptedOn: CivilDate
  dueOn: CivilDate
  endedOn: CivilDate | null
  holderName: string | null
}

/** The dossiers of these keys, in their order. */
export function doubtedRows(db: ReadDb, ids: readonly number[]): DoubtedRow[] {
  return db.all<DoubtedRow>(STATEMENTS.rows, { ids: JSON.stringify(ids) })
}
