/**
 * Figures (*thống kê*): Biểu II.06a for any period, as of its last day.
 */
import { z } from 'zod'
import { COLUMN_KEYS, METHODS } from '../domain/figure-class.ts'
import { BREAKDOWNS } from '../domain/figure-tables.ts'
import { AGE_BANDS } from '../domain/pending-bands.ts'
import { civilDateSchema, fileSchema } from './common.ts'
import { checkPageSchema, checksSchema, identitySchema } from './figure-checks.ts'
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

export const summarySchema = z.object({
  from: civilDateSchema,
  to: civilDateSchema,
  by: z.enum(['field', 'procedure']),
  method: z.enum(METHODS),
  rows: z.array(figureRowSchema),
  total: figureCountsSchema,
  identities: z.array(identitySchema),
  /** The last day that counted: of a period that is not over, today. */
  countedTo: civilDateSchema,
  /** The period's last day has not passed yet: the figures will still change. */
  unfinished: z.boolean(),
})
export type Summary = z.infer<typeof summarySchema>

const inOrder = { message: 'from-after-to', path: ['to'] }
const periodShape = z.object({
  from: civilDateSchema,
  to: civilDateSchema,
  by: z.enum(['field', 'procedure']),
  method: z.enum(METHODS).default('original'),
})
/** What a report may be had as: Excel, a paper to sign, or plain text for other programs. */
export const REPORT_FORMATS = ['xlsx', 'pdf', 'csv'] as const
export type ReportFormat = (typeof REPORT_FORMATS)[number]

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
      /** By whose days: working days late laid on its legs, of whichever dossiers. */
      daysLate: n.optional(),
    }),
  ),
  /** Of the rows together, each dossier once; of months: of the whole period. */
  total: columnCountsSchema,
  /** By whose days: working days late of all late dossiers. */
  daysLate: n.optional(),
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
export type FigureTimes = z.infer<typeof timesSchema>

/** Processing times by procedure, and of all. */
export const timesTableSchema = z.object({ rows: z.array(timesSchema), total: timesSchema })

const monthSchema = z.object({
  /** First and last day of the month, or of the part of it. */
  from: civilDateSchema,
  to: civilDateSchema,
  receivedInPeriod: n,
  resolved: n,
  /** Of those resolved. */
  resolvedLate: n,
  /** At the end of the month's last day. */
  pending: n,
})
export type MonthFigures = z.infer<typeof monthSchema>

const methodInput = z.object({ method: z.enum(METHODS).default('original') })

const agesSchema = z.object({
  /** The day it is told of: today. */
  on: civilDateSchema,
  bands: z.array(
    z.object({
      band: z.enum(AGE_BANDS),
      /** Reception of the oldest and of the youngest of them. */
      acceptedFrom: civilDateSchema.nullable(),
      acceptedTo: civilDateSchema.nullable(),
      running: n,
      paused: n,
      overdue: n,
    }),
  ),
})
export type PendingAges = z.infer<typeof agesSchema>

const loadSchema = z.object({
  on: civilDateSchema,
  /** Today and the next 15 working days: due dates from – to, and how many fall due with a running clock. */
  days: z.array(z.object({ dueFrom: civilDateSchema, dueTo: civilDateSchema, running: n })),
  /** Due later; with a stopped clock; overdue. With those of the days, all that is pending. */
  later: n,
  paused: n,
  overdue: n,
})
export type PendingLoad = z.infer<typeof loadSchema>

export const figuresContract = {
  summary: may('read')
    .input(periodShape.extend(figureQuerySchema.shape).refine(({ from, to }) => from <= to, inOrder))
    .output(summarySchema),
  /** One table of a period: its rows by {@link BREAKDOWNS}, every column counted. */
  table: may('read')
    .input(figureQuerySchema.extend({ by: z.enum(BREAKDOWNS) }).refine(({ from, to }) => from <= to, inOrder))
    .output(tableSchema),
  /** How long those took that ended in the period with a result, by procedure. */
  times: may('read')
    .input(figureQuerySchema.refine(({ from, to }) => from <= to, inOrder))
    .output(timesTableSchema),
  /** The months of a range, or of all history, up to the one today lies in; each as in the table by month, counted to today. */
  series: may('read')
    .input(
      methodInput
        .extend({
          /** `null`: from the month of the first reception. */
          from: civilDateSchema.nullable(),
          to: civilDateSchema,
          /** How all of history is cut; a range is cut by its own ends. */
          rule: z.enum(['calendar', 'reporting']).default('calendar'),
        })
        .refine(({ from, to }) => from === null || from <= to, inOrder),
    )
    .output(z.array(monthSchema)),
  /** How old what is pending today is, in working days since its reception, and how it stands. */
  ages: may('read').input(methodInput).output(agesSchema),
  /** When what is pending today falls due. */
  load: may('read').input(methodInput).output(loadSchema),
  /** Before a report leaves: the identities, and a page of the dossiers whose dates cannot be or are hard to believe. */
  checks: may('read')
    .input(
      periodShape
        .omit({ by: true })
        .extend(checkPageSchema.shape)
        .refine(({ from, to }) => from <= to, inOrder),
    )
    .output(checksSchema),
  /** All the dossiers to mend, of one kind of doubt or of any, as an Excel file. */
  exportChecks: may('export')
    .input(
      periodShape
        .omit({ by: true })
        .extend({ kind: checkPageSchema.shape.kind, language: z.enum(['vi', 'en']) })
        .refine(({ from, to }) => from <= to, inOrder),
    )
    .output(fileSchema),
  /**
   * The report as a file: the official table, and on demand a table by everything else, processing times and the list of
   * dossiers with what each counted as. CSV with the list is a zip of two files. Progress comes as change notices, per cent.
   * Refused with `identity-failed` when an identity does not hold, `busy` while another report is made, `cancelled`,
   * `not-found` where no such closing is of that period and method.
   */
  exportSummary: may('export')
    .input(
      periodShape
        .extend({
          format: z.enum(REPORT_FORMATS).default('xlsx'),
          withTables: z.boolean().default(false),
          withList: z.boolean().default(false),
          /** One table more than the form, where not all are asked for. */
          table: z.enum(BREAKDOWNS).nullable().default(null),
          /** Number of the closing of that period and method to be told as it was reported; `null`: what is known now. */
          closing: z.number().int().positive().nullable().default(null),
        })
        .refine(({ from, to }) => from <= to, inOrder),
    )
    .output(fileSchema),
  /** Calls the report off that is being made. */
  cancelExport: may('export').output(z.null()),
}
