/**
 * Where the arrow keys lead in a table whose numbers are links: zeros are passed over.
 */

/** A place in a table, from 0. */
export interface Place {
  row: number
  column: number
}

/** Whether there is something to stand on. */
type Numbers = readonly (readonly number[])[]

/** The place to begin from: the first number that is not zero; `null` in a table of zeros. */
export function firstCell(numbers: Numbers): Place | null {
  for (let row = 0; row < numbers.length; row++) {
    const column = (numbers[row] ?? []).findIndex((number) => number > 0)
    if (column !== -1) return { row, column }
  }
  return null
}

/** The place a key leads to; `null` for other keys and at the edge. */
export function nextCell(numbers: Numbers, from: Place, key: string, ctrl: boolean): Place | null {
  const step = STEPS[key]
  if (step !== undefined) return walk(numbers, { ...from }, step)
  if (key !== 'Home' && key !== 'End') return null
  const row = ctrl ? (key === 'Home' ? 0 : numbers.length - 1) : from.row
  const [begin, inwards] = key === 'Home' ? [-1, 1] : [numbers[row]?.length ?? 0, -1]
  const found = walk(numbers, { row, column: begin }, { row: 0, column: inwards })
  // The first or last row may be all zeros.
  if (found !== null || !ctrl) return found
  return walk(numbers, { row, column: from.column }, { row: inwards, column: 0 })
}

const STEPS: Record<string, Place> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
}

function walk(numbers: Numbers, place: Place, step: Place): Place | null {
  for (;;) {
    place = { row: place.row + step.row, column: place.column + step.column }
    const number = numbers[place.row]?.[place.column]
    if (number === undefined) return null
    if (number > 0) return place
  }
}
