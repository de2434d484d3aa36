/**
 * Results that lie ready and nobody has come for (*kết quả chưa trả*).
 */
import { z } from 'zod'
import { civilDateSchema, fileSchema, idSchema, requiredText, returnWaySchema, text } from './common.ts'
import { dossierRowSchema } from './dossier-list.ts'
import { may } from './operation.ts'

export const resultFilterSchema = z.object({
  /** Ready for at least so many working days; 0 for all. */
  minAge: z.number().int().min(0).max(2000),
  /** As in the lists of dossiers. */
  search: z.string().max(200),
})
export type ResultFilter = z.infer<typeof resultFilterSchema>

export const resultRowSchema = dossierRowSchema.extend({
  version: z.number().int(),
  /** Working days since the result was ready. */
  age: z.number().int(),
  /** How the applicant asked for it. */
  returnWay: returnWaySchema,
  /** The last reminder, and how many there were. */
  reminded: z.object({ on: civilDateSchema, copies: z.number().int() }).nullable(),
})
export type ResultRow = z.infer<typeof resultRowSchema>

/** The most results handed out at once. */
export const MOST_RETURNED = 100

export const resultsContract = {
  /** Results not collected, those that lie longest first. */
  list: may('read')
    .input(
      resultFilterSchema.extend({
        page: z.number().int().min(0),
        pageSize: z.number().int().min(1).max(200),
      }),
    )
    .output(z.object({ rows: z.array(resultRowSchema), total: z.number().int() })),
  /** The same as an Excel file. */
  export: may('export')
    .input(resultFilterSchema.extend({ language: z.enum(['vi', 'en']) }))
    .output(fileSchema),
  /** Several results handed out to one person. All of them or, with the first that cannot be, none. */
  returnAll: may('process')
    .input(
      z.object({
        dossiers: z
          .array(z.object({ id: idSchema, version: z.number().int() }))
          .min(1, 'required')
          .max(MOST_RETURNED, 'too-many'),
        happenedOn: civilDateSchema,
        to: requiredText(200),
        way: returnWaySchema,
        tracking: text(60),
        note: text(1000),
      }),
    )
    .output(z.object({ count: z.number().int() })),
}
