/**
 * The dated data every office starts with: the bundled calendar 2019–2027 and the procedure catalogue.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseCsvObjects } from 'hucre/csv'
import { z } from 'zod'
import { civilDateSchema } from '../contract/common.ts'
import type { WriteDb } from '../store/database.ts'
import { addCalendarDay, addProcedure } from '../store/reference.ts'

const calendarRow = z.object({
  date: civilDateSchema,
  kind: z.enum(['off', 'work']),
  name: z.string().min(1),
  basis: z.string().min(1),
  status: z.enum(['confirmed', 'library', 'press', 'unannounced']),
})

const days = z.coerce.number().int().min(0)
const optionalDays = z.union([z.literal('').transform(() => null), days])
const procedureRow = z.object({
  key: z.string().min(1),
  tthc_code: z.string(),
  name_vi: z.string().min(1),
  name_en: z.string().min(1),
  field: z.string().min(1),
  term: days,
  unit: z.enum(['working-day', 'calendar-day']),
  remote_extra: days,
  phase1: optionalDays,
  phase2: optionalDays,
  fee_leg: z.enum(['yes', 'no']),
  effective_from: civilDateSchema,
  effective_to: z.union([z.literal('').transform(() => null), civilDateSchema]),
  basis: z.string().min(1),
  status: z.enum(['sourced', 'code-to-check', 'to-verify']),
})

/** The rows of a bundled CSV, checked. @throws ZodError when the file is not what it should be. */
function readRows<Row>(file: string, schema: z.ZodType<Row>): Row[] {
  const { data } = parseCsvObjects(readFileSync(file, 'utf8'), { header: true })
  return z.array(schema).parse(data)
}

/** Writes the bundled calendar and procedures into an empty office. */
export function seedReference(db: WriteDb, resourcesDir: string): void {
  for (const day of readRows(join(resourcesDir, 'calendar-vn.csv'), calendarRow)) addCalendarDay(db, day)
  for (const row of readRows(join(resourcesDir, 'procedures.csv'), procedureRow)) {
    addProcedure(db, {
      key: row.key,
      nationalCode: row.tthc_code,
      nameVi: row.name_vi,
      nameEn: row.name_en,
      field: row.field,
      term: row.term,
      unit: row.unit,
      remoteExtra: row.remote_extra,
      phases: row.phase1 === null || row.phase2 === null ? null : { first: row.phase1, second: row.phase2 },
      hasFeeLeg: row.fee_leg === 'yes',
      supplementRule: 'restart',
      documents: [],
      steps: [],
      validFrom: row.effective_from,
      validTo: row.effective_to,
      basis: row.basis,
      status: row.status,
    })
  }
}
