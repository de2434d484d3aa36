/**
 * What was typed and not saved yet, kept while one looks at another screen. It lives as long as the window.
 */
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
