/**
 * An empty window for the next person.
 */
const THROWN_OUT = 'so-mot-cua.thrown-out'
/** The page is being loaded anew already. */
let begun = false

/**
 * Begins afresh: nothing the person before has asked for, typed or looked at stays in the window's memory or in
 * its address.
 * @param thrownOut the person did not leave by themselves; the door says so.
 */
export function beginAfresh(thrownOut = false): void {
  if (begun) return
  begun = true
  if (thrownOut) sessionStorage.setItem(THROWN_OUT, 'yes')
  history.replaceState(null, '', location.pathname)
  location.reload()
}

/** Whether the last person was thrown out; asked once at the door. */
export function wasThrownOut(): boolean {
  return sessionStorage.getItem(THROWN_OUT) !== null
}

/** The door has said what there was to say. */
export function forgetThrownOut(): void {
  sessionStorage.removeItem(THROWN_OUT)
}
