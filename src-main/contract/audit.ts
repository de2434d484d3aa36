/**
 * The audit (*nhật ký*): read, taken out, verified; derived rows made again; how long what is kept is kept.
 */
import { z } from 'zod'
import { AUDIT_KINDS } from '../domain/audit.ts'
import { EVENT_KINDS } from '../domain/dossier.ts'
import { FINDING_KINDS } from '../domain/audit-findings.ts'
import { civilDateSchema, fileSchema, idSchema, instantSchema } from './common.ts'
import { may } from './operation.ts'

export const auditFilterSchema = z.object({
  /** Entries of the office, events of dossiers, or both. */
  source: z.enum(['all', 'office', 'dossiers']),
  kind: z.enum([...AUDIT_KINDS, ...EVENT_KINDS]).nullable(),
  personId: idSchema.nullable(),
  /** Days it was written down on, both included. */
  from: civilDateSchema.nullable(),
  to: civilDateSchema.nullable(),
  /** Code of a dossier, however it is typed; empty for all. */
  code: z.string().max(60),
})
export type AuditFilter = z.output<typeof auditFilterSchema>

/** What an entry says besides its kind: names of things with their values, nothing personal of applicants. */
export const auditFactsSchema = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]),
)
export type AuditFacts = z.infer<typeof auditFactsSchema>

/** One link of the chain, in what it stands for. */
export const auditRowSchema = z.object({
  /** Number of its link. */
  n: z.number().int(),
  source: z.enum(['office', 'dossiers']),
  kind: z.enum([...AUDIT_KINDS, ...EVENT_KINDS]),
  /** When it was written down. */
  at: instantSchema,
  /** `null`: nobody was signed in, or the program did it by itself. */
  authorName: z.string().nullable(),
  dossier: z.object({ id: idSchema, code: z.string() }).nullable(),
  facts: auditFactsSchema,
})
export type AuditRow = z.infer<typeof auditRowSchema>

export const findingSchema = z.object({
  kind: z.enum(FINDING_KINDS),
  link: z.number().int().nullable(),
  dossierId: z.number().int().nullable(),
  code: z.string().nullable(),
  what: z.string(),
  stored: z.string(),
  expected: z.string(),
})

export const verdictSchema = z.object({
  links: z.number().int(),
  events: z.number().int(),
  entries: z.number().int(),
  dossiers: z.number().int(),
  tail: z.string(),
  /** Links known from backups that were compared. */
  anchors: z.number().int(),
  firstBroken: z.number().int().nullable(),
  clockSetBack: z.number().int(),
  changedOutside: z.number().int(),
  findings: z.array(findingSchema),
  found: z.number().int(),
})

const months = z.number().int('not-a-count').min(1, 'too-small').max(120, 'too-large')

/** How many months what the law does not ask for is kept. The audit itself is never deleted. */
export const retentionSchema = z.object({
  /** The program's own technical logs. */
  logMonths: months,
  /** Registers that were replaced by a restore. */
  replacedMonths: months,
  /** Looks at dossier pages are shown that long in the audit. */
  lookMonths: months,
})
export type Retention = z.output<typeof retentionSchema>

/** What is printed from the screens. */
export const PRINTED_PAPERS = ['late-list', 'explanation', 'notices', 'summary', 'dossier'] as const

export const auditContract = {
  /**
   * A page, newest first. Of a long audit a part is looked through at a time: `next` says where to go on, `null` when
   * all has been seen; a page may be short, or empty, and more may follow.
   */
  list: may('audit')
    .input(
      z.object({
        filter: auditFilterSchema,
        /** Links before this one; `null` from the newest. */
        before: z.number().int().positive().nullable(),
        limit: z.number().int().min(1).max(200),
      }),
    )
    .output(z.object({ rows: z.array(auditRowSchema), next: z.number().int().nullable() })),
  /** The filtered audit as a file, newest first, at most 100,000 rows. Logged. */
  export: may('audit')
    .input(
      z.object({
        filter: auditFilterSchema,
        format: z.enum(['xlsx', 'csv']),
        language: z.enum(['vi', 'en']),
      }),
    )
    .output(fileSchema),
  /** Checks the whole register. Progress comes as change notices; `busy` while a check runs; `cancelled`. Logged. */
  verify: may('audit').output(verdictSchema),
  cancelVerify: may('audit').output(z.null()),
  /** Makes all derived rows from the histories again. Logged. */
  rebuildRows: may('backup').output(z.object({ dossiers: z.number().int() })),
  retention: may('settings').output(retentionSchema),
  setRetention: may('settings').input(retentionSchema).output(retentionSchema),
  /** Writes down that a paper with personal data is printed from a screen; to be called before the printer is. */
  notePrint: may('read')
    .input(
      z.object({
        paper: z.enum(PRINTED_PAPERS),
        rows: z.number().int().min(0),
        dossierId: idSchema.nullable(),
      }),
    )
    .output(z.null()),
}
