/**
 * The small form of a wait or its end: kind, day, document, reason, and what each kind has besides.
 */
import type { FieldPath } from 'react-hook-form'
import { z } from 'zod'
import { civilDateSchema, requiredText, text } from '../../../src-main/contract/common.ts'
import type { CivilDate } from '../../../src-main/domain/civil-date.ts'
import type { PauseKind } from '../../../src-main/domain/dossier.ts'

/** Whether the clock is to be stopped or to run again. */
export type ClockChange = 'pause' | 'resume'

/** What is waited for, as the clerk says it: public posting is waiting for another agency by the clock. */
export const WAIT_KINDS = ['supplement', 'payment', 'agency', 'posting'] as const
export type WaitKind = (typeof WAIT_KINDS)[number]

/** The kind the office keeps it under. */
export function pauseOf(kind: WaitKind): PauseKind {
  return kind === 'posting' ? 'agency' : kind
}

/** Whether the law stops the clock for another agency, or the term runs on. */
export const AGENCY_CLOCKS = ['stops', 'runs'] as const

/** Days of public posting by most procedures. */
export const POSTING_DAYS = ['15', '30'] as const

/** Units of another agency's own term. */
export const TERM_UNITS = ['working-day', 'calendar-day'] as const

/** Whether the clock stands still by what is chosen: only another agency may be waited for while it runs on. */
export function stopsClock({
  kind,
  clock,
}: {
  kind: WaitKind
  clock: (typeof AGENCY_CLOCKS)[number]
}): boolean {
  return kind !== 'agency' || clock === 'stops'
}

/** What the kind asks of the office besides: the agency's own term, or the days of posting. */
export function termsOf({
  kind,
  within,
  unit,
  posting,
}: Pick<PauseForm, 'kind' | 'within' | 'unit' | 'posting'>): {
  answerWithin: { term: number; unit: (typeof TERM_UNITS)[number] } | null
  posting: number | null
} {
  const term = kind === 'agency' ? countOf(within) : null
  return {
    answerWithin: term === null ? null : { term, unit },
    posting: kind === 'posting' ? countOf(posting) : null,
  }
}

function countOf(typed: string): number | null {
  return /^\d{1,3}$/.test(typed.trim()) && Number(typed) > 0 ? Number(typed) : null
}

const fields = z.object({
  kind: z.enum(WAIT_KINDS),
  clock: z.enum(AGENCY_CLOCKS),
  on: z.custom<CivilDate>().nullable(),
  document: text(100),
  note: text(1000),
  /** For a supplement: one a line. */
  items: z.string(),
  contact: text(200),
  agency: text(200),
  /** The agency's own term, empty where it has none. */
  within: z.string(),
  unit: z.enum(TERM_UNITS),
  posting: z.enum(POSTING_DAYS),
})
export type PauseForm = z.input<typeof fields>

/** Kinds that say why by themselves. */
const SELF_EXPLAINING: readonly WaitKind[] = ['payment', 'posting']

/** What the fields hold, and what the office is told. A supplement and another agency must say why; an end need not. */
export const pauseFormSchema = (change: ClockChange) =>
  fields.transform((typed, context) => {
    const { kind, document, note, agency, contact } = typed
    const fault = (field: keyof PauseForm, message: string) =>
      context.addIssue({ code: 'custom', message, path: [field] })
    const day = civilDateSchema.safeParse(typed.on)
    if (!day.success) fault('on', 'required')
    if (change === 'pause' && !SELF_EXPLAINING.includes(kind) && !requiredText(1000).safeParse(note).success)
      fault('note', 'required')
    const terms = termsOf(typed)
    if (kind === 'agency' && typed.within.trim() !== '' && terms.answerWithin === null)
      fault('within', 'not-a-count')
    const items = kind === 'supplement' ? linesOf(typed.items) : []
    if (items.some((item) => item.length > 500)) fault('items', 'too-long')
    if (items.length > 40) fault('items', 'too-many')
    if (!day.success) return z.NEVER
    return {
      ...{ pause: pauseOf(kind), stops: stopsClock(typed), happenedOn: day.data, document, note, items },
      contact: kind === 'supplement' ? contact : '',
      agency: pauseOf(kind) === 'agency' ? agency : '',
      ...terms,
    }
  })

/** The items of a list typed one a line; dashes and numbers before them are left to the form. */
export function linesOf(typed: string): string[] {
  return typed
    .split('\n')
    .map((line) => line.replace(/^\s*(?:[-–•*+]|\d{1,2}[.)])\s+/, '').trim())
    .filter((line) => line !== '')
}

/** The field for a path into the input of `dossiers.pause`, `resume` or `previewPause`. */
export function pauseField(path: string): FieldPath<PauseForm> | null {
  const name = path.replace(/^change\./, '')
  switch (name) {
    case 'on':
    case 'happenedOn':
      return 'on'
    case 'pause':
      return 'kind'
    case 'stops':
      return 'clock'
    case 'document':
    case 'note':
    case 'contact':
    case 'agency':
    case 'posting':
      return name
    default:
      if (name.startsWith('items')) return 'items'
      return name.startsWith('answerWithin') ? 'within' : null
  }
}
