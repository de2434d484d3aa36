/**
 * The small form of a pause or its end: kind, day, document, reason.
 */
import type { FieldPath } from 'react-hook-form'
import { z } from 'zod'
import { civilDateSchema, requiredText, text } from '../../../src-main/contract/common.ts'
import type { CivilDate } from '../../../src-main/domain/civil-date.ts'
import { PAUSE_KINDS, type PauseKind } from '../../../src-main/domain/dossier.ts'

/** Whether the clock is to be stopped or to run again. */
export type ClockChange = 'pause' | 'resume'

/** Whether the law stops the clock for another agency, or the term runs on. */
export const AGENCY_CLOCKS = ['stops', 'runs'] as const

/** Whether the clock stands still by what is chosen: only another agency may be waited for while it runs on. */
export function stopsClock({
  kind,
  clock,
}: {
  kind: PauseKind
  clock: (typeof AGENCY_CLOCKS)[number]
}): boolean {
  return kind !== 'agency' || clock === 'stops'
}

/** What the fields hold, and what the office is told. A pause must say why; its end need not. */
export const pauseFormSchema = (change: ClockChange) =>
  z
    .object({
      kind: z.enum(PAUSE_KINDS),
      clock: z.enum(AGENCY_CLOCKS),
      on: z.custom<CivilDate>().nullable(),
      document: text(100),
      note: change === 'pause' ? requiredText(1000) : text(1000),
    })
    .transform(({ kind, clock, on, document, note }, context) => {
      const day = civilDateSchema.safeParse(on)
      if (day.success) {
        return { pause: kind, stops: stopsClock({ kind, clock }), happenedOn: day.data, document, note }
      }
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
    case 'stops':
    case 'change.stops':
      return 'clock'
    case 'document':
    case 'note':
      return path
    default:
      return null
  }
}
