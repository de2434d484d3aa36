/**
 * What the table of procedures shows: which versions fit, under which heads.
 */
import type { CatalogueVersion } from '../../../src-main/contract/procedures.ts'
import { type Gap, gapsOf } from '../../../src-main/domain/catalogue.ts'
import type { CivilDate } from '../../../src-main/domain/civil-date.ts'
import { isValidOn } from '../../../src-main/domain/procedure.ts'
import { matchesTyped } from '../../ui/folded-match.ts'

/** What is looked for. */
export interface CatalogueFilter {
  /** In force on that day; `null` for all versions. */
  on: CivilDate | null
  search: string
  /** Only versions whose source is not checked. */
  unsure: boolean
}

/** A procedure: the version that fits (the newest of those), and its other versions, newest first. */
export interface ProcedureRows {
  lead: CatalogueVersion
  others: CatalogueVersion[]
}

/** The procedures of a field. */
export interface FieldRows {
  field: string
  procedures: ProcedureRows[]
}

/** Whether a version's source is still to be checked. */
export function isUnsure({ status }: Pick<CatalogueVersion, 'status'>): boolean {
  return status !== 'sourced'
}

/** The table's rows, in the order of the catalogue. A procedure is found by the words of any of its versions. */
export function catalogueRows(versions: readonly CatalogueVersion[], filter: CatalogueFilter): FieldRows[] {
  const fields = new Map<string, ProcedureRows[]>()
  for (const all of Map.groupBy(versions, ({ key }) => key).values()) {
    const lead = all.find((version) => fits(version, filter))
    if (!lead || !matchesTyped(all.map(wordsOf).join(' '), filter.search)) continue
    const rows = fields.get(lead.field) ?? []
    rows.push({ lead, others: all.filter((version) => version !== lead) })
    fields.set(lead.field, rows)
  }
  return [...fields].map(([field, procedures]) => ({ field, procedures }))
}

/** How many versions of the chosen time are still to be checked. */
export function countUnsure(versions: readonly CatalogueVersion[], on: CivilDate | null): number {
  return versions.filter((version) => fits(version, { on, unsure: true })).length
}

function fits(version: CatalogueVersion, { on, unsure }: Omit<CatalogueFilter, 'search'>): boolean {
  return (on === null || isValidOn(version, on)) && (!unsure || isUnsure(version))
}

function wordsOf({ nameVi, nameEn, nationalCode, basis, key }: CatalogueVersion): string {
  return `${nameVi} ${nameEn} ${nationalCode} ${basis} ${key}`
}

/** A version, or days between two versions on which there is none. */
export type VersionOrGap = { version: CatalogueVersion } | { gap: Gap }

/** Some versions of a procedure with the gaps between all of them, the newest first. */
export function withGaps(
  shown: readonly CatalogueVersion[],
  all: readonly CatalogueVersion[],
): VersionOrGap[] {
  const rows = [
    ...shown.map((version) => ({ from: version.validFrom, row: { version } })),
    ...gapsOf(all).map((gap) => ({ from: gap.from, row: { gap } })),
  ]
  return rows.toSorted((a, b) => (a.from < b.from ? 1 : -1)).map(({ row }) => row)
}

/** Whether a day lies in one of the gaps. */
export function isInGap(gaps: readonly Gap[], day: CivilDate): boolean {
  return gaps.some(({ from, to }) => from <= day && day <= to)
}

/** A procedure with days on which none of its versions is in force. */
export interface ProcedureGaps {
  newest: CatalogueVersion
  gaps: Gap[]
}

/** The procedures with gaps between their versions. */
export function proceduresWithGaps(versions: readonly CatalogueVersion[]): ProcedureGaps[] {
  return [...Map.groupBy(versions, ({ key }) => key).values()].flatMap((all) => {
    const gaps = gapsOf(all)
    const [newest] = all
    return newest && gaps.length > 0 ? [{ newest, gaps }] : []
  })
}
