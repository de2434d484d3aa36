/**
 * An empty window for the next person.
 */
const WHY = 'so-mot-cua.why-at-the-door'

/** The person did not leave by themselves, or somebody else is to sign in: the door says so. */
export type WhyAtTheDoor = 'thrownOut' | 'switched'

/** The page is being loaded anew already. */
let begun = false

/**
 * Begins afresh: nothing the person before has asked for, typed or looked at stays in the window's memory or in
 * its address.
 * @param why what the door has to say.
 */
export function beginAfresh(why: WhyAtTheDoor | null = null): void {
  if (begun) return
  begun = true
  if (why !== null) sessionStorage.setItem(WHY, why)
  history.replaceState(null, '', location.pathname)
  location.reload()
}

/** What the door has to say; asked once there. */
export function whyAtTheDoor(): WhyAtTheDoor | null {
  const why = sessionStorage.getItem(WHY)
  return why === 'thrownOut' || why === 'switched' ? why : null
}

/** The door has said what there was to say. */
export function forgetWhy(): void {
  sessionStorage.removeItem(WHY)
}
