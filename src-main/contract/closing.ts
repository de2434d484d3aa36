/**
 * Closing reporting periods (*chốt kỳ báo cáo*), and what differs from a closing since (docs/closing.md).
 */
import { z } from 'zod'
import { CHANNELS, EVENT_KINDS, ONLINE_LEVELS, PAUSE_KINDS } from '../domain/dossier.ts'
import { CLOSED_FIELDS } from '../domain/closed-period.ts'
import { COLUMN_KEYS, METHODS } from '../domain/figure-class.ts'
import { BREAKDOWNS } from '../domain/figure-tables.ts'
import { PERIOD_KINDS } from '../domain/period.ts'
import { civilDateSchema, fileSchema, idSchema, instantSchema, requiredText } from './common.ts'
import { identitySchema } from './figure-checks.ts'
import { figureQuerySchema } from './figure-query.ts'
import { columnCountsSchema, tableSchema, timesTableSchema } from './figures.ts'
import { may } from './operation.ts'

const n = z.number().int().min(0)
const number = z.number().int().positive()
const language = z.enum(['vi', 'en'])

/** A closing, without its figures. */
export const closingSchema = z.object({
  /** 1, 2, 3 … over all closings of the register. */
  number,
  from: civilDateSchema,
  to: civilDateSchema,
  kind: z.enum([...PERIOD_KINDS, 'range']),
  rule: z.enum(['calendar', 'reporting']).nullable(),
  /** 1, or one more than the closing of the same period that was opened again. */
  version: number,
  method: z.enum(METHODS),
  /** Number of the last event that counted. */
  known: n,
  closedAt: instantSchema,
  closedBy: z.string(),
  dossiers: n,
  pending: n,
  /** SHA-256 in hexadecimal. */
  hash: z.string(),
  /** `null` while it stands. */
  reopened: z.object({ at: instantSchema, by: z.string(), reason: z.string() }).nullable(),
})
export type ClosingRow = z.infer<typeof closingSchema>

/** Why a period cannot be closed. */
export const CLOSING_REFUSALS = [
  'period-not-over',
  'period-closed',
  'period-overlaps',
  'identity-failed',
] as const

const periodInput = z
  .object({ from: civilDateSchema, to: civilDateSchema, method: z.enum(METHODS).default('original') })
  .refine(({ from, to }) => from <= to, { message: 'from-after-to', path: ['to'] })

/** What a closing would fix. */
export const closingPreviewSchema = z.object({
  /** SHA-256 of the figures as shown; handed back to close exactly these. */
  digest: z.string(),
  version: number,
  known: n,
  dossiers: n,
  total: columnCountsSchema,
  identities: z.array(identitySchema),
  /** `null` when nothing stands in the way; `number` of the closing that does. */
  refusal: z.object({ code: z.enum(CLOSING_REFUSALS), number: number.nullable() }).nullable(),
})
export type ClosingPreview = z.infer<typeof closingPreviewSchema>

/** What a dossier counts as: codes, made words by the window. */
export const closedDossierSchema = z.object({
  id: idSchema,
  code: z.string(),
  procedureId: idSchema,
  commune: z.string(),
  channel: z.enum(CHANNELS),
  onlineLevel: z.enum(ONLINE_LEVELS).nullable(),
  acceptedOn: civilDateSchema,
  lateCause: z.string().nullable(),
  origin: z.enum(['online', 'direct-postal', 'carried-over']),
  standing: z.enum(['early', 'on-time', 'late', 'in-time', 'overdue']),
  dueOn: civilDateSchema,
  endedOn: civilDateSchema.nullable(),
  outcome: z.enum(['result', 'refused', 'withdrawn', 'stopped']).nullable(),
  paused: z.enum(PAUSE_KINDS).nullable(),
  officerId: idSchema.nullable(),
  apology: z.enum(['in-time', 'late']).nullable(),
  supplemented: z.boolean(),
  taxed: z.boolean(),
  uncollected: z.boolean(),
  daysLate: n,
})

/** A dossier that counts otherwise than it did. */
export const differenceSchema = z.object({
  id: idSchema,
  code: z.string(),
  /** `null`: in none of the columns. */
  before: closedDossierSchema.nullable(),
  after: closedDossierSchema.nullable(),
  fields: z.array(z.enum(CLOSED_FIELDS)),
  /** What was entered since and made the difference. Empty: calendar or procedures are other ones now. */
  events: z.array(
    z.object({
      seq: number,
      kind: z.enum(EVENT_KINDS),
      happenedOn: civilDateSchema,
      enteredAt: instantSchema,
      authorName: z.string(),
      /** Entered on a later day than it happened. */
      lateEntry: z.boolean(),
    }),
  ),
})
export type Difference = z.infer<typeof differenceSchema>

export const differencesSchema = z.object({
  /** Number of the last event known then. */
  known: n,
  /** How many there are; `rows` has at most the first 2,000, those that count otherwise before those of another cause. */
  total: n,
  /** Of these such as differ in the cause written down alone: they count as they did. */
  causeAlone: n,
  rows: z.array(differenceSchema),
})
export type Differences = z.infer<typeof differencesSchema>

/** What was closed: a table by each breakdown, and processing times. */
export const closedTablesSchema = z.object({
  tables: z.array(tableSchema.extend({ by: z.enum(BREAKDOWNS) })),
  times: timesTableSchema,
})
export type ClosedTables = z.infer<typeof closedTablesSchema>

/** What it means that no event after a certain one is known. */
export const knowledgeSchema = z.object({
  /** When the last event known was entered, or the period was closed; `null` before the first event. */
  at: instantSchema.nullable(),
  /** How many events were entered since. */
  since: n,
  /** The closing that was made with this knowledge, of the same period first; `null` where none was. */
  closing: number.nullable(),
})
export type Knowledge = z.infer<typeof knowledgeSchema>

/** What verifying a closing found. */
export const closingVerdictSchema = z.object({
  /** What is kept is as it was closed: hashes, chain, audit, and its tables against its own list. */
  intact: z.boolean(),
  /** See `ClosingFault` in store/closed-periods.ts; of this closing and of those it is chained to. */
  faults: z.array(
    z.object({ number, fault: z.enum(['head', 'figures', 'row', 'before', 'number', 'audit']) }),
  ),
  /** Cells its own list of dossiers does not make: table, row, column; see `TableFault` in domain/closed-tables.ts. */
  cells: z.array(
    z.object({
      ...{ by: z.enum(BREAKDOWNS), key: z.string().nullable() },
      ...{ column: z.enum([...COLUMN_KEYS, 'daysLate', 'row']), stored: n, counted: n },
    }),
  ),
  /**
   * The history up to the closing counted again by this program gives what was closed; `null` when that could not be read. Says
   * nothing of the closing where it was made by other definitions.
   */
  recounted: z.boolean().nullable(),
  /** The definitions it was made by, and those of this program. */
  definitions: number,
  ours: number,
  /** Dossiers that count otherwise when counted again from the history up to the closing. */
  differing: n,
})
export type ClosingVerdict = z.infer<typeof closingVerdictSchema>

export const closingContract = {
  /** All closings, newest first. */
  list: may('read').output(z.array(closingSchema)),
  /** What closing a period would fix, and whether something stands in the way. Changes nothing. */
  preview: may('approve').input(periodInput).output(closingPreviewSchema),
  /**
   * Closes a period as it was shown. Refused with `period-not-over`, `period-closed`, `period-overlaps`, `identity-failed`, and
   * with `what-if-outdated` when the figures are no longer those of the digest. Logged.
   */
  close: may('approve')
    .input(periodInput.safeExtend({ digest: z.string().regex(/^[0-9a-f]{64}$/, 'not-a-digest') }))
    .output(closingSchema),
  /** The figures of a closing as they were kept; `null` where what is kept is not what was closed. */
  tables: may('read').input(z.object({ number })).output(closedTablesSchema.nullable()),
  /** What was known of a period up to an event. */
  knowledge: may('read')
    .input(figureQuerySchema.extend({ known: n }))
    .output(knowledgeSchema),
  /** Opens a closed period again; what was closed stays. Refused with `period-reopened` when it was before. Logged. */
  reopen: may('approve')
    .input(z.object({ number, reason: requiredText(500) }))
    .output(closingSchema),
  /** Recomputes hash, chain and figures of a closing. */
  verify: may('read').input(z.object({ number })).output(closingVerdictSchema),
  /** The closing as a file that can be checked alone (`npm run verify-period`). Logged. */
  file: may('export').input(z.object({ number })).output(fileSchema),
  /** The dossiers that count otherwise now than in a closing. */
  differences: may('read').input(z.object({ number })).output(differencesSchema),
  /** The same for any period, against what was known at a moment. */
  since: may('read')
    .input(periodInput.safeExtend({ moment: instantSchema }))
    .output(differencesSchema),
  /** All that differs from a closing, as an Excel file. Logged. */
  exportDifferences: may('export').input(z.object({ number, language })).output(fileSchema),
  /** The same for any period, against what was known at a moment. Logged. */
  exportSince: may('export')
    .input(periodInput.safeExtend({ moment: instantSchema, language }))
    .output(fileSchema),
  /**
   * The standing closings that have days of a period, and how many dossiers of each count otherwise now; apart from them those of
   * which only another cause of lateness is written down.
   */
  conflicts: may('read')
    .input(periodInput)
    .output(z.array(closingSchema.extend({ differing: n, causeAlone: n }))),
}
