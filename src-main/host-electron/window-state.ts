/**
 * Where the window stood when it was closed.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

const MIN_WIDTH = 900
const MIN_HEIGHT = 600
/** So much of the window, in pixels, must be on a screen to be caught with the mouse. */
const VISIBLE = 120

const stateSchema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(MIN_WIDTH).max(20_000),
  height: z.int().min(MIN_HEIGHT).max(20_000),
  maximized: z.boolean(),
})
/** Place and size in pixels, and whether it filled the screen. */
export type WindowState = z.infer<typeof stateSchema>

/** A screen's usable area, in pixels. */
export interface Area {
  x: number
  y: number
  width: number
  height: number
}

/** How a window opens: `x` and `y` are left out when it is to be centred. */
export type WindowPlace = Omit<WindowState, 'x' | 'y'> & Partial<Pick<WindowState, 'x' | 'y'>>

export const MINIMUM_SIZE = { minWidth: MIN_WIDTH, minHeight: MIN_HEIGHT }
const FIRST_PLACE: WindowPlace = { width: 1400, height: 900, maximized: false }

/** The remembered state, or `null` when there is none that makes sense. */
export function readWindowState(path: string): WindowState | null {
  try {
    return stateSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return null
  }
}

/** Remembers the state. A full disk must not keep the window from closing, so failures are passed over. */
export function saveWindowState(path: string, state: WindowState): void {
  try {
    writeFileSync(path, JSON.stringify(state))
  } catch {
    // The window opens in its usual place next time.
  }
}

/** Where to open the window: where it was, if that is still on one of the screens. */
export function placeWindow(state: WindowState | null, screens: readonly Area[]): WindowPlace {
  if (state === null) return FIRST_PLACE
  if (screens.some((screen) => overlaps(state, screen))) return state
  const { width, height, maximized } = state
  return { width, height, maximized }
}

function overlaps(window: Area, screen: Area): boolean {
  const across = Math.min(window.x + window.width, screen.x + screen.width) - Math.max(window.x, screen.x)
  const down = Math.min(window.y + window.height, screen.y + screen.height) - Math.max(window.y, screen.y)
  // The title bar is at the top: a window above the screen cannot be moved.
  return across >= VISIBLE && down >= VISIBLE && window.y >= screen.y - 10
}
