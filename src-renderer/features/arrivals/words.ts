/**
 * Small words of applications.
 */

/** Working minutes as `h:mm`. */
export function formatWorkingTime(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}

/** `12 / 34`; empty when neither is known. */
export function parcelWords({ mapSheet, plot }: { mapSheet: string; plot: string }): string {
  return mapSheet === '' && plot === '' ? '' : `${mapSheet || '–'} / ${plot || '–'}`
}
