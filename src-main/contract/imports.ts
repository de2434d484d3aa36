/**
 * Import of a register from Excel: look, check (changes nothing), then one transaction.
 */
import { z } from 'zod'
import { MAX_IMPORT_BYTES, fileContent, fileSchema, instantSchema } from './common.ts'
import { may } from './operation.ts'

/** What a column of a register can mean. `code`, `procedure`, `applicantName`, `acceptedOn` are needed. */
export const IMPORT_FIELDS = [
  'code',
  'procedure',
  'applicantName',
  'idNumber',
  'phone',
  'address',
  'commune',
  'mapSheet',
  'plot',
  'certificateNumber',
  'channel',
  'acceptedOn',
  'dueOn',
  'endedOn',
  'returnedOn',
  'state',
  'holder',
  'note',
] as const
export type ImportField = (typeof IMPORT_FIELDS)[number]
export const NEEDED_FIELDS: readonly ImportField[] = ['code', 'procedure', 'applicantName', 'acceptedOn']

/** Which column (0-based) holds which field. */
export const mappingSchema = z.partialRecord(z.enum(IMPORT_FIELDS), z.number().int().min(0).max(500))
export type ImportMapping = z.infer<typeof mappingSchema>

export const sheetSchema = z.object({
  name: z.string(),
  /** Rows below the header. */
  rows: z.number().int(),
  /** 1-based row of the header as Excel numbers it; 0 when none was found. */
  headerRow: z.number().int(),
  columns: z.array(
    z.object({
      index: z.number().int(),
      letter: z.string(),
      title: z.string(),
      samples: z.array(z.string()),
    }),
  ),
  mapping: mappingSchema,
})
export type ImportSheet = z.infer<typeof sheetSchema>

/**
 * What can be wrong with a row. The first group keeps the row out; the second is only told. Days in `params` are
 * `YYYY-MM-DD`:
 *
 * - `missing`: with `assumed` it is only told (`blocking` false) – a channel taken for `direct`, a day of result or
 *   return taken from the other one, a dossier in process with no holder taken as `accepted`
 * - `not-a-date`: `reason` may be `two-digit-year` or `plain-number`
 * - `too-long`: `max`, `length` · `code-twice-in-file`: `firstRow` · `date-in-future`: `today`
 * - `unknown-procedure`: `reason` is `unknown`, `ambiguous` (a national code of several) or `not-valid-on-date`, the
 *   last with `date`, `validFrom`, `validTo` (may be empty)
 * - `result-before-reception`: `accepted`, `ended` · `returned-before-result`: `ended`, `returned`
 * - `due-before-reception`: `printed`, `accepted` · `state-contradicts-dates`: `state`, and `ended`, `returned` or empty
 * - `due-differs`: `printed`, `computed`, `days` (working days, positive when printed later), `provisional` 0 or 1
 * - `due-missing`: `computed` · `off-day-reception`: `reason` (`weekend`, `day-off`), `name`
 */
export const PROBLEM_CODES = [
  'missing',
  'not-a-date',
  'impossible-date',
  'too-long',
  'bad-value',
  'code-twice-in-file',
  'code-known',
  'unknown-procedure',
  'result-before-reception',
  'returned-before-result',
  'due-before-reception',
  'date-in-future',
  'state-contradicts-dates',
] as const
export const NOTICE_CODES = [
  'due-differs',
  'due-missing',
  'unusual-id-number',
  'unusual-phone',
  'off-day-reception',
] as const
export type ProblemCode = (typeof PROBLEM_CODES)[number] | (typeof NOTICE_CODES)[number]

export const problemSchema = z.object({
  /** 1-based row as Excel numbers it. */
  row: z.number().int(),
  /** Column letter, and the title the file gives it; empty when the whole row is meant. */
  column: z.string(),
  title: z.string(),
  field: z.enum(IMPORT_FIELDS).nullable(),
  /** The cell as it stands in the file. */
  value: z.string(),
  code: z.enum([...PROBLEM_CODES, ...NOTICE_CODES]),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  /** Whether it keeps the row out. */
  blocking: z.boolean(),
})
export type ImportProblem = z.infer<typeof problemSchema>

export const checkReportSchema = z.object({
  rows: z.number().int(),
  /** Rows that will come in. */
  ready: z.number().int(),
  /** Rows kept out by a problem, those already known included. */
  kept: z.number().int(),
  /** Rows kept out because their code is in the register already. */
  known: z.number().int(),
  /** How often each problem or notice occurs. */
  counts: z.partialRecord(z.enum([...PROBLEM_CODES, ...NOTICE_CODES]), z.number().int()),
  /** When this very file was imported before. */
  importedBefore: instantSchema.nullable(),
})
export type ImportReport = z.infer<typeof checkReportSchema>

const importId = z.object({ importId: z.uuid() })

export const importsContract = {
  /**
   * Reads the file and proposes sheet, header row and mapping. `content` is base64. A session has one import open;
   * the next one takes its place. Progress comes as change notices, `total` 0: nobody knows how many rows there are.
   * Refused with `file-too-large`, `file-empty`, or `file-not-xlsx` with `reason`: `old-or-encrypted`, `not-a-zip`,
   * `damaged`, `no-workbook`.
   */
  open: may('import')
    .input(z.object({ fileName: z.string().min(1).max(255), content: fileContent(MAX_IMPORT_BYTES) }))
    .output(importId.extend({ sheets: z.array(sheetSchema), sheet: z.string() })),
  /** Proposes the mapping again for another header row. */
  sheet: may('import')
    .input(importId.extend({ sheet: z.string().max(100), headerRow: z.number().int().min(1).max(1000) }))
    .output(sheetSchema),
  /** Checks every row and changes nothing. Progress comes as change notices. */
  check: may('import')
    .input(
      importId.extend({
        sheet: z.string().max(100),
        headerRow: z.number().int().min(1).max(1000),
        mapping: mappingSchema,
      }),
    )
    .output(checkReportSchema),
  /** One page of the problems found. */
  problems: may('import')
    .input(
      importId.extend({
        code: z.enum([...PROBLEM_CODES, ...NOTICE_CODES]).nullable(),
        blockingOnly: z.boolean(),
        page: z.number().int().min(0),
        pageSize: z.number().int().min(1).max(200),
      }),
    )
    .output(z.object({ problems: z.array(problemSchema), total: z.number().int() })),
  /** Brings the good rows of the last check in, all in one transaction. Refused with `import-expired` without one. */
  commit: may('import')
    .input(importId)
    .output(z.object({ imported: z.number().int(), kept: z.number().int() })),
  /** Stops a running check or commit; a commit stopped leaves nothing behind. */
  cancel: may('import').input(importId).output(z.null()),
  /** The rows that were kept out, with their reasons, as an Excel file to mend and import again. */
  failedRows: may('import')
    .input(importId.extend({ language: z.enum(['vi', 'en']) }))
    .output(fileSchema),
}
