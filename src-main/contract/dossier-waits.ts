/**
 * Waiting and ending: what is said of a wait, what the tax office's leg is made of, and what either does to the clock.
 */
import { z } from 'zod'
import { civilDateSchema, requiredText, text } from './common.ts'
import { dayAccountSchema } from './reception.ts'

/** The steps that end a dossier's clock. */
export const ENDING_STEPS = ['result-ready', 'refused', 'withdrawn', 'stopped'] as const
export type EndingStep = (typeof ENDING_STEPS)[number]

/** The tax office's leg (*luân chuyển thuế*): slip → notice → proof of payment. */
export const taxLegSchema = z.object({
  slip: z.object({ on: civilDateSchema, document: z.string() }),
  notice: z
    .object({ on: civilDateSchema, document: z.string(), amount: z.number().int().nullable() })
    .nullable(),
  proof: z.object({ on: civilDateSchema, document: z.string() }).nullable(),
  /** Working days from the slip to the notice, or to today while it is waited for. */
  officeDays: z.number().int(),
  /** Working days from the notice to the proof, or to today; `null` before the notice. */
  payerDays: z.number().int().nullable(),
})
export type TaxLeg = z.infer<typeof taxLegSchema>

/** Another agency that is waited for. */
export const waitsForSchema = z.object({
  /** Empty where it was not said. */
  agency: z.string(),
  /** The day its own term ends. */
  answerBy: civilDateSchema.nullable(),
  /** Public posting, for so many days. */
  posting: z.number().int().nullable(),
})

/** `false` where the law does not stop the clock for another agency: the term runs on. Refused for other kinds. */
export const stopsSchema = z.boolean().default(true)

/** Another agency's own term, counted from the day it was asked. */
export const answerTermSchema = z.object({
  term: z.number().int('not-a-count').min(1, 'not-a-count').max(365, 'too-large'),
  unit: z.enum(['working-day', 'calendar-day']),
})
export type AnswerTerm = z.infer<typeof answerTermSchema>

/** Calendar days a dossier may be posted for: 15 or 30 by most procedures. */
const postingSchema = z.number().int('not-a-count').min(1, 'not-a-count').max(180, 'too-large')

/** What there is to say of a wait besides its day, document and reason. */
export const waitDetails = {
  /** For a supplement: what is to be handed in or put right, one by one. */
  items: z.array(requiredText(500)).max(40, 'too-many').default([]),
  /** For a supplement: whom to turn to, and the phone. */
  contact: text(200).default(''),
  /** Another agency: which one. */
  agency: text(200).default(''),
  /** Another agency: its own term. Posting has its days instead. */
  answerWithin: answerTermSchema.nullable().default(null),
  /** Public posting (*niêm yết công khai*): for so many calendar days. */
  posting: postingSchema.nullable().default(null),
}

/** Due before, days and standing are those of the dossier as it would be. */
export const effectSchema = z.object({
  dueBefore: civilDateSchema,
  /** `null` while the clock stands still. */
  dueAfter: civilDateSchema.nullable(),
  remaining: z.number().int().nullable(),
  restarts: z.boolean(),
  days: z.array(dayAccountSchema),
  /** Another agency, public posting: the day its own term ends. */
  answerBy: civilDateSchema.nullable(),
  /** An end: how it stands against the due date, and by how many working days. */
  ending: z
    .object({ standing: z.enum(['early', 'on-time', 'late']), workingDays: z.number().int() })
    .nullable(),
})
