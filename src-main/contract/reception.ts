/**
 * Reception (*tiếp nhận*): a dossier is accepted at the counter.
 */
import { z } from 'zod'
import { DAY_REASONS } from '../domain/clock.ts'
import { PAUSE_KINDS } from '../domain/dossier.ts'
import { civilDateSchema, idSchema, instantSchema, particularsSchema, text } from './common.ts'
import { may } from './operation.ts'
import { stopsAcknowledgedSchema } from './stops.ts'

export const receptionSchema = z.object({
  procedureId: idSchema,
  /** The moment of acceptance; now when `null`. A moment in the past is a late entry and is marked as one. */
  acceptedAt: instantSchema.nullable(),
  particulars: particularsSchema,
  /** In a remote commune: the procedure's extra working days are added. */
  remote: z.boolean(),
  /** Who will deal with it, when that is known at the counter. */
  holderId: idSchema.nullable(),
  /**
   * Made by the form when a dossier is begun. A second call with it, by the same author, answers what the first one did and
   * writes nothing.
   */
  request: z.uuid('not-a-key').optional(),
  stopsAcknowledged: stopsAcknowledgedSchema,
})
export type ReceptionInput = z.input<typeof receptionSchema>

/** One day between reception and due date, counted or not, and why. */
export const dayAccountSchema = z.object({
  date: civilDateSchema,
  counted: z.boolean(),
  number: z.number().int().optional(),
  reason: z.enum(DAY_REASONS),
  name: z.string().optional(),
  basis: z.string().optional(),
  pause: z.enum(PAUSE_KINDS).optional(),
  waits: z.enum(PAUSE_KINDS).optional(),
})

export const duePreviewSchema = z.object({
  dueOn: civilDateSchema,
  /** True when the calendar behind it is not announced yet. */
  provisional: z.boolean(),
  term: z.number().int(),
  unit: z.enum(['working-day', 'calendar-day']),
  /** Closing hour printed beside the date. */
  hour: z.string(),
  days: z.array(dayAccountSchema),
  /** Extra working days a remote commune would have. */
  remoteExtra: z.number().int(),
  /** Two appointments: the day of the first, and the working days of the second, counted from the proof of payment. */
  appointments: z.object({ first: civilDateSchema, secondTerm: z.number().int() }).nullable(),
})
export type DuePreview = z.infer<typeof duePreviewSchema>

/** A pending dossier of the same person or on the same parcel. */
export const likenessSchema = z.object({
  id: idSchema,
  code: z.string(),
  applicantName: z.string(),
  procedureName: z.string(),
  acceptedOn: civilDateSchema,
  same: z.enum(['person-and-parcel', 'person', 'parcel']),
})

/** Somebody who had a dossier here before, as the newest of their dossiers has them. */
export const applicantSchema = z.object({
  /** The dossier the rest stands in, and its day. */
  dossierId: idSchema,
  acceptedOn: civilDateSchema,
  applicantName: z.string(),
  /** Masked for who does not see whole numbers in lists. */
  idNumber: z.string(),
  phone: z.string(),
  email: z.string(),
  address: z.string(),
  /** Who was authorised then. */
  representative: z.string(),
})
export type Applicant = z.infer<typeof applicantSchema>

/** At most so many people are found at once. */
export const MOST_APPLICANTS = 8

export const receptionContract = {
  /**
   * People of earlier dossiers, the newest first, by the beginning of a citizen or organisation number or of a phone number
   * (4 digits at least), or by the beginnings of words of a name. Who sees numbers masked finds one by the whole of it only.
   */
  findApplicants: may('receive')
    .input(z.object({ typed: text(200) }))
    .output(z.object({ masked: z.boolean(), people: z.array(applicantSchema).max(MOST_APPLICANTS) })),
  /** The due date and the days counted to it, before anything is saved. */
  preview: may('receive')
    .input(z.object({ procedureId: idSchema, acceptedAt: instantSchema.nullable(), remote: z.boolean() }))
    .output(duePreviewSchema),
  /** Pending dossiers of the same person or parcel. */
  findAlike: may('receive')
    .input(
      z.object({
        idNumber: text(20),
        commune: text(100),
        mapSheet: text(20),
        plot: text(20),
      }),
    )
    .output(z.array(likenessSchema)),
  /** Accepts the dossier. Answered only when it is on disk. */
  receive: may('receive')
    .input(receptionSchema)
    .output(
      z.object({
        id: idSchema,
        code: z.string(),
        acceptedOn: civilDateSchema,
        dueOn: civilDateSchema,
        provisional: z.boolean(),
        /** With two appointments: the day of the first; the due date is then only expected. */
        firstDueOn: civilDateSchema.nullable(),
        /**
         * The same request was received before, and this is what was answered then: `same` with the same content, `changed`
         * with another, which was not written. `null` for the first time.
         */
        repeated: z.enum(['same', 'changed']).nullable(),
      }),
    ),
  /** Communes already in the register, the most used first, for typing ahead. */
  communes: may('read').output(z.array(z.string())),
}
