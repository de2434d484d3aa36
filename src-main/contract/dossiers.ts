/**
 * Dossiers (*hồ sơ*): the dossier page, steps and corrections; what the lists of `dossier-list.ts` are asked by.
 */
import { z } from 'zod'
import { EVENT_KINDS, MOVE_CAUSES, PAUSE_KINDS } from '../domain/dossier.ts'
import {
  civilDateSchema,
  fileSchema,
  idSchema,
  instantSchema,
  particularsSchema,
  recordedParticularsSchema,
  requiredText,
  returnWaySchema,
  text,
} from './common.ts'
import { QUEUES, dossierFilterSchema, dossierRowSchema, dossierSortSchema } from './dossier-list.ts'
import {
  ENDING_STEPS,
  effectSchema,
  stopsSchema,
  taxLegSchema,
  waitDetails,
  waitsForSchema,
} from './dossier-waits.ts'
import { dossierFormSchema } from './forms.ts'
import { dayAccountSchema } from './reception.ts'
import { may } from './operation.ts'
import { stopsAcknowledgedSchema } from './stops.ts'

/** What stood on a printed receipt. */
export const printedReceiptSchema = z.object({
  /** `12/TNHS`. */
  number: z.string(),
  /** The day of the result; `null` where it waits for the proof of payment. */
  dueOn: civilDateSchema.nullable(),
  /** The first of two appointments. */
  firstDueOn: civilDateSchema.nullable(),
})

/**
 * What an entry tells besides its note, in the order it is read. A `word` is a key the window has words for: the role of
 * a step, how a step stood, a form, a way.
 */
export const DETAIL_KEYS = [
  'step',
  'left',
  'back',
  'batch',
  'from',
  'to',
  'agency',
  'answerBy',
  'posting',
  'items',
  'contact',
  'amount',
  'newDue',
  'cause',
  'form',
  'number',
  'reference',
  'receiver',
  'way',
  'tracking',
] as const
export const entryDetailSchema = z.object({
  key: z.enum(DETAIL_KEYS),
  value: z.string(),
  as: z.enum(['text', 'date', 'word']),
})
export type EntryDetail = z.infer<typeof entryDetailSchema>

/** One entry of the timeline. */
export const timelineEntrySchema = z.object({
  seq: z.number().int(),
  kind: z.enum(EVENT_KINDS),
  happenedOn: civilDateSchema,
  happenedAt: instantSchema.nullable(),
  enteredAt: instantSchema,
  /** Entered on a later day than it happened. */
  lateEntry: z.boolean(),
  authorName: z.string(),
  /** Brought in by the import of a register. */
  imported: z.boolean(),
  note: z.string(),
  holderName: z.string().nullable(),
  pause: z.enum(['supplement', 'payment', 'agency']).nullable(),
  /** For a pause: the clock runs on in it. */
  runsOn: z.boolean(),
  /** Number of the document a pause or its end stands on. */
  document: z.string(),
  details: z.array(entryDetailSchema),
  /** For a moved due date: before and after. */
  dueMoved: z.object({ from: civilDateSchema, to: civilDateSchema, cause: z.enum(MOVE_CAUSES) }).nullable(),
  /** For a printed receipt: what stood on it. */
  receipt: printedReceiptSchema.nullable(),
  /** Set right later: the number of the correcting entry, and how. */
  revokedBy: z.number().int().nullable(),
  redatedBy: z.number().int().nullable(),
  /** For a correction: what it changed. Values as text, before and after. */
  correction: z
    .object({
      target: z.number().int().nullable(),
      redatedTo: civilDateSchema.nullable(),
      changes: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
    })
    .nullable(),
})
export type TimelineEntry = z.infer<typeof timelineEntrySchema>

/** The steps that can be taken by hand. */
export const MANUAL_STEPS = ['taken', 'result-ready', 'returned', 'refused', 'withdrawn', 'stopped'] as const
export type ManualStep = (typeof MANUAL_STEPS)[number]

export const dossierPageSchema = z.object({
  row: dossierRowSchema,
  particulars: recordedParticularsSchema,
  acceptedAt: instantSchema.nullable(),
  /** When it was filed, where that was before acceptance; and the number it came with. */
  arrivedAt: instantSchema.nullable(),
  reference: z.string(),
  dueSource: z.enum(['computed', 'printed']),
  /** What our clock makes of it now; differs from `row.dueOn` where a register promised another day or the acceptance was re-dated. */
  computedDueOn: civilDateSchema,
  provisional: z.boolean(),
  term: z.object({
    term: z.number().int(),
    unit: z.enum(['working-day', 'calendar-day']),
    basis: z.string(),
  }),
  /** Days already counted, and of how many: of the phase the dossier is in. Today counts when it is over. */
  daysUsed: z.number().int(),
  daysWhole: z.number().int(),
  /** Every day from reception to the due date, and on to today or the end where that is later. */
  days: z.array(dayAccountSchema),
  /** While the clock stands still: since when, and what is left of the term. */
  stopped: z.object({ since: civilDateSchema, remaining: z.number().int() }).nullable(),
  /** Waits for somebody else since that day, but its due date had passed before: it stays late. */
  waitsLate: z.object({ since: civilDateSchema }).nullable(),
  /** Waits for another agency since that day, and its term runs on. */
  waitsRunning: z.object({ since: civilDateSchema }).nullable(),
  /** Two appointments, where the procedure has them; `second` is unknown until payment is proved. */
  appointments: z
    .object({ first: civilDateSchema.nullable(), second: civilDateSchema.nullable() })
    .nullable(),
  /** The due date it was first given, and each move since. */
  dueMoves: z.array(z.object({ from: civilDateSchema, on: civilDateSchema, cause: z.enum(MOVE_CAUSES) })),
  /** Whether a supplement was asked for already: it may be only once. */
  supplementAsked: z.boolean(),
  /** The receipt as it was printed last, how many times, and whether it can be printed now. */
  receipt: printedReceiptSchema.extend({ printedOn: civilDateSchema, copies: z.number().int() }).nullable(),
  canPrintReceipt: z.boolean(),
  canPause: z.boolean(),
  canResume: z.boolean(),
  /** Whether the tax office's notice can be written down now. */
  canNoteTax: z.boolean(),
  /** The latest slip sent to the tax office and what followed; `null` where none was sent. */
  taxLeg: taxLegSchema.nullable(),
  /** While another agency is waited for: which, and the day its own term ends. */
  waitsFor: waitsForSchema.nullable(),
  /** How the result was handed out; `null` before that. */
  returnedTo: z.object({ to: z.string(), way: returnWaySchema.nullable(), tracking: z.string() }).nullable(),
  /** The forms that are possible now or were printed. */
  forms: z.array(dossierFormSchema),
  version: z.number().int(),
  allowedSteps: z.array(z.enum(MANUAL_STEPS)),
  timeline: z.array(timelineEntrySchema),
})
export type DossierPage = z.infer<typeof dossierPageSchema>

/** How many dossiers are open, and how many of them late, as the queue of late ones has them. */
const openCountSchema = z.object({ open: z.number().int(), late: z.number().int() })

const listInput = z.object({ filter: dossierFilterSchema, sort: dossierSortSchema })

export const dossiersContract = {
  /** One page of a queue. `total` stops counting at 10,000 in a search; `capped` then says so. */
  list: may('read')
    .input(listInput.extend({ page: z.number().int().min(0), pageSize: z.number().int().min(1).max(200) }))
    .output(z.object({ rows: z.array(dossierRowSchema), total: z.number().int(), capped: z.boolean() })),
  /** How many are in each queue now. */
  counts: may('read').output(z.record(z.enum(QUEUES), z.number().int())),
  /** Who has the open dossiers: what each kind of wait waits for, and the people, those with the most first, nobody last. */
  openWork: may('read').output(
    z.object({
      waits: z.record(z.enum(PAUSE_KINDS), openCountSchema),
      holders: z.array(openCountSchema.extend({ holderId: idSchema.nullable(), name: z.string() })),
    }),
  ),
  /** The whole list as an Excel file, as filtered and sorted. */
  export: may('export')
    .input(listInput.extend({ language: z.enum(['vi', 'en']) }))
    .output(fileSchema),
  /** The list on paper, as filtered and sorted; of a long one the first 3,000 rows. */
  print: may('export').input(listInput).output(fileSchema),
  get: may('read')
    .input(z.object({ id: idSchema }))
    .output(dossierPageSchema),
  /** The dossier with exactly that code, for the scanner; `null` when there is none. */
  findByCode: may('read')
    .input(z.object({ code: z.string().max(60) }))
    .output(idSchema.nullable()),
  /** Records a step. Refused with `dossier-changed` when decided on an older version. */
  recordStep: may('process')
    .input(
      z.object({
        id: idSchema,
        version: z.number().int(),
        step: z.enum(MANUAL_STEPS),
        /** The day it happened, and the moment where known. */
        happenedOn: civilDateSchema,
        happenedAt: instantSchema.nullable(),
        /** For `taken`: who takes it. */
        holderId: idSchema.nullable(),
        note: text(1000),
        /** Number of the document a result, refusal, withdrawal or stop stands on. */
        document: text(100).default(''),
        /** For `returned`: who took it, by which way, and the number it is tracked by, which the post must have. */
        to: text(200).default(''),
        way: returnWaySchema.nullable().default(null),
        tracking: text(60).default(''),
        /** For `result-ready`. */
        stopsAcknowledged: stopsAcknowledgedSchema,
      }),
    )
    .output(dossierPageSchema),
  /** A note beside the dossier's way. It says nothing that depends on how the dossier stands, so no version is asked for. */
  note: may('process')
    .input(z.object({ id: idSchema, note: requiredText(1000) }))
    .output(dossierPageSchema),
  /** The tax office's notice has come, while payment is waited for. The clock stands still as before. */
  taxNotice: may('process')
    .input(
      z.object({
        id: idSchema,
        version: z.number().int(),
        happenedOn: civilDateSchema,
        document: requiredText(100),
        /** In đồng; `null` when not written down. */
        amount: z
          .number()
          .int('not-a-count')
          .min(0, 'not-a-count')
          .max(9_999_999_999_999, 'too-large')
          .nullable(),
        note: text(1000),
      }),
    )
    .output(dossierPageSchema),
  /** Agencies that were asked before, those asked most first: to choose from. */
  agencies: may('process').output(z.array(z.string())),
  /**
   * The receipt (Mẫu 01, *giấy tiếp nhận hồ sơ và hẹn trả kết quả*) as PDF. That it was printed is in the history before
   * the file is answered; a further print is one more entry with the same number.
   */
  printReceipt: may('process')
    .input(z.object({ id: idSchema }))
    .output(fileSchema),
  /** What a pause, its end or the dossier's end would do to the clock. Changes nothing. */
  previewPause: may('process')
    .input(
      z.object({
        id: idSchema,
        change: z.discriminatedUnion('kind', [
          z.object({
            kind: z.literal('pause'),
            pause: z.enum(PAUSE_KINDS),
            stops: stopsSchema,
            on: civilDateSchema,
            answerWithin: waitDetails.answerWithin,
            posting: waitDetails.posting,
          }),
          z.object({ kind: z.literal('resume'), on: civilDateSchema }),
          z.object({ kind: z.literal('end'), step: z.enum(ENDING_STEPS), on: civilDateSchema }),
        ]),
      }),
    )
    .output(effectSchema),
  /** Stops the clock: a supplement (once), a financial obligation, another agency, for which it may run on. */
  pause: may('process')
    .input(
      z.object({
        id: idSchema,
        version: z.number().int(),
        pause: z.enum(PAUSE_KINDS),
        stops: stopsSchema,
        happenedOn: civilDateSchema,
        document: text(100),
        note: text(1000),
        ...waitDetails,
      }),
    )
    .output(dossierPageSchema),
  /** Lets the clock run again; the new due date is an event of its own. */
  resume: may('process')
    .input(
      z.object({
        id: idSchema,
        version: z.number().int(),
        happenedOn: civilDateSchema,
        document: text(100),
        note: text(1000),
        /** For what goes on to a signature with the proof of payment. */
        stopsAcknowledged: stopsAcknowledgedSchema,
      }),
    )
    .output(dossierPageSchema),
  /** Sets something right by a further event: particulars, the day of an earlier event, or that it never happened. */
  correct: may('process')
    .input(
      z.object({
        id: idSchema,
        version: z.number().int(),
        reason: requiredText(500),
        changes: particularsSchema.partial().nullable(),
        redated: z.object({ seq: z.number().int().positive(), on: civilDateSchema }).nullable(),
        revoked: z.number().int().positive().nullable(),
      }),
    )
    .output(dossierPageSchema),
}
