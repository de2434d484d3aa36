/**
 * What a file of procedures would do to the catalogue; nothing is changed.
 */
import type { Output } from '../../contract/index.ts'
import type { VersionInput } from '../../contract/procedures.ts'
import { type CatalogueRow, readCatalogueRows } from '../../documents/catalogue-reader.ts'
import { planVersion } from '../../domain/catalogue.ts'
import type { ProcedureVersion } from '../../domain/procedure.ts'
import { type RowProblem, fieldsOf, readVersion } from './read-row.ts'

interface ReadRow {
  source: CatalogueRow
  version: VersionInput
}

/**
 * The new versions of a file, by the day they begin, and its bad rows.
 * @throws OfficeError as {@link readCatalogueRows} does.
 */
export async function readCatalogue(
  bytes: Uint8Array,
  catalogue: Iterable<ProcedureVersion>,
): Promise<Output<'procedures', 'readFile'>> {
  const problems: RowProblem[] = []
  const rows: ReadRow[] = []
  for (const source of await readCatalogueRows(bytes)) {
    const read = readVersion(source)
    if ('version' in read) rows.push({ source, version: read.version })
    else problems.push(...read.problems)
  }
  const alike = Map.groupBy(rows, ({ version: { key, validFrom } }) => `${key} ${validFrom}`)
  const single: ReadRow[] = []
  for (const same of alike.values()) {
    if (same.length === 1) single.push(...same)
    else problems.push(...same.map(twice))
  }
  const standing: VersionInput[] = [...catalogue].map((version) => ({ ...version }))
  const versions: VersionInput[] = []
  let known = 0
  for (const { source, version } of single.toSorted(byBeginning)) {
    const same = standing.find(({ key, validFrom }) => key === version.key && validFrom === version.validFrom)
    const problem = same ? difference(source, version, same) : overlap(source, version, standing)
    if (problem) problems.push(problem)
    else if (same) known += 1
    else versions.push(version)
  }
  return { versions, problems: problems.toSorted((a, b) => a.row - b.row), known }
}

function byBeginning(a: ReadRow, b: ReadRow): number {
  return a.version.validFrom < b.version.validFrom ? -1 : a.version.validFrom > b.version.validFrom ? 1 : 0
}

/** Which of several rows for the same procedure and first day is meant, the file does not say: none is taken. */
function twice({ source, version }: ReadRow): RowProblem {
  return { row: source.row, field: 'key', value: version.key, code: 'twice-in-file' }
}

/** A version that stands in the catalogue is never changed by a file: one written otherwise is refused. */
function difference(source: CatalogueRow, version: VersionInput, same: VersionInput): RowProblem | null {
  const field = fieldsOf(source).find((name) => JSON.stringify(version[name]) !== JSON.stringify(same[name]))
  if (field === undefined) return null
  const value = version[field]
  return {
    row: source.row,
    field,
    value: (typeof value === 'string' || typeof value === 'number'
      ? String(value)
      : JSON.stringify(value)
    ).slice(0, 120),
    code: 'version-differs',
  }
}

/** Adds the version to those that will stand, or says that it would stand beside another. */
function overlap(source: CatalogueRow, version: VersionInput, standing: VersionInput[]): RowProblem | null {
  const plan = planVersion(version, standing)
  if (!plan.fits)
    return { row: source.row, field: 'validFrom', value: version.validFrom, code: 'versions-overlap' }
  if (plan.closes) plan.closes.version.validTo = plan.closes.validTo
  standing.push({ ...version })
  return null
}
