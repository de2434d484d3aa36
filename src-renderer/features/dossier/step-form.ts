/**
 * The small form of a step: day, hour where known, holder for taking, who took the result, document, note.
 */
import type { FieldPath } from 'react-hook-form'
import { z } from 'zod'
import {
  civilDateSchema,
  idSchema,
  returnWaySchema,
  text,
  timeSchema,
} from '../../../src-main/contract/common.ts'
import { ENDING_STEPS, type EndingStep } from '../../../src-main/contract/dossier-waits.ts'
import type { ManualStep } from '../../../src-main/contract/dossiers.ts'
import { type CivilDate, instantOf } from '../../../src-main/domain/civil-date.ts'
import { readTime } from '../../ui/office-fields.tsx'

/** Whether a step ends the dossier's clock. */
export function isEnding(step: ManualStep): step is EndingStep {
  return ENDING_STEPS.some((ending) => ending === step)
}

const fields = z.object({
  on: z.custom<CivilDate>().nullable(),
  time: z.string(),
  holderId: idSchema.nullable(),
  note: text(1000),
  document: text(100),
  to: text(200),
  way: returnWaySchema,
  tracking: text(60),
})
export type StepForm = z.input<typeof fields>

/** The step as typed, and what of it the office is told. */
export const stepFormSchema = (step: ManualStep) =>
  fields.transform(({ on, time, holderId, note, document, to, way, tracking }, context) => {
    const day = civilDateSchema.safeParse(on)
    const hour = time.trim() === '' ? null : timeSchema.safeParse(readTime(time))
    const fault = (field: keyof StepForm, message: string) =>
      context.addIssue({ code: 'custom', message, path: [field] })
    if (!day.success) fault('on', 'required')
    if (hour?.success === false) fault('time', 'not-a-time')
    if (step === 'taken' && holderId === null) fault('holderId', 'required')
    if (step === 'refused' && note === '') fault('note', 'required')
    const returned = step === 'returned'
    if (returned && way === 'post' && tracking === '') fault('tracking', 'required')
    if (!day.success) return z.NEVER
    return {
      step,
      happenedOn: day.data,
      happenedAt: hour?.success ? instantOf(day.data, hour.data) : null,
      holderId: step === 'taken' ? holderId : null,
      note,
      document: isEnding(step) ? document : '',
      to: returned ? to : '',
      way: returned ? way : null,
      tracking: returned && way === 'post' ? tracking : '',
    }
  })

/** The field for a path into the input of `dossiers.recordStep`. */
export function stepField(path: string): FieldPath<StepForm> | null {
  switch (path) {
    case 'happenedOn':
    case 'on':
    case 'change.on':
      return 'on'
    case 'happenedAt':
      return 'time'
    case 'holderId':
    case 'note':
    case 'document':
    case 'to':
    case 'way':
    case 'tracking':
      return path
    default:
      return null
  }
}
