/**
 * What is typed at first start.
 */
import { zodResolver } from '@hookform/resolvers/zod'
import type { FieldPath, Resolver } from 'react-hook-form'
import { z } from 'zod'
import { requiredText } from '../../../src-main/contract/common.ts'
import { rolesSchema } from '../../../src-main/contract/people.ts'
import { NO_PARTICULARS, typedParticularsSchema } from '../../ui/office-fields.tsx'
import { accountFormSchema, NO_ACCOUNT } from '../sign-in/new-password.ts'

const common = {
  office: typedParticularsSchema,
  userName: requiredText(100),
  kind: z.enum(['sign-in', 'open']),
  roles: rolesSchema,
}
const withSignIn = z.object({ ...common, account: accountFormSchema })
/** Without sign-in nothing is asked of the account. */
const withoutSignIn = z.object({
  ...common,
  account: z.object({ login: z.string(), password: z.string(), repeat: z.string() }),
})
export type FirstStart = z.input<typeof withSignIn>
export type TypedFirstStart = z.output<typeof withSignIn>

/** Looks at what was typed, by what was chosen. */
export const firstStartResolver: Resolver<FirstStart, unknown, TypedFirstStart> = (
  values,
  context,
  options,
) => zodResolver(values.kind === 'open' ? withoutSignIn : withSignIn)(values, context, options)

/** Before anything has been typed. */
export const NOTHING_TYPED: FirstStart = {
  office: NO_PARTICULARS,
  userName: '',
  kind: 'sign-in',
  account: NO_ACCOUNT,
  roles: [],
}

/** The fields of the office in the form. */
export const OFFICE_NAMES = {
  name: 'office.name',
  parentAgency: 'office.parentAgency',
  agencyCode: 'office.agencyCode',
  place: 'office.place',
  closingTime: 'office.closingTime',
} as const

/** The fields of the account in the form. */
export const ACCOUNT_NAMES = {
  login: 'account.login',
  password: 'account.password',
  repeat: 'account.repeat',
} as const

const FIELDS = [...Object.values(OFFICE_NAMES), ...Object.values(ACCOUNT_NAMES), 'userName'] as const

/** The field an error of the office belongs to. */
export function placeOf(path: string): FieldPath<FirstStart> | null {
  return FIELDS.find((field) => field === path) ?? null
}
