import { describe, expect, it } from 'vitest'
import { type TestCore, clientOf, openTestCore, procedureId, receptionOf } from '../test-core.ts'

const PASSWORD = 'mật-khẩu-thử-9'
const DUC = {
  applicantName: 'Nguyễn Văn Đức',
  idNumber: '056080001234',
  phone: '0905123456',
  email: 'duc@thu.vn',
  address: '12 Lê Hồng Phong',
  representative: 'Trần Thị Ánh',
}

/** An office in which these people have been before, in this order. */
async function officeWith(...people: Parameters<typeof receptionOf>[1][]) {
  return receiving(await openTestCore(), people)
}

async function receiving(test: TestCore, people: Parameters<typeof receptionOf>[1][]) {
  const procedure = await procedureId(test.client, 'transfer')
  for (const person of people) await test.client.reception.receive(receptionOf(procedure, person))
  const find = async (typed: string) => (await test.client.reception.findApplicants({ typed })).people
  const names = async (typed: string) => (await find(typed)).map((one) => one.applicantName)
  return { ...test, find, names }
}

describe('an applicant of an earlier dossier', () => {
  it('is found with all that is known of them', async () => {
    const { find } = await officeWith(DUC)
    expect(await find('0560')).toEqual([{ dossierId: 1, acceptedOn: '2026-11-23', ...DUC }])
  })

  it.each([
    '0560',
    '056 080 001 234',
    '056080001234',
    '0905',
    '0905.123.456',
    '+84905',
    '+84 905 123 456',
    'nguyen van duc',
    'Nguyễn Văn Đức',
    'Nguyễn Văn Đức'.normalize('NFD'),
    'NGUYỄN',
    'duc',
    'đ. văn',
    'ng duc v',
  ])('is found by %s', async (typed) => {
    expect(await (await officeWith(DUC)).names(typed)).toEqual(['Nguyễn Văn Đức'])
  })

  it.each([
    '',
    '056',
    'd',
    '  ',
    '%%%%',
    '____',
    '"*(OR NEAR',
    '0561',
    '9051',
    '1234',
    'nguyen thi',
    'uc',
    'anh',
    '2611',
    '0001',
    '056080001234567890',
    'x'.repeat(200),
  ])('is not found by %s', async (typed) => {
    expect(await (await officeWith(DUC)).names(typed)).toEqual([])
  })

  it('whose phone number was written with +84 is found by 0, an organisation by number and branch', async () => {
    const bank = { applicantName: 'Ngân hàng Thử', idNumber: '0101234567-001', phone: '+842583123456' }
    const { names } = await officeWith(bank)
    for (const typed of ['0258', '+84258', '0101234567', '0101 234 567-001', '0101234567-0']) {
      expect(await names(typed)).toEqual(['Ngân hàng Thử'])
    }
    expect(await names('0101234567-002')).toEqual([])
  })

  it('is there once, as the newest dossier has them, corrections included', async () => {
    const { client, find } = await officeWith(DUC, { ...DUC, address: '', phone: '0905999999' })
    await client.dossiers.correct({
      ...{ id: 2, version: 1, reason: 'Ghi thiếu', redated: null, revoked: null },
      changes: { address: '7 Trần Phú', email: 'moi@thu.vn' },
    })
    expect(await find('0560')).toMatchObject([
      { dossierId: 2, phone: '0905999999', address: '7 Trần Phú', email: 'moi@thu.vn' },
    ])
  })

  it('without a number is another where name or phone differ', async () => {
    const none = { idNumber: '', email: '', representative: '' }
    const { find } = await officeWith(
      { ...DUC, ...none },
      { ...DUC, ...none },
      { ...DUC, ...none, phone: '0905000000' },
    )
    expect((await find('nguyen')).map(({ dossierId }) => dossierId)).toEqual([3, 2])
  })

  it('comes first when the words come in the order of the name, then the newest; never more than eight', async () => {
    const given = ['Văn Nguyễn An', 'Nguyễn Văn Bình', 'Nguyễn Văn Chi', 'Trần Văn Nguyễn']
    const { names } = await officeWith(
      ...given.map((applicantName, index) => ({ applicantName, idNumber: `05608000000${index}` })),
    )
    expect(await names('nguyen van')).toEqual([
      'Nguyễn Văn Chi',
      'Nguyễn Văn Bình',
      'Trần Văn Nguyễn',
      'Văn Nguyễn An',
    ])
    const many = Array.from({ length: 10 }, (_, index) => ({ applicantName: `Lê ${'ABCDEFGHIJ'[index]}` }))
    expect(await (await officeWith(...many)).names('le')).toEqual('JIHGFEDC'.split('').map((x) => `Lê ${x}`))
  })

  it('keeps the number from who sees numbers masked: shown in part, found by the whole of it only', async () => {
    const account = { login: 'truong', password: PASSWORD, roles: ['counter' as const] }
    const { core, client } = await receiving(await openTestCore({ account }), [DUC])
    const { password } = await client.people.add({ name: 'Lãnh đạo', login: 'lanhdao', roles: ['head'] })
    const head = clientOf(core, core.openSession())
    await head.people.signIn({ login: 'lanhdao', password: password ?? '' })
    await head.people.changePassword({ current: password ?? '', next: PASSWORD })
    const found = { masked: true, people: [{ ...DUC, idNumber: '056•••••••34' }] }
    expect(await head.reception.findApplicants({ typed: 'duc' })).toMatchObject(found)
    expect(await head.reception.findApplicants({ typed: DUC.idNumber })).toMatchObject(found)
    expect(await head.reception.findApplicants({ typed: '0905' })).toMatchObject(found)
    for (const typed of ['0560', '05608000123']) {
      expect(await head.reception.findApplicants({ typed })).toEqual({ masked: true, people: [] })
    }
  })
})
