/**
 * The small form of handing out: to whom, which day, by which way.
 */
import type { FieldPath } from 'react-hook-form'
import { z } from 'zod'
import { civilDateSchema, requiredText, returnWaySchema, text } from '../../../src-main/contract/common.ts'
import type { CivilDate } from '../../../src-main/domain/civil-date.ts'

/** What the fields hold, and what the office is told. */
export const returnFormSchema = z
  .object({
    on: z.custom<CivilDate>().nullable(),
    to: requiredText(200),
    way: returnWaySchema,
    tracking: text(60),
    note: text(1000),
  })
  .transform(({ on, to, way, tracking, note }, context) => {
    const day = civilDateSchema.safeParse(on)
    const fault = (path: 'on' | 'tracking') =>
      context.addIssue({ code: 'custom', message: 'required', path: [path] })
    if (!day.success) fault('on')
    if (way === 'post' && tracking === '') fault('tracking')
    return day.success
      ? { happenedOn: day.data, to, way, tracking: way === 'post' ? tracking : '', note }
      : z.NEVER
  })
export type ReturnForm = z.input<typeof returnFormSchema>

/** The field for a path into the input of `results.returnAll`. */
export function returnField(path: string): FieldPath<ReturnForm> | null {
  switch (path) {
    case 'happenedOn':
      return 'on'
    case 'to':
    case 'way':
    case 'tracking':
    case 'note':
      return path
    default:
      return null
  }
}
