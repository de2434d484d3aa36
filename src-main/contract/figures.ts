/**
 * Figures (*thống kê*): Biểu II.06a for any period, as of its last day.
 */
import { z } from 'zod'
import { civilDateSchema, fileSchema } from './common.ts'
import { may } from './operation.ts'

const n = z.number().int().min(0)

export const figureCountsSchema = z.object({
  receivedOnline: n,
  receivedDirectPostal: n,
  carriedOver: n,
  resolvedEarly: n,
  resolvedOnTime: n,
  resolvedLate: n,
  pendingInTime: n,
  pendingOverdue: n,
  refused: n,
  withdrawn: n,
  stopped: n,
  paused: n,
})

export const figureRowSchema = figureCountsSchema.extend({
  /** Name of the field or procedure. */
  label: z.string(),
  /** For a procedure: its field. */
  field: z.string(),
})
export type FigureRow = z.infer<typeof figureRowSchema>

export const summarySchema = z.object({
  from: civilDateSchema,
  to: civilDateSchema,
  by: z.enum(['field', 'procedure']),
  rows: z.array(figureRowSchema),
  total: figureCountsSchema,
  identities: z.array(
    z.object({
      identity: z.enum(['received=resolved+pending', 'rows=total', 'carried-over=pending-before']),
      left: z.number().int(),
      right: z.number().int(),
      holds: z.boolean(),
    }),
  ),
  /** The period's last day has not passed yet: the figures will still change. */
  unfinished: z.boolean(),
})
export type Summary = z.infer<typeof summarySchema>

const periodInput = z
  .object({ from: civilDateSchema, to: civilDateSchema, by: z.enum(['field', 'procedure']) })
  .refine((period) => period.from <= period.to, { message: 'from-after-to', path: ['to'] })

export const figuresContract = {
  summary: may('read').input(periodInput).output(summarySchema),
  /** The same as an official sheet. Refused with `identity-failed` when an identity does not hold. */
  exportSummary: may('export').input(periodInput).output(fileSchema),
}
