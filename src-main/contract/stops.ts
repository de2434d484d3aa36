/**
 * Stop orders (*ngăn chặn*): parcels a court or an enforcement agency has blocked. An order is lifted by a further document,
 * never changed and never deleted.
 */
import { z } from 'zod'
import { parcelKeys, parcelNumber } from '../domain/parcel.ts'
import { civilDateSchema, fileContent, fileSchema, idSchema, requiredText, text } from './common.ts'
import { may } from './operation.ts'

/** The most orders a file may hold. */
export const MAX_STOP_ORDERS = 5000
/** The largest file of orders, in bytes. */
export const MAX_STOP_FILE_BYTES = 4 * 1024 * 1024

/** A number of a map sheet or plot, in the form it is compared in. */
const parcelPart = requiredText(20).transform(parcelNumber).pipe(z.string().min(1, 'not-a-parcel-number'))

/** An order as it is entered. Sheet and plot are kept as they are compared: `012` becomes `12`. */
export const stopOrderInputSchema = z.object({
  commune: requiredText(100),
  mapSheet: parcelPart,
  /** One plot: for several, several orders. */
  plot: requiredText(20)
    .refine((plot) => parcelKeys({ commune: 'x', mapSheet: '1', plot }).length < 2, 'one-plot-only')
    .pipe(parcelPart),
  /** Number of the document that blocks the parcel. */
  document: requiredText(100),
  /** Who issued it. */
  agency: requiredText(200),
  issuedOn: civilDateSchema,
  reason: text(500),
})
export type StopOrderInput = z.output<typeof stopOrderInputSchema>

/** What lifted it: `null` while it is in force. */
const liftedSchema = z.object({ on: civilDateSchema, document: z.string() }).nullable()

/** An order of the register. */
export const stopOrderSchema = z.object({
  id: idSchema,
  commune: z.string(),
  mapSheet: z.string(),
  plot: z.string(),
  document: z.string(),
  agency: z.string(),
  issuedOn: civilDateSchema,
  reason: z.string(),
  lifted: liftedSchema,
})
export type StopOrder = z.infer<typeof stopOrderSchema>

/** An order of a file: it may have been lifted already. */
export const filedStopOrderSchema = stopOrderInputSchema
  .extend({ lifted: z.object({ on: civilDateSchema, document: requiredText(100) }).nullable() })
  .refine(({ issuedOn, lifted }) => lifted === null || issuedOn <= lifted.on, {
    message: 'date-before-issue',
    path: ['lifted.on'],
  })
export type FiledStopOrder = z.output<typeof filedStopOrderSchema>

/** What a file of orders would do, row by row. */
export const stopFileSchema = z.object({
  /** Those the register does not have. */
  orders: z.array(filedStopOrderSchema),
  problems: z.array(
    z.object({ row: z.number().int(), field: z.string(), value: z.string(), code: z.string() }),
  ),
  /** Rows that stand in the register already. */
  known: z.number().int(),
})
export type StopFile = z.output<typeof stopFileSchema>

export const STOP_STATES = ['in-force', 'lifted', 'all'] as const
export const STOP_SORT_FIELDS = ['commune', 'parcel', 'document', 'agency', 'issuedOn', 'liftedOn'] as const

export const stopFilterSchema = z.object({
  state: z.enum(STOP_STATES),
  /** Document, agency, commune, reason, with or without diacritics, or a parcel (`tờ 12 thửa 34`, `12/34`). */
  search: z.string().max(200),
})
export type StopFilter = z.infer<typeof stopFilterSchema>
export const stopSortSchema = z.object({ field: z.enum(STOP_SORT_FIELDS), descending: z.boolean() })
export type StopSort = z.infer<typeof stopSortSchema>

const listInput = z.object({ filter: stopFilterSchema, sort: stopSortSchema })

/**
 * The numbers of the documents that block a parcel, of which whoever goes on says that they have been seen. An operation
 * that asks for them is refused with `stop-order` while one is missing.
 */
export const stopsAcknowledgedSchema = z.array(z.string().max(100)).max(200, 'too-many').default([])

export const stopsContract = {
  /** One page of the register, and how many are in force in all. */
  list: may('read')
    .input(listInput.extend({ page: z.number().int().min(0), pageSize: z.number().int().min(1).max(200) }))
    .output(z.object({ rows: z.array(stopOrderSchema), total: z.number().int(), inForce: z.number().int() })),
  /** The orders in force on a parcel, as it is written on a dossier. Empty while a part of it is missing. */
  match: may('read')
    .input(z.object({ commune: z.string().max(100), mapSheet: z.string().max(40), plot: z.string().max(40) }))
    .output(z.array(stopOrderSchema)),
  /** The orders in force on the parcels of dossiers, by dossier; dossiers without any are left out. */
  ofDossiers: may('read')
    .input(z.object({ ids: z.array(idSchema).max(200, 'too-many') }))
    .output(z.array(z.object({ dossierId: idSchema, orders: z.array(stopOrderSchema) }))),
  /** Blocks a parcel. Refused when the same document blocks it already. */
  add: may('stops').input(stopOrderInputSchema).output(stopOrderSchema),
  /** Sets the parcel free. Refused with `stop-order-lifted` when that was done before. */
  lift: may('stops')
    .input(z.object({ id: idSchema, on: civilDateSchema, document: requiredText(100) }))
    .output(stopOrderSchema),
  /** Reads a file of orders, CSV or Excel. Changes nothing. */
  readFile: may('stops')
    .input(z.object({ fileName: z.string().min(1).max(255), content: fileContent(MAX_STOP_FILE_BYTES) }))
    .output(stopFileSchema),
  /** Adds the orders of a file in one transaction; those the register has by then are left out and counted. */
  addAll: may('stops')
    .input(z.object({ orders: z.array(filedStopOrderSchema).max(MAX_STOP_ORDERS, 'too-many') }))
    .output(z.object({ added: z.number().int(), known: z.number().int() })),
  /** The register as filtered and sorted, in the columns that can be read back. */
  export: may('export')
    .input(listInput.extend({ format: z.enum(['csv', 'xlsx']) }))
    .output(fileSchema),
}
