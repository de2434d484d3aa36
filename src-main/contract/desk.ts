/**
 * The overdue desk (*bàn trễ hạn*): what is late and what will be next, why and whose, apologies and re-appointments.
 */
import { z } from 'zod'
import { LATE_BANDS } from '../domain/clock.ts'
import { OUTLOOK_BASES } from '../domain/early-warning.ts'
import { CAUSE_CODE } from '../domain/late-causes.ts'
import { LEG_HOLDERS } from '../domain/legs.ts'
import { STEP_ROLES } from '../domain/path.ts'
import { PAUSE_KINDS } from '../domain/dossier.ts'
import { civilDateSchema, fileSchema, idSchema, requiredText, text } from './common.ts'
import { APOLOGY_FILTERS, APOLOGY_STATES, dossierRowSchema, dossierSortSchema } from './dossier-list.ts'
import { may } from './operation.ts'

/**
 * The lists of the desk: late; due-today; due-tomorrow (by the next working day); due-soon (after today, within so many
 * working days); at-risk (not late, but likely to end late; the most likely first, whatever order is asked for); drafted
 * (apologies that wait for the head).
 */
export const DESK_LISTS = ['late', 'due-today', 'due-tomorrow', 'due-soon', 'at-risk', 'drafted'] as const
export type DeskList = (typeof DESK_LISTS)[number]

const whoseSchema = z.enum(LEG_HOLDERS)

export const lateCauseSchema = z.object({
  /** Stands in the histories: once in the list it stays there. */
  code: z.string().regex(CAUSE_CODE, 'not-a-code'),
  vi: requiredText(120),
  en: requiredText(120),
  whose: whoseSchema,
  active: z.boolean(),
})
export type LateCauseInput = z.infer<typeof lateCauseSchema>

export const deskFilterSchema = z.object({
  list: z.enum(DESK_LISTS),
  /** How many working days ahead the list `due-soon` looks. */
  within: z.number().int().min(1).max(30),
  search: z.string().max(200),
  /** `nobody`: nobody has taken it. */
  holder: z.union([idSchema, z.literal('nobody')]).nullable(),
  procedureId: idSchema.nullable(),
  commune: z.string().max(100).nullable(),
  apology: z.enum(APOLOGY_FILTERS).nullable(),
  /** Code of a cause; empty for those without one. */
  cause: z.string().max(40).nullable(),
  /** By how late it is; of the late list only. */
  band: z.enum(LATE_BANDS).nullable(),
  /** Who has most of its days late. Counted from each history, in the worker. */
  whose: whoseSchema.nullable(),
})
export type DeskFilter = z.infer<typeof deskFilterSchema>

const sharesSchema = z.record(whoseSchema, z.number().int())

/** How likely an open dossier is to end late: of past dossiers alike, how many needed more than the days left. */
export const outlookSchema = z.object({
  percent: z.number().int(),
  /** Alike by the same step of the procedure, by the procedure, or all procedures together. */
  basis: z.enum(OUTLOOK_BASES),
  late: z.number().int(),
  of: z.number().int(),
  /** Working days left, and used in the step (else since acceptance). */
  left: z.number().int(),
  used: z.number().int(),
})

/** A row of the desk. The shares are counted for the rows of the page. */
export const deskRowSchema = dossierRowSchema.extend({
  version: z.number().int(),
  /** In working days; 0 for what is not late. */
  daysLate: z.number().int(),
  /** The same, by whose they are. */
  shares: sharesSchema,
  /** Why it asks for pardon: code of a cause and a reason of its own; `null` without an apology. */
  reason: z.object({ cause: z.string(), text: z.string() }).nullable(),
  /** In the list `at-risk` alone; else `null`. */
  outlook: outlookSchema.nullable(),
})
export type DeskRow = z.infer<typeof deskRowSchema>

const group = <Key extends z.ZodType>(key: Key) => z.array(z.object({ key, n: z.number().int() }))

export const overviewSchema = z.object({
  tomorrow: civilDateSchema,
  late: z.object({
    total: z.number().int(),
    /** An apology was approved and sent; in time, or only on the due date or after. */
    withApology: z.number().int(),
    lateApology: z.number().int(),
    withoutApology: z.number().int(),
    withoutCause: z.number().int(),
    /** Most first; `null`: nobody has taken it. */
    byHolder: group(idSchema.nullable()),
    byProcedure: group(idSchema),
    /** By code; empty: none written down. */
    byCause: group(z.string()),
    byBand: group(z.enum(LATE_BANDS)),
  }),
  next: z.object({
    today: z.number().int(),
    tomorrow: z.number().int(),
    tomorrowNotSent: z.number().int(),
    soon: z.number().int(),
  }),
  /** Apologies that wait for the head. */
  drafted: z.number().int(),
  /** Open dossiers past the term of the step they are in, late or not. */
  behind: z.number().int(),
})
export type DeskOverview = z.infer<typeof overviewSchema>

/** A stretch of a dossier's way in one hand; all days are working days. */
export const legSchema = z.object({
  who: whoseSchema,
  agency: z.string(),
  role: z.enum(STEP_ROLES).nullable(),
  step: z.string(),
  pause: z.enum(PAUSE_KINDS).nullable(),
  from: civilDateSchema,
  to: civilDateSchema.nullable(),
  term: z.number().int().nullable(),
  used: z.number().int(),
  over: z.number().int(),
  free: z.boolean(),
  late: z.number().int(),
})

/** What the page of a dossier says of its lateness. */
export const deskPageSchema = z.object({
  version: z.number().int(),
  /** On its day now, or when it ended. */
  late: z.boolean(),
  daysLate: z.number().int(),
  legs: z.array(legSchema),
  shares: sharesSchema,
  rest: z.number().int(),
  apology: z
    .object({
      state: z.enum(APOLOGY_STATES),
      dueOn: civilDateSchema,
      cause: z.string(),
      reason: z.string(),
      draftedBy: z.string(),
      draftedOn: civilDateSchema,
      sentOn: civilDateSchema.nullable(),
      late: z.boolean(),
    })
    .nullable(),
  cause: z.object({ code: z.string(), note: z.string() }).nullable(),
  canDraft: z.boolean(),
  canDecide: z.boolean(),
})
export type DeskPage = z.infer<typeof deskPageSchema>

/** How many dossiers one call may be about. */
export const MOST_AT_ONCE = 500

const idsSchema = z.array(idSchema).min(1, 'required').max(MOST_AT_ONCE, 'too-many')
const itemsSchema = z
  .array(z.object({ id: idSchema, version: z.number().int() }))
  .min(1, 'required')
  .max(MOST_AT_ONCE, 'too-many')
/** How many dossiers it was done for: all of them. */
const doneSchema = z.object({ done: z.number().int() })

/**
 * What is done for several dossiers is done for all or for none: `some-refused` then says in `fields`, at `items.<index>`,
 * which dossier refuses and why. One alone answers with its own refusal.
 */
export const deskContract = {
  /** What is late now and will be next, counted. */
  overview: may('read')
    .input(z.object({ within: z.number().int().min(1).max(30) }))
    .output(overviewSchema),
  /** One page of a list of the desk. */
  list: may('read')
    .input(
      z.object({
        filter: deskFilterSchema,
        sort: dossierSortSchema,
        page: z.number().int().min(0),
        pageSize: z.number().int().min(1).max(200),
      }),
    )
    .output(z.object({ rows: z.array(deskRowSchema), total: z.number().int() })),
  /** Whose the days of all late dossiers are, and how many dossiers are mainly whose. Counted in the worker. */
  whose: may('read').output(z.object({ dossiers: sharesSchema, days: sharesSchema })),
  /** The open dossiers at risk, counted in the worker from what those of the last twelve months needed. */
  outlook: may('read').output(
    z.object({
      /** The dossiers learnt from: when they ended, and how many they are. */
      from: civilDateSchema,
      to: civilDateSchema,
      cases: z.number().int(),
      /** Open on a running clock and not late: all, those too few past ones are alike, those at risk. */
      open: z.number().int(),
      unknown: z.number().int(),
      atRisk: z.number().int(),
    }),
  ),
  /** The lateness of one dossier: legs, cause, apology. */
  dossier: may('read')
    .input(z.object({ id: idSchema }))
    .output(deskPageSchema),
  /** The causes of lateness, in the office's order. */
  causes: may('read').output(z.array(lateCauseSchema)),
  /** Changes the list. A cause that was in it stays, active or not. */
  setCauses: may('settings')
    .input(z.object({ causes: z.array(lateCauseSchema).min(1, 'required').max(40, 'too-many') }))
    .output(z.array(lateCauseSchema)),
  /** Writes down why dossiers are late. Refused with `not-late` for one that is not. */
  setCause: may('process')
    .input(z.object({ ids: idsSchema, cause: z.string().max(40), note: text(500) }))
    .output(doneSchema),
  /** Reminds somebody of dossiers; without `toId` each one's holder. */
  remind: may('process')
    .input(z.object({ ids: idsSchema, toId: idSchema.nullable(), note: text(500) }))
    .output(doneSchema),
  note: may('process')
    .input(z.object({ ids: idsSchema, note: requiredText(1000) }))
    .output(doneSchema),
  /** The new days the clock proposes: so many working days after the due date, or after today where that is later. */
  proposeDates: may('process')
    .input(z.object({ ids: idsSchema, days: z.number().int().min(1).max(60) }))
    .output(
      z.array(
        z.object({
          id: idSchema,
          code: z.string(),
          applicantName: z.string(),
          dueOn: civilDateSchema,
          newDueOn: civilDateSchema,
          /** Sent today it would be a late one. */
          late: z.boolean(),
        }),
      ),
    ),
  /** Drafts apologies: on one new day for all, or each `days` working days after its own due date or today. */
  draftApology: may('process')
    .input(
      z.object({
        items: itemsSchema,
        dueOn: civilDateSchema.nullable(),
        days: z.number().int().min(1).max(60).nullable(),
        /** Code of a cause, or empty with a reason of its own. */
        cause: z.string().max(40),
        reason: text(500),
      }),
    )
    .output(doneSchema),
  /** The head's decision; what is approved is sent that day. */
  decideApologies: may('approve')
    .input(z.object({ items: itemsSchema, decision: z.enum(['approve', 'reject']), note: text(500) }))
    .output(doneSchema),
  /** A list of the desk as the official PDF (*Danh sách hồ sơ trễ hạn*) or as Excel. */
  printList: may('export')
    .input(
      z.object({
        filter: deskFilterSchema,
        sort: dossierSortSchema,
        format: z.enum(['pdf', 'xlsx']),
        language: z.enum(['vi', 'en']),
      }),
    )
    .output(fileSchema),
}
