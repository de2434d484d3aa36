/**
 * A closed period as a file: readable JSON that can be checked with nothing else at hand (`npm run verify-period`).
 */
import { z } from 'zod'
import { readableJson } from '../domain/canonical-json.ts'
import type { ClosedFigures, ClosingHead } from '../domain/closed-period.ts'

/** Marks a file as such. */
export const CLOSED_PERIOD_FORMAT = 'so-mot-cua-closed-period'

/** What the file holds. The hash is SHA-256 over the canonical text of the head, the head's `figures` over that of the figures. */
export interface ClosedPeriodFile {
  format: typeof CLOSED_PERIOD_FORMAT
  formatVersion: 1
  hash: string
  head: ClosingHead
  figures: ClosedFigures
}

/** The file's text, a dossier a line. */
export function closedPeriodText(closing: Pick<ClosedPeriodFile, 'hash' | 'head' | 'figures'>): string {
  const { hash, head, figures } = closing
  const file: ClosedPeriodFile = { format: CLOSED_PERIOD_FORMAT, formatVersion: 1, hash, head, figures }
  return `${readableJson(file)}\n`
}

const counts = z.record(z.string(), z.number())
const rows = <Row extends z.core.$ZodLooseShape>(shape: Row) => z.array(z.looseObject(shape))
const hex = z.string().regex(/^[0-9a-f]{64}$/)

/** As much of a file as checking it reads; the rest is in the hash. */
const fileSchema = z.looseObject({
  format: z.literal(CLOSED_PERIOD_FORMAT),
  formatVersion: z.literal(1),
  hash: hex,
  head: z.looseObject({
    ...{ number: z.number(), before: hex, figures: hex, from: z.string(), to: z.string() },
    ...{ office: z.looseObject({ name: z.string() }), closedAt: z.string(), version: z.number() },
    ...{ closedBy: z.looseObject({ name: z.string() }), dossiers: z.number(), pending: z.number() },
    ...{ method: z.string(), known: z.number(), definitions: z.number().int().positive().optional() },
  }),
  figures: z.looseObject({
    tables: rows({
      ...{ by: z.string(), total: counts, daysLate: z.number().optional() },
      rows: rows({ key: z.string(), counts, daysLate: z.number().optional() }),
    }),
    dossiers: rows({
      ...{
        id: z.number(),
        code: z.string(),
        procedureId: z.number(),
        commune: z.string(),
        channel: z.string(),
      },
      ...{ origin: z.string(), standing: z.string(), dueOn: z.string(), endedOn: z.string().nullable() },
      shares: z
        .object({ branch: z.number(), tax: z.number(), agency: z.number(), applicant: z.number() })
        .optional(),
    }),
    rules: z.looseObject({
      calendar: z.looseObject({ days: rows({ date: z.string(), kind: z.string(), status: z.string() }) }),
      procedures: z.looseObject({
        versions: rows({ id: z.number(), field: z.string(), nameVi: z.string() }),
      }),
    }),
  }),
})

/** Reads a file; `null` when it is no closed period. */
export function readClosedPeriod(text: string): ClosedPeriodFile | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  const read = fileSchema.safeParse(value)
  // Checked for what is looked at; what else it holds is only hashed.
  return read.success ? (value as ClosedPeriodFile) : null
}
