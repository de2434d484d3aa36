import { useSearchParams } from 'react-router'
import type { CivilDate } from '../../../src-main/domain/civil-date.ts'
import { useStatus } from '../../app/office.tsx'
import { type FiguresAddress, readFigures, writeFigures } from './figures-address.ts'

/** What the screen shows, from its address, and how that is changed. */
export function useFiguresAddress(): FiguresAddress & {
  today: CivilDate
  change: (part: Partial<FiguresAddress>) => void
} {
  const { today } = useStatus()
  const [query, setQuery] = useSearchParams()
  const shown = readFigures(query, today)
  return {
    ...shown,
    today,
    // A cell to stand on belongs to the table one came back to.
    change: (part) => setQuery(writeFigures({ ...shown, at: null, ...part }), { replace: true }),
  }
}
