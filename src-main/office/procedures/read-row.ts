/**
 * One row of a catalogue file: the version it describes, or what is wrong with it, cell by cell.
 */
import { type VersionInput, versionInputSchema } from '../../contract/procedures.ts'
import type { Output } from '../../contract/index.ts'
import type { CatalogueColumn } from '../../documents/catalogue-columns.ts'
import { splitDocuments, splitSteps } from '../../documents/catalogue-lists.ts'
import type { CatalogueRow } from '../../documents/catalogue-reader.ts'
import { cleanText } from '../../domain/names.ts'
import { cellText, readDate } from '../imports/cells.ts'
import { type Choice, statusIn, stepRoleIn, stepUnitIn, supplementRuleIn, unitIn, yesIn } from './words.ts'

/** What is wrong with one cell: its row, the field of the version, what stands there, and why. */
export type RowProblem = Output<'procedures', 'readFile'>['problems'][number]

/** The field of a version each column holds. */
const FIELDS: Record<CatalogueColumn, keyof VersionInput> = {
  key: 'key',
  tthc_code: 'nationalCode',
  name_vi: 'nameVi',
  name_en: 'nameEn',
  field: 'field',
  term: 'term',
  unit: 'unit',
  remote_extra: 'remoteExtra',
  phase1: 'phases',
  phase2: 'phases',
  fee_leg: 'hasFeeLeg',
  effective_from: 'validFrom',
  effective_to: 'validTo',
  basis: 'basis',
  status: 'status',
  supplement_rule: 'supplementRule',
  documents: 'documents',
  steps: 'steps',
}
const COLUMNS = Object.keys(FIELDS).filter((column): column is CatalogueColumn => column in FIELDS)

/** The version a row describes, or its problems. */
export function readVersion(row: CatalogueRow): { version: VersionInput } | { problems: RowProblem[] } {
  const cells = new Cells(row)
  const steps = splitSteps(cells.text('steps'))
  const read = {
    key: cells.text('key'),
    nationalCode: cells.text('tthc_code'),
    nameVi: cells.text('name_vi'),
    nameEn: cells.text('name_en'),
    field: cells.text('field'),
    term: cells.count('term'),
    unit: cells.choice('unit', unitIn, null),
    remoteExtra: cells.count('remote_extra', 0),
    phases: phasesOf(cells),
    hasFeeLeg: cells.choice('fee_leg', yesIn, 'no') === 'yes',
    supplementRule: cells.choice('supplement_rule', supplementRuleIn, 'restart'),
    documents: splitDocuments(cells.text('documents')),
    steps: steps.map((step) => stepOf(cells, step)),
    validFrom: cells.date('effective_from', true),
    validTo: cells.date('effective_to', false),
    basis: cells.text('basis'),
    // Who brings a file has not said that its sources are checked.
    status: cells.choice('status', statusIn, 'to-verify'),
  }
  const checked = versionInputSchema.safeParse(read)
  for (const { path, message } of checked.error?.issues ?? []) {
    const [field, at] = path
    const step = field === 'steps' && typeof at === 'number' ? steps[at] : undefined
    cells.refuse(String(field), message, step?.join(';'))
  }
  return checked.success && cells.problems.length === 0
    ? { version: checked.data }
    : { problems: cells.problems }
}

function phasesOf(cells: Cells): { first: number | null; second: number | null } | null {
  const first = cells.count('phase1', null)
  const second = cells.count('phase2', null)
  if (first === null && second === null) return null
  if (first === null || second === null) cells.refuse('phases', 'phases-not-the-term')
  return { first, second }
}

/** A step as `name;agency;term;unit`, in this order; what it is for may stand behind. */
function stepOf(cells: Cells, step: readonly string[]) {
  const [name = '', agency = '', typed = '', unit = '', role = '', ...rest] = step
  const known = stepUnitIn(unit)
  const roleKnown = role === '' ? undefined : stepRoleIn(role)
  const term = typed === '' ? Number.NaN : Number(typed.replace(',', '.'))
  const sound =
    name !== '' && !Number.isNaN(term) && known !== null && roleKnown !== null && rest.length === 0
  if (!sound) cells.refuse('steps', 'not-a-step', step.join(';'))
  return { name, agency, term, unit: known, ...(roleKnown === undefined ? {} : { role: roleKnown }) }
}

/** The cells of a row, and the problems found while reading them: one a field. */
class Cells {
  readonly problems: RowProblem[] = []
  readonly #row: CatalogueRow

  constructor(row: CatalogueRow) {
    this.#row = row
  }

  text(column: CatalogueColumn): string {
    return cleanText(cellText(this.#row.cells.get(column) ?? null))
  }

  /** A whole number. An empty cell gives `otherwise`, or is refused when there is none. */
  count<Otherwise extends number | null>(column: CatalogueColumn, otherwise?: Otherwise): number | Otherwise {
    const text = this.text(column)
    if (text === '' && otherwise !== undefined) return otherwise
    if (/^\d{1,6}$/.test(text)) return Number(text)
    this.refuse(FIELDS[column], text === '' ? 'required' : 'not-a-count')
    return Number.NaN
  }

  /** One of some values. An empty cell gives `otherwise`; `null` there means that it must not be empty. */
  choice<Value extends string>(column: CatalogueColumn, find: Choice<Value>, otherwise: Value | null) {
    const text = this.text(column)
    if (text === '' && otherwise !== null) return otherwise
    const found = find(text)
    if (found === null) this.refuse(FIELDS[column], text === '' ? 'required' : 'not-a-choice')
    return found
  }

  /** A day as `YYYY-MM-DD`. */
  date(column: CatalogueColumn, needed: boolean): string | null {
    const read = readDate(this.#row.cells.get(column) ?? null)
    if (read !== null && 'date' in read) return read.date
    if (read !== null || needed) this.refuse(FIELDS[column], read === null ? 'required' : 'not-a-date')
    return null
  }

  /** Writes down what is wrong with a field, or with a part of what stands there, the first time. */
  refuse(field: string, code: string, part?: string): void {
    if (this.problems.some((problem) => problem.field === field)) return
    const values =
      part === undefined
        ? COLUMNS.filter((column) => FIELDS[column] === field).map((column) => this.text(column))
        : [part]
    this.problems.push({
      row: this.#row.row,
      field,
      value: values.filter(Boolean).join(' + ').slice(0, 120),
      code: /^[a-z][a-z0-9-]*$/.test(code) ? code : 'invalid',
    })
  }
}

/** The fields a file speaks of: those of columns it has. */
export function fieldsOf({ cells }: CatalogueRow): (keyof VersionInput)[] {
  return [...new Set([...cells.keys()].map((column) => FIELDS[column]))]
}
