/**
 * Steps (*bước giải quyết*): who has a dossier, and moving it along its path, one or many at once.
 */
import { z } from 'zod'
import { STEP_ROLES } from '../domain/path.ts'
import { civilDateSchema, idSchema, instantSchema, requiredText, text } from './common.ts'
import { may } from './operation.ts'
import { stopsAcknowledgedSchema } from './stops.ts'

/** The most dossiers that are moved at once. */
export const MAX_AT_ONCE = 200

/** Which dossiers, each as whoever decides has seen it; none twice. */
export const chosenSchema = z
  .array(z.object({ id: idSchema, version: z.number().int().positive() }))
  .min(1, 'required')
  .max(MAX_AT_ONCE, 'too-many')

/** When it happened: the day, and the moment where the hour is known; no day: now. What is entered later is marked. */
export const happenedShape = { happenedOn: civilDateSchema.nullable(), happenedAt: instantSchema.nullable() }

/**
 * Where dossiers go, each along its own path: to the next step, to the next one of a role, to a step by its number (for
 * dossiers of one procedure), or nowhere: they change hands in the step they are in.
 */
export const targetSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('next') }),
  z.object({ kind: z.literal('role'), role: z.enum(STEP_ROLES) }),
  z.object({ kind: z.literal('step'), index: z.number().int().min(0).max(100) }),
  z.object({ kind: z.literal('stay') }),
])
export type StepTarget = z.infer<typeof targetSchema>

/** Where dossiers are sent back to: the step before, the last one of a role before, or a step by its number. */
export const backTargetSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('previous') }),
  z.object({ kind: z.literal('role'), role: z.enum(STEP_ROLES) }),
  z.object({ kind: z.literal('step'), index: z.number().int().min(0).max(100) }),
])
export type BackTarget = z.infer<typeof backTargetSchema>

const changeInput = z.object({ dossiers: chosenSchema, ...happenedShape, note: text(1000) })
const movedSchema = z.object({ moved: z.number().int() })

/** The path of a dossier, step by step, and where it stands in it. */
export const dossierPathSchema = z.object({
  steps: z.array(
    z.object({
      index: z.number().int(),
      role: z.enum(STEP_ROLES),
      name: z.string(),
      agency: z.string(),
      term: z.number(),
      unit: z.enum(['working-hour', 'half-day', 'working-day']),
      /** `current` once at most; `passed` was gone through, `skipped` was not. */
      state: z.enum(['passed', 'skipped', 'current', 'ahead']),
      /** How it stood when it was last left. */
      left: z.enum(['early', 'on-time', 'late']).nullable(),
      /** Who had it last, or has it. */
      holderName: z.string().nullable(),
      /** Of the current step: since when, when its term ends, whether it is past it. */
      since: civilDateSchema.nullable(),
      dueAt: instantSchema.nullable(),
      behind: z.boolean(),
    }),
  ),
  /** Given out in a batch and not confirmed yet. */
  handover: z.object({ batch: z.number().int(), number: z.string(), toName: z.string() }).nullable(),
  canTake: z.boolean(),
  canPassOn: z.boolean(),
  canSendBack: z.boolean(),
})
export type DossierPath = z.infer<typeof dossierPathSchema>

/**
 * Every change is all or nothing: refused with `dossiers-refused`, it names in `fields` each dossier that stands in the
 * way (`dossiers.3`), why, and its code; none of them has moved then.
 */
export const stepsContract = {
  /** Gives dossiers to somebody, in the step they are in; from the counter they go on to the first step after it. */
  assign: may('process')
    .input(changeInput.extend({ holderId: idSchema }))
    .output(movedSchema),
  /** The same, to oneself. */
  take: may('process').input(changeInput).output(movedSchema),
  /** Passes dossiers on along their path, to a person or into the queue of the step. */
  passOn: may('process')
    .input(
      changeInput.extend({
        to: targetSchema,
        holderId: idSchema.nullable(),
        /** For what goes on to a signature. */
        stopsAcknowledged: stopsAcknowledgedSchema,
      }),
    )
    .output(movedSchema),
  /** Sends dossiers back, with the reason, to whoever had them in that step unless somebody is named. */
  sendBack: may('process')
    .input(
      changeInput.extend({ note: requiredText(1000), to: backTargetSchema, holderId: idSchema.nullable() }),
    )
    .output(movedSchema),
  /** How many open dossiers stand in the steps of each role; of one holder, or of all. */
  counts: may('read')
    .input(z.object({ holderId: idSchema.nullable() }))
    .output(z.array(z.object({ role: z.enum(STEP_ROLES), n: z.number().int() }))),
  /** The path of a dossier, step by step, and where it stands in it. */
  path: may('read')
    .input(z.object({ id: idSchema }))
    .output(dossierPathSchema),
}
