/**
 * A bar-code scanner acts as a keyboard: a burst of characters, then Enter. This tells such a burst from
 * typing.
 */

/** Characters of a burst follow one another faster than anybody types, in milliseconds. */
export const BURST_MS = 50
/** Fewer characters are no code. */
export const SHORTEST_CODE = 8

/** Takes key presses in order; answers with a code when one has just been scanned. */
export interface Scanner {
  /** @param at milliseconds on a steady clock. @returns the code when `key` is the Enter that ends a burst. */
  press(key: string, at: number): string | null
  /** The characters of the burst under way. */
  burst(): string
}

/**
 * A scanner that has seen nothing yet.
 * @param within characters of a burst follow one another faster than this, in milliseconds.
 */
export function createScanner(within = BURST_MS): Scanner {
  let burst = ''
  let last = Number.NEGATIVE_INFINITY
  return {
    burst: () => burst,
    press(key, at) {
      const fast = at - last < within
      if (key === 'Enter') {
        const code = fast && burst.length >= SHORTEST_CODE ? burst : null
        burst = ''
        last = Number.NEGATIVE_INFINITY
        return code
      }
      // Shift and its like come between the letters a scanner types.
      if ([...key].length !== 1) return null
      burst = fast ? burst + key : key
      last = at
      return null
    },
  }
}
