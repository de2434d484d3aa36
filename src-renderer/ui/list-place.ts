/**
 * Where a user was in a list: scroll position and focused cell, found again when the list is come back to.
 */
import type { GridApi } from '@mui/x-data-grid'
import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { NavigationType, useNavigationType } from 'react-router'

interface Place {
  top: number
  left: number
  cell: { id: number | string; field: string } | null
}

/** Places by list; the oldest go first. They live as long as the window. */
const places = new Map<string, Place>()
const MOST_PLACES = 50

/**
 * Keeps the place in a list under the list's address, and goes there again: scroll and focus when the screen
 * is opened anew, the scroll alone when one goes back or forward among lists. Another list begins at its top.
 * @param address the same text is the same list; `undefined` keeps nothing.
 * @param ready whether the rows of that address are shown, not those of the list before it.
 * @returns the scroll position to begin with.
 */
export function useListPlace(
  apiRef: RefObject<GridApi | null>,
  address: string | undefined,
  ready: boolean,
): { top: number; left: number } {
  const travel = useNavigationType()
  const [first] = useState(() => placeAt(address))
  const shown = useRef<string | undefined>(undefined)
  useLayoutEffect(() => {
    const grid = apiRef.current
    if (!ready || grid === null || address === undefined || shown.current === address) return
    const opened = shown.current === undefined
    shown.current = address
    const place = opened || travel === NavigationType.Pop ? placeAt(address) : TOP
    if (opened && place === TOP) return
    // The rows are measured in this same commit; only then is there something to scroll.
    requestAnimationFrame(() => {
      grid.scroll({ top: place.top, left: place.left })
      if (opened && place.cell !== null && nobodyHasFocus()) {
        grid.setCellFocus(place.cell.id, place.cell.field)
      }
    })
  }, [apiRef, address, ready, travel])
  useLayoutEffect(() => {
    const grid = apiRef.current
    if (grid === null) return
    // Told while it happens: once the screen is left, the grid no longer knows where it stood.
    const note = (part: Partial<Place>) => {
      if (shown.current !== undefined && document.contains(grid.rootElementRef?.current ?? null)) {
        keep(shown.current, part)
      }
    }
    const ends = [
      grid.subscribeEvent('scrollPositionChange', ({ top, left }) => note({ top, left })),
      grid.subscribeEvent('cellFocusIn', ({ id, field }) => note({ cell: { id, field } })),
    ]
    return () => ends.forEach((end) => end())
  }, [apiRef])
  return { top: first.top, left: first.left }
}

const TOP: Place = { top: 0, left: 0, cell: null }

function placeAt(address: string | undefined): Place {
  return (address === undefined ? undefined : places.get(address)) ?? TOP
}

function keep(address: string, part: Partial<Place>): void {
  const place = { ...placeAt(address), ...part }
  places.delete(address)
  places.set(address, place)
  const [oldest] = places.keys()
  if (places.size > MOST_PLACES && oldest !== undefined) places.delete(oldest)
}

function nobodyHasFocus(): boolean {
  const { activeElement } = document
  return activeElement === null || activeElement === document.body || activeElement.id === 'main'
}
