import { useShortcut } from '../../ui/use-shortcut.ts'
import type { AddressedList } from './use-list-address.ts'

/** Alt+Page down and Alt+Page up turn the pages of a list. */
export function usePageKeys({ query, turnTo }: AddressedList, total: number | undefined): void {
  const { page, pageSize } = query
  useShortcut('alt+pagedown', () => {
    if (total !== undefined && (page + 1) * pageSize < total) turnTo({ page: page + 1, pageSize })
  })
  useShortcut('alt+pageup', () => {
    if (page > 0) turnTo({ page: page - 1, pageSize })
  })
}
