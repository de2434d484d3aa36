/**
 * The look at the register of blocked parcels before a dossier goes on. It is taken at that moment, in the transaction of
 * going on: an order entered a minute before is seen.
 */
import { OfficeError } from '../../contract/errors.ts'
import type { StopOrder } from '../../contract/stops.ts'
import { formatDate } from '../../domain/civil-date.ts'
import type { DossierEvent, EventFact } from '../../domain/dossier.ts'
import { type WrittenParcel, parcelKeys } from '../../domain/parcel.ts'
import type { ReadDb } from '../../store/database.ts'
import { stopsInForce } from '../../store/stop-orders.ts'

/** The orders in force on the parcels a dossier names, the oldest first. */
export function stopsOn(db: ReadDb, parcel: WrittenParcel): StopOrder[] {
  return parcelKeys(parcel).flatMap((key) => stopsInForce(db, key))
}

/**
 * Refuses to go on with a dossier whose parcel is blocked, unless whoever goes on has seen every order.
 * @param acknowledged numbers of the documents they have seen.
 * @param after the last event of going on.
 * @returns the event that says so in the history, to be appended after it; none where nothing blocks the parcel.
 * @throws OfficeError `stop-order` with the `documents` not seen yet.
 */
export function checkStops(
  db: ReadDb,
  parcel: WrittenParcel,
  acknowledged: readonly string[],
  after: DossierEvent,
): DossierEvent[] {
  const orders = stopsOn(db, parcel)
  const unseen = orders.filter(({ document }) => !acknowledged.includes(document))
  if (unseen.length > 0) {
    throw new OfficeError('stop-order', { documents: unseen.map(({ document }) => document).join('; ') })
  }
  if (orders.length === 0) return []
  return [{ ...after, seq: after.seq + 1, fact: { kind: 'noted', note: noteOf(orders) } }]
}

/** Whether the dossier goes on to be signed; one that is sent back there was let through before. */
export function goesToSignature(fact: EventFact): boolean {
  if (!('step' in fact) || fact.step?.role !== 'signature') return false
  return !('back' in fact && fact.back === true)
}

/** What the history keeps, in the words of the office: `Thửa đất đang bị ngăn chặn theo văn bản …`. */
function noteOf(orders: readonly StopOrder[]): string {
  const documents = orders.map(
    ({ document, issuedOn, agency }) => `${document} ngày ${formatDate(issuedOn)} của ${agency}`,
  )
  return `Thửa đất đang bị ngăn chặn theo văn bản ${documents.join('; ')}`
}
