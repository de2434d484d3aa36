import { describe, expect, it } from 'vitest'
import { civilDate } from '../../../src-main/domain/civil-date.ts'
import {
  type VersionForm,
  formFaults,
  keyOf,
  phaseFaultOf,
  typedVersionSchema,
  versionForm,
} from './version-form.ts'

const filled = (change: Partial<VersionForm['version']> = {}): VersionForm => ({
  version: {
    ...versionForm(null).version,
    key: 'cap-doi',
    nameVi: ' Cấp  đổi ',
    field: 'Đất đai',
    term: '8',
    validFrom: civilDate('2027-01-01'),
    basis: 'NĐ 1/2027',
    ...change,
  },
  reason: 'Nghị định mới',
})
const errorsOf = (form: VersionForm) =>
  typedVersionSchema.safeParse(form).error?.issues.map(({ path, message }) => [path.join('.'), message]) ?? []

describe('a version as typed', () => {
  it('becomes what the office adds; empty lines are left out', () => {
    const form = filled({
      phases: { first: '5', second: ' 3 ' },
      remoteExtra: '',
      documents: [{ name: ' Đơn ' }, { name: '' }],
      steps: [
        { name: 'Kiểm tra', agency: 'Một cửa', term: '0,5', unit: 'half-day', role: 'counter' },
        { name: '', agency: '', term: ' ', unit: 'working-day', role: '' },
      ],
    })
    expect(typedVersionSchema.parse(form).version).toEqual({
      key: 'cap-doi',
      nationalCode: '',
      nameVi: 'Cấp đổi',
      nameEn: '',
      field: 'Đất đai',
      term: 8,
      unit: 'working-day',
      remoteExtra: 0,
      phases: { first: 5, second: 3 },
      hasFeeLeg: false,
      supplementRule: 'restart',
      documents: ['Đơn'],
      steps: [{ name: 'Kiểm tra', agency: 'Một cửa', term: 0.5, unit: 'half-day', role: 'counter' }],
      validFrom: '2027-01-01',
      validTo: null,
      basis: 'NĐ 1/2027',
      status: 'to-verify',
    })
  })

  const cases: [string, Partial<VersionForm['version']>, [string, string]][] = [
    ['no name', { nameVi: ' ' }, ['version.nameVi', 'required']],
    ['no term', { term: '' }, ['version.term', 'required']],
    ['a term in words', { term: 'tám' }, ['version.term', 'not-a-count']],
    ['half a day', { term: '7,5' }, ['version.term', 'not-a-count']],
    ['less than no day', { term: '-1' }, ['version.term', 'not-a-count']],
    ['more than 500 days', { term: '501' }, ['version.term', 'over-500']],
    ['half a remote day', { remoteExtra: '1.5' }, ['version.remoteExtra', 'not-a-count']],
    ['a name too long', { nameVi: 'x'.repeat(301) }, ['version.nameVi', 'too-long']],
    [
      'a document too long',
      { documents: [{ name: 'x'.repeat(301) }] },
      ['version.documents.0.name', 'too-long'],
    ],
    ['no first day', { validFrom: null }, ['version.validFrom', 'required']],
    ['an end before it begins', { validTo: civilDate('2026-12-31') }, ['version.validTo', 'from-after-to']],
    [
      'phases that are not the term',
      { phases: { first: '5', second: '2' } },
      ['version.phases', 'phases-not-the-term'],
    ],
    ['half the phases', { phases: { first: '5', second: '' } }, ['version.phases.second', 'required']],
    [
      'a step without a name',
      { steps: [{ name: '', agency: 'Thuế', term: '1', unit: 'half-day', role: '' }] },
      ['version.steps.0.name', 'required'],
    ],
    [
      'a step with a term in words',
      { steps: [{ name: 'Ký', agency: '', term: 'hai', unit: 'half-day', role: '' }] },
      ['version.steps.0.term', 'not-a-number'],
    ],
    [
      'a step of more than 500 hours',
      { steps: [{ name: 'Ký', agency: '', term: '501', unit: 'working-hour', role: '' }] },
      ['version.steps.0.term', 'over-500'],
    ],
    [
      'an agency too long',
      { steps: [{ name: 'Ký', agency: 'x'.repeat(201), term: '1', unit: 'working-hour', role: '' }] },
      ['version.steps.0.agency', 'too-long'],
    ],
    [
      'a step without a term',
      { steps: [{ name: 'Ký', agency: '', term: '', unit: 'half-day', role: '' }] },
      ['version.steps.0.term', 'required'],
    ],
  ]
  it.each(cases)('with %s is refused at its field', (_what, change, error) => {
    expect(errorsOf(filled(change))).toEqual([error])
  })
  it('needs a reason', () => {
    expect(errorsOf({ ...filled(), reason: '' })).toEqual([['reason', 'required']])
  })
})

describe('what is wrong in the form', () => {
  it('is told from top to bottom, lines by their number', () => {
    const fault = (message: string) => ({ type: 'custom', message, ref: { name: 'x' } })
    const errors = {
      version: {
        term: fault('over-500'),
        steps: [undefined, { term: fault('not-a-number') }],
        documents: { root: fault('too-many') },
        basis: fault('required'),
        phases: fault('phases-not-the-term'),
      },
      reason: fault('required'),
    }
    expect(formFaults(errors).map(({ field, code }) => `${field} ${code}`)).toEqual([
      'version.basis required',
      'reason required',
      'version.term over-500',
      'version.phases phases-not-the-term',
      'version.documents too-many',
      'version.steps.1.term not-a-number',
    ])
    expect(formFaults({})).toEqual([])
  })
})

describe('the two appointments as typed', () => {
  const typed = (first: string, second: string, unit: 'working-day' | 'calendar-day' = 'working-day') =>
    phaseFaultOf({ term: '8', unit, phases: { first, second } })
  it('are at fault while they do not add up, and not before both are there', () => {
    expect(typed('5', '2')).toBe('phases-not-the-term')
    expect(typed('5', '3')).toBeNull()
    expect(typed('5', '')).toBeNull()
    expect(typed('', '')).toBeNull()
    expect(typed('5', '3', 'calendar-day')).toBe('phases-need-working-days')
  })
})

describe('a key', () => {
  it('is made of the name', () => {
    expect(keyOf('Cấp đổi Giấy chứng nhận (đo lại)')).toBe('cap-doi-giay-chung-nhan-do-lai')
    expect(keyOf('x'.repeat(59) + ' đ')).toBe('x'.repeat(59))
  })
})
