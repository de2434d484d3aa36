/**
 * The procedure catalogue. Versions are only ever added; a version's last day and how well its source is checked are
 * all that may change of it, each with a reason. Dossiers keep the version they were received under.
 */
import type { OfficeFile } from '../../contract/common.ts'
import { OfficeError } from '../../contract/errors.ts'
import type { Input, Output } from '../../contract/index.ts'
import type { CatalogueVersion, VersionChange, VersionInput } from '../../contract/procedures.ts'
import { catalogueCsv, catalogueXlsx } from '../../documents/catalogue-file.ts'
import { XLSX_MEDIA_TYPE } from '../../documents/file-name.ts'
import { planVersion } from '../../domain/catalogue.ts'
import { sortKey } from '../../domain/names.ts'
import type { ProcedureVersion } from '../../domain/procedure.ts'
import type { WriteDb } from '../../store/database.ts'
import {
  addProcedure,
  closeProcedure,
  countByProcedure,
  listProcedures,
  setProcedureStatus,
} from '../../store/reference.ts'
import { addRuleChange, listRuleChanges } from '../../store/rule-changes.ts'
import { leave, note } from '../audit/note.ts'
import { type Context, type Office } from '../context.ts'
import { userOf } from '../people/presence.ts'
import { readCatalogue } from './read-file.ts'

/** All versions by field and name (that of the newest version), the newest version of a procedure first. */
export function listVersions({ office }: Pick<Context, 'office'>): CatalogueVersion[] {
  const dossiers = countByProcedure(office.store.read)
  return inOrder(office).map((version) => ({ ...version, dossiers: dossiers.get(version.id) ?? 0 }))
}

function inOrder(office: Office): ProcedureVersion[] {
  const byKey = Map.groupBy(office.rules.procedures.values(), ({ key }) => key)
  return [...byKey.values()]
    .map((versions) => versions.toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1)))
    .map((versions) => ({ versions, place: sortKey(`${versions[0]?.field} ${versions[0]?.nameVi}`) }))
    .toSorted((a, b) => (a.place < b.place ? -1 : 1))
    .flatMap(({ versions }) => versions)
}

/**
 * Adds one version.
 * @throws OfficeError `versions-overlap`, `office-not-set-up`.
 */
export async function addVersion(
  context: Context,
  { version, reason }: Input<'procedures', 'add'>,
): Promise<CatalogueVersion> {
  const [id] = await addInOneGo(context, [version], reason, () => 'version.validFrom')
  return versionOf(context, id)
}

/**
 * Adds all versions or, when one of them does not fit, none.
 * @throws OfficeError `versions-overlap`, `office-not-set-up`.
 */
export async function addAllVersions(
  context: Context,
  { versions, reason }: Input<'procedures', 'addAll'>,
): Promise<Output<'procedures', 'addAll'>> {
  if (versions.length === 0) return { added: 0 }
  const ids = await addInOneGo(context, versions, reason, (index) => `versions.${index}.validFrom`)
  return { added: ids.length }
}

async function addInOneGo(
  context: Context,
  versions: readonly VersionInput[],
  reason: string,
  fieldOf: (index: number) => string,
): Promise<number[]> {
  const { office } = context
  const authorId = userOf(context)
  const ids = await office.store.write((db) => {
    const standing = listProcedures(db)
    const changes: VersionChange[] = []
    const added: number[] = []
    // By the day they begin, so that each closes the one before it.
    const order = versions
      .map((version, index) => ({ version, index }))
      .toSorted((a, b) => (a.version.validFrom < b.version.validFrom ? -1 : 1))
    for (const { version, index } of order) {
      const written = addOne(db, version, standing, fieldOf(index))
      changes.push(...written)
      added.push(...written.filter(({ what }) => what.kind === 'added').map(({ versionId }) => versionId))
    }
    noteChange(db, context, authorId, reason, changes)
    return added
  })
  office.rulesChanged()
  return ids
}

/** Writes a version, closes the one before it, and says what was done. */
function addOne(
  db: WriteDb,
  version: VersionInput,
  standing: ProcedureVersion[],
  field: string,
): VersionChange[] {
  const plan = planVersion(version, standing)
  if (!plan.fits) {
    const { validFrom, validTo } = plan.beside
    const params = { from: validFrom, to: validTo ?? '' }
    throw new OfficeError('versions-overlap', params, [{ field, code: 'versions-overlap', params }])
  }
  const changes: VersionChange[] = []
  if (plan.closes) {
    const { version: before, validTo } = plan.closes
    closeProcedure(db, before.id, validTo)
    before.validTo = validTo
    changes.push(changeOf(before, { kind: 'closed', validTo }))
  }
  const written = { ...version, id: addProcedure(db, version) }
  standing.push(written)
  return [...changes, changeOf(written, { kind: 'added', validTo: written.validTo })]
}

function changeOf(version: ProcedureVersion, what: VersionChange['what']): VersionChange {
  const { id, key, nameVi, nameEn, validFrom } = version
  return { versionId: id, key, nameVi, nameEn, validFrom, what }
}

function noteChange(
  db: WriteDb,
  context: Context,
  authorId: number,
  reason: string,
  versions: VersionChange[],
): void {
  const changeId = addRuleChange(db, {
    kind: 'procedure',
    at: context.office.now(),
    authorId,
    reason,
    detail: JSON.stringify({ versions }),
  })
  const detail = { changeId, reason, versions: versions.length }
  note(db, context, 'procedure-changed', {
    ...{ detail, authorId },
    changed: ['procedure_version', 'rule_change'],
  })
}

/**
 * Says that a version's source has been checked, or is in doubt.
 * @throws OfficeError `not-found`, `office-not-set-up`.
 */
export async function setVersionStatus(
  context: Context,
  { id, status, reason }: Input<'procedures', 'setStatus'>,
): Promise<CatalogueVersion> {
  const { office } = context
  const authorId = userOf(context)
  await office.store.write((db) => {
    const version = listProcedures(db).find((one) => one.id === id)
    if (!version) throw new OfficeError('not-found', { what: 'procedure' })
    if (version.status === status) return
    setProcedureStatus(db, id, status)
    noteChange(db, context, authorId, reason, [
      changeOf(version, { kind: 'status', before: version.status, after: status }),
    ])
  })
  office.rulesChanged()
  return versionOf(context, id)
}

function versionOf({ office }: Context, id: number | undefined): CatalogueVersion {
  const found = listVersions({ office }).find((version) => version.id === id)
  if (!found) throw new OfficeError('not-found', { what: 'procedure' })
  return found
}

/** The whole catalogue as a file. */
export async function exportCatalogue(
  context: Pick<Context, 'office' | 'caller'>,
  { format }: Input<'procedures', 'export'>,
): Promise<OfficeFile> {
  const { office } = context
  const authorId = userOf(context)
  const versions = inOrder(office)
  const bytes = format === 'csv' ? catalogueCsv(versions) : await catalogueXlsx(versions, office.today())
  const file = {
    name: `danh-muc-thu-tuc_${office.today()}.${format}`,
    mediaType: format === 'csv' ? 'text/csv;charset=utf-8' : XLSX_MEDIA_TYPE,
    content: Buffer.from(bytes).toString('base64'),
  }
  return leave(context, authorId, file, { what: 'procedures', rows: versions.length, filter: { format } })
}

/** What a file would do. @throws OfficeError for a file that cannot be read. */
export async function readCatalogueFile(
  { office }: Pick<Context, 'office'>,
  { content }: Input<'procedures', 'readFile'>,
): Promise<Output<'procedures', 'readFile'>> {
  return readCatalogue(Buffer.from(content, 'base64'), office.rules.procedures.values())
}

/** The changes of the catalogue, newest first. */
export function catalogueChanges({ office }: Pick<Context, 'office'>): Output<'procedures', 'changes'> {
  return listRuleChanges(office.store.read, 'procedure').map(({ detail, ...change }) => ({
    ...change,
    // Written by noteChange from these types.
    versions: (JSON.parse(detail) as { versions: VersionChange[] }).versions,
  }))
}
