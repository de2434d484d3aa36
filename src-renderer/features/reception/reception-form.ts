/**
 * The form of reception: what its fields hold, and how that becomes what the office is asked to receive.
 */
import type { FieldPath } from 'react-hook-form'
import { z } from 'zod'
import { civilDateSchema, idSchema, timeSchema } from '../../../src-main/contract/common.ts'
import { type CivilDate, type Instant, instantOf } from '../../../src-main/domain/civil-date.ts'
import { EMPTY_PARTICULARS } from '../../../src-main/domain/dossier.ts'
import { readTime } from '../../ui/office-fields.tsx'
import {
  particularField,
  typedFrom,
  typedParticularsSchema,
  withOffered,
} from '../../ui/particulars/typed.ts'

/** The moment of acceptance as typed: now, or a day and an hour that have passed. */
const typedMomentSchema = z
  .object({ late: z.boolean(), on: z.custom<CivilDate>().nullable(), time: z.string() })
  .transform(({ late, on, time }, context): Instant | null => {
    if (!late) return null
    const day = civilDateSchema.safeParse(on)
    const hour = timeSchema.safeParse(readTime(time))
    if (!day.success) context.addIssue({ code: 'custom', message: 'required', path: ['on'] })
    if (!hour.success) context.addIssue({ code: 'custom', message: 'not-a-time', path: ['time'] })
    return day.success && hour.success ? instantOf(day.data, hour.data) : z.NEVER
  })

/** Reception as typed. The procedure is known by its key: which version applies follows from the day. */
export const typedReceptionSchema = z.object({
  procedureKey: z
    .string()
    .nullable()
    .refine((key) => key !== null, 'required'),
  moment: typedMomentSchema,
  particulars: typedParticularsSchema,
  /** In a remote commune. */
  remote: z.boolean(),
  holderId: idSchema.nullable(),
  /** Names this dossier while it is saved, so that a second try does not make a second one. */
  request: z.uuid(),
  /** Documents that block the parcel and have been seen. */
  stopsAcknowledged: z.array(z.string()),
})
/** What the fields hold. */
export type ReceptionForm = z.input<typeof typedReceptionSchema>
/** What comes of it. */
export type TypedReception = z.output<typeof typedReceptionSchema>

/**
 * The form for the next dossier; the last procedure is kept, as the same one often comes again.
 * @param documents what the procedure asks for, to be ticked.
 */
export function emptyReception(
  procedureKey: string | null = null,
  documents: readonly string[] = [],
): ReceptionForm {
  const particulars = typedFrom(EMPTY_PARTICULARS)
  return {
    procedureKey,
    moment: { late: false, on: null, time: '' },
    particulars: { ...particulars, documents: withOffered(particulars.documents, documents) },
    remote: false,
    holderId: null,
    request: crypto.randomUUID(),
    stopsAcknowledged: [],
  }
}

/** The moment typed; `undefined` while it is not one yet. */
export function momentOf(typed: ReceptionForm['moment']): Instant | null | undefined {
  return typedMomentSchema.safeParse(typed).data
}

/** The field of the form for a path into the input of `reception.receive`. */
export function receptionField(path: string): FieldPath<ReceptionForm> | null {
  if (path.startsWith('particulars.')) return particularField(path.slice('particulars.'.length))
  switch (path) {
    case 'procedureId':
      return 'procedureKey'
    case 'acceptedAt':
      return 'moment.on'
    case 'remote':
    case 'holderId':
      return path
    default:
      return null
  }
}
