/**
 * The form of a version: what its fields hold, and how that becomes what the office is asked to add.
 */
import type { FieldPath } from 'react-hook-form'
import { z } from 'zod'
import { requiredText, text } from '../../../src-main/contract/common.ts'
import {
  type CatalogueVersion,
  procedureStepSchema,
  versionInputSchema,
} from '../../../src-main/contract/procedures.ts'
import { type PhaseFault, phaseFault } from '../../../src-main/domain/catalogue.ts'
import type { CivilDate } from '../../../src-main/domain/civil-date.ts'
import { foldText } from '../../../src-main/domain/names.ts'
import { STEP_ROLES } from '../../../src-main/domain/path.ts'

const { shape } = versionInputSchema
const { shape: step } = procedureStepSchema

/** A number as typed; a comma stands for the point. What is none becomes one the schema refuses. */
const typedNumber = (schema: z.ZodNumber) =>
  z
    .string()
    .trim()
    .min(1, 'required')
    .transform((typed) => (/^\d+([.,]\d+)?$/.test(typed) ? Number(typed.replace(',', '.')) : -1))
    .pipe(schema)

/** Empty counts as none. */
const typedExtra = z
  .string()
  .transform((typed) => (typed.trim() === '' ? '0' : typed))
  .pipe(typedNumber(shape.remoteExtra))

const typedPhases = z.object({ first: z.string(), second: z.string() }).transform((typed, context) => {
  if (typed.first.trim() === '' && typed.second.trim() === '') return null
  const [first, second] = (['first', 'second'] as const).map((phase) => {
    const read = typedNumber(shape.term).safeParse(typed[phase])
    for (const { message } of read.error?.issues ?? [])
      context.addIssue({ code: 'custom', message, path: [phase] })
    return read.data
  })
  return first === undefined || second === undefined ? z.NEVER : { first, second }
})

const typedDay = z.custom<CivilDate | null>().transform((day, context) => {
  if (day !== null) return day
  context.addIssue({ code: 'custom', message: 'required' })
  return z.NEVER
})

const typedStep = z.object({
  name: z.string(),
  agency: text(200),
  term: z.string(),
  unit: step.unit,
  /** Empty where the step's place in the path says what it is for. */
  role: z.enum(['', ...STEP_ROLES]),
})
type TypedStep = z.input<typeof typedStep>

const isBlank = ({ name, agency, term }: Pick<TypedStep, 'name' | 'agency' | 'term'>): boolean =>
  [name, agency, term].every((part) => part.trim() === '')

/** A line with nothing in it is no step. */
const typedStepLine = typedStep.transform((line, context) => {
  if (isBlank(line)) return null
  const name = step.name.safeParse(line.name)
  const term = typedNumber(step.term).safeParse(line.term)
  for (const [part, { error }] of [
    ['name', name],
    ['term', term],
  ] as const) {
    const [issue] = error?.issues ?? []
    if (issue) context.addIssue({ code: 'custom', message: issue.message, path: [part] })
  }
  if (!name.success || !term.success) return z.NEVER
  const { agency, unit, role } = line
  return { name: name.data, agency, term: term.data, unit, ...(role === '' ? {} : { role }) }
})

/** A version and the reason for it, as typed. */
export const typedVersionSchema = z.object({
  version: z
    .object({
      ...shape,
      term: typedNumber(shape.term),
      remoteExtra: typedExtra,
      phases: typedPhases,
      documents: z
        .array(z.object({ name: text(300) }))
        .transform((lines) => lines.map(({ name }) => name).filter((name) => name !== '')),
      steps: z.array(typedStepLine).transform((lines) => lines.filter((line) => line !== null)),
      validFrom: typedDay,
      validTo: z.custom<CivilDate | null>(),
    })
    .transform((typed): z.input<typeof versionInputSchema> => typed)
    .pipe(versionInputSchema),
  reason: requiredText(500),
})
/** What the fields hold. */
export type VersionForm = z.input<typeof typedVersionSchema>
/** What comes of it. */
export type TypedVersion = z.output<typeof typedVersionSchema>

/** A line of documents, and of steps, with nothing in it. */
export const EMPTY_DOCUMENT = { name: '' }
export const EMPTY_STEP: TypedStep = { name: '', agency: '', term: '', unit: 'working-day', role: '' }

/**
 * The form for a new version of a procedure: everything copied but its days and what it stands on, which are new by
 * nature. Without a version to copy, the form of a new procedure.
 */
export function versionForm(base: CatalogueVersion | null): VersionForm {
  return {
    version: {
      key: base?.key ?? '',
      nationalCode: base?.nationalCode ?? '',
      nameVi: base?.nameVi ?? '',
      nameEn: base?.nameEn ?? '',
      field: base?.field ?? '',
      term: base === null ? '' : String(base.term),
      unit: base?.unit ?? 'working-day',
      remoteExtra: String(base?.remoteExtra ?? 0),
      phases: {
        first: base?.phases ? String(base.phases.first) : '',
        second: base?.phases ? String(base.phases.second) : '',
      },
      hasFeeLeg: base?.hasFeeLeg ?? false,
      supplementRule: base?.supplementRule ?? 'restart',
      documents: [...(base?.documents ?? []).map((name) => ({ name })), EMPTY_DOCUMENT],
      steps: [
        ...(base?.steps ?? []).map((one) => ({
          ...one,
          term: String(one.term),
          role: one.role ?? ('' as const),
        })),
        EMPTY_STEP,
      ],
      validFrom: null,
      validTo: null,
      basis: '',
      status: 'to-verify',
    },
    reason: '',
  }
}

/** What is wrong with the appointments as typed; `null` while they or the term are no numbers yet. */
export function phaseFaultOf({
  term,
  unit,
  phases,
}: Pick<VersionForm['version'], 'term' | 'unit' | 'phases'>): PhaseFault | null {
  const whole = typedNumber(shape.term).safeParse(term)
  const parts = typedPhases.safeParse(phases)
  return whole.success && parts.success ? phaseFault({ term: whole.data, unit, phases: parts.data }) : null
}

/** A key made of a name: `Cấp đổi Giấy chứng nhận` → `cap-doi-giay-chung-nhan`. */
export function keyOf(name: string): string {
  return foldText(name)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '')
}

/** As they stand in the form, from top to bottom. */
const FIELDS: readonly FieldPath<VersionForm>[] = [
  'version.validFrom',
  'version.validTo',
  'version.basis',
  'reason',
  'version.nameVi',
  'version.nameEn',
  'version.key',
  'version.nationalCode',
  'version.field',
  'version.term',
  'version.remoteExtra',
  'version.phases',
]
const ORDER: readonly string[] = [...FIELDS, 'version.documents', 'version.steps']

/** One thing wrong in the form: its field, and the code of what is wrong. */
export interface FormFault {
  field: string
  code: string
}

/** All that is wrong in the form, in the order of its fields. */
export function formFaults(errors: unknown): FormFault[] {
  return faultsIn(errors, '').toSorted((a, b) => placeOf(a) - placeOf(b))
}

/** The lists stand behind all other fields. */
function placeOf({ field }: FormFault): number {
  const at = ORDER.findIndex((part) => field.startsWith(part))
  return at === -1 ? ORDER.length : at
}

function faultsIn(errors: unknown, path: string): FormFault[] {
  if (typeof errors !== 'object' || errors === null) return []
  if ('message' in errors && typeof errors.message === 'string')
    return [{ field: path, code: errors.message }]
  return Object.entries(errors).flatMap(([part, below]) =>
    part === 'ref' ? [] : faultsIn(below, part === 'root' ? path : path === '' ? part : `${path}.${part}`),
  )
}

/** The field of the form for a path into the input of `procedures.add`. */
export function versionField(path: string): FieldPath<VersionForm> | null {
  return FIELDS.find((field) => field === path) ?? null
}
