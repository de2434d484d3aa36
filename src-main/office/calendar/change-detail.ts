/**
 * What a change of rules is remembered by.
 */
import type { RuleChange } from '../../contract/calendar.ts'
import type { StoredRuleChange } from '../../store/rule-changes.ts'
import type { EffectiveDay } from './check-change.ts'

/** What a change is remembered by, as JSON. */
export interface ChangeDetail {
  days: EffectiveDay[]
  clock: RuleChange['clock']
  clockBefore: RuleChange['clock']
  moved: number
  /** Key of the first event that moved a due date; the others follow it. Not known of the very first changes. */
  firstEvent?: number
}

/** The detail of a change as it was written. */
export function detailOf({ detail }: StoredRuleChange): ChangeDetail {
  // Written by applyChange.
  return JSON.parse(detail) as ChangeDetail
}
