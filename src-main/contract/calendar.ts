/**
 * The working calendar and the office's conventions: seen, proposed, tried out, and changed with a reason.
 */
import { z } from 'zod'
import {
  MAX_IMPORT_BYTES,
  civilDateSchema,
  fileContent,
  fileSchema,
  idSchema,
  instantSchema,
  requiredText,
  text,
  timeSchema,
} from './common.ts'
import { may } from './operation.ts'

export const CALENDAR_STATUSES = ['confirmed', 'library', 'press', 'unannounced'] as const

export const calendarDaySchema = z.object({
  date: civilDateSchema,
  /** `off`: a day off; `work`: a weekend worked (*làm bù*). */
  kind: z.enum(['off', 'work']),
  name: requiredText(200),
  basis: requiredText(300),
  status: z.enum(CALENDAR_STATUSES),
})

/** A date set to a row, or (`row` null) freed of its row. */
export const dayChangeSchema = z.object({
  date: civilDateSchema,
  row: calendarDaySchema.omit({ date: true }).nullable(),
})
export type DayChange = z.output<typeof dayChangeSchema>

const span = z.tuple([timeSchema, timeSchema])

/** The office's conventions: cut-off of same-day procedures, reading of a reception on a day off, office hours. */
export const clockSettingsSchema = z
  .object({
    sameDayCutOff: timeSchema,
    offDayReception: z.enum(['strict', 'next-working-day']),
    hours: z.object({ morning: span, afternoon: span }),
  })
  .refine(
    ({ hours }) => {
      const times = [...hours.morning, ...hours.afternoon]
      return times.every((time, index) => index === 0 || (times[index - 1] ?? '') < time)
    },
    { message: 'hours-not-in-order', path: ['hours'] },
  )

/** A change of rules, not yet made. */
export const ruleChangeSchema = z.object({
  days: z.array(dayChangeSchema).max(500, 'too-many'),
  clock: clockSettingsSchema.nullable(),
})
export type RuleChange = z.output<typeof ruleChangeSchema>

/** An open dossier whose due date a change would move. */
export const movedDossierSchema = z.object({
  id: idSchema,
  code: z.string(),
  applicantName: z.string(),
  phone: z.string(),
  address: z.string(),
  procedureName: z.string(),
  holderName: z.string().nullable(),
  acceptedOn: civilDateSchema,
  dueBefore: civilDateSchema,
  dueAfter: civilDateSchema,
  /** The due date before was promised on paper: the applicant should be told. */
  promised: z.boolean(),
  /** Late today by the due date before and no longer by the new one, the other way round, or neither. */
  effect: z.enum(['now-late', 'no-longer-late', 'none']),
})
export type MovedDossier = z.infer<typeof movedDossierSchema>

/** How many moved dossiers come with the sums: the first page of their list. */
export const FIRST_MOVED = 100
/** The most moved dossiers asked for at once. */
export const MOST_MOVED_AT_ONCE = 500

/** Whose moved dossiers: of a change not made yet, or of one made. */
export const movedOfSchema = z.discriminatedUnion('of', [
  z.object({ of: z.literal('draft'), change: ruleChangeSchema }),
  z.object({ of: z.literal('change'), changeId: idSchema }),
])
export type MovedOf = z.output<typeof movedOfSchema>

export const movedFilterSchema = z.object({
  /** Words looked for in code, people, procedure, phone, address and dates, each at the beginning of a word. */
  typed: text(200),
  effect: z.enum(['all', 'now-late', 'no-longer-late', 'none']),
  /** Only those whose due date before was promised on paper. */
  promised: z.boolean(),
})
export type MovedFilter = z.output<typeof movedFilterSchema>

/** What the moved dossiers can be sorted by. */
export const MOVED_SORTS = [
  'dueBefore',
  'dueAfter',
  'effect',
  'code',
  'applicantName',
  'procedureName',
  'holderName',
  'acceptedOn',
] as const
export const movedSortSchema = z.object({ field: z.enum(MOVED_SORTS), descending: z.boolean() })
export type MovedSort = z.output<typeof movedSortSchema>

export const whatIfSchema = z.object({
  /** How many open dossiers were looked at. */
  open: z.number().int(),
  moved: z.number().int(),
  nowLate: z.number().int(),
  noLongerLate: z.number().int(),
  /** Open dossiers with a due date of their own (printed otherwise than counted): left as they are. */
  leftAlone: z.number().int(),
  /** The first {@link FIRST_MOVED}, by due date before; `moved` has them all. */
  dossiers: z.array(movedDossierSchema),
  /** Names what was shown; `apply` is refused when the register has moved on since. */
  digest: z.string(),
})
export type WhatIf = z.infer<typeof whatIfSchema>

/** What the head should think of. */
export const reminderSchema = z.discriminatedUnion('kind', [
  /** December, and next year's calendar is not confirmed. */
  z.object({ kind: z.literal('next-year-unconfirmed'), year: z.number().int() }),
  /** Open dossiers are due in a year that is not confirmed. */
  z.object({
    kind: z.literal('due-in-unconfirmed-year'),
    year: z.number().int(),
    dossiers: z.number().int(),
  }),
])
export type Reminder = z.infer<typeof reminderSchema>

const yearSchema = z.number().int().min(1970, 'not-a-year').max(2100, 'not-a-year')

export const calendarContract = {
  /** One year as it stands. */
  year: may('read')
    .input(z.object({ year: yearSchema }))
    .output(
      z.object({
        year: z.number().int(),
        days: z.array(calendarDaySchema),
        /** Whether all its rows are announced. */
        confirmed: z.boolean(),
        workingDays: z.number().int(),
        clock: clockSettingsSchema,
      }),
    ),
  /** Days off of a year as the law and the moon make them; swaps are always entered by hand. Nothing is changed. */
  propose: may('rules')
    .input(z.object({ year: yearSchema }))
    .output(z.array(dayChangeSchema)),
  /** Reads a CSV or xlsx file of calendar rows. Nothing is changed; bad rows are refused by row, field and reason. */
  readFile: may('rules')
    .input(z.object({ fileName: z.string().min(1).max(255), content: fileContent(MAX_IMPORT_BYTES) }))
    .output(z.array(dayChangeSchema)),
  exportYears: may('read')
    .input(z.object({ from: yearSchema, to: yearSchema, format: z.enum(['csv', 'xlsx']) }))
    .output(fileSchema),
  /** Every open dossier whose due date the change would move. Changes nothing. */
  whatIf: may('rules').input(ruleChangeSchema).output(whatIfSchema),
  /** A part of the moved dossiers that fit the filter. Of a change made, effects are those of its day. */
  moved: may('read')
    .input(
      z.object({
        list: movedOfSchema,
        filter: movedFilterSchema,
        sort: movedSortSchema,
        offset: z.number().int().min(0),
        limit: z.number().int().min(1).max(MOST_MOVED_AT_ONCE),
      }),
    )
    .output(
      z.object({
        /** How many were moved, whatever the filter. */
        moved: z.number().int(),
        /** How many fit it. */
        total: z.number().int(),
        dossiers: z.array(movedDossierSchema),
      }),
    ),
  /** The whole list of moved dossiers as an Excel file. */
  exportMoved: may('rules')
    .input(z.object({ list: movedOfSchema, language: z.enum(['vi', 'en']) }))
    .output(fileSchema),
  /**
   * Makes the change as one event with its reason; open dossiers get their new due dates in the same transaction.
   * Progress comes as change notices; `cancelled` when it was called off.
   */
  apply: may('rules')
    .input(ruleChangeSchema.extend({ reason: requiredText(500), digest: z.string().max(100) }))
    .output(z.object({ changeId: idSchema, moved: z.number().int() })),
  /** Calls off the change this window is making: nothing of it stays. One that is on disk already stays. */
  cancelApply: may('rules').output(z.null()),
  /** The changes made so far, newest first. */
  changes: may('read').output(
    z.array(
      z.object({
        id: idSchema,
        at: instantSchema,
        authorName: z.string(),
        reason: z.string(),
        days: z.array(dayChangeSchema.extend({ before: calendarDaySchema.omit({ date: true }).nullable() })),
        clock: clockSettingsSchema.nullable(),
        moved: z.number().int(),
      }),
    ),
  ),
  reminders: may('read').output(z.array(reminderSchema)),
}
