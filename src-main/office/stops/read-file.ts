/**
 * What a file of stop orders would add to the register; nothing is changed.
 */
import type { Output } from '../../contract/index.ts'
import {
  type FiledStopOrder,
  type StopOrder,
  type StopOrderInput,
  filedStopOrderSchema,
} from '../../contract/stops.ts'
import type { StopColumn } from '../../documents/stop-orders-columns.ts'
import { type StopRow, readStopRows } from '../../documents/stop-orders-file.ts'
import type { CivilDate } from '../../domain/civil-date.ts'
import { foldText } from '../../domain/names.ts'
import { communeKey } from '../../domain/parcel.ts'
import { cellLine, readDate } from '../imports/cells.ts'

type Problem = Output<'stops', 'readFile'>['problems'][number]
interface ReadRow {
  row: number
  order: FiledStopOrder
}

/** The field of an order each column holds. */
const FIELDS: Record<StopColumn, string> = {
  commune: 'commune',
  map_sheet: 'mapSheet',
  plot: 'plot',
  document: 'document',
  agency: 'agency',
  issued_on: 'issuedOn',
  reason: 'reason',
  lifted_on: 'lifted.on',
  lifted_document: 'lifted.document',
}
const COLUMNS = Object.keys(FIELDS) as StopColumn[]

/** The same parcel under the same document, whoever is said to have issued it. */
export function sameDocument({ commune, mapSheet, plot, document }: StopOrderInput): string {
  return [communeKey(commune), mapSheet, plot, foldText(document)].join('|')
}

/** The same order: of the same agency, too. */
export function sameOrder(order: StopOrderInput): string {
  return `${sameDocument(order)}|${foldText(order.agency)}`
}

/**
 * The orders of a file the register does not have, and the rows that are in doubt.
 * @throws OfficeError as {@link readStopRows} does.
 */
export async function readStopOrders(
  bytes: Uint8Array,
  register: readonly StopOrder[],
  today: CivilDate,
): Promise<Output<'stops', 'readFile'>> {
  const problems: Problem[] = []
  const rows: ReadRow[] = []
  for (const source of await readStopRows(bytes)) {
    const read = readRow(source, today)
    if ('order' in read) rows.push({ row: source.row, order: read.order })
    else problems.push(...read.problems)
  }
  const standing = Map.groupBy(register, sameDocument)
  const orders: FiledStopOrder[] = []
  let known = 0
  for (const [key, alike] of Map.groupBy(rows, ({ order }) => sameDocument(order))) {
    const [first, second] = alike
    if (first === undefined) continue
    if (second !== undefined) {
      problems.push(...alike.map(({ row, order }) => problem(row, 'document', order.document, 'order-twice')))
      continue
    }
    const found = standing.get(key)
    if (found === undefined) orders.push(first.order)
    else {
      const doubt = doubtOf(first, found)
      if (doubt === null) known += 1
      else problems.push(doubt)
    }
  }
  return { orders, known, problems: problems.toSorted((a, b) => a.row - b.row) }
}

/** What is in doubt about a row whose parcel and document the register has; `null` where they say the same. */
function doubtOf({ row, order }: ReadRow, found: readonly StopOrder[]): Problem | null {
  const same = found.find((one) => sameOrder(one) === sameOrder(order))
  if (same === undefined) return problem(row, 'agency', order.agency, 'order-differs')
  if (same.issuedOn !== order.issuedOn) return problem(row, 'issuedOn', order.issuedOn, 'order-differs')
  // Blocking and setting free again is decided by somebody, order by order.
  if (order.lifted === null && same.lifted !== null)
    return problem(row, 'lifted.on', same.lifted.on, 'lifted-in-register')
  if (order.lifted !== null && same.lifted === null)
    return problem(row, 'lifted.on', order.lifted.on, 'lifted-in-file')
  return null
}

function problem(row: number, field: string, value: string, code: string): Problem {
  return { row, field, value: value.slice(0, 120), code }
}

function readRow(source: StopRow, today: CivilDate): { order: FiledStopOrder } | { problems: Problem[] } {
  const problems: Problem[] = []
  const text = (column: StopColumn): string => cellLine(source.cells.get(column) ?? null)
  const refuse = (field: string, code: string): void => {
    if (problems.some((one) => one.field === field)) return
    const column = COLUMNS.find((one) => FIELDS[one] === field)
    const known = /^[a-z][a-z0-9-]*$/.test(code) ? code : 'invalid'
    problems.push(problem(source.row, field, column === undefined ? '' : text(column), known))
  }
  const day = (column: StopColumn): CivilDate | null => {
    const read = readDate(source.cells.get(column) ?? null)
    if (read === null) return null
    if ('fault' in read) refuse(FIELDS[column], read.fault)
    else if (read.date > today) refuse(FIELDS[column], 'date-in-future')
    else return read.date
    return null
  }
  const issuedOn = day('issued_on')
  if (issuedOn === null) refuse('issuedOn', 'required')
  const liftedOn = day('lifted_on')
  const liftedBy = text('lifted_document')
  if (liftedOn === null && liftedBy !== '') refuse('lifted.on', 'required')
  const checked = filedStopOrderSchema.safeParse({
    commune: text('commune'),
    mapSheet: text('map_sheet'),
    plot: text('plot'),
    document: text('document'),
    agency: text('agency'),
    issuedOn,
    reason: text('reason'),
    lifted: liftedOn === null ? null : { on: liftedOn, document: liftedBy },
  })
  for (const { path, message } of checked.error?.issues ?? []) refuse(path.join('.'), message)
  return checked.success && problems.length === 0 ? { order: checked.data } : { problems }
}
