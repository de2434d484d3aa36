/**
 * How an operation begins: with the right it asks for.
 */
import { oc } from '@orpc/contract'
import type { Right } from '../domain/people.ts'

/** What every operation says of itself besides input and output. */
export interface OperationMeta {
  /** The right the caller must have; checked by the dispatcher on every transport. */
  right: Right
}

/** An operation for callers with that right. */
export const may = (right: Right) => oc.$meta<OperationMeta>({ right })
