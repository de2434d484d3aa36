/**
 * How the numbers of official forms are written.
 */

/**
 * Forms that have a series of their own, and what stands behind the number. The control sheet, the book, lists, the
 * explanation and the reminder have none.
 */
export const FORM_SERIES = {
  receipt: 'TNHS',
  supplement: 'PBS',
  refusal: 'PTC',
  apology: 'PXL',
  handover: 'PBG',
  'tax-slip': 'PCTT',
  withdrawal: 'PRHS',
} as const
export type NumberedForm = keyof typeof FORM_SERIES

/** `12/TNHS`. */
export function formNumber(form: NumberedForm, number: number): string {
  return `${number}/${FORM_SERIES[form]}`
}

/** `, bản in lần 2`: which print of the same number it is; nothing on the first. */
export function copyWords(copy: number): string {
  return copy > 1 ? `, bản in lần ${copy}` : ''
}
