/**
 * The small form of a step: day, hour where known, holder for taking, note.
 */
import type { FieldPath } from 'react-hook-form'
import { z } from 'zod'
import { civilDateSchema, idSchema, text, timeSchema } from '../../../src-main/contract/common.ts'
import type { ManualStep } from '../../../src-main/contract/dossiers.ts'
import { type CivilDate, instantOf } from '../../../src-main/domain/civil-date.ts'
import { readTime } from '../../ui/office-fields.tsx'

/** The step as typed, and what of it the office is told. */
export const stepFormSchema = (step: ManualStep) =>
  z
    .object({
      on: z.custom<CivilDate>().nullable(),
      time: z.string(),
      holderId: idSchema.nullable(),
      note: text(1000),
    })
    .transform(({ on, time, holderId, note }, context) => {
      const day = civilDateSchema.safeParse(on)
      const hour = time.trim() === '' ? null : timeSchema.safeParse(readTime(time))
      if (!day.success) context.addIssue({ code: 'custom', message: 'required', path: ['on'] })
      if (hour?.success === false) context.addIssue({ code: 'custom', message: 'not-a-time', path: ['time'] })
      if (step === 'taken' && holderId === null)
        context.addIssue({ code: 'custom', message: 'required', path: ['holderId'] })
      if (!day.success) return z.NEVER
      return {
        step,
        happenedOn: day.data,
        happenedAt: hour?.success ? instantOf(day.data, hour.data) : null,
        holderId: step === 'taken' ? holderId : null,
        note,
      }
    })
export type StepForm = z.input<ReturnType<typeof stepFormSchema>>

/** The field for a path into the input of `dossiers.recordStep`. */
export function stepField(path: string): FieldPath<StepForm> | null {
  switch (path) {
    case 'happenedOn':
      return 'on'
    case 'happenedAt':
      return 'time'
    case 'holderId':
    case 'note':
      return path
    default:
      return null
  }
}
