/**
 * What the person at the window may do. What is not allowed is not offered; the office refuses it anyway.
 */
import { hasRight, type Right } from '../../src-main/domain/people.ts'
import { useStatus } from './office.tsx'

/** Answers whether the person at the window has a right: `const may = useRights()`, then `may('receive')`. */
export function useRights(): (right: Right) => boolean {
  const { user } = useStatus()
  return (right) => user !== null && hasRight(user.roles, right)
}
