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
    /** A document the procedure asks for, to be ticked; it counts once there is one of it. */
    offered: z.boolean().optional(),
  })
  .refine((line) => line.name !== '' || isNone(line), {
    path: ['name'],
    message: 'required',
  })
  .transform(({ offered, ...line }) => ({ line, submitted: line.name !== '' && !(offered && isNone(line)) }))

/** Every particular by itself, as typed. Lines of documents with nothing in them are left out. */
export const typedParticularShape = particularsSchema.extend({
  // A number typed to find somebody by is no name.
  applicantName: particularsSchema.shape.applicantName.refine(
    (name) => !/^[\d\s+.-]+$/.test(name),
    'number-as-name',
  ),
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
    .transform((lines) => lines.filter(({ submitted }) => submitted).map(({ line }) => line)),
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

function isNone(line: { originals: number; certifiedCopies: number; photocopies: number }): boolean {
  return line.originals + line.certifiedCopies + line.photocopies === 0
}

/** What the fields hold while being typed. */
export type TypedParticulars = z.input<typeof typedParticularsSchema>

/** The part of a form that holds particulars. */
export interface ParticularsForm {
  particulars: TypedParticulars
}

/** A line of documents as typed. */
export type TypedDocument = TypedParticulars['documents'][number]

/** A line of documents with nothing in it. */
export const EMPTY_DOCUMENT: TypedDocument = { name: '', originals: '', certifiedCopies: '', photocopies: '' }

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

/** The counts of a line of documents, as they stand beside its name. */
export const COUNTS = ['originals', 'certifiedCopies', 'photocopies'] as const

/** Whether there is at least one of a document. */
export function isTicked(line: TypedDocument): boolean {
  return COUNTS.some((count) => !/^0*$/.test(line[count].trim()))
}

/**
 * The lines with the documents a procedure asks for in front, to be ticked. What was ticked or typed before stays; what only
 * another procedure asked for goes.
 */
export function withOffered(lines: readonly TypedDocument[], names: readonly string[]): TypedDocument[] {
  const kept = lines.filter((line) => !line.offered || isTicked(line))
  const offered = [...new Set(names)].map((name) => {
    const line = kept.find((one) => one.name === name) ?? { ...EMPTY_DOCUMENT, name }
    return { ...line, offered: true }
  })
  const others = kept
    .filter((line) => !names.includes(line.name))
    .map((line) => ({ ...line, offered: false }))
  return [...offered, ...(others.at(-1)?.name === '' ? others : [...others, EMPTY_DOCUMENT])]
}

const DOCUMENT_KEYS = ['name', ...COUNTS] as const
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
