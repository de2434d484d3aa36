/**
 * The register of blocked parcels (*ngăn chặn*): orders are added and lifted, each change with its entry in the audit.
 */
import type { OfficeFile } from '../../contract/common.ts'
import { OfficeError, fieldError } from '../../contract/errors.ts'
import type { Input, Output } from '../../contract/index.ts'
import type { FiledStopOrder, StopOrder } from '../../contract/stops.ts'
import { XLSX_MEDIA_TYPE } from '../../documents/file-name.ts'
import { stopOrdersCsv, stopOrdersXlsx } from '../../documents/stop-orders-file.ts'
import type { ReadDb } from '../../store/database.ts'
import { parcelOfDossier } from '../../store/dossiers.ts'
import {
  addStopOrder,
  allStopOrders,
  countStopOrders,
  countStopsInForce,
  getStopOrder,
  liftStopOrder,
  listStopOrders,
} from '../../store/stop-orders.ts'
import { leave, note } from '../audit/note.ts'
import type { Context, Office } from '../context.ts'
import { userOf } from '../people/presence.ts'
import { stopsOn } from './check.ts'
import { readStopOrders, sameOrder } from './read-file.ts'

/** One page of the register. */
export function listStops(
  { office }: Pick<Context, 'office'>,
  { filter, sort, page, pageSize }: Input<'stops', 'list'>,
): Output<'stops', 'list'> {
  const db = office.store.read
  return db.snapshot(() => ({
    rows: listStopOrders(db, filter, sort, { limit: pageSize, offset: page * pageSize }),
    total: countStopOrders(db, filter),
    inForce: countStopsInForce(db),
  }))
}

/** The orders in force on a parcel. */
export function matchStops(
  { office }: Pick<Context, 'office'>,
  parcel: Input<'stops', 'match'>,
): StopOrder[] {
  return stopsOn(office.store.read, parcel)
}

/** The orders in force on the parcels of dossiers that can still go on. */
export function stopsOfDossiers(
  { office }: Pick<Context, 'office'>,
  { ids }: Input<'stops', 'ofDossiers'>,
): Output<'stops', 'ofDossiers'> {
  const db = office.store.read
  return ids.flatMap((dossierId) => {
    const parcel = parcelOfDossier(db, dossierId)
    const orders = parcel === undefined ? [] : stopsOn(db, parcel)
    return orders.length === 0 ? [] : [{ dossierId, orders }]
  })
}

/** Blocks a parcel. @throws OfficeError `date-in-future`, `stop-order-known` at its field. */
export async function addStop(context: Context, input: Input<'stops', 'add'>): Promise<StopOrder> {
  const { office } = context
  if (input.issuedOn > office.today()) throw fieldError('issuedOn', 'date-in-future')
  const order = await office.store.write((db) => {
    if (stopsOn(db, input).some((one) => sameOrder(one) === sameOrder(input)))
      throw fieldError('document', 'stop-order-known')
    const id = addStopOrder(db, { ...input, lifted: null })
    const { reason, ...told } = input
    note(db, context, 'stop-order-added', { detail: { id, ...told }, changed: ['stop_order'] })
    return orderOf(db, id)
  })
  changed(office)
  return order
}

/**
 * Sets a parcel free. An order entered by mistake is lifted like any other, and entered anew.
 * @throws OfficeError `not-found`, `stop-order-lifted`; `date-in-future`, `date-before-issue` at `on`.
 */
export async function liftStop(
  context: Context,
  { id, on, document }: Input<'stops', 'lift'>,
): Promise<StopOrder> {
  const { office } = context
  if (on > office.today()) throw fieldError('on', 'date-in-future')
  const order = await office.store.write((db) => {
    const standing = orderOf(db, id)
    if (standing.lifted !== null) throw new OfficeError('stop-order-lifted')
    if (on < standing.issuedOn) throw fieldError('on', 'date-before-issue', { limit: standing.issuedOn })
    liftStopOrder(db, id, on, document)
    const { commune, mapSheet, plot, document: blocking } = standing
    const detail = { id, commune, mapSheet, plot, document: blocking, liftedOn: on, liftedDocument: document }
    note(db, context, 'stop-order-lifted', { detail, changed: ['stop_order'] })
    return orderOf(db, id)
  })
  changed(office)
  return order
}

/** What a file would add. @throws OfficeError for a file that cannot be read. */
export function readStopFile(
  { office }: Pick<Context, 'office'>,
  { content }: Input<'stops', 'readFile'>,
): Promise<Output<'stops', 'readFile'>> {
  return readStopOrders(Buffer.from(content, 'base64'), allStopOrders(office.store.read), office.today())
}

/** Adds the orders of a file: all that the register does not have, or none. */
export async function addStops(
  context: Context,
  { orders }: Input<'stops', 'addAll'>,
): Promise<Output<'stops', 'addAll'>> {
  const { office } = context
  orders.forEach((order, index) => refuseFuture(office, order, index))
  const result = await office.store.write((db) => {
    const standing = new Set(allStopOrders(db).map(sameOrder))
    const before = standing.size
    let known = 0
    for (const order of orders) {
      const key = sameOrder(order)
      if (standing.has(key)) known += 1
      else addStopOrder(db, order)
      standing.add(key)
    }
    const added = standing.size - before
    if (added > 0)
      note(db, context, 'stop-orders-imported', { detail: { added, known }, changed: ['stop_order'] })
    return { added, known }
  })
  changed(office)
  return result
}

function refuseFuture(office: Office, { issuedOn, lifted }: FiledStopOrder, index: number): void {
  const today = office.today()
  if (issuedOn > today) throw fieldError(`orders.${index}.issuedOn`, 'date-in-future')
  if (lifted !== null && lifted.on > today) throw fieldError(`orders.${index}.lifted.on`, 'date-in-future')
}

/** The register as a file. */
export async function exportStops(
  context: Pick<Context, 'office' | 'caller'>,
  { filter, sort, format }: Input<'stops', 'export'>,
): Promise<OfficeFile> {
  const { office } = context
  const authorId = userOf(context)
  const orders = listStopOrders(office.store.read, filter, sort)
  const bytes = format === 'csv' ? stopOrdersCsv(orders) : await stopOrdersXlsx(orders, office.today())
  const file = {
    name: `danh-sach-ngan-chan_${office.today()}.${format}`,
    mediaType: format === 'csv' ? 'text/csv;charset=utf-8' : XLSX_MEDIA_TYPE,
    content: Buffer.from(bytes).toString('base64'),
  }
  const { state, search } = filter
  return leave(context, authorId, file, {
    what: 'stops',
    rows: orders.length,
    filter: { state, format, searched: search !== '' },
  })
}

function orderOf(db: ReadDb, id: number): StopOrder {
  const order = getStopOrder(db, id)
  if (!order) throw new OfficeError('not-found', { what: 'stop-order' })
  return order
}

/** Dossiers are marked by the orders on their parcels: their lists refresh. */
function changed(office: Office): void {
  office.notify({ topic: 'dossiers' })
}
