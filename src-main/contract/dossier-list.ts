/**
 * Lists of dossiers: the queues, what a list is cut and sorted by, and a row of it.
 */
import { z } from 'zod'
import { PAUSE_KINDS } from '../domain/dossier.ts'
import { CELL_COLUMN_KEYS } from '../domain/figure-class.ts'
import { BREAKDOWNS } from '../domain/figure-tables.ts'
import { STEP_ROLES } from '../domain/path.ts'
import { channelSchema, civilDateSchema, dossierStateSchema, idSchema, instantSchema } from './common.ts'
import { figureQuerySchema } from './figure-query.ts'

/**
 * The queues: waiting (accepted, nobody has taken it), in-process (also what waits for somebody else),
 * due-today, due-soon (within three working days), late, behind (past the term of the step it is in, be it late or not),
 * result-ready (not collected), mine (open, held by this user), all.
 */
export const QUEUES = [
  'waiting',
  'in-process',
  'due-today',
  'due-soon',
  'late',
  'behind',
  'result-ready',
  'mine',
  'all',
] as const
export type Queue = (typeof QUEUES)[number]

/** What the list behind a number of the figures can be sorted by besides: what its dossiers counted as. */
export const COUNTED_SORT_FIELDS = [
  'countedOrigin',
  'countedStanding',
  'countedDueOn',
  'countedEndedOn',
  'countedDaysLate',
  'countedOfficer',
] as const
export type CountedSortField = (typeof COUNTED_SORT_FIELDS)[number]

/** What a list can be sorted by. */
export const SORT_FIELDS = [
  'code',
  'applicantName',
  'procedureName',
  'commune',
  'acceptedOn',
  'dueOn',
  'endedOn',
  'state',
  'holderName',
  ...COUNTED_SORT_FIELDS,
] as const
export type SortField = (typeof SORT_FIELDS)[number]

/** How the apology of a dossier stands: as it was left last. */
export const APOLOGY_STATES = ['drafted', 'approved', 'rejected'] as const

/** What lists can be cut by: not sent, of these none even drafted (or rejected), waiting for approval; approved and sent. */
export const APOLOGY_FILTERS = ['not-sent', 'none', 'drafted', 'approved'] as const

/** The most rows of a list that are printed; a longer one is no paper any more. */
export const LIST_ON_PAPER = 3_000

/** The dossiers behind one cell of a table of the figures. */
export const figureCellSchema = figureQuerySchema.extend({
  by: z.enum(BREAKDOWNS),
  /** The table's row; `null`: its total. */
  key: z.string().max(300).nullable(),
  column: z.enum(CELL_COLUMN_KEYS),
  /** Of these only those whose due date compared with lies in these days, both in. */
  due: z.object({ from: civilDateSchema.nullable(), to: civilDateSchema.nullable() }).nullable().optional(),
})
export type FigureCell = z.infer<typeof figureCellSchema>

export const dossierFilterSchema = z.object({
  queue: z.enum(QUEUES),
  /** Code, name with or without diacritics, phone, citizen number, parcel (`tờ 12 thửa 34` or `12/34`), certificate. */
  search: z.string().max(200),
  procedureId: idSchema.nullable(),
  state: dossierStateSchema.nullable(),
  holderId: idSchema.nullable(),
  channel: channelSchema.nullable(),
  commune: z.string().max(100).nullable(),
  acceptedFrom: civilDateSchema.nullable(),
  acceptedTo: civilDateSchema.nullable(),
  dueFrom: civilDateSchema.nullable(),
  dueTo: civilDateSchema.nullable(),
  apology: z.enum(APOLOGY_FILTERS).nullable().default(null),
  /** Open, and in a step of that role. */
  stepRole: z.enum(STEP_ROLES).nullable().optional(),
  /** Only those past the term of the step they are in. */
  behind: z.boolean().optional(),
  /** Open, and nobody has it. */
  unheld: z.boolean().optional(),
  /** Only those that count in a cell of the figures. */
  cell: figureCellSchema.nullable().optional(),
})
export type DossierFilter = z.infer<typeof dossierFilterSchema>

export const dossierSortSchema = z.object({ field: z.enum(SORT_FIELDS), descending: z.boolean() })
export type DossierSort = z.infer<typeof dossierSortSchema>

/**
 * How a dossier stands against its due date. Open: `running`, `due-soon`, `due-today`, `late`, `paused`;
 * ended: `ended-early`, `ended-on-time`, `ended-late`.
 */
export const STANDINGS = [
  'running',
  'due-soon',
  'due-today',
  'late',
  'paused',
  'ended-early',
  'ended-on-time',
  'ended-late',
] as const
export type Standing = (typeof STANDINGS)[number]

/** The step a dossier is in, against the step's own term. */
export const rowStepSchema = z.object({
  /** Its number in the path, from 0. */
  index: z.number().int(),
  role: z.enum(STEP_ROLES),
  name: z.string(),
  /** When its term ends; `null` while the clock stands still and once it has ended. */
  dueAt: instantSchema.nullable(),
  /** Past its term. Says nothing of the due date of the dossier. */
  behind: z.boolean(),
})
export type RowStep = z.infer<typeof rowStepSchema>

/** What a dossier counts as in the figures, as of the end of their period. */
export const countedAsSchema = z.object({
  origin: z.enum(['online', 'direct-postal', 'carried-over']),
  standing: z.enum(['early', 'on-time', 'late', 'in-time', 'overdue']),
  /** The due date compared with. */
  dueOn: civilDateSchema,
  /** The day it ended in the period and how; `null` while pending. */
  endedOn: civilDateSchema.nullable(),
  outcome: z.enum(['result', 'refused', 'withdrawn', 'stopped']).nullable(),
  /** Pending with a stopped clock: what was waited for. */
  paused: z.enum(PAUSE_KINDS).nullable(),
  apology: z.enum(['in-time', 'late']).nullable(),
  /** In working days; `null` for what is not late. */
  daysLate: z.number().int().nullable(),
  /** Who had it when it ended or at the end of the period; empty for nobody. */
  officerName: z.string(),
})
export type CountedAs = z.infer<typeof countedAsSchema>

export const dossierRowSchema = z.object({
  id: idSchema,
  code: z.string(),
  procedureId: idSchema,
  procedureName: z.string(),
  applicantName: z.string(),
  idNumber: z.string(),
  phone: z.string(),
  address: z.string(),
  commune: z.string(),
  mapSheet: z.string(),
  plot: z.string(),
  certificateNumber: z.string(),
  channel: channelSchema,
  onlineLevel: z.string().nullable(),
  acceptedOn: civilDateSchema,
  dueOn: civilDateSchema,
  /** Result ready, refused, withdrawn or stopped. */
  endedOn: civilDateSchema.nullable(),
  returnedOn: civilDateSchema.nullable(),
  state: dossierStateSchema,
  holderId: idSchema.nullable(),
  holderName: z.string().nullable(),
  standing: z.enum(STANDINGS),
  /** Working days: left for an open dossier (negative when late), early (+) or late (−) for an ended one. */
  workingDays: z.number().int(),
  /**
   * The apology, the new day it names and the day it was sent; sent on the due date or after it is late. The due date
   * above stays.
   */
  apology: z
    .object({
      state: z.enum(APOLOGY_STATES),
      dueOn: civilDateSchema,
      sentOn: civilDateSchema.nullable(),
      late: z.boolean(),
    })
    .nullable(),
  /** Code of the cause of its lateness in the office's list; empty where none is written down. */
  lateCause: z.string(),
  /** Where it stands in its path; `null` where that is not known. */
  step: rowStepSchema.nullable(),
  /** Given out in a batch to that person, who has not confirmed it yet. */
  handedTo: idSchema.nullable(),
  /** Number of its last event, for changes decided on what the list shows. */
  version: z.number().int(),
  /** What it counts as in the figures the list is cut by; everything else is as of today. Left out in other lists. */
  counted: countedAsSchema.optional(),
})
export type DossierRow = z.infer<typeof dossierRowSchema>
