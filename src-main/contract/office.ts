/**
 * The office itself: first start, its particulars, its people, its calendar and procedures.
 */
import { z } from 'zod'
import { AGENCY_CODE } from '../domain/dossier-code.ts'
import { civilDateSchema, idSchema, instantSchema, requiredText, text, timeSchema } from './common.ts'
import { may } from './operation.ts'
import { registerHealthSchema, troubleSchema } from './rescue.ts'
import { doorSchema, ownAccountSchema } from './people.ts'

/** The particulars asked for at first start. */
export const officeParticularsSchema = z.object({
  /** Name of the branch, as on its forms. */
  name: requiredText(200),
  /** Name of the parent agency, the line above it on every form. */
  parentAgency: requiredText(200),
  /** Agency identifier, the first part of every dossier code. */
  agencyCode: requiredText(40).pipe(z.string().regex(AGENCY_CODE, 'not-an-agency-code')),
  /** Place named in "…, ngày … tháng … năm …". */
  place: text(100),
  /** Closing hour, printed as the hour of return. */
  closingTime: timeSchema,
})
export type OfficeParticulars = z.infer<typeof officeParticularsSchema>

export const staffSchema = z.object({ id: idSchema, name: z.string() })
export type Staff = z.infer<typeof staffSchema>

/** Where the office stands, and where this window stands in it. */
export const officeStatusSchema = doorSchema.extend({
  /** `null` until the office has been set up. */
  office: officeParticularsSchema.nullable(),
  /** True while the bundled sample is open instead of the office's own register. */
  sample: z.boolean(),
  /** The day the office's clock shows; fixed in the sample and with `--today`. */
  today: civilDateSchema,
  now: instantSchema,
  /** How many dossiers the register holds; 0 for who may not read it. */
  dossiers: z.number().int(),
  version: z.string(),
  /** Why the register is not open; then nothing but {@link rescueContract} is answered. `null` while it is open. */
  trouble: troubleSchema.nullable(),
  /** What the last full check found that is worth telling; `null` when nothing. */
  health: registerHealthSchema.nullable(),
  /** The register was restored within the last day: when, and when the backup was made. For everybody at the door. */
  restored: z.object({ at: instantSchema, madeAt: instantSchema.nullable() }).nullable(),
})
export type OfficeStatus = z.infer<typeof officeStatusSchema>

export const procedureSchema = z.object({
  id: idSchema,
  key: z.string(),
  nationalCode: z.string(),
  nameVi: z.string(),
  nameEn: z.string(),
  field: z.string(),
  term: z.number().int(),
  unit: z.enum(['working-day', 'calendar-day']),
  hasFeeLeg: z.boolean(),
  /** Documents required, by name. */
  documents: z.array(z.string()),
  basis: z.string(),
  status: z.enum(['sourced', 'code-to-check', 'to-verify']),
  validFrom: civilDateSchema,
  validTo: civilDateSchema.nullable(),
})
export type Procedure = z.infer<typeof procedureSchema>

export const officeContract = {
  /** Where this office stands: the first thing every window asks. */
  status: may('anyone').output(officeStatusSchema),
  /**
   * First start: the office and its first administrator, who may hold further roles. Without `account` the office
   * is open: whoever starts the program is that one person, with every role. Refused with `office-already-set-up`.
   */
  setUp: may('anyone')
    .input(
      z.object({
        office: officeParticularsSchema,
        userName: requiredText(100),
        account: ownAccountSchema.nullable(),
      }),
    )
    .output(officeStatusSchema),
  /** Changes the particulars of the office. */
  change: may('settings').input(officeParticularsSchema).output(officeStatusSchema),
  /** Opens the bundled sample register, with the clock at its last day. Progress comes as change notices. */
  openSample: may('anyone').output(officeStatusSchema),
  /** Closes the sample and opens the office's own register again. */
  closeSample: may('anyone').output(officeStatusSchema),
  /** Everybody who works here, by name. */
  staff: may('read').output(z.array(staffSchema)),
  /** The procedures valid on a day, or all versions. */
  procedures: may('read')
    .input(z.object({ on: civilDateSchema.nullable() }))
    .output(z.array(procedureSchema)),
  /** A user's own settings of the screens (column choice and the like); JSON text. */
  preference: may('signed-in')
    .input(z.object({ key: z.string().min(1).max(60) }))
    .output(z.string().nullable()),
  setPreference: may('signed-in')
    .input(z.object({ key: z.string().min(1).max(60), value: z.string().max(20_000) }))
    .output(z.null()),
}
