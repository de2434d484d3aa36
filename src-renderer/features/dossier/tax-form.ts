/**
 * The small form of the tax office's notice.
 */
import type { FieldPath } from 'react-hook-form'
import { z } from 'zod'
import { civilDateSchema, requiredText, text } from '../../../src-main/contract/common.ts'
import type { CivilDate } from '../../../src-main/domain/civil-date.ts'

/** `12.500.000`, `12 500 000 đ` → 12500000; `null` for nothing, NaN for what is no sum. */
export function readAmount(typed: string): number | null {
  const digits = typed.replace(/[\s.,đ₫]/giu, '')
  if (digits === '') return null
  return /^\d{1,13}$/.test(digits) ? Number(digits) : Number.NaN
}

/** What the fields hold, and what the office is told. */
export const taxFormSchema = z
  .object({
    on: z.custom<CivilDate>().nullable(),
    document: requiredText(100),
    amount: z.string(),
    note: text(1000),
  })
  .transform(({ on, document, amount, note }, context) => {
    const day = civilDateSchema.safeParse(on)
    const sum = readAmount(amount)
    if (!day.success) context.addIssue({ code: 'custom', message: 'required', path: ['on'] })
    if (Number.isNaN(sum)) context.addIssue({ code: 'custom', message: 'not-a-count', path: ['amount'] })
    return day.success ? { happenedOn: day.data, document, amount: sum, note } : z.NEVER
  })
export type TaxForm = z.input<typeof taxFormSchema>

/** The field for a path into the input of `dossiers.taxNotice`. */
export function taxField(path: string): FieldPath<TaxForm> | null {
  switch (path) {
    case 'happenedOn':
      return 'on'
    case 'document':
    case 'amount':
    case 'note':
      return path
    default:
      return null
  }
}
