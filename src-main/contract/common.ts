/**
 * Schemas shared by several features. Messages are codes; the renderer makes the words.
 */
import { z } from 'zod'
import { type CivilDate, type Instant, parseCivilDate } from '../domain/civil-date.ts'
import { CHANNELS, DOSSIER_STATES, ONLINE_LEVELS, RETURN_WAYS } from '../domain/dossier.ts'
import { cleanText } from '../domain/names.ts'

/** A real day, `YYYY-MM-DD`, 1970–2100. */
export const civilDateSchema = z
  .string()
  .refine((text) => parseCivilDate(text) !== null, 'not-a-date')
  .transform((text) => text as CivilDate)

/** A moment in UTC. */
export const instantSchema: z.ZodType<Instant> = z.iso.datetime('not-a-moment')

/** A time of day, `HH:MM`. */
export const timeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'not-a-time')

/** Free text in one line: NFC, spaces collapsed, at most `max` characters. */
export const text = (max: number) => z.string().transform(cleanText).pipe(z.string().max(max, 'too-long'))

/** The same, and something must be there. */
export const requiredText = (max: number) =>
  z.string().transform(cleanText).pipe(z.string().min(1, 'required').max(max, 'too-long'))

/** A database key. */
export const idSchema = z.number().int().positive()

export const channelSchema = z.enum(CHANNELS)
export const onlineLevelSchema = z.enum(ONLINE_LEVELS)
export const returnWaySchema = z.enum(RETURN_WAYS)
export const dossierStateSchema = z.enum(DOSSIER_STATES)

const count = z.number().int('not-a-count').min(0, 'not-a-count').max(999, 'too-large')

export const documentSchema = z.object({
  name: requiredText(300),
  originals: count,
  certifiedCopies: count,
  photocopies: count,
})

/** The particulars of a dossier as the counter writes them. */
export const particularsSchema = z.object({
  applicantName: requiredText(200),
  /** 12 digits for a citizen; an organisation's number may have 9–14 digits and dashes. */
  idNumber: text(20).pipe(z.string().regex(/^$|^\d{9}$|^\d{12}$|^\d{10}(-\d{3})?$/, 'not-an-id-number')),
  phone: text(20).pipe(z.string().regex(/^$|^(\+84|0)\d{8,10}$/, 'not-a-phone')),
  email: text(120).pipe(z.string().regex(/^$|^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'not-an-email')),
  address: text(300),
  representative: text(200),
  commune: text(100),
  mapSheet: text(20),
  plot: text(20),
  certificateNumber: text(40),
  content: text(500),
  channel: channelSchema,
  onlineLevel: onlineLevelSchema.nullable(),
  returnWay: returnWaySchema,
  documents: z.array(documentSchema).max(60, 'too-many'),
  sets: z.number().int('not-a-count').min(1, 'not-a-count').max(99, 'too-large'),
  note: text(1000),
})

/** The particulars as they stand in the register; those of an imported dossier may be of unusual form. */
export const recordedParticularsSchema = z.object({
  applicantName: z.string(),
  idNumber: z.string(),
  phone: z.string(),
  email: z.string(),
  address: z.string(),
  representative: z.string(),
  commune: z.string(),
  mapSheet: z.string(),
  plot: z.string(),
  certificateNumber: z.string(),
  content: z.string(),
  channel: channelSchema,
  onlineLevel: onlineLevelSchema.nullable(),
  returnWay: returnWaySchema,
  documents: z.array(
    z.object({
      name: z.string(),
      originals: z.number(),
      certifiedCopies: z.number(),
      photocopies: z.number(),
    }),
  ),
  sets: z.number(),
  note: z.string(),
})

/** A file that leaves the office. `content` is base64. */
export const fileSchema = z.object({ name: z.string(), mediaType: z.string(), content: z.base64() })
export type OfficeFile = z.infer<typeof fileSchema>

/** The largest register that may be imported, in bytes. */
export const MAX_IMPORT_BYTES = 24 * 1024 * 1024

/**
 * A file that comes in, as base64. What is far beyond the most bytes is refused by its length, before anything looks
 * through it; what is a little beyond, by the use case in its own words.
 */
export const fileContent = (most: number) =>
  z
    .string()
    .max(most * 2, 'too-large')
    .pipe(z.base64('not-base64'))
