/**
 * Which checks the screen shows, kept in its address: coming back from a dossier finds them as they were.
 */
import { useSearchParams } from 'react-router'
import { CHECK_KINDS, type CheckKind } from '../../../../src-main/domain/figure-checks.ts'

/** The dossiers to mend: of one kind of doubt, of all, or not shown. */
export type ShownChecks = CheckKind | 'all' | null

/** What the address asks for. */
export function shownIn(query: URLSearchParams): ShownChecks {
  const asked = query.get('checks')
  return asked === 'all' ? 'all' : (CHECK_KINDS.find((kind) => kind === asked) ?? null)
}

/** What is shown, and showing something else. */
export function useShownChecks(): { shown: ShownChecks; show: (shown: ShownChecks) => void } {
  const [query, setQuery] = useSearchParams()
  return {
    shown: shownIn(query),
    show: (shown) =>
      setQuery(
        (before) => {
          const next = new URLSearchParams(before)
          if (shown === null) next.delete('checks')
          else next.set('checks', shown)
          return next
        },
        { replace: true },
      ),
  }
}
