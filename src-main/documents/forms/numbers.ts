/**
 * How the numbers of official forms are written.
 */

/** Forms that have a series of their own, and what stands behind the number. */
export const FORM_SERIES = { receipt: 'TNHS' } as const
export type NumberedForm = keyof typeof FORM_SERIES

/** `12/TNHS`. */
export function formNumber(form: NumberedForm, number: number): string {
  return `${number}/${FORM_SERIES[form]}`
}
