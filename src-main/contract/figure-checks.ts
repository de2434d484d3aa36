/**
 * Checks before a report leaves: the identities of the form, and the dossiers to mend first.
 */
import { z } from 'zod'
import { CHECK_KINDS } from '../domain/figure-checks.ts'
import { civilDateSchema, idSchema } from './common.ts'

/** An identity of Biểu II.06a and whether it holds. */
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

const doubtSchema = z.object({
  kind: z.enum(CHECK_KINDS),
  /** The day that is doubted, and the day it is held against; see `Doubt` of the domain. */
  on: civilDateSchema.nullable(),
  against: civilDateSchema.nullable(),
  /** Minutes between reception and end, of `ended-at-once` alone. */
  minutes: z.number().int().nullable(),
})

export const checkPageSchema = z.object({
  /** Of one kind, or of any. */
  kind: z.enum(CHECK_KINDS).nullable(),
  page: z.number().int().min(0),
  pageSize: z.number().int().min(1).max(200),
})

export const checksSchema = z.object({
  identities: z.array(identitySchema),
  /** Dossiers that count in the period. */
  dossiers: z.number().int(),
  /** Of these, with any doubt at all; a dossier may have several. */
  doubted: z.number().int(),
  counts: z.record(z.enum(CHECK_KINDS), z.number().int()),
  /** Of the kind asked for. */
  total: z.number().int(),
  rows: z.array(
    z.object({
      id: idSchema,
      code: z.string(),
      applicantName: z.string(),
      procedureName: z.string(),
      acceptedOn: civilDateSchema,
      dueOn: civilDateSchema,
      endedOn: civilDateSchema.nullable(),
      holderName: z.string().nullable(),
      doubts: z.array(doubtSchema),
    }),
  ),
})
export type FigureChecks = z.infer<typeof checksSchema>
