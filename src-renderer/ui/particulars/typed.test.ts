import { describe, expect, it } from 'vitest'
import { particularsSchema } from '../../../src-main/contract/common.ts'
import { EMPTY_PARTICULARS, type Particulars } from '../../../src-main/domain/dossier.ts'
import {
  particularField,
  typedFrom,
  typedParticularsSchema,
  type TypedParticulars,
  withOffered,
} from './typed.ts'

const typed = (part: Partial<TypedParticulars>): TypedParticulars => ({
  ...typedFrom({ ...EMPTY_PARTICULARS, applicantName: 'Nguyễn Văn Đức' }),
  ...part,
})
const read = (part: Partial<TypedParticulars>) => typedParticularsSchema.parse(typed(part))
const problems = (part: Partial<TypedParticulars>) =>
  (typedParticularsSchema.safeParse(typed(part)).error?.issues ?? []).map(
    ({ path, message }) => `${path.join('.')}: ${message}`,
  )

describe('particulars as they are typed at the counter', () => {
  it('fit the contract once read', () => {
    const documents = [{ name: 'Đơn', originals: '1', certifiedCopies: '', photocopies: ' 2 ' }]
    expect(particularsSchema.parse(read({ documents, sets: '2' }))).toMatchObject({
      sets: 2,
      documents: [{ name: 'Đơn', originals: 1, certifiedCopies: 0, photocopies: 2 }],
    })
  })

  it('may have numbers in groups, as they are read off a card', () => {
    expect(read({ idNumber: '082 095 001 234', phone: '0912.345 678' })).toMatchObject({
      idNumber: '082095001234',
      phone: '0912345678',
    })
  })

  it('leave out the line nothing was typed into', () => {
    expect(read({}).documents).toEqual([])
  })

  it('leave out an offered document that was not ticked, whatever stands in its counts but a number', () => {
    const line = { name: 'Đơn', originals: '', certifiedCopies: '', photocopies: '', offered: true }
    expect(read({ documents: [line, { ...line, originals: '0' }, { ...line, name: '' }] }).documents).toEqual(
      [],
    )
    expect(read({ documents: [{ ...line, photocopies: '2' }] }).documents).toEqual([
      { name: 'Đơn', originals: 0, certifiedCopies: 0, photocopies: 2 },
    ])
    expect(problems({ documents: [{ ...line, originals: 'x' }] })).toEqual([
      'documents.0.originals: not-a-count',
    ])
  })

  it('have no number for a name', () => {
    expect(problems({ applicantName: '056 080' })).toEqual(['applicantName: number-as-name'])
    expect(problems({ applicantName: 'Công ty 30/4' })).toEqual([])
  })

  it('ask for the name of a document whose copies were counted, and for whole counts', () => {
    const line = { name: '', originals: '1', certifiedCopies: '', photocopies: '' }
    expect(problems({ documents: [line] })).toEqual(['documents.0.name: required'])
    expect(problems({ documents: [{ ...line, name: 'Đơn', originals: 'một' }] })).toEqual([
      'documents.0.originals: not-a-count',
    ])
  })

  it('say what is wrong everywhere at once, the missing level too', () => {
    expect(problems({ applicantName: ' ', phone: '12', channel: 'online' }).sort()).toEqual([
      'applicantName: required',
      'onlineLevel: required',
      'phone: not-a-phone',
    ])
  })

  it('drop the level of a dossier that is not online after all', () => {
    expect(read({ channel: 'postal', onlineLevel: 'full' }).onlineLevel).toBeNull()
  })

  it('come back unchanged when shown and read again', () => {
    const particulars: Particulars = {
      ...EMPTY_PARTICULARS,
      applicantName: 'Lê Thị Ánh',
      channel: 'online',
      onlineLevel: 'full',
      sets: 3,
      documents: [{ name: 'Giấy chứng nhận', originals: 1, certifiedCopies: 0, photocopies: 2 }],
    }
    expect(typedParticularsSchema.parse(typedFrom(particulars))).toEqual(particulars)
  })
})

describe('the documents a procedure asks for', () => {
  const line = (name: string, originals = '', offered = false) => ({
    ...{ name, originals, certifiedCopies: '', photocopies: '', offered },
  })
  const empty = { name: '', originals: '', certifiedCopies: '', photocopies: '' }

  it('stand first, each once, with a line for others behind them', () => {
    expect(withOffered([], ['Đơn', 'Giấy', 'Đơn'])).toEqual([
      line('Đơn', '', true),
      line('Giấy', '', true),
      empty,
    ])
  })

  it('keep what was ticked or typed when the procedure changes, and go where nothing was', () => {
    const before = [
      line('Đơn', '1', true),
      line('Giấy', '', true),
      line('Ảnh', '2'),
      { ...empty, offered: false },
    ]
    expect(withOffered(before, ['Ảnh', 'Tờ khai'])).toEqual([
      ...[line('Ảnh', '2', true), line('Tờ khai', '', true), line('Đơn', '1')],
      { ...empty, offered: false },
    ])
  })

  it('are the same when asked for again', () => {
    const once = withOffered([line('Đơn', '1'), empty], ['Đơn', 'Giấy'])
    expect(withOffered(once, ['Đơn', 'Giấy'])).toEqual(once)
  })
})

describe('an error of the office finds its field', () => {
  it('by the path into the particulars', () => {
    expect(particularField('phone')).toBe('particulars.phone')
    expect(particularField('documents.2.name')).toBe('particulars.documents.2.name')
    expect(particularField('documents.2.colour')).toBeNull()
    expect(particularField('shoeSize')).toBeNull()
  })
})
