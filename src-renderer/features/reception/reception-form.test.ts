import { describe, expect, it } from 'vitest'
import { receptionSchema } from '../../../src-main/contract/reception.ts'
import { civilDate } from '../../../src-main/domain/civil-date.ts'
import { emptyReception, momentOf, receptionField, typedReceptionSchema } from './reception-form.ts'

const filled = () => {
  const form = emptyReception('transfer')
  return { ...form, particulars: { ...form.particulars, applicantName: 'Trần Văn Bình' } }
}

describe('the form of reception', () => {
  it('makes an input the contract accepts', () => {
    const { moment, particulars, remote, holderId, request } = typedReceptionSchema.parse(filled())
    const input = { procedureId: 1, acceptedAt: moment, particulars, remote, holderId, request }
    expect(receptionSchema.safeParse(input).success).toBe(true)
  })

  it('gives every dossier a name of its own, and offers what its procedure asks for', () => {
    const [one, other] = [emptyReception('transfer', ['Đơn']), emptyReception('transfer')]
    expect(one.request).not.toBe(other.request)
    expect(one.particulars.documents.map(({ name }) => name)).toEqual(['Đơn', ''])
  })

  it('asks for procedure and name', () => {
    const issues = typedReceptionSchema.safeParse(emptyReception()).error?.issues ?? []
    expect(issues.map(({ path, message }) => `${path.join('.')}: ${message}`)).toEqual([
      'procedureKey: required',
      'particulars.applicantName: required',
    ])
  })

  it('is received now unless it is entered late', () => {
    expect(momentOf({ late: false, on: null, time: '' })).toBeNull()
  })

  it('reads the moment of a late entry in the time of the office, whatever the time of the PC', () => {
    const on = civilDate('2026-11-23')
    expect(momentOf({ late: true, on, time: '15h30' })).toBe('2026-11-23T08:30:00.000Z')
    expect(momentOf({ late: true, on, time: '7h' })).toBe('2026-11-23T00:00:00.000Z')
  })

  it('has no moment yet while day or hour is missing, and says at which field', () => {
    expect(momentOf({ late: true, on: null, time: '08:00' })).toBeUndefined()
    const late = { ...filled(), moment: { late: true, on: null, time: 'sáng' } }
    const issues = typedReceptionSchema.safeParse(late).error?.issues ?? []
    expect(issues.map(({ path }) => path.join('.'))).toEqual(['moment.on', 'moment.time'])
  })

  it('knows the field for each error of the office', () => {
    expect(receptionField('procedureId')).toBe('procedureKey')
    expect(receptionField('acceptedAt')).toBe('moment.on')
    expect(receptionField('particulars.idNumber')).toBe('particulars.idNumber')
    expect(receptionField('elsewhere')).toBeNull()
  })
})
