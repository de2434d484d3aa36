/**
 * Queries: the register of blocked parcels.
 */
import type { FiledStopOrder, StopFilter, StopOrder, StopSort } from '../contract/stops.ts'
import type { CivilDate } from '../domain/civil-date.ts'
import { foldText } from '../domain/names.ts'
import { type ParcelKey, communeKey, parcelNumber } from '../domain/parcel.ts'
import type { ReadDb, WriteDb } from './database.ts'

const COLUMNS = `id, commune, map_sheet AS mapSheet, plot, document, agency, issued_on AS issuedOn, reason,
  lifted_on AS liftedOn, lifted_document AS liftedDocument`

/** Every statement of this file, for the test that prepares them all. */
export const STATEMENTS = {
  inForce: `SELECT ${COLUMNS} FROM stop_order INDEXED BY stop_order_parcel
    WHERE map_sheet = @mapSheet AND plot = @plot AND commune_key = @commune AND lifted_on IS NULL ORDER BY issued_on, id`,
  countInForce: 'SELECT count(*) AS n FROM stop_order INDEXED BY stop_order_parcel WHERE lifted_on IS NULL',
  byId: `SELECT ${COLUMNS} FROM stop_order WHERE id = ?`,
  all: `SELECT ${COLUMNS} FROM stop_order ORDER BY id`,
  add: `INSERT INTO stop_order (commune, commune_key, map_sheet, plot, document, agency, issued_on, reason, lifted_on,
    lifted_document) VALUES (@commune, @communeKey, @mapSheet, @plot, @document, @agency, @issuedOn, @reason, @liftedOn,
    @liftedDocument)`,
  lift: 'UPDATE stop_order SET lifted_on = ?, lifted_document = ? WHERE id = ? AND lifted_on IS NULL',
} as const

interface Row extends Omit<StopOrder, 'lifted'> {
  liftedOn: CivilDate | null
  liftedDocument: string | null
}

function toOrder({ liftedOn, liftedDocument, ...order }: Row): StopOrder {
  const lifted = liftedOn === null ? null : { on: liftedOn, document: liftedDocument ?? '' }
  return { ...order, lifted }
}

/** The orders in force on a parcel, the oldest first. */
export function stopsInForce(db: ReadDb, parcel: ParcelKey): StopOrder[] {
  return db.all<Row>(STATEMENTS.inForce, { ...parcel }).map(toOrder)
}

/** How many orders are in force. */
export function countStopsInForce(db: ReadDb): number {
  return db.get<{ n: number }>(STATEMENTS.countInForce)?.n ?? 0
}

/** An order by its key. */
export function getStopOrder(db: ReadDb, id: number): StopOrder | undefined {
  const row = db.get<Row>(STATEMENTS.byId, [id])
  return row && toOrder(row)
}

/** Every order there ever was. */
export function allStopOrders(db: ReadDb): StopOrder[] {
  return db.all<Row>(STATEMENTS.all).map(toOrder)
}

/** Writes an order. @returns its key. */
export function addStopOrder(db: WriteDb, { lifted, ...order }: FiledStopOrder): number {
  return db.run(STATEMENTS.add, {
    ...order,
    communeKey: communeKey(order.commune),
    liftedOn: lifted?.on ?? null,
    liftedDocument: lifted?.document ?? null,
  }).lastInsertRowid
}

/** Lifts an order that is in force. */
export function liftStopOrder(db: WriteDb, id: number, on: CivilDate, document: string): void {
  db.run(STATEMENTS.lift, [on, document, id])
}

const CONDITIONS: Record<StopFilter['state'], string> = {
  'in-force': 'lifted_on IS NULL',
  lifted: 'lifted_on IS NOT NULL',
  all: 'TRUE',
}
/** The only SQL a sort key can become. Numbers of sheets and plots by their value first. */
const SORT: Record<StopSort['field'], string[]> = {
  commune: ['commune_key', 'CAST(map_sheet AS INTEGER)', 'map_sheet', 'CAST(plot AS INTEGER)', 'plot'],
  parcel: ['CAST(map_sheet AS INTEGER)', 'map_sheet', 'CAST(plot AS INTEGER)', 'plot', 'commune_key'],
  document: ['document'],
  agency: ['fold_text(agency)'],
  issuedOn: ['issued_on'],
  liftedOn: ['lifted_on'],
}
const WORDS =
  "' ' || fold_text(commune || ' ' || document || ' ' || agency || ' ' || reason || ' ' || coalesce(lifted_document, ''))"
const PARCEL = /^(?:tờ|to)?\s*(\d{1,5})\s*(?:[/,]\s*(?:thửa|thua)?|thửa|thua)\s*(\d{1,5})$/iu

/** A list's conditions and parameters. Exported for the test of statements. */
export function stopQuery({ state, search }: StopFilter): {
  where: string
  parameters: Record<string, unknown>
} {
  const conditions = [CONDITIONS[state]]
  const parameters: Record<string, unknown> = {}
  const typed = search.normalize('NFC').trim()
  const parcel = PARCEL.exec(typed)
  if (parcel) {
    // A document may be numbered like a parcel: `12/34`.
    conditions.push(`(map_sheet = @mapSheet AND plot = @plot OR ${WORDS} LIKE @word0)`)
    const [, sheet = '', plot = ''] = parcel
    Object.assign(parameters, { mapSheet: parcelNumber(sheet), plot: parcelNumber(plot) })
    parameters['word0'] = `% ${foldText(typed)}%`
  } else if (typed !== '') {
    const words = foldText(typed).split(' ').filter(Boolean)
    if (words.length === 0) conditions.push('FALSE')
    words.forEach((word, index) => {
      conditions.push(`${WORDS} LIKE @word${index}`)
      parameters[`word${index}`] = `% ${word}%`
    })
  }
  return { where: conditions.join(' AND '), parameters }
}

/** A page of the register in order, or all of it. */
export function listStopOrders(
  db: ReadDb,
  filter: StopFilter,
  sort: StopSort,
  page: { limit: number; offset: number } = { limit: -1, offset: 0 },
): StopOrder[] {
  const { where, parameters } = stopQuery(filter)
  const direction = sort.descending ? 'DESC' : 'ASC'
  const order = [...SORT[sort.field], 'id'].map((column) => `${column} ${direction}`).join(', ')
  const sql = `SELECT ${COLUMNS} FROM stop_order WHERE ${where} ORDER BY ${order} LIMIT @limit OFFSET @offset`
  return db.all<Row>(sql, { ...parameters, ...page }).map(toOrder)
}

/** How many a list has. */
export function countStopOrders(db: ReadDb, filter: StopFilter): number {
  const { where, parameters } = stopQuery(filter)
  return db.get<{ n: number }>(`SELECT count(*) AS n FROM stop_order WHERE ${where}`, parameters)?.n ?? 0
}
