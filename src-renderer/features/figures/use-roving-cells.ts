import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { type Place, firstCell, nextCell } from './next-cell.ts'

/** What a table hangs on itself and on each of its links, so that it is one stop of the Tab key. */
export interface RovingCells {
  table: { ref: React.RefObject<HTMLTableElement | null>; onKeyDown: (event: KeyboardEvent) => void }
  link: (row: number, column: number) => { tabIndex: 0 | -1; 'data-place': string; onFocus: () => void }
}

/**
 * One stop of the Tab key for a table whose numbers are links; arrows, Home and End move within it.
 * @param start where to stand at once, with the focus; `null`: nowhere yet.
 */
export function useRovingCells(
  numbers: readonly (readonly number[])[],
  start: Place | null = null,
): RovingCells {
  const ref = useRef<HTMLTableElement>(null)
  const [chosen, choose] = useState<Place | null>(start)
  const there = chosen !== null && (numbers[chosen.row]?.[chosen.column] ?? 0) > 0
  const current = there ? chosen : firstCell(numbers)
  const focus = (place: Place) => {
    const link = ref.current?.querySelector<HTMLElement>(`[data-place="${nameOf(place)}"]`)
    link?.focus()
    // The head covers what lies under it.
    link?.scrollIntoView({ block: 'nearest' })
  }
  const begun = useRef(false)
  useEffect(() => {
    if (begun.current || start === null) return
    begun.current = true
    focus(start)
  })
  return {
    table: {
      ref,
      onKeyDown: (event) => {
        if (current === null || event.altKey || event.shiftKey || event.metaKey) return
        const next = nextCell(numbers, current, event.key, event.ctrlKey)
        if (next === null) return
        event.preventDefault()
        choose(next)
        focus(next)
      },
    },
    link: (row, column) => ({
      tabIndex: current?.row === row && current.column === column ? 0 : -1,
      'data-place': nameOf({ row, column }),
      onFocus: () => choose({ row, column }),
    }),
  }
}

function nameOf({ row, column }: Place): string {
  return `${row}:${column}`
}
