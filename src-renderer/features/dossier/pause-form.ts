/**
 * The small form of a pause or its end: kind, day, document, reason.
 */
import type { FieldPath } from 'react-hook-form'
import { z } from 'zod'
import { civilDateSchema, requiredText, text } from '../../../src-main/contract/common.ts'
import type { CivilDate } from '../../../src-main/domain/civil-date.ts'
import { PAUSE_KINDS } from '../../../src-main/domain/dossier.ts'

/** Whether the clock is to be stopped or to run again. */
export type ClockChange = 'pause' | 'resume'

/** What the fields hold, and what the office is told. A pause must say why; its end need not. */
export const pauseFormSchema = (change: ClockChange) =>
  z
    .object({
      kind: z.enum(PAUSE_KINDS),
      on: z.custom<CivilDate>().nullable(),
      document: text(100),
      note: change === 'pause' ? requiredText(1000) : text(1000),
    })
    .transform(({ kind, on, document, note }, context) => {
      const day = civilDateSchema.safeParse(on)
      if (day.success) return { pause: kind, happenedOn: day.data, document, note }
      context.addIssue({ code: 'custom', message: 'required', path: ['on'] })
      return z.NEVER
    })
export type PauseForm = z.input<ReturnType<typeof pauseFormSchema>>

/** The field for a path into the input of `dossiers.pause`, `resume` or `previewPause`. */
export function pauseField(path: string): FieldPath<PauseForm> | null {
  switch (path) {
    case 'on':
    case 'change.on':
    case 'happenedOn':
      return 'on'
    case 'pause':
      return 'kind'
    case 'document':
    case 'note':
      return path
    default:
      return null
  }
}
