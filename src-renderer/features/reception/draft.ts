/**
 * What was typed and not saved yet, kept while one looks at another screen. It lives as long as the window.
 */
import { watchUnsaved } from '../../app/unsaved.ts'
import { isTicked } from '../../ui/particulars/typed.ts'
import type { ReceptionForm } from './reception-form.ts'

let draft: ReceptionForm | null = null

/** What was left in the form, or `null`. */
export function keptDraft(): ReceptionForm | null {
  return draft
}

/** Keeps what is in the form. */
export function keepDraft(form: ReceptionForm): void {
  draft = form
}

/** The form is on the screen again and holds it itself. */
export function forgetDraft(): void {
  draft = null
}

/** Whether something would be lost with that form. */
export function isWorthKeeping(form: ReceptionForm): boolean {
  const { applicantName, idNumber, phone, content, documents } = form.particulars
  if (documents.some(isTicked)) return true
  return [applicantName, idNumber, phone, content].some((text) => text !== '')
}

watchUnsaved(() => draft !== null && isWorthKeeping(draft))
