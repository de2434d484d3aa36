/**
 * Whether the person at the window is still the same.
 */
import type { OfficeStatus } from '../../src-main/contract/office.ts'

/** Who is at the window, in which register. */
export interface AtWindow {
  /** `null`: nobody. */
  id: number | null
  sample: boolean
  /** The register asks for no sign-in. */
  open: boolean
}

/** Who a status says is at the window. */
export const atWindow = ({
  user,
  sample,
  access,
}: Pick<OfficeStatus, 'user' | 'sample' | 'access'>): AtWindow => ({
  id: user?.id ?? null,
  sample,
  open: access.kind === 'open',
})

/** Whether somebody was at the window before, and it is not the one who is there now. */
export function isSomebodyElse(before: AtWindow, now: AtWindow): boolean {
  if (before.id === null) return false
  // From an open office to its sample and back it is the same person, whatever their keys.
  return before.sample === now.sample ? before.id !== now.id : !(before.open && now.open)
}
