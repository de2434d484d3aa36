/**
 * Applications before acceptance (*hồ sơ chờ tiếp nhận*): filed online, or handed in incomplete at the counter.
 */
import { z } from 'zod'
import { ARRIVAL_STATES } from '../domain/dossier.ts'
import {
  channelSchema,
  civilDateSchema,
  fileContent,
  fileSchema,
  idSchema,
  instantSchema,
  particularsSchema,
  recordedParticularsSchema,
  requiredText,
  text,
} from './common.ts'
import { timelineEntrySchema } from './dossiers.ts'
import { may } from './operation.ts'
import { receptionSchema } from './reception.ts'

/** The lists: not answered yet, asked for completion, and those that were answered for good. */
export const ARRIVAL_QUEUES = ['waiting', 'completion-asked', 'closed'] as const
export type ArrivalQueue = (typeof ARRIVAL_QUEUES)[number]

/** What can be done with an application; offered only where its state allows it. */
export const ARRIVAL_ACTIONS = [
  'accept',
  'ask-completion',
  'complete',
  'decline',
  'retract',
  'change',
] as const
export type ArrivalAction = (typeof ARRIVAL_ACTIONS)[number]

/** The forms of an application: what is to be completed (Mẫu 02), and that it is not taken (Mẫu 03). */
export const ARRIVAL_FORMS = ['supplement', 'refusal'] as const
export type ArrivalForm = (typeof ARRIVAL_FORMS)[number]

export const arrivalRowSchema = z.object({
  id: idSchema,
  /** The number it carries where it came from. */
  reference: z.string(),
  procedureName: z.string(),
  applicantName: z.string(),
  phone: z.string(),
  commune: z.string(),
  mapSheet: z.string(),
  plot: z.string(),
  channel: channelSchema,
  onlineLevel: z.string().nullable(),
  state: z.enum(ARRIVAL_STATES),
  arrivedAt: instantSchema,
  /** Until when the answer is due; `null` while none is owed. */
  answerDue: instantSchema.nullable(),
  /** Working minutes left until then, negative when it is overdue. */
  minutesLeft: z.number().int().nullable(),
  overdue: z.boolean(),
  /** How often completion was asked for. */
  asked: z.number().int(),
  /** Answered after its time, at any time; and by how many working minutes at most. */
  answeredLate: z.boolean(),
  lateMinutes: z.number().int(),
  /** The code of the dossier it became. */
  code: z.string().nullable(),
  version: z.number().int(),
})
export type ArrivalRow = z.infer<typeof arrivalRowSchema>

export const arrivalPageSchema = z.object({
  row: arrivalRowSchema,
  /** The procedure it was filed for: the version of that day, and what names it in every version. */
  procedureId: idSchema,
  procedureKey: z.string(),
  particulars: recordedParticularsSchema,
  remote: z.boolean(),
  /** Every answer that was owed: from when, until when, when it was given and entered. */
  answers: z.array(
    z.object({
      from: instantSchema,
      due: instantSchema,
      at: instantSchema.nullable(),
      enteredAt: instantSchema.nullable(),
      late: z.boolean(),
      lateMinutes: z.number().int(),
    }),
  ),
  /** The days of the last of them: working minutes that count on each, and why. */
  days: z.array(
    z.object({
      date: civilDateSchema,
      minutes: z.number().int(),
      reason: z.enum(['weekday', 'weekend', 'day-off', 'make-up']),
      name: z.string(),
    }),
  ),
  /** What is to be completed, while that is waited for. */
  asked: z.object({ items: z.array(z.string()), reason: z.string(), contact: z.string() }).nullable(),
  /** The forms that belong to its entries; the number once printed. */
  forms: z.array(
    z.object({
      form: z.enum(ARRIVAL_FORMS),
      of: z.number().int(),
      number: z.string().nullable(),
      copies: z.number().int(),
    }),
  ),
  actions: z.array(z.enum(ARRIVAL_ACTIONS)),
  /** The last moment anything happened: what follows cannot have happened before. */
  lastAt: instantSchema,
  timeline: z.array(timelineEntrySchema),
})
export type ArrivalPage = z.infer<typeof arrivalPageSchema>

const askedFor = {
  items: z.array(requiredText(300)).min(1, 'required').max(40, 'too-many'),
  reason: requiredText(1000),
  /** Whom to turn to: name, phone. */
  contact: text(200),
}

/** What was answered to a walk-in on the spot. */
const answerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('completion-asked'), ...askedFor }),
  z.object({ kind: z.literal('declined'), reason: requiredText(1000) }),
])

export const arrivalInputSchema = z.object({
  procedureId: idSchema,
  reference: text(60),
  /** The moment it was filed; now when `null`. */
  arrivedAt: instantSchema.nullable(),
  particulars: particularsSchema,
  remote: z.boolean(),
})
export type ArrivalInput = z.input<typeof arrivalInputSchema>

/** The largest list of a portal, in bytes, and the most rows it may have. */
export const MAX_ARRIVALS_BYTES = 4 * 1024 * 1024
export const MAX_ARRIVALS = 2000

/** What a column of a portal's list can mean. The first four are needed. */
export const ARRIVAL_FIELDS = [
  'reference',
  'procedure',
  'applicantName',
  'arrivedAt',
  'idNumber',
  'phone',
  'email',
  'address',
  'commune',
  'mapSheet',
  'plot',
] as const
export type ArrivalField = (typeof ARRIVAL_FIELDS)[number]

/**
 * Why a row of a list stays out. `code` is that of a field error (`required`, `too-long`, `not-a-phone` …) or
 * `unknown-procedure`, `ambiguous-procedure`, `procedure-not-valid-on-date`, `not-a-moment`, `date-in-future`,
 * `twice-in-file`.
 */
export const arrivalProblemSchema = z.object({
  /** 1-based row as Excel numbers it. */
  row: z.number().int(),
  field: z.enum(ARRIVAL_FIELDS),
  value: z.string(),
  code: z.string(),
})
export type ArrivalProblem = z.infer<typeof arrivalProblemSchema>

const step = { id: idSchema, version: z.number().int(), /** Now when `null`. */ at: instantSchema.nullable() }

export const arrivalsContract = {
  /** One page of a list; those waiting in the order their answers are due. The days cut the closed ones alone. */
  list: may('read')
    .input(
      z.object({
        queue: z.enum(ARRIVAL_QUEUES),
        search: z.string().max(200),
        arrivedFrom: civilDateSchema,
        arrivedTo: civilDateSchema,
        page: z.number().int().min(0),
        pageSize: z.number().int().min(1).max(200),
      }),
    )
    .output(z.object({ rows: z.array(arrivalRowSchema), total: z.number().int() })),
  /** How many wait for an answer, how many of these are overdue, and how many were asked for completion. */
  counts: may('read').output(
    z.object({ waiting: z.number().int(), overdue: z.number().int(), completionAsked: z.number().int() }),
  ),
  get: may('read')
    .input(z.object({ id: idSchema }))
    .output(arrivalPageSchema),
  /** The application that came with that number, for the scanner; `null` when there is none. */
  findByReference: may('read')
    .input(z.object({ reference: z.string().max(60) }))
    .output(idSchema.nullable()),
  /** Writes down an application, and where it came over the counter the answer given there. */
  record: may('receive')
    .input(arrivalInputSchema.extend({ answer: answerSchema.nullable() }))
    .output(arrivalPageSchema),
  /** Sets particulars right before acceptance; a further entry of the history. */
  change: may('receive')
    .input(
      z.object({
        id: idSchema,
        version: z.number().int(),
        reason: requiredText(500),
        changes: particularsSchema.partial(),
      }),
    )
    .output(arrivalPageSchema),
  /** Incomplete: asks for what is missing (Mẫu 02). */
  askCompletion: may('receive')
    .input(z.object({ ...step, ...askedFor }))
    .output(arrivalPageSchema),
  /** What was asked for has come; the answer is due again. */
  completed: may('receive')
    .input(z.object({ ...step, note: text(1000) }))
    .output(arrivalPageSchema),
  /** Not received (Mẫu 03). */
  decline: may('receive')
    .input(z.object({ ...step, reason: requiredText(1000) }))
    .output(arrivalPageSchema),
  /** Taken back by the applicant. */
  retract: may('receive')
    .input(z.object({ ...step, note: text(1000) }))
    .output(arrivalPageSchema),
  /** Accepts it: a dossier from now on, whose term counts from the acceptance. */
  accept: may('receive')
    .input(receptionSchema.omit({ request: true }).extend({ id: idSchema, version: z.number().int() }))
    .output(
      z.object({
        id: idSchema,
        code: z.string(),
        acceptedOn: civilDateSchema,
        dueOn: civilDateSchema,
        provisional: z.boolean(),
        firstDueOn: civilDateSchema.nullable(),
      }),
    ),
  /** Reads a portal's list, xlsx or csv. Changes nothing. */
  readFile: may('receive')
    .input(z.object({ content: fileContent(MAX_ARRIVALS_BYTES) }))
    .output(
      z.object({
        arrivals: z.array(arrivalInputSchema),
        problems: z.array(arrivalProblemSchema),
        /** Numbers that are in the register already: their rows are left out. */
        known: z.array(z.string()),
      }),
    ),
  /** Writes down the sound rows of a list in one transaction; numbers known by then are left out. */
  recordAll: may('receive')
    .input(z.object({ arrivals: z.array(arrivalInputSchema).max(MAX_ARRIVALS, 'too-many') }))
    .output(z.object({ recorded: z.number().int(), known: z.number().int() })),
  /** Mẫu 02 or 03 as PDF, of the entry that asked or declined; a further print keeps the number. */
  print: may('receive')
    .input(z.object({ id: idSchema, form: z.enum(ARRIVAL_FORMS), of: z.number().int().positive() }))
    .output(fileSchema),
}
