/**
 * What stands closed of a report's period, and the report of a closing as it was reported; runs in the worker.
 */
import { OfficeError } from '../../contract/errors.ts'
import type { FiguresReport, ReportClosings, ReportDossier } from '../../documents/figures/report.ts'
import { type CivilDate, dateOfInstant } from '../../domain/civil-date.ts'
import { type ClosedFigures, sharesDays } from '../../domain/closed-period.ts'
import {
  type ColumnCounts,
  type Method,
  addCounted,
  isLateIn,
  noCounts,
  officialOf,
} from '../../domain/figure-class.ts'
import type { Breakdown } from '../../domain/figure-tables.ts'
import type { Period } from '../../domain/period.ts'
import { type Closing, getClosing, intactFiguresOf, standingClosings } from '../../store/closed-periods.ts'
import type { ReadDb } from '../../store/database.ts'
import { namesOf } from '../../store/figure-names.ts'
import { listStaff } from '../../store/reference.ts'
import { countDiffering } from '../closing/differences.ts'
import { pendingBefore, summaryFrom } from './count.ts'

/** What stands closed of a period: the closing of exactly it, and how many others have days of it. */
export function closingsOf(db: ReadDb, period: Period, method: Method): ReportClosings {
  const touching = standingClosings(db).filter(({ head }) => sharesDays(head, period))
  const own = touching.find(
    ({ head }) => head.from === period.from && head.to === period.to && head.method === method,
  )
  return {
    own: own === undefined ? null : { ...named(own), ...countDiffering(db, own.head), reported: false },
    others: touching.length - (own === undefined ? 0 : 1),
  }
}

function named({ head, hash, reopened }: Closing) {
  const { number, version, closedAt } = head
  return { number, version, hash, closedOn: dateOfInstant(closedAt), reopened: reopened !== null }
}

/** Of a report what a closing fixes. */
type AsClosed = Pick<
  FiguresReport,
  'office' | 'summary' | 'counts' | 'tables' | 'times' | 'list' | 'closings'
>

interface Asked {
  period: Period
  by: 'field' | 'procedure'
  method: Method
  tables: readonly Breakdown[]
  withTables: boolean
  withList: boolean
  office: FiguresReport['office']
  madeOn: CivilDate
}

/**
 * The figures of a closing as they were reported, from what was kept of them; names of people are those of now.
 * @throws OfficeError `not-found` where no closing of that number is of that period and method, or its figures are not those
 * its hash was made over.
 */
export function asClosed(db: ReadDb, number: number, asked: Asked): AsClosed {
  const { period, by, method, tables, withTables, withList, office, madeOn } = asked
  const closing = getClosing(db, number)
  const figures = intactFiguresOf(db, number)
  const same = closing?.head.from === period.from && closing.head.to === period.to
  if (closing === undefined || figures === null || !same || closing.head.method !== method)
    throw new OfficeError('not-found', { what: 'closing' })
  const { head } = closing
  const counts = countsOf(figures.dossiers)
  const rows = figures.tables.find((table) => table.by === by)?.rows ?? []
  const counted = {
    // Counted from the list on its own: the rows have to add up to it.
    total: officialOf(counts),
    rows: rows.map(({ key, label, of, counts: row }) => ({ key, label, field: of, ...officialOf(row) })),
    pendingBefore: pendingBefore(db, period, head.known),
    pendingClosed: null,
  }
  return {
    office: { ...office, ...head.office },
    summary: summaryFrom(counted, { ...period, by, method }, madeOn),
    counts,
    tables: figures.tables.flatMap(({ by: one, ...table }) =>
      tables.includes(one) ? [{ by: one, table }] : [],
    ),
    times: withTables ? figures.times : null,
    list: withList ? listOf(db, figures) : null,
    closings: { own: { ...named(closing), differing: 0, causeAlone: 0, reported: true }, others: 0 },
  }
}

function countsOf(dossiers: ClosedFigures['dossiers']): ColumnCounts {
  const counts = noCounts()
  for (const dossier of dossiers) addCounted(counts, dossier)
  return counts
}

function listOf(db: ReadDb, { dossiers, rules }: ClosedFigures): ReportDossier[] {
  const versions = new Map(rules.procedures.versions.map((version) => [version.id, version]))
  const staff = new Map(listStaff(db).map(({ id, name }) => [id, name]))
  const names = namesOf(
    db,
    dossiers.map(({ id }) => id),
  )
  return dossiers.map((dossier) => {
    const version = versions.get(dossier.procedureId)
    const { officerId } = dossier
    return {
      ...dossier,
      applicantName: names.get(dossier.id) ?? '',
      field: version?.field ?? '',
      procedureName: version?.nameVi ?? '',
      daysLate: isLateIn(dossier) ? dossier.daysLate : null,
      officerName: officerId === null ? '' : (staff.get(officerId) ?? ''),
    }
  })
}
