/**
 * The particulars of a dossier as people type them, shared by reception and correction. What comes out of the
 * schema fits the contract's own schema; every message is a code.
 */
import type { FieldPath } from 'react-hook-form'
import { z } from 'zod'
import { documentSchema, particularsSchema, text } from '../../../src-main/contract/common.ts'
import type { Particulars } from '../../../src-main/domain/dossier.ts'

/** A count as typed; an empty field is none. */
const typedCount = (count: z.ZodNumber) => z.string().transform(readCount).pipe(count)

const typedDocumentSchema = z
  .object({
    name: text(300),
    originals: typedCount(documentSchema.shape.originals),
    certifiedCopies: typedCount(documentSchema.shape.certifiedCopies),
    photocopies: typedCount(documentSchema.shape.photocopies),
  })
  .refine((line) => line.name !== '' || line.originals + line.certifiedCopies + line.photocopies === 0, {
    path: ['name'],
    message: 'required',
  })

/** Every particular by itself, as typed. Lines of documents with nothing in them are left out. */
export const typedParticularShape = particularsSchema.extend({
  // Numbers are read off cards in groups: spaces and dots between the groups are no part of them.
  idNumber: z
    .string()
    .transform((typed) => typed.replace(/[\s.]/g, ''))
    .pipe(particularsSchema.shape.idNumber),
  phone: z
    .string()
    .transform((typed) => typed.replace(/[\s.-]/g, ''))
    .pipe(particularsSchema.shape.phone),
  sets: typedCount(particularsSchema.shape.sets),
  documents: z
    .array(typedDocumentSchema)
    .max(60, 'too-many')
    .transform((lines) => lines.filter((line) => line.name !== '')),
})

/** All particulars together: an online dossier has a level, the others have none. */
export const typedParticularsSchema = typedParticularShape
  .refine((typed) => typed.channel !== 'online' || typed.onlineLevel !== null, {
    path: ['onlineLevel'],
    message: 'required',
    // Said together with what is wrong elsewhere, not only once that is right.
    when: () => true,
  })
  .transform((typed) => ({ ...typed, onlineLevel: typed.channel === 'online' ? typed.onlineLevel : null }))

/** What the fields hold while being typed. */
export type TypedParticulars = z.input<typeof typedParticularsSchema>

/** The part of a form that holds particulars. */
export interface ParticularsForm {
  particulars: TypedParticulars
}

/** A line of documents with nothing in it. */
export const EMPTY_DOCUMENT = { name: '', originals: '', certifiedCopies: '', photocopies: '' }

/** Particulars as the fields show them, with one line to type a document into. */
export function typedFrom(particulars: Particulars): TypedParticulars {
  return {
    ...particulars,
    sets: String(particulars.sets),
    documents: [
      ...particulars.documents.map((line) => ({
        name: line.name,
        originals: shownCount(line.originals),
        certifiedCopies: shownCount(line.certifiedCopies),
        photocopies: shownCount(line.photocopies),
      })),
      EMPTY_DOCUMENT,
    ],
  }
}

const DOCUMENT_KEYS = ['name', 'originals', 'certifiedCopies', 'photocopies'] as const
type ParticularsPath = FieldPath<ParticularsForm>

/** The field of the form for a path into particulars, such as `phone` or `documents.2.name`. */
export function particularField(path: string): ParticularsPath | null {
  const line = /^documents\.(\d+)\.(\w+)$/.exec(path)
  if (line) {
    const key = DOCUMENT_KEYS.find((known) => known === line[2])
    return key === undefined ? null : `particulars.documents.${Number(line[1])}.${key}`
  }
  const key = particularsSchema.keyof().options.find((known) => known === path)
  return key === undefined ? null : `particulars.${key}`
}

function readCount(typed: string): number {
  const digits = typed.trim()
  if (digits === '') return 0
  return /^\d+$/.test(digits) ? Number(digits) : -1
}

function shownCount(count: number): string {
  return count === 0 ? '' : String(count)
}
