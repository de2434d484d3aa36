import { describe, expect, it } from 'vitest'
import type { Applicant } from '../../../src-main/contract/reception.ts'
import { civilDate } from '../../../src-main/domain/civil-date.ts'
import { isEnough, ownerOf, personOf, wholeNumber } from './applicant.ts'

const DUC: Applicant = {
  dossierId: 1,
  acceptedOn: civilDate('2026-11-20'),
  applicantName: 'Nguyễn Văn Đức',
  idNumber: '056080001234',
  phone: '+84905123456',
  email: 'duc@thu.vn',
  address: '12 Lê Hồng Phong',
  representative: 'Trần Thị Ánh',
}
const EMPTY = { applicantName: '', idNumber: '', phone: '', email: '', address: '' }

describe('what is typed into the person', () => {
  it.each([
    ['056', false],
    ['056 0', true],
    ['+84 9', false],
    ['+84 90', true],
    ['n', false],
    ['đ', false],
    ['an', true],
    [' . ', false],
  ])('%s: enough to look for somebody is %s', (typed, enough) => {
    expect(isEnough(typed)).toBe(enough)
  })

  it.each([
    ['056 080 001 234', 'applicantName', { field: 'idNumber', number: '056080001234' }],
    ['225123456', 'applicantName', { field: 'idNumber', number: '225123456' }],
    ['0905.123.456', 'applicantName', { field: 'phone', number: '0905123456' }],
    ['+84 905 123 456', 'applicantName', { field: 'phone', number: '+84905123456' }],
    ['0101234567', 'idNumber', { field: 'idNumber', number: '0101234567' }],
    ['0101234567-001', 'applicantName', { field: 'idNumber', number: '0101234567-001' }],
    ['056080001234', 'phone', null],
    ['05608000123', 'idNumber', null],
    ['Nguyễn', 'applicantName', null],
    ['', 'idNumber', null],
  ] as const)('%s in %s is that whole number', (typed, name, whole) => {
    expect(wholeNumber(typed, name)).toEqual(whole)
  })

  it('belongs to one person only when no other has the same', () => {
    expect(ownerOf([DUC], '0905123456')).toBe(DUC)
    expect(ownerOf([DUC], DUC.idNumber)).toBe(DUC)
    expect(ownerOf([DUC, { ...DUC, dossierId: 2, idNumber: '' }], '0905123456')).toBeNull()
    expect(ownerOf([DUC], '0905123')).toBeNull()
  })

  it('is filled with the person, but never with a masked number or who was authorised', () => {
    const { applicantName, idNumber, phone, email, address } = DUC
    expect(personOf(DUC, EMPTY, false)).toEqual({ applicantName, idNumber, phone, email, address })
    const masked = { ...DUC, idNumber: '056•••••••34' }
    expect(personOf(masked, { ...EMPTY, idNumber: '0560' }, true).idNumber).toBe('0560')
  })
})
