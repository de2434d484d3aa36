/**
 * Which column of the file means what.
 */
import {
  IMPORT_FIELDS,
  type ImportField,
  type ImportMapping,
  type ImportSheet,
  NEEDED_FIELDS,
} from '../../../src-main/contract/imports.ts'

export type ImportColumn = ImportSheet['columns'][number]

/** The fields in the order they are asked for: the needed ones first. */
export const FIELDS_IN_ORDER: readonly ImportField[] = [
  ...NEEDED_FIELDS,
  ...IMPORT_FIELDS.filter((field) => !NEEDED_FIELDS.includes(field)),
]

/** Whether an import cannot do without the field. */
export function isNeeded(field: ImportField): boolean {
  return NEEDED_FIELDS.includes(field)
}

/** The needed fields that have no column yet. */
export function missingFields(mapping: ImportMapping): ImportField[] {
  return NEEDED_FIELDS.filter((field) => mapping[field] === undefined)
}

/** The field a column is used for, if any. */
export function fieldOfColumn(mapping: ImportMapping, column: number): ImportField | null {
  return IMPORT_FIELDS.find((field) => mapping[field] === column) ?? null
}

/** The mapping with a field's column set, or taken away by `null`. A column means one thing only. */
export function withColumn(mapping: ImportMapping, field: ImportField, column: number | null): ImportMapping {
  const others = Object.fromEntries(
    IMPORT_FIELDS.flatMap((other) => {
      const at = mapping[other]
      return other === field || at === undefined || at === column ? [] : [[other, at]]
    }),
  )
  return column === null ? others : { ...others, [field]: column }
}

/** The columns with a title that will not be brought in. */
export function unusedColumns({ columns, mapping }: ImportSheet): ImportColumn[] {
  return columns.filter(({ index, title }) => title !== '' && fieldOfColumn(mapping, index) === null)
}
