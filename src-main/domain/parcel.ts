/**
 * Parcels (*thửa đất*): how the same one is known again however it is written.
 */
import { foldText } from './names.ts'

/** What tells one parcel from all others of the branch, in the form it is compared in. */
export interface ParcelKey {
  commune: string
  mapSheet: string
  plot: string
}

/** A parcel as it is written in a dossier; the plot may name several. */
export interface WrittenParcel {
  commune: string
  mapSheet: string
  plot: string
}

/** What kind of commune it is; names are told apart without, for papers leave it out as often as not. */
const COMMUNE_KIND = /^(?:xa|phuong|thi tran|dac khu|tt|p|x) (?=\S)/
/** Words in front of a number: `Tờ bản đồ số 12`. */
const NUMBER_WORDS = /\b(?:to|ban do|bd|thua|dat|so)\b/g
const NEXT_PLOT = /[,;+&\n]|\s(?:và|va)\s/iu

/** A commune as it is compared: no diacritics, no `xã` or `phường` in front, no zeros before a number. */
export function communeKey(commune: string): string {
  return withoutZeros(foldText(commune).replace(COMMUNE_KIND, ''))
}

/**
 * The number of a map sheet or plot as it is compared: `012` is `12`, `Tờ bản đồ số 12` is `12`, `34 A` is `34a`; `12/3`
 * stays apart from `123`.
 */
export function parcelNumber(written: string): string {
  const words = foldText(written).replace(NUMBER_WORDS, ' ').trim()
  return withoutZeros(words.replace(/(\d)\s+(?=\d)/g, '$1-').replace(/\s+/g, ''))
}

/** The parcels a dossier names: one for each plot. None while commune, sheet or plot is missing. */
export function parcelKeys({ commune, mapSheet, plot }: WrittenParcel): ParcelKey[] {
  const place = { commune: communeKey(commune), mapSheet: parcelNumber(mapSheet) }
  if (place.commune === '' || place.mapSheet === '') return []
  const plots = plot.split(NEXT_PLOT).map(parcelNumber)
  return [...new Set(plots)].filter((one) => one !== '').map((one) => ({ ...place, plot: one }))
}

function withoutZeros(text: string): string {
  return text.replace(/(?<!\d)0+(?=\d)/g, '')
}
