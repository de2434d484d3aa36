import { useQueryClient } from '@tanstack/react-query'
import { useFormContext } from 'react-hook-form'
import type { Applicant } from '../../../src-main/contract/reception.ts'
import type { CitizenCard } from '../../../src-main/domain/citizen-card.ts'
import { useOrpc } from '../../app/office.tsx'
import { ownerOf, PERSON_FIELDS, type Person, personOf, type WholeNumber } from './applicant.ts'
import type { ReceptionForm } from './reception-form.ts'

/** Filled in this order by hand; the focus goes to the first that is empty. */
const NEXT = ['applicantName', 'idNumber', 'phone', 'address', 'commune'] as const

/** Filling the fields of the person, and looking people up without waiting for a list to be chosen from. */
export function usePerson() {
  const { getValues, setValue, setFocus } = useFormContext<ReceptionForm>()
  const queries = useQueryClient()
  const orpc = useOrpc()

  const typed = (): Person => {
    const { applicantName, idNumber, phone, address, email } = getValues('particulars')
    return { applicantName, idNumber, phone, address, email }
  }
  const fill = (person: Person) => {
    for (const field of PERSON_FIELDS) {
      setValue(`particulars.${field}`, person[field], {
        shouldDirty: true,
        shouldValidate: person[field] !== '',
      })
    }
    // After the key that chose has moved the focus itself.
    requestAnimationFrame(() => {
      const empty = NEXT.find((field) => getValues(`particulars.${field}`) === '')
      setFocus(`particulars.${empty ?? 'commune'}`, { shouldSelect: true })
    })
  }
  /** A help only: where nothing can be asked, nobody is found and the person is typed. */
  const find = (text: string) =>
    queries
      .fetchQuery(orpc.reception.findApplicants.queryOptions({ input: { typed: text } }))
      .catch(() => ({ masked: false, people: [] }))

  return {
    choose: (applicant: Applicant, masked: boolean) => fill(personOf(applicant, typed(), masked)),
    /** Fills in whoever has that whole number. What the person could already be told by stays as it is typed. */
    complete: async (whole: WholeNumber) => {
      const { masked, people } = await find(whole.number)
      const now = typed()
      if (now[whole.field] !== whole.number || now.applicantName !== '') return
      const owner = masked && people.length === 1 ? (people[0] ?? null) : ownerOf(people, whole.number)
      if (owner !== null) fill(personOf(owner, now, masked))
    },
    /** Fills in the person of a card, with phone and e-mail where they had a dossier before. */
    takeCard: async ({ number, name, address }: CitizenCard) => {
      const now = typed()
      const same = now.idNumber === '' || now.idNumber === number
      const known = same ? { phone: now.phone, email: now.email } : { phone: '', email: '' }
      fill({ applicantName: name, idNumber: number, address, ...known })
      const { people } = await find(number)
      const before = people.find((one) => one.idNumber === number)
      const then = typed()
      if (before === undefined || then.idNumber !== number) return
      fill({ ...then, phone: then.phone || before.phone, email: then.email || before.email })
    },
  }
}
