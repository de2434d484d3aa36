import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import type { OfficeClient } from '../../contract/index.ts'
import type { VersionInput } from '../../contract/procedures.ts'
import { civilDate } from '../../domain/civil-date.ts'
import { RESOURCES, openTestCore, refusalOf } from '../test-core.ts'

const read = (client: OfficeClient, content: string | Uint8Array) =>
  client.procedures.readFile({ fileName: 'x', content: Buffer.from(content).toString('base64') })

const NEW: VersionInput = {
  key: 'thu-tuc-moi',
  nationalCode: '1.099999',
  nameVi: '=Thủ tục "mới", có dấu; và | gạch',
  nameEn: '-new',
  field: 'Đất đai',
  term: 8,
  unit: 'working-day',
  remoteExtra: 10,
  phases: { first: 5, second: 3 },
  hasFeeLeg: true,
  supplementRule: 'continue',
  documents: ['Đơn (Mẫu 11; bản chính)', 'Giấy A | Giấy B', '@dấu'],
  steps: [
    { name: 'Tiếp nhận; kiểm tra', agency: 'Một cửa', term: 0.5, unit: 'half-day' },
    { name: 'Thuế', agency: 'Cơ quan thuế | Chi cục', term: 4, unit: 'working-hour' },
  ],
  validFrom: civilDate('2027-02-28'),
  validTo: civilDate('2028-02-29'),
  basis: 'QĐ 1/2027',
  status: 'code-to-check',
}

const HEAD = 'key,name_vi,field,term,unit,effective_from,basis'
const row = (cells: Partial<Record<'key' | 'name' | 'term' | 'unit' | 'from', string>>): string =>
  [
    cells.key ?? 'moi',
    cells.name ?? 'Mới',
    'Đất đai',
    cells.term ?? '5',
    cells.unit ?? 'working-day',
    cells.from ?? '2027-01-01',
    'NĐ 1',
  ].join(',')

describe('the catalogue as a file', () => {
  it.each(['csv', 'xlsx'] as const)('goes out as %s and comes in elsewhere the same', async (format) => {
    const here = await openTestCore()
    await here.client.procedures.add({ version: NEW, reason: 'x' })
    const file = await here.client.procedures.export({ format })
    expect(file.name).toBe(`danh-muc-thu-tuc_2026-11-23.${format}`)
    const there = await openTestCore()
    const found = await read(there.client, Buffer.from(file.content, 'base64'))
    expect(found).toEqual({ versions: [NEW], problems: [], known: 32 })
    await there.client.procedures.addAll({ versions: found.versions, reason: 'Nhập từ tệp' })
    const bare = async (client: OfficeClient) =>
      (await client.procedures.list()).map(({ id, dossiers, ...version }) => version)
    expect(await bare(there.client)).toEqual(await bare(here.client))
    expect(await read(there.client, Buffer.from(file.content, 'base64'))).toMatchObject({
      versions: [],
      known: 33,
    })
  })

  it('is known row by row when it is the bundled one', async () => {
    const { client } = await openTestCore()
    expect(await read(client, readFileSync(join(RESOURCES, 'procedures.csv')))).toEqual({
      versions: [],
      problems: [],
      known: 32,
    })
  })
})

describe('a file of an office', () => {
  it('may have Vietnamese titles and values, semicolons, days as written here', async () => {
    const { client } = await openTestCore()
    const text = [
      'DANH MỤC THỦ TỤC;;;;;;;;',
      'Khóa;Tên thủ tục;Lĩnh vực;Thời hạn;Đơn vị;Hiệu lực từ;Căn cứ pháp lý;Sau bổ sung;Các bước',
      'moi;Thủ tục mới;Đất đai;5;Ngày làm việc;01/03/2027;NĐ 1;Tính tiếp;"Kiểm tra;Một cửa;0,5;buổi | Ký;;1;ngày"',
    ].join('\r\n')
    const found = await read(client, text)
    expect(found.problems).toEqual([])
    expect(found.versions).toMatchObject([
      {
        key: 'moi',
        unit: 'working-day',
        validFrom: '2027-03-01',
        supplementRule: 'continue',
        status: 'to-verify',
        steps: [
          { name: 'Kiểm tra', agency: 'Một cửa', term: 0.5, unit: 'half-day' },
          { name: 'Ký', agency: '', term: 1, unit: 'working-day' },
        ],
      },
    ])
  })

  it.each([
    ['ngày (theo lịch)', 'Tính tiếp', 'Kiểm tra mã', 'Có', 'buổi'],
    ['calendar days', 'Continues', 'Check code', 'yes', 'half-days'],
  ])('may have the words of the screen: %s, %s, %s', async (unit, rule, status, fee, step) => {
    const { client } = await openTestCore()
    const text = [
      `${HEAD},supplement_rule,status,fee_leg,steps`,
      `${row({ unit })},${rule},${status},${fee},Ký;;1;${step}`,
    ]
    expect(await read(client, text.join('\n'))).toMatchObject({
      problems: [],
      versions: [
        {
          unit: 'calendar-day',
          supplementRule: 'continue',
          status: 'code-to-check',
          hasFeeLeg: true,
          steps: [{ unit: 'half-day' }],
        },
      ],
    })
  })

  it('may be an Excel sheet with dates and numbers', async () => {
    const { client } = await openTestCore()
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'A',
          rows: [
            HEAD.split(','),
            ['moi', 'Mới', 'Đất đai', 5, 'ngày', new Date(Date.UTC(2027, 2, 1)), 'NĐ 1'],
          ],
        },
      ],
    })
    expect((await read(client, bytes)).versions).toMatchObject([
      { term: 5, unit: 'calendar-day', validFrom: '2027-03-01' },
    ])
  })

  it('has each bad cell named by row, field, value and reason; the other rows stand', async () => {
    const { client } = await openTestCore()
    const text = [
      HEAD,
      row({ key: 'tot' }),
      row({ key: 'Không phải khóa', term: 'năm', unit: 'tuần', from: '31/02/2027' }),
      row({ key: 'moi', name: '' }),
      row({ key: 'transfer', from: '2020-01-01' }),
      row({ key: 'hai', from: '2027-01-01' }),
      row({ key: 'hai', from: '2027-01-01', name: 'Khác' }),
      row({ key: 'transfer', from: '2025-07-01', term: '7' }),
    ].join('\n')
    const { versions, problems, known } = await read(client, text)
    expect(versions.map(({ key }) => key).toSorted()).toEqual(['tot'])
    expect(known).toBe(0)
    expect(problems).toEqual([
      { row: 3, field: 'term', value: 'năm', code: 'not-a-count' },
      { row: 3, field: 'unit', value: 'tuần', code: 'not-a-choice' },
      { row: 3, field: 'validFrom', value: '31/02/2027', code: 'not-a-date' },
      { row: 3, field: 'key', value: 'Không phải khóa', code: 'not-a-key' },
      { row: 4, field: 'nameVi', value: '', code: 'required' },
      { row: 5, field: 'validFrom', value: '2020-01-01', code: 'versions-overlap' },
      { row: 6, field: 'key', value: 'hai', code: 'twice-in-file' },
      { row: 7, field: 'key', value: 'hai', code: 'twice-in-file' },
      { row: 8, field: 'nameVi', value: 'Mới', code: 'version-differs' },
    ])
  })

  it('that gives phases that are not the term, or a step that is none, is told so', async () => {
    const { client } = await openTestCore()
    const text = [
      `${HEAD},phase1,phase2,steps`,
      `${row({ key: 'a', term: '8' })},5,2,`,
      `${row({ key: 'b', term: '8' })},5,,`,
      `${row({ key: 'c' })},,,Kiểm tra;Một cửa;2;tuần`,
      `${row({ key: 'd' })},,,;Một cửa;2;buổi`,
    ].join('\n')
    expect((await read(client, text)).problems).toEqual([
      { row: 2, field: 'phases', value: '5 + 2', code: 'phases-not-the-term' },
      { row: 3, field: 'phases', value: '5', code: 'phases-not-the-term' },
      { row: 4, field: 'steps', value: 'Kiểm tra;Một cửa;2;tuần', code: 'not-a-step' },
      { row: 5, field: 'steps', value: ';Một cửa;2;buổi', code: 'not-a-step' },
    ])
  })

  it.each([
    ['0', null],
    ['500', null],
    ['501', 'over-500'],
    ['-1', 'not-a-count'],
    ['1.5', 'not-a-count'],
    ['abc', 'not-a-count'],
    ['', 'required'],
  ])('with the term "%s" has it judged: %s', async (term, code) => {
    const { client } = await openTestCore()
    const { versions, problems } = await read(client, [HEAD, row({ term })].join('\n'))
    expect(problems).toEqual(code === null ? [] : [{ row: 2, field: 'term', value: term, code }])
    expect(versions).toHaveLength(code === null ? 1 : 0)
  })

  it.each([
    ['signature', 'signature'],
    ['Trình ký', 'signature'],
    ['Signature', 'signature'],
    ['Thẩm định, giải quyết', 'processing'],
    ['Other agency', 'agency'],
    ['Một cửa', 'counter'],
    ['Counter', 'counter'],
    ['Handing out', 'return'],
    ['Nghĩa vụ tài chính', 'tax'],
  ])('says what a step is for by a fifth part: %s', async (word, role) => {
    const { client } = await openTestCore()
    const text = [`${HEAD},steps`, `${row({})},"Bước một;Chi nhánh;1;ngày;${word} | Ký;;1;ngày"`].join('\n')
    expect(await read(client, text)).toMatchObject({ problems: [], versions: [{ steps: [{ role }, {}] }] })
  })

  it('with a fifth part that is none, or a sixth, names that step', async () => {
    const { client } = await openTestCore()
    const text = [
      `${HEAD},steps`,
      `${row({ key: 'a' })},Ký;;1;ngày;giám đốc`,
      `${row({ key: 'b' })},Ký;;1;ngày;ký;thêm`,
    ]
    expect((await read(client, text.join('\n'))).problems).toEqual([
      { row: 2, field: 'steps', value: 'Ký;;1;ngày;giám đốc', code: 'not-a-step' },
      { row: 3, field: 'steps', value: 'Ký;;1;ngày;ký;thêm', code: 'not-a-step' },
    ])
  })

  it('with a step among others that is none names that step', async () => {
    const { client } = await openTestCore()
    const bad = (key: string, step: string) => `${row({ key })},Nhận;Một cửa;1;buổi | ${step} | Ký;;1;ngày`
    const text = [
      `${HEAD},steps`,
      bad('a', 'Một cửa;0.5;Kiểm tra;buổi'),
      bad('b', 'Kiểm tra;Một cửa;hai;buổi'),
      bad('c', 'Kiểm tra;Một cửa;501;buổi'),
      bad('d', 'Kiểm tra;Một cửa;-1;buổi'),
      bad('e', `${'x'.repeat(201)};;1;buổi`),
    ]
    expect((await read(client, text.join('\n'))).problems).toEqual([
      { row: 2, field: 'steps', value: 'Một cửa;0.5;Kiểm tra;buổi', code: 'not-a-step' },
      { row: 3, field: 'steps', value: 'Kiểm tra;Một cửa;hai;buổi', code: 'not-a-step' },
      { row: 4, field: 'steps', value: 'Kiểm tra;Một cửa;501;buổi', code: 'over-500' },
      { row: 5, field: 'steps', value: 'Kiểm tra;Một cửa;-1;buổi', code: 'not-a-number' },
      { row: 6, field: 'steps', value: 'x'.repeat(120), code: 'too-long' },
    ])
  })

  it('with days the wrong way round, or a name too long, is told so', async () => {
    const { client } = await openTestCore()
    const text = [
      `${HEAD},effective_to`,
      `${row({ key: 'a', from: '2027-01-02' })},2027-01-01`,
      `${row({ key: 'b', name: 'x'.repeat(301) })},`,
    ]
    expect((await read(client, text.join('\n'))).problems).toEqual([
      { row: 2, field: 'validTo', value: '2027-01-01', code: 'from-after-to' },
      { row: 3, field: 'nameVi', value: 'x'.repeat(120), code: 'too-long' },
    ])
  })

  it('with a row twice, even the same, is asked to keep one', async () => {
    const { client } = await openTestCore()
    const twice = row({ key: 'hai' })
    const { versions, problems } = await read(client, [HEAD, twice, row({ key: 'mot' }), twice].join('\n'))
    expect(versions.map(({ key }) => key)).toEqual(['mot'])
    expect(problems.map(({ row: at, code }) => [at, code])).toEqual([
      [2, 'twice-in-file'],
      [4, 'twice-in-file'],
    ])
  })

  it('that closes a version in force is shown as new, and changes nothing until it is added', async () => {
    const { client } = await openTestCore()
    const before = await client.procedures.list()
    const { versions, problems } = await read(client, [HEAD, row({ key: 'transfer' })].join('\n'))
    expect(problems).toEqual([])
    expect(versions).toHaveLength(1)
    expect(await client.procedures.list()).toEqual(before)
  })

  it.each([
    ['without needed columns', 'key,name_vi\na,b', 'mapping-incomplete'],
    ['with nothing in it', '', 'file-empty'],
    ['with a header only', HEAD, 'file-empty'],
    ['in another character set', Buffer.from([0x6b, 0x65, 0x79, 0xe9, 0x2c]), 'file-not-xlsx'],
    ['of the old Excel', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0]), 'file-not-xlsx'],
    [
      'with too many rows',
      [HEAD, ...Array.from({ length: 1001 }, () => row({}))].join('\n'),
      'file-too-large',
    ],
    ['too large', Buffer.alloc(4 * 1024 * 1024 + 1, 0x61), 'file-too-large'],
  ])('%s is refused', async (_how, content, code) => {
    const { client, bugs } = await openTestCore()
    expect((await refusalOf(read(client, content))).code).toBe(code)
    expect(bugs).toEqual([])
  })
})
