/**
 * Which figures are asked for: a period, the due date compared with, and what counts as known.
 */
import { z } from 'zod'
import { METHODS } from '../domain/figure-class.ts'
import { civilDateSchema } from './common.ts'

export const figureQuerySchema = z.object({
  from: civilDateSchema,
  to: civilDateSchema,
  method: z.enum(METHODS).default('original'),
  /** Number of the last event that counts as known, as a closed period has it; `null`: all that is known now. */
  known: z.number().int().min(0).nullable().default(null),
})
export type FigureQueryInput = z.infer<typeof figureQuerySchema>
