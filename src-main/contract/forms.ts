/**
 * Official forms as PDF: for one dossier, for several, and books of the whole office.
 */
import { z } from 'zod'
import { DOSSIER_FORMS } from '../domain/dossier.ts'
import { civilDateSchema, fileSchema, idSchema } from './common.ts'
import { may } from './operation.ts'

/** A form that can be printed for the dossier now, or was printed before. */
export const dossierFormSchema = z.object({
  form: z.enum(DOSSIER_FORMS),
  /** The entry it is about; `null` where it is about the whole dossier. */
  of: z.number().int().nullable(),
  /** The day of that entry. */
  ofOn: civilDateSchema.nullable(),
  /** `3/PBS`; `null` while it has none, or for a form without a series. */
  number: z.string().nullable(),
  /** As it was printed last, and how many times. */
  printed: z.object({ on: civilDateSchema, copies: z.number().int() }).nullable(),
  /** False where what it was about no longer stands: it is told of, and not printed again. */
  possible: z.boolean(),
})
export type DossierFormState = z.infer<typeof dossierFormSchema>

/** The most dossiers reminders are printed for in one file. */
export const MOST_REMINDERS = 200

/** The most lines of a register book in one file. */
export const MOST_BOOK_LINES = 20_000

export const formsContract = {
  /**
   * A form of a dossier as PDF. That it was printed is in the history before the file is answered; a further print is one
   * more entry with the same number.
   */
  print: may('process')
    .input(
      z.object({ id: idSchema, form: z.enum(DOSSIER_FORMS), of: z.number().int().positive().nullable() }),
    )
    .output(fileSchema),
  /** Reminders for several dossiers whose result lies ready, in one file; each is in its dossier's history. */
  reminders: may('process')
    .input(z.object({ ids: z.array(idSchema).min(1, 'required').max(MOST_REMINDERS, 'too-many') }))
    .output(fileSchema),
  /** Mẫu 06, the register book of the days of reception from–to, of one field or of all. */
  book: may('export')
    .input(z.object({ field: z.string().max(200).nullable(), from: civilDateSchema, to: civilDateSchema }))
    .output(fileSchema),
}
