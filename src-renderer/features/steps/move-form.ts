/**
 * The small form by which dossiers are given to somebody, passed on or sent back.
 */
import type { FieldPath } from 'react-hook-form'
import { z } from 'zod'
import { idSchema, text, timeSchema } from '../../../src-main/contract/common.ts'
import { type CivilDate, instantOf } from '../../../src-main/domain/civil-date.ts'
import { STEP_ROLES } from '../../../src-main/domain/path.ts'
import { readTime } from '../../ui/office-fields.tsx'

/** What is done with the dossiers. */
export type MoveKind = 'take' | 'assign' | 'passOn' | 'sendBack'

/** Dossiers as they were chosen. */
export interface ChosenDossier {
  id: number
  version: number
  code: string
}

/** The step before or after, a role, or a step by its number, as the field for it holds them. */
export const NEIGHBOUR = 'neighbour'

/** The day and hour as typed, and what of it the office is told: today without an hour is now. */
export const momentShape = { on: z.custom<CivilDate>().nullable(), time: z.string() }

/** Reads the day and hour of a form; complains in it of what makes no sense. */
export function readMoment(
  { on, time }: { on: CivilDate | null; time: string },
  today: CivilDate,
  complain: (field: 'on' | 'time', code: string) => void,
): { happenedOn: CivilDate | null; happenedAt: string | null } | null {
  const hour = time.trim() === '' ? null : timeSchema.safeParse(readTime(time))
  if (on === null) complain('on', 'required')
  if (hour?.success === false) complain('time', 'not-a-time')
  if (on === null || hour?.success === false) return null
  if (hour === null) return { happenedOn: on === today ? null : on, happenedAt: null }
  return { happenedOn: on, happenedAt: instantOf(on, hour.data) }
}

/** The form as typed, and what comes of it. */
export const moveFormSchema = (kind: MoveKind, today: CivilDate) =>
  z
    .object({ ...momentShape, holderId: idSchema.nullable(), to: z.string(), note: text(1000) })
    .transform(({ holderId, to, note, ...moment }, context) => {
      const complain = (field: 'on' | 'time' | 'holderId' | 'note', code: string) =>
        context.addIssue({ code: 'custom', message: code, path: [field] })
      if (kind === 'assign' && holderId === null) complain('holderId', 'required')
      if (kind === 'sendBack' && note === '') complain('note', 'required')
      const happened = readMoment(moment, today, complain)
      return happened === null ? z.NEVER : { ...happened, holderId, to, note }
    })
export type MoveForm = z.input<ReturnType<typeof moveFormSchema>>

/** What the field for the step means: its number, its role, or the step next to the present one. */
export function targetOf<Neighbour extends string>(
  to: string,
  neighbour: Neighbour,
):
  | { kind: Neighbour }
  | { kind: 'role'; role: (typeof STEP_ROLES)[number] }
  | { kind: 'step'; index: number } {
  if (/^\d+$/.test(to)) return { kind: 'step', index: Number(to) }
  const role = STEP_ROLES.find((known) => known === to)
  return role === undefined ? { kind: neighbour } : { kind: 'role', role }
}

/** The field for a path into the input of the operations on steps. */
export function moveField(path: string): FieldPath<MoveForm> | null {
  switch (path) {
    case 'happenedOn':
      return 'on'
    case 'happenedAt':
      return 'time'
    case 'holderId':
    case 'note':
    case 'to':
      return path
    default:
      return null
  }
}
