/**
 * A portal's list of applications: read and checked row by row; nothing is changed.
 */
import type { z } from 'zod'
import {
  ARRIVAL_FIELDS,
  type ArrivalField,
  type ArrivalInput,
  type ArrivalProblem,
  MAX_ARRIVALS,
  MAX_ARRIVALS_BYTES,
  arrivalInputSchema,
} from '../../contract/arrivals.ts'
import { OfficeError } from '../../contract/errors.ts'
import type { Input, Output } from '../../contract/index.ts'
import { type CivilDate, type Instant, dateOfInstant, instantOf } from '../../domain/civil-date.ts'
import { normalCode } from '../../domain/dossier-code.ts'
import { EMPTY_PARTICULARS } from '../../domain/dossier.ts'
import type { CellValue, RegisterRow } from '../../documents/register-reader.ts'
import { readTable } from '../../documents/table-reader.ts'
import { addArrival } from '../../store/events.ts'
import type { Context, Office } from '../context.ts'
import { cellLine, readDate } from '../imports/cells.ts'
import { ProcedureFinder } from '../imports/procedures.ts'
import { type ArrivalColumns, findColumns } from './columns.ts'
import { arrivedEvent, isKnown } from './use-cases.ts'

const NEEDED: readonly ArrivalField[] = ['reference', 'procedure', 'applicantName', 'arrivedAt']
const VALUE_LENGTH = 200

/** The online applications of a list as they would be recorded, and what keeps the others out. */
export async function readArrivals(
  { office }: Context,
  { content }: Input<'arrivals', 'readFile'>,
): Promise<Output<'arrivals', 'readFile'>> {
  const rows = await readTable(Buffer.from(content, 'base64'), MAX_ARRIVALS_BYTES)
  const header = findColumns(rows)
  const missing = NEEDED.filter((field) => !header.columns.has(field))
  if (missing.length > 0) throw new OfficeError('mapping-incomplete', { columns: missing.join(', ') })
  const below = rows.filter(({ row }) => row > header.row)
  if (below.length > MAX_ARRIVALS) throw new OfficeError('file-too-large', { rows: MAX_ARRIVALS })
  const finder = new ProcedureFinder(office.rules.procedures.values())
  const arrivals: ArrivalInput[] = []
  const problems: ArrivalProblem[] = []
  const known: string[] = []
  const seen = new Set<string>()
  for (const row of below) {
    const checked = new Row(row, header)
    if (checked.isEmpty) continue
    const reference = normalCode(checked.line('reference'))
    if (isKnown(office.store.read, reference)) {
      known.push(reference)
      continue
    }
    const arrival = checked.arrival(office, finder)
    if (seen.has(reference) && reference !== '') checked.report('reference', 'twice-in-file')
    seen.add(reference)
    problems.push(...checked.problems)
    if (arrival !== null && checked.problems.length === 0) arrivals.push(arrival)
  }
  return { arrivals, problems, known }
}

/** Records what was read, all in one transaction; numbers that are known by now are left out. */
export async function recordAll(
  context: Context,
  { arrivals }: Input<'arrivals', 'recordAll'>,
): Promise<Output<'arrivals', 'recordAll'>> {
  const { office } = context
  const events = arrivals.map((arrival) => arrivedEvent(context, arrival))
  const recorded = await office.store.write((db) => {
    let count = 0
    for (const event of events) {
      const { fact } = event
      if (fact.kind !== 'arrived' || isKnown(db, fact.reference)) continue
      addArrival(db, [event])
      count++
    }
    return count
  })
  office.notify({ topic: 'dossiers' })
  return { recorded, known: events.length - recorded }
}

/** One row of the list. */
class Row {
  readonly problems: ArrivalProblem[] = []
  readonly #row: RegisterRow
  readonly #columns: ArrivalColumns['columns']

  constructor(row: RegisterRow, { columns }: ArrivalColumns) {
    this.#row = row
    this.#columns = columns
  }

  get isEmpty(): boolean {
    return ARRIVAL_FIELDS.every((field) => this.line(field) === '')
  }

  line(field: ArrivalField): string {
    return cellLine(this.#cell(field))
  }

  report(field: ArrivalField, code: string): void {
    const value = this.line(field).slice(0, VALUE_LENGTH)
    this.problems.push({ row: this.#row.row, field, value, code })
  }

  /** What would be recorded, or `null` with its problems. */
  arrival(office: Office, finder: ProcedureFinder): ArrivalInput | null {
    const arrivedAt = this.#moment(office)
    const on = arrivedAt === null ? office.today() : dateOfInstant(arrivedAt)
    const procedureId = this.#procedure(finder, on)
    for (const field of NEEDED) if (this.line(field) === '') this.report(field, 'required')
    const line = (field: ArrivalField) => this.line(field)
    const input: ArrivalInput = {
      // Any key: the row is not taken where none was found.
      procedureId: procedureId ?? 1,
      ...{ reference: line('reference'), arrivedAt, remote: false },
      particulars: {
        ...EMPTY_PARTICULARS,
        ...{ applicantName: line('applicantName') || '?', idNumber: line('idNumber') },
        ...{ phone: line('phone').replace(/[\s.-]/g, ''), email: line('email'), address: line('address') },
        ...{ commune: line('commune'), mapSheet: line('mapSheet'), plot: line('plot') },
        ...{ channel: 'online', onlineLevel: 'full' },
      },
    }
    const result = arrivalInputSchema.safeParse(input)
    if (result.success) return result.data
    for (const issue of result.error.issues) this.report(fieldOf(issue), issue.message)
    return null
  }

  #cell(field: ArrivalField): CellValue {
    const column = this.#columns.get(field)
    return column === undefined ? null : (this.#row.cells[column] ?? null)
  }

  /** The moment it was filed; the hour decides until when it is answered, so it has to be there. */
  #moment(office: Office): Instant | null {
    const read = readDate(this.#cell('arrivedAt'))
    if (read === null) return null
    if ('fault' in read || read.time === null) {
      this.report('arrivedAt', 'fault' in read ? 'not-a-date' : 'not-a-moment')
      return null
    }
    const moment = instantOf(read.date, read.time)
    if (moment <= office.now()) return moment
    this.report('arrivedAt', 'date-in-future')
    return null
  }

  #procedure(finder: ProcedureFinder, on: CivilDate): number | null {
    const text = this.line('procedure')
    if (text === '') return null
    const match = finder.find(text, on)
    if ('version' in match) return match.version.id
    const codes = {
      unknown: 'unknown-procedure',
      ambiguous: 'ambiguous-procedure',
      'not-valid-on-date': 'procedure-not-valid-on-date',
    } as const
    this.report('procedure', codes[match.reason])
    return null
  }
}

function fieldOf({ path }: z.core.$ZodIssue): ArrivalField {
  const last = path.at(-1)
  return ARRIVAL_FIELDS.find((field) => field === last) ?? 'reference'
}
