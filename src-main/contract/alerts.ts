/**
 * Alerts (*nhắc việc*): what somebody is told without asking. They are counted from the register at that moment; only what
 * a person has seen already, and been shown on the desktop, is kept.
 */
import { z } from 'zod'
import { civilDateSchema, idSchema, instantSchema, timeSchema } from './common.ts'
import { may } from './operation.ts'

/**
 * morning: the summary at the set hour. arrival: an application about to run out of its 8 working hours, for the counter.
 * due-today, due-tomorrow (the next working day): dossiers of mine. handover: a batch given to me and not confirmed.
 * apology: a draft waiting for the head. reminder: somebody reminded me of a dossier.
 */
export const ALERT_KINDS = [
  'morning',
  'arrival',
  'due-today',
  'due-tomorrow',
  'handover',
  'apology',
  'reminder',
] as const
export type AlertKind = (typeof ALERT_KINDS)[number]

const base = {
  /** The same as long as it is about the same thing, and never of another. */
  key: z.string(),
  /** Looked at in the list. */
  seen: z.boolean(),
  /** Shown as a desktop notification, at whichever window. */
  told: z.boolean(),
}
const ofDossier = { dossierId: idSchema, code: z.string(), applicantName: z.string() }
const count = z.number().int()

export const alertSchema = z.discriminatedUnion('kind', [
  z.object({
    ...base,
    kind: z.literal('morning'),
    on: civilDateSchema,
    /** Over the whole branch, for the head; otherwise over the dossiers this person holds. */
    whole: z.boolean(),
    late: count,
    dueToday: count,
    /** Due on the next working day, and no apology approved. */
    dueTomorrow: count,
    /** Past the term of the step they are in. */
    behind: count,
  }),
  z.object({
    ...base,
    kind: z.literal('arrival'),
    arrivalId: idSchema,
    reference: z.string(),
    applicantName: z.string(),
    answerBy: instantSchema,
    /** The 8 hours have run out. */
    overdue: z.boolean(),
  }),
  z.object({ ...base, kind: z.literal('due-today'), ...ofDossier, dueOn: civilDateSchema }),
  z.object({ ...base, kind: z.literal('due-tomorrow'), ...ofDossier, dueOn: civilDateSchema }),
  z.object({
    ...base,
    kind: z.literal('handover'),
    batch: z.number().int(),
    number: z.number().int(),
    year: z.number().int(),
    fromName: z.string(),
    givenOn: civilDateSchema,
    dossiers: count,
  }),
  z.object({
    ...base,
    kind: z.literal('apology'),
    ...ofDossier,
    dueOn: civilDateSchema,
    newDueOn: civilDateSchema,
  }),
  z.object({
    ...base,
    kind: z.literal('reminder'),
    ...ofDossier,
    fromName: z.string(),
    note: z.string(),
    at: instantSchema,
  }),
])
export type Alert = z.infer<typeof alertSchema>

/** The most of one kind that are listed. */
export const MOST_ALERTS = 50

export const alertSettingsSchema = z.object({
  /** When the morning summary is told. */
  hour: timeSchema,
  /** Kinds that are not told. */
  off: z.array(z.enum(ALERT_KINDS)).max(ALERT_KINDS.length, 'too-many'),
  /** Whether new alerts are shown as desktop notifications, too. */
  desktop: z.boolean(),
})
export type AlertSettings = z.infer<typeof alertSettingsSchema>

/** What nobody has set otherwise. */
export const DEFAULT_ALERTS: AlertSettings = { hour: '07:45', off: [], desktop: true }

const keysInput = z.object({
  keys: z.array(z.string().regex(/^[a-z-]{1,20}(:[\w.:-]{1,40})+$/, 'invalid')).max(500, 'too-many'),
})

export const alertsContract = {
  /** What the person at the window is to be told: unseen first, then by urgency. */
  list: may('read').output(z.object({ alerts: z.array(alertSchema), unseen: count })),
  /** They have been looked at. */
  seen: may('read').input(keysInput).output(z.null()),
  /**
   * Takes alerts to show them on the desktop: answered are those no window of this person has shown before, once and never
   * again.
   */
  claim: may('read')
    .input(keysInput)
    .output(z.object({ keys: z.array(z.string()) })),
  settings: may('signed-in').output(alertSettingsSchema),
  setSettings: may('signed-in').input(alertSettingsSchema).output(alertSettingsSchema),
}
