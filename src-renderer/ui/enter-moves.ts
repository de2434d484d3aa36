/**
 * Enter goes to the next field, the habit of people who type forms all day.
 */
import type { KeyboardEvent } from 'react'

const FIELDS = 'input, select, textarea'

/** Whether a key belongs to an input method (Telex, VNI) that is still composing. */
export function isComposing({ nativeEvent }: KeyboardEvent): boolean {
  return nativeEvent.isComposing || nativeEvent.key === 'Process' || nativeEvent.keyCode === 229
}

/**
 * Puts the focus on the field after `from` and selects what is in it.
 * @param from a field, or a group of fields: then the first one behind the group.
 * @returns whether there is a field after it.
 */
export function focusNextField(form: Element, from: Element): boolean {
  const next = [...form.querySelectorAll<HTMLElement>(FIELDS)].find(
    (field) => takesFocus(field) && !from.contains(field) && isBehind(field, from),
  )
  if (next === undefined) return false
  focusField(next)
  return true
}

/** Puts the focus on a field and selects what is in it, so that typing replaces it. */
export function focusField(field: HTMLElement | null): void {
  field?.focus()
  if (field instanceof HTMLInputElement) field.select()
}

function isBehind(field: Element, from: Element): boolean {
  return (from.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
}

function takesFocus(field: HTMLElement): boolean {
  return (
    field.tabIndex >= 0 &&
    !field.matches(':disabled, [aria-hidden="true"], [type="hidden"]') &&
    field.offsetParent !== null
  )
}
