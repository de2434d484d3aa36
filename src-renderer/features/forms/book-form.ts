/**
 * The small form of the register book: field, and days of reception.
 */
import type { FieldPath } from 'react-hook-form'
import { z } from 'zod'
import { civilDateSchema } from '../../../src-main/contract/common.ts'
import { type CivilDate, civilDate } from '../../../src-main/domain/civil-date.ts'

/** What the fields hold, and what the office is told. */
export const bookFormSchema = z
  .object({
    field: z.string().nullable(),
    from: z.custom<CivilDate>().nullable(),
    to: z.custom<CivilDate>().nullable(),
  })
  .transform(({ field, from, to }, context) => {
    const [first, last] = [civilDateSchema.safeParse(from), civilDateSchema.safeParse(to)]
    const fault = (path: 'from' | 'to', message: string) =>
      context.addIssue({ code: 'custom', message, path: [path] })
    if (!first.success) fault('from', 'required')
    if (!last.success) fault('to', 'required')
    if (!first.success || !last.success) return z.NEVER
    if (last.data < first.data) fault('to', 'from-after-to')
    return { field, from: first.data, to: last.data }
  })
export type BookForm = z.input<typeof bookFormSchema>

/** The field for a path into the input of `forms.book`. */
export function bookField(path: string): FieldPath<BookForm> | null {
  return path === 'field' || path === 'from' || path === 'to' ? path : null
}

/** The first day of a day's month. */
export function firstOfMonth(day: CivilDate): CivilDate {
  return civilDate(`${day.slice(0, 8)}01`)
}
