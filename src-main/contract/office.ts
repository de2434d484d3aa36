/**
 * The office itself: first start, its particulars, its people, its calendar and procedures.
 */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { AGENCY_CODE } from '../domain/dossier-code.ts'
import { civilDateSchema, idSchema, instantSchema, requiredText, text, timeSchema } from './common.ts'

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

export const officeStatusSchema = z.object({
  /** `null` until the office has been set up. */
  office: officeParticularsSchema.nullable(),
  /** True while the bundled sample is open instead of the office's own register. */
  sample: z.boolean(),
  /** The day the office's clock shows; fixed in the sample and with `--today`. */
  today: civilDateSchema,
  now: instantSchema,
  /** Who uses this window. */
  user: staffSchema.nullable(),
  dossiers: z.number().int(),
  version: z.string(),
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
  basis: z.string(),
  status: z.enum(['sourced', 'code-to-check', 'to-verify']),
  validFrom: civilDateSchema,
  validTo: civilDateSchema.nullable(),
})
export type Procedure = z.infer<typeof procedureSchema>

export const officeContract = {
  /** Where this office stands: the first thing every window asks. */
  status: oc.output(officeStatusSchema),
  /** First start. Refused with `office-already-set-up` afterwards. */
  setUp: oc
    .input(z.object({ office: officeParticularsSchema, userName: requiredText(100) }))
    .output(officeStatusSchema),
  /** Changes the particulars of the office. */
  change: oc.input(officeParticularsSchema).output(officeStatusSchema),
  /** Opens the bundled sample register, with the clock at its last day. Progress comes as change notices. */
  openSample: oc.output(officeStatusSchema),
  /** Closes the sample and opens the office's own register again. */
  closeSample: oc.output(officeStatusSchema),
  /** Everybody who works here, by name. */
  staff: oc.output(z.array(staffSchema)),
  addStaff: oc.input(z.object({ name: requiredText(100) })).output(staffSchema),
  /** Says who uses this window from now on. */
  actAs: oc.input(z.object({ staffId: idSchema })).output(officeStatusSchema),
  /** The procedures valid on a day, or all versions. */
  procedures: oc.input(z.object({ on: civilDateSchema.nullable() })).output(z.array(procedureSchema)),
  /** A user's own settings of the screens (column choice and the like); JSON text. */
  preference: oc.input(z.object({ key: z.string().min(1).max(60) })).output(z.string().nullable()),
  setPreference: oc
    .input(z.object({ key: z.string().min(1).max(60), value: z.string().max(20_000) }))
    .output(z.null()),
}
