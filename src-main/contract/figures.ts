/**
 * Figures (*thống kê*): Biểu II.06a for any period, as of its last day.
 */
import { z } from 'zod'
import { COLUMN_KEYS, METHODS } from '../domain/figure-class.ts'
import { BREAKDOWNS } from '../domain/figure-tables.ts'
import { civilDateSchema, fileSchema } from './common.ts'
import { figureQuerySchema } from './figure-query.ts'
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
  /** The row's key in the table by field or by procedure. */
  key: z.string(),
  /** Name of the field or procedure. */
  label: z.string(),
  /** For a procedure: its field. */
  field: z.string(),
})
export type FigureRow = z.infer<typeof figureRowSchema>

/** An identity of the form, and whether it holds. */
export const identitySchema = z.object({
  identity: z.enum([
    'received=resolved+pending',
    'rows=total',
    'carried-over=pending-before',
    'carried-over=pending-closed',
  ]),
  left: z.number().int(),
  right: z.number().int(),
  holds: z.boolean(),
})

export const summarySchema = z.object({
  from: civilDateSchema,
  to: civilDateSchema,
  by: z.enum(['field', 'procedure']),
  method: z.enum(METHODS),
  rows: z.array(figureRowSchema),
  total: figureCountsSchema,
  identities: z.array(identitySchema),
  /** The period's last day has not passed yet: the figures will still change. */
  unfinished: z.boolean(),
})
export type Summary = z.infer<typeof summarySchema>

const inOrder = { message: 'from-after-to', path: ['to'] }
const periodInput = z
  .object({
    from: civilDateSchema,
    to: civilDateSchema,
    by: z.enum(['field', 'procedure']),
    method: z.enum(METHODS).default('original'),
  })
  .refine(({ from, to }) => from <= to, inOrder)

/** How many dossiers count in each column. */
export const columnCountsSchema = z.record(z.enum(COLUMN_KEYS), n)

export const tableSchema = z.object({
  rows: z.array(
    z.object({
      /** What the row counts: a name, a person's number, a code; empty for those without. For a month its first day. */
      key: z.string(),
      /** Its name in the register; empty where the key is said in words. */
      label: z.string(),
      /** For a procedure its field, for a month its last day. */
      of: z.string(),
      counts: columnCountsSchema,
    }),
  ),
  /** Of the rows together, each dossier once; of months: of the whole period. */
  total: columnCountsSchema,
})
export type FigureTable = z.infer<typeof tableSchema>

/** Processing times in working days: of how many, mean, median, 90th percentile. */
const timesSchema = z.object({
  key: z.string(),
  label: z.string(),
  of: z.string(),
  n,
  mean: z.number(),
  median: z.number(),
  p90: z.number(),
})

export const figuresContract = {
  summary: may('read').input(periodInput).output(summarySchema),
  /** One table of a period: its rows by {@link BREAKDOWNS}, every column counted. */
  table: may('read')
    .input(figureQuerySchema.extend({ by: z.enum(BREAKDOWNS) }).refine(({ from, to }) => from <= to, inOrder))
    .output(tableSchema),
  /** How long those took that ended in the period with a result, by procedure. */
  times: may('read')
    .input(figureQuerySchema.refine(({ from, to }) => from <= to, inOrder))
    .output(z.object({ rows: z.array(timesSchema), total: timesSchema })),
  /** The summary as an official sheet. Refused with `identity-failed` when an identity does not hold. */
  exportSummary: may('export').input(periodInput).output(fileSchema),
}
