/**
 * The small forms of an application: when, what is to be completed, why. Messages are codes.
 */
import type { FieldPath, FieldValues } from 'react-hook-form'
import { z } from 'zod'
import { civilDateSchema, requiredText, text, timeSchema } from '../../../src-main/contract/common.ts'
import { type CivilDate, type Instant, instantOf } from '../../../src-main/domain/civil-date.ts'
import { cleanText } from '../../../src-main/domain/names.ts'
import { readTime } from '../../ui/office-fields.tsx'

/** Now, or a day and an hour that have passed. */
export const typedWhenSchema = z
  .object({ earlier: z.enum(['now', 'earlier']), on: z.custom<CivilDate>().nullable(), time: z.string() })
  .transform(({ earlier, on, time }, context): Instant | null => {
    if (earlier === 'now') return null
    const day = civilDateSchema.safeParse(on)
    const hour = timeSchema.safeParse(readTime(time))
    if (!day.success) context.addIssue({ code: 'custom', message: 'required', path: ['on'] })
    if (!hour.success) context.addIssue({ code: 'custom', message: 'not-a-time', path: ['time'] })
    return day.success && hour.success ? instantOf(day.data, hour.data) : z.NEVER
  })
/** What the fields of a moment hold. */
export type TypedWhen = z.input<typeof typedWhenSchema>

/** Now, until somebody says otherwise. */
export const NOW: TypedWhen = { earlier: 'now', on: null, time: '' }

/** One item a line; empty lines and numbers or dashes in front of them are left out. */
export const typedItemsSchema = z
  .string()
  .transform((typed) =>
    typed
      .split('\n')
      .map((line) => cleanText(line).replace(/^(?:\d+[.)]|[-–•+*])\s*/, ''))
      .filter((line) => line !== ''),
  )
  .pipe(z.array(z.string().max(300, 'too-long')).min(1, 'required').max(40, 'too-many'))

/** What is asked of the applicant. */
export const typedAskShape = {
  items: typedItemsSchema,
  reason: requiredText(1000),
  contact: text(200),
}

/** The form of a request for completion. */
export const askSchema = z.object({ when: typedWhenSchema, ...typedAskShape })
export type AskForm = z.input<typeof askSchema>

/** The form of any other answer. A refusal says why. */
export const noteSchema = (needed: boolean) =>
  z.object({ when: typedWhenSchema, note: needed ? requiredText(1000) : text(1000) })
export type NoteForm = z.input<ReturnType<typeof noteSchema>>

/** The field for a path into the input of an answer. */
export function answerField<Values extends FieldValues & { when: TypedWhen }>(
  names: readonly FieldPath<Values>[],
): (path: string) => FieldPath<Values> | null {
  return (path) => {
    const name = path === 'at' ? 'when.time' : (path.split('.')[0] ?? '')
    return names.find((known) => known === name) ?? null
  }
}
