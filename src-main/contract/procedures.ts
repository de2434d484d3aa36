/**
 * The procedure catalogue: dated versions with term, phases, documents and steps.
 */
import { z } from 'zod'
import { extraFits, phaseFault } from '../domain/catalogue.ts'
import { STEP_ROLES } from '../domain/path.ts'
import {
  civilDateSchema,
  fileContent,
  fileSchema,
  idSchema,
  instantSchema,
  requiredText,
  text,
} from './common.ts'
import { may } from './operation.ts'

/** The most versions a file may hold. */
export const MAX_VERSIONS = 1000
/** The largest file of versions, in bytes. */
export const MAX_CATALOGUE_BYTES = 4 * 1024 * 1024

const days = z.number().int('not-a-count').min(0, 'not-a-count').max(500, 'over-500')

export const procedureStepSchema = z.object({
  name: requiredText(200),
  agency: text(200),
  /** Half an hour or half a day may be a term, too. */
  term: z.number().min(0, 'not-a-number').max(500, 'over-500'),
  unit: z.enum(['working-hour', 'half-day', 'working-day']),
  /** What the step is for; left out where it goes by its place in the path. */
  role: z.enum(STEP_ROLES).optional(),
})

/** A version of a procedure as it is entered. */
export const versionInputSchema = z
  .object({
    /** The same for all versions of one procedure. */
    key: requiredText(60).pipe(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'not-a-key')),
    nationalCode: text(40),
    nameVi: requiredText(300),
    nameEn: text(300),
    field: requiredText(100),
    term: days,
    unit: z.enum(['working-day', 'calendar-day']),
    remoteExtra: days,
    phases: z.object({ first: days, second: days }).nullable(),
    hasFeeLeg: z.boolean(),
    supplementRule: z.enum(['restart', 'continue']),
    documents: z.array(requiredText(300)).max(60, 'too-many'),
    steps: z.array(procedureStepSchema).max(30, 'too-many'),
    validFrom: civilDateSchema,
    validTo: civilDateSchema.nullable(),
    basis: requiredText(500),
    status: z.enum(['sourced', 'code-to-check', 'to-verify']),
  })
  .refine(({ validFrom, validTo }) => validTo === null || validFrom <= validTo, {
    message: 'from-after-to',
    path: ['validTo'],
  })
  .superRefine((version, context) => {
    const fault = phaseFault(version)
    if (fault !== null) context.addIssue({ code: 'custom', message: fault, path: ['phases'] })
    if (!extraFits(version)) {
      context.addIssue({ code: 'custom', message: 'extra-needs-working-days', path: ['remoteExtra'] })
    }
  })
export type VersionInput = z.output<typeof versionInputSchema>

/** A version as it stands in the catalogue. */
export const versionSchema = z.object({
  ...versionInputSchema.shape,
  id: idSchema,
  /** Dossiers received under it. */
  dossiers: z.number().int(),
})
export type CatalogueVersion = z.infer<typeof versionSchema>

/** What a file of versions would do, row by row. */
export const catalogueFileSchema = z.object({
  versions: z.array(versionInputSchema),
  problems: z.array(
    z.object({
      row: z.number().int(),
      field: z.string(),
      value: z.string(),
      code: z.string(),
    }),
  ),
  /** Rows that stand in the catalogue already. */
  known: z.number().int(),
})

/** What a change did to one version; names and days as they were then. */
export const versionChangeSchema = z.object({
  versionId: idSchema,
  key: z.string(),
  nameVi: z.string(),
  nameEn: z.string(),
  validFrom: civilDateSchema,
  what: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('added'), validTo: civilDateSchema.nullable() }),
    /** It ends on that day, because the next version begins on the day after. */
    z.object({ kind: z.literal('closed'), validTo: civilDateSchema }),
    z.object({
      kind: z.literal('status'),
      before: z.enum(['sourced', 'code-to-check', 'to-verify']),
      after: z.enum(['sourced', 'code-to-check', 'to-verify']),
    }),
  ]),
})
export type VersionChange = z.infer<typeof versionChangeSchema>

export const proceduresContract = {
  /** All versions of all procedures, by field and name, the newest version first. */
  list: may('read').output(z.array(versionSchema)),
  /**
   * Adds a version. An open-ended version of the same procedure that began before is closed on the day before it
   * begins. Dossiers keep the version they were received under. Refused with `versions-overlap` when it would stand
   * beside another for some days.
   */
  add: may('rules')
    .input(z.object({ version: versionInputSchema, reason: requiredText(500) }))
    .output(versionSchema),
  /** Says that a version's source has now been checked, or is in doubt. Changes nothing else of it. */
  setStatus: may('rules')
    .input(
      z.object({
        id: idSchema,
        status: z.enum(['sourced', 'code-to-check', 'to-verify']),
        reason: requiredText(500),
      }),
    )
    .output(versionSchema),
  export: may('read')
    .input(z.object({ format: z.enum(['csv', 'xlsx']) }))
    .output(fileSchema),
  /** Reads a file of versions. Changes nothing. */
  readFile: may('rules')
    .input(z.object({ fileName: z.string().min(1).max(255), content: fileContent(MAX_CATALOGUE_BYTES) }))
    .output(catalogueFileSchema),
  /** Adds all versions of a file in one transaction. */
  addAll: may('rules')
    .input(
      z.object({
        versions: z.array(versionInputSchema).max(MAX_VERSIONS, 'too-many'),
        reason: requiredText(500),
      }),
    )
    .output(z.object({ added: z.number().int() })),
  /** The changes of the catalogue so far, newest first. */
  changes: may('read').output(
    z.array(
      z.object({
        id: idSchema,
        at: instantSchema,
        authorName: z.string(),
        reason: z.string(),
        versions: z.array(versionChangeSchema),
      }),
    ),
  ),
}
