/**
 * A draft of the calendar lives in the window alone: who closes or reloads it is asked first.
 */
import { type CalendarDraft, changesIn } from './draft.ts'

/** What can be closed: the browser's window. */
export type Closing = Pick<EventTarget, 'addEventListener' | 'removeEventListener'>

/** Has the window ask before it is closed or reloaded, as long as there is something in the draft. */
export function askBeforeLosing(
  draft: Pick<CalendarDraft, 'subscribe' | 'getState'>,
  closing: Closing = window,
): void {
  let asking = false
  const ask = (event: Event): void => event.preventDefault()
  // Listened for only while there is something to lose: a window without it closes faster and comes back as it was.
  const look = (): void => {
    const unsaved = changesIn(draft.getState()) > 0
    if (unsaved === asking) return
    asking = unsaved
    if (unsaved) closing.addEventListener('beforeunload', ask)
    else closing.removeEventListener('beforeunload', ask)
  }
  draft.subscribe(look)
  look()
}
