/**
 * What the fields of a person hold, and when what is typed finds somebody of an earlier dossier.
 */
import type { Applicant } from '../../../src-main/contract/reception.ts'
import { foldText } from '../../../src-main/domain/names.ts'
import { typedParticularShape } from '../../ui/particulars/typed.ts'

/** The fields of a person; who is authorised belongs to a dossier and is never filled in. */
export const PERSON_FIELDS = ['applicantName', 'idNumber', 'phone', 'address', 'email'] as const
export type PersonField = (typeof PERSON_FIELDS)[number]
export type Person = Record<PersonField, string>

/** Digits typed, in groups or not, perhaps with a sign of a phone number: somebody is looked for by a number. */
export function isNumber(typed: string): boolean {
  return /^[+\d][\d\s.-]*$/.test(typed.trim())
}

/** Whether what is typed is enough to look for somebody. */
export function isEnough(typed: string): boolean {
  return isNumber(typed) ? typed.replace(/\D/g, '').length >= 4 : foldText(typed).length >= 2
}

/** A number and the field it belongs to. */
export interface WholeNumber {
  field: 'idNumber' | 'phone'
  number: string
}

/**
 * The whole number typed into a field, without its groups; `null` for anything else. In the name ten digits count as a phone
 * number, though an organisation's may look the same: whose it is, is looked up by both.
 */
export function wholeNumber(typed: string, name: 'applicantName' | WholeNumber['field']): WholeNumber | null {
  if (!isNumber(typed)) return null
  const { idNumber, phone } = typedParticularShape.shape
  const id = idNumber.safeParse(typed).data ?? ''
  const call = phone.safeParse(typed).data ?? ''
  const isCall = call !== '' && (name === 'phone' || !/^\d{9}$|^\d{12}$/.test(call))
  if (name !== 'idNumber' && isCall) return { field: 'phone', number: call }
  return name === 'phone' || id === '' ? null : { field: 'idNumber', number: id }
}

/** The one person who has that whole number, `null` when there is none or it is not known which. */
export function ownerOf(people: readonly Applicant[], number: string): Applicant | null {
  const owners = people.filter((one) => one.idNumber === number || local(one.phone) === local(number))
  return owners.length === 1 ? (owners[0] ?? null) : null
}

/**
 * What the fields hold with that person in them.
 * @param masked the number is shown in part only and not filled in: what was typed stays.
 */
export function personOf(applicant: Applicant, typed: Person, masked: boolean): Person {
  const { applicantName, idNumber, phone, email, address } = applicant
  return { applicantName, idNumber: masked ? typed.idNumber : idNumber, phone, email, address }
}

const local = (number: string): string => number.replace(/^\+84/, '0')
