/**
 * Handover batches (*phiếu bàn giao hồ sơ*): dossiers that go from one hand to another in a pile, with a numbered list.
 */
import { z } from 'zod'
import { STEP_ROLES } from '../domain/path.ts'
import { civilDateSchema, fileSchema, idSchema, instantSchema, text } from './common.ts'
import { may } from './operation.ts'
import { stopsAcknowledgedSchema } from './stops.ts'
import { MAX_AT_ONCE, chosenSchema, happenedShape, targetSchema } from './steps.ts'

/** Which batches are listed: waiting for me to confirm, given by me, all. */
export const BATCH_LISTS = ['to-me', 'from-me', 'all'] as const
export type BatchList = (typeof BATCH_LISTS)[number]

/** How a dossier of a batch stands: waiting to be confirmed, confirmed, missing from the pile, gone another way. */
export const PASSING_STATES = ['given', 'confirmed', 'missing', 'superseded'] as const
export type PassingState = (typeof PASSING_STATES)[number]

export const batchRowSchema = z.object({
  /** The batch's key. */
  batch: z.number().int(),
  /** `12/PBG`. */
  number: z.string(),
  year: z.number().int(),
  fromId: idSchema,
  fromName: z.string(),
  toId: idSchema,
  toName: z.string(),
  /** When the pile changed hands, and when that was entered. */
  givenOn: civilDateSchema,
  givenAt: instantSchema.nullable(),
  enteredAt: instantSchema,
  /** Entered on a later day than it happened. */
  lateEntry: z.boolean(),
  note: z.string(),
  /** How many dossiers in each state. */
  given: z.number().int(),
  confirmed: z.number().int(),
  missing: z.number().int(),
  superseded: z.number().int(),
})
export type BatchRow = z.infer<typeof batchRowSchema>

export const batchItemSchema = z.object({
  id: idSchema,
  code: z.string(),
  applicantName: z.string(),
  procedureName: z.string(),
  commune: z.string(),
  state: z.enum(PASSING_STATES),
  /** The step it goes to, `null` where it stays in the one it is in. */
  step: z.object({ index: z.number().int(), role: z.enum(STEP_ROLES) }).nullable(),
  answeredOn: civilDateSchema.nullable(),
})
export type BatchItem = z.infer<typeof batchItemSchema>

export const batchPageSchema = z.object({
  row: batchRowSchema,
  items: z.array(batchItemSchema),
  /** Whether the caller may say what was in the pile. */
  canConfirm: z.boolean(),
})
export type BatchPage = z.infer<typeof batchPageSchema>

const batchSchema = z.number().int().positive()
const codesSchema = z.array(z.string().max(60, 'too-long')).max(MAX_AT_ONCE * 2, 'too-many')

export const handoversContract = {
  /**
   * Gives dossiers out in a batch. They move once the receiver has confirmed them. All or nothing: refused with
   * `dossiers-refused`, see the steps. `fromId` is the giver where somebody else enters it: for the head alone.
   */
  give: may('process')
    .input(
      z.object({
        dossiers: chosenSchema,
        fromId: idSchema.nullable(),
        toId: idSchema,
        to: targetSchema,
        ...happenedShape,
        note: text(300),
        /** For what goes on to a signature. */
        stopsAcknowledged: stopsAcknowledgedSchema,
      }),
    )
    .output(batchPageSchema),
  /** One page of the batches, the newest first; those to me only as long as something waits for me. */
  list: may('read')
    .input(
      z.object({
        list: z.enum(BATCH_LISTS),
        page: z.number().int().min(0),
        pageSize: z.number().int().min(1).max(200),
      }),
    )
    .output(z.object({ rows: z.array(batchRowSchema), total: z.number().int() })),
  /** How many batches wait for the caller. */
  waiting: may('read').output(z.number().int()),
  get: may('read')
    .input(z.object({ batch: batchSchema }))
    .output(batchPageSchema),
  /**
   * Says what was in the pile and what was not; what is in neither list stays open. For the receiver, and the head.
   * All or nothing.
   */
  confirm: may('process')
    .input(
      z.object({
        batch: batchSchema,
        confirmed: z.array(idSchema).max(MAX_AT_ONCE, 'too-many'),
        /** Codes as they were scanned, beside the keys; what is not in the batch is left as it is and answered. */
        codes: codesSchema,
        missing: z.array(idSchema).max(MAX_AT_ONCE, 'too-many'),
        ...happenedShape,
        note: text(1000),
      }),
    )
    .output(
      z.object({
        page: batchPageSchema,
        /** Scanned, but not in the batch: another dossier, or `null` for a code of none. */
        foreign: z.array(z.object({ code: z.string(), id: idSchema.nullable() })),
      }),
    ),
  /** The list, two copies in one PDF. That it was printed is in the audit before the file is answered. */
  print: may('process')
    .input(z.object({ batch: batchSchema }))
    .output(fileSchema),
}
