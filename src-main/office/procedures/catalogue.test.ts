import { describe, expect, it } from 'vitest'
import type { OfficeClient } from '../../contract/index.ts'
import type { CatalogueVersion, VersionInput } from '../../contract/procedures.ts'
import { civilDate } from '../../domain/civil-date.ts'
import { openTestCore, procedureId, receptionOf, refusalOf } from '../test-core.ts'

const REASON = 'Quyết định 1234/QĐ-UBND ngày 20/11/2026'

const STEP = { name: 'Kiểm tra', agency: 'Một cửa', term: 1, unit: 'half-day' as const }

/** The version in force on a day, as it would be entered anew. */
async function copyOf(client: OfficeClient, key: string, on = '2026-11-23'): Promise<VersionInput> {
  const { id, dossiers, ...version } = await versionOn(client, key, on)
  return version
}

async function versionOn(client: OfficeClient, key: string, on: string): Promise<CatalogueVersion> {
  const found = (await client.procedures.list()).find(
    (version) =>
      version.key === key && version.validFrom <= on && (version.validTo === null || on <= version.validTo),
  )
  if (!found) throw new Error(`no ${key} on ${on}`)
  return found
}

describe('the list of versions', () => {
  it('has the newest version of a procedure first, with the dossiers received under it', async () => {
    const { client } = await openTestCore()
    await client.reception.receive(receptionOf(await procedureId(client, 'transfer')))
    const list = await client.procedures.list()
    expect(list).toHaveLength(32)
    expect(
      list
        .filter(({ key }) => key === 'transfer')
        .map(({ validFrom, validTo, dossiers }) => [validFrom, validTo, dossiers]),
    ).toEqual([
      ['2025-07-01', null, 1],
      ['2014-07-01', '2024-07-31', 0],
    ])
    // Đất đai before Giao dịch bảo đảm, each field in one piece.
    expect([...new Set(list.map(({ field }) => field))]).toEqual(['Đất đai', 'Giao dịch bảo đảm'])
    expect(list.findIndex(({ field }) => field !== 'Đất đai')).toBe(
      list.filter(({ field }) => field === 'Đất đai').length,
    )
  })
})

describe('a new version', () => {
  it('ends the open one on the day before, and both are written down with the reason', async () => {
    const { client } = await openTestCore()
    const before = await versionOn(client, 'transfer', '2026-11-23')
    const added = await client.procedures.add({
      version: {
        ...(await copyOf(client, 'transfer')),
        term: 6,
        phases: { first: 4, second: 2 },
        validFrom: civilDate('2027-01-01'),
      },
      reason: REASON,
    })
    expect(added).toMatchObject({
      key: 'transfer',
      term: 6,
      validFrom: '2027-01-01',
      validTo: null,
      dossiers: 0,
    })
    expect(await versionOn(client, 'transfer', '2026-12-31')).toEqual({ ...before, validTo: '2026-12-31' })
    const [change] = await client.procedures.changes()
    expect(change).toMatchObject({ reason: REASON, authorName: 'Nguyễn Văn Cửa' })
    expect(change?.versions.map(({ versionId, what }) => [versionId, what])).toEqual([
      [before.id, { kind: 'closed', validTo: '2026-12-31' }],
      [added.id, { kind: 'added', validTo: null }],
    ])
  })

  it('leaves dossiers under the old one with their term and due date, also after a pause', async () => {
    const { client, setNow } = await openTestCore()
    const saved = await client.reception.receive(receptionOf(await procedureId(client, 'split-merge')))
    const before = await client.dossiers.get({ id: saved.id })
    await client.procedures.add({
      version: { ...(await copyOf(client, 'split-merge')), term: 3, validFrom: civilDate('2026-11-24') },
      reason: REASON,
    })
    setNow('2026-11-27T02:00:00.000Z')
    const after = await client.dossiers.get({ id: saved.id })
    expect(after.row.dueOn).toBe('2026-12-10')
    expect(after.computedDueOn).toBe('2026-12-10')
    expect(after.term).toEqual(before.term)
    const paper = { id: saved.id, document: '', note: '' }
    const on = civilDate('2026-11-25')
    await client.dossiers.pause({ ...paper, version: 1, pause: 'agency', happenedOn: on })
    const running = await client.dossiers.resume({
      ...paper,
      version: 2,
      happenedOn: civilDate('2026-11-27'),
    })
    // Twelve working days, two of them taken by the pause.
    expect(running.row.dueOn).toBe('2026-12-14')
    const newer = await client.reception.receive(
      receptionOf(await procedureId(client, 'split-merge', '2026-11-25')),
    )
    expect(newer.dueOn).toBe('2026-12-02')
    const versions = await client.procedures.list()
    expect(versions.filter(({ key }) => key === 'split-merge').map(({ dossiers }) => dossiers)).toEqual([
      1, 1, 0,
    ])
  })

  it('is the one of a reception on its days only: a back-dated reception has the one before', async () => {
    const { client, setNow } = await openTestCore()
    await client.procedures.add({
      version: { ...(await copyOf(client, 'split-merge')), term: 3, validFrom: civilDate('2026-11-24') },
      reason: REASON,
    })
    setNow('2026-11-25T02:00:00.000Z')
    const old = await procedureId(client, 'split-merge', '2026-11-23')
    const now = await procedureId(client, 'split-merge', '2026-11-25')
    expect(now).not.toBe(old)
    const backDated = { acceptedAt: '2026-11-23T02:00:00.000Z' }
    expect((await client.reception.receive(receptionOf(old, {}, backDated))).dueOn).toBe('2026-12-10')
    for (const wrong of [receptionOf(now, {}, backDated), receptionOf(old)]) {
      expect((await refusalOf(client.reception.receive(wrong))).fields).toMatchObject([
        { field: 'procedureId', code: 'procedure-not-valid-on-date' },
      ])
    }
  })

  it('keeps its documents and steps', async () => {
    const { client } = await openTestCore()
    const lists = {
      documents: ['Đơn đăng ký biến động (Mẫu 11/ĐK)', 'Bản gốc Giấy chứng nhận'],
      steps: [
        { name: 'Kiểm tra', agency: 'Bộ phận một cửa', term: 0.5, unit: 'half-day' as const },
        {
          name: 'Xác định nghĩa vụ',
          agency: 'Cơ quan thuế',
          term: 5,
          unit: 'working-day' as const,
          role: 'tax' as const,
        },
      ],
      supplementRule: 'continue' as const,
    }
    const version = { ...(await copyOf(client, 'transfer')), ...lists, validFrom: civilDate('2027-01-01') }
    const added = await client.procedures.add({ version, reason: REASON })
    expect(added).toMatchObject(lists)
  })

  describe('is refused, with nothing changed,', () => {
    const cases: [string, Partial<VersionInput>, string, string][] = [
      [
        'beside an open one that begins the same day',
        { validFrom: civilDate('2025-07-01') },
        'validFrom',
        'versions-overlap',
      ],
      [
        'inside a closed one',
        { validFrom: civilDate('2020-01-01'), validTo: civilDate('2020-12-31') },
        'validFrom',
        'versions-overlap',
      ],
      ['when it runs into the next', { validFrom: civilDate('2024-08-01') }, 'validFrom', 'versions-overlap'],
      [
        'when it ends before it begins',
        { validFrom: civilDate('2027-01-02'), validTo: civilDate('2027-01-01') },
        'validTo',
        'from-after-to',
      ],
      [
        'when its phases are not its term',
        { phases: { first: 5, second: 2 } },
        'phases',
        'phases-not-the-term',
      ],
      [
        'when its phases are of calendar days',
        { unit: 'calendar-day', remoteExtra: 0 },
        'phases',
        'phases-need-working-days',
      ],
      [
        'with extra working days on a term in calendar days',
        { unit: 'calendar-day', phases: null, remoteExtra: 10 },
        'remoteExtra',
        'extra-needs-working-days',
      ],
      ['without a name', { nameVi: ' ' }, 'nameVi', 'required'],
      ['without a basis', { basis: '' }, 'basis', 'required'],
      ['with half a day in its term', { term: 7.5 }, 'term', 'not-a-count'],
      ['with a term of 501', { term: 501, phases: null }, 'term', 'over-500'],
      ['with a term below 0', { term: -1, phases: null }, 'term', 'not-a-count'],
      ['with a remote extra of 1.5', { remoteExtra: 1.5 }, 'remoteExtra', 'not-a-count'],
      ['with a name too long', { nameVi: 'x'.repeat(301) }, 'nameVi', 'too-long'],
      ['with a basis too long', { basis: 'x'.repeat(501) }, 'basis', 'too-long'],
      ['with a document without a name', { documents: ['Đơn', ' '] }, 'documents.1', 'required'],
      ['with a document too long', { documents: ['x'.repeat(301)] }, 'documents.0', 'too-long'],
      ['with too many documents', { documents: Array<string>(61).fill('Đơn') }, 'documents', 'too-many'],
      ['with a step without a name', { steps: [STEP, { ...STEP, name: '' }] }, 'steps.1.name', 'required'],
      ['with a step of 501 days', { steps: [{ ...STEP, term: 501 }] }, 'steps.0.term', 'over-500'],
      ['with a step below 0', { steps: [{ ...STEP, term: -0.5 }] }, 'steps.0.term', 'not-a-number'],
      ['with a key that is none', { key: 'Chuyển nhượng' }, 'key', 'not-a-key'],
    ]
    it.each(cases)('%s', async (_when, change, field, code) => {
      const { client } = await openTestCore()
      const before = await client.procedures.list()
      const version = { ...(await copyOf(client, 'transfer')), validFrom: civilDate('2027-01-01'), ...change }
      const refusal = await refusalOf(client.procedures.add({ version, reason: REASON }))
      expect(refusal.fields).toMatchObject([{ field: `version.${field}`, code }])
      expect(await client.procedures.list()).toEqual(before)
      expect(await client.procedures.changes()).toEqual([])
    })
    it('without a reason', async () => {
      const { client } = await openTestCore()
      const version = { ...(await copyOf(client, 'transfer')), validFrom: civilDate('2027-01-01') }
      const refusal = await refusalOf(client.procedures.add({ version, reason: '  ' }))
      expect(refusal.fields).toMatchObject([{ field: 'reason', code: 'required' }])
    })
    it('before the office is set up', async () => {
      const other = await openTestCore()
      const version = { ...(await copyOf(other.client, 'transfer')), validFrom: civilDate('2027-01-01') }
      const { client } = await openTestCore({ setUp: false })
      expect((await refusalOf(client.procedures.add({ version, reason: REASON }))).code).toBe(
        'office-not-set-up',
      )
    })
  })

  it('of the same day as one just added is refused', async () => {
    const { client } = await openTestCore()
    const version = { ...(await copyOf(client, 'transfer')), validFrom: civilDate('2027-01-01') }
    await client.procedures.add({ version, reason: REASON })
    const before = await client.procedures.list()
    const refusal = await refusalOf(
      client.procedures.add({ version: { ...version, term: 8 }, reason: REASON }),
    )
    expect(refusal.fields).toMatchObject([{ field: 'version.validFrom', code: 'versions-overlap' }])
    expect(await client.procedures.list()).toEqual(before)
    expect(await client.procedures.changes()).toHaveLength(1)
  })

  it('may have a term of 0, the same day, or of 500', async () => {
    const { client } = await openTestCore()
    const one = { ...(await copyOf(client, 'transfer')), phases: null }
    for (const [term, from] of [
      [0, '2027-01-01'],
      [500, '2028-01-01'],
    ] as const) {
      const version = { ...one, term, validFrom: civilDate(from) }
      expect(await client.procedures.add({ version, reason: REASON })).toMatchObject({
        term,
        validFrom: from,
      })
    }
  })

  it('that overlaps says with which days', async () => {
    const { client } = await openTestCore()
    const version = { ...(await copyOf(client, 'transfer')), validFrom: civilDate('2024-08-01') }
    expect(await refusalOf(client.procedures.add({ version, reason: REASON }))).toMatchObject({
      code: 'versions-overlap',
      params: { from: '2025-07-01', to: '' },
    })
  })
})

describe('the status of a source', () => {
  it('changes with a reason, and nothing else of the version', async () => {
    const { client } = await openTestCore()
    const before = await versionOn(client, 'transfer', '2020-01-02')
    expect(before.status).toBe('to-verify')
    const after = await client.procedures.setStatus({
      id: before.id,
      status: 'sourced',
      reason: 'Đã đối chiếu Công báo',
    })
    expect(after).toEqual({ ...before, status: 'sourced' })
    expect(
      (await client.office.procedures({ on: '2020-01-02' })).find(({ id }) => id === before.id)?.status,
    ).toBe('sourced')
    expect(await client.procedures.changes()).toMatchObject([
      {
        reason: 'Đã đối chiếu Công báo',
        versions: [{ versionId: before.id, what: { kind: 'status', before: 'to-verify', after: 'sourced' } }],
      },
    ])
  })
  it('set to what it is writes nothing down', async () => {
    const { client } = await openTestCore()
    const { id, status } = await versionOn(client, 'transfer', '2026-11-23')
    await client.procedures.setStatus({ id, status, reason: REASON })
    expect(await client.procedures.changes()).toEqual([])
  })
  it('of a version that does not exist is refused', async () => {
    const { client } = await openTestCore()
    const refusal = await refusalOf(
      client.procedures.setStatus({ id: 999, status: 'sourced', reason: REASON }),
    )
    expect(refusal.code).toBe('not-found')
  })
})

describe('versions of a whole file', () => {
  it('close one another in the order of their days', async () => {
    const { client } = await openTestCore()
    const one = await copyOf(client, 'transfer')
    const versions = [
      { ...one, validFrom: civilDate('2028-01-01') },
      { ...one, validFrom: civilDate('2027-01-01') },
    ]
    expect(await client.procedures.addAll({ versions, reason: REASON })).toEqual({ added: 2 })
    const list = (await client.procedures.list()).filter(({ key }) => key === 'transfer')
    expect(list.map(({ validFrom, validTo }) => [validFrom, validTo])).toEqual([
      ['2028-01-01', null],
      ['2027-01-01', '2027-12-31'],
      ['2025-07-01', '2026-12-31'],
      ['2014-07-01', '2024-07-31'],
    ])
    expect(await client.procedures.changes()).toHaveLength(1)
  })
  it('with two of the same day are refused', async () => {
    const { client } = await openTestCore()
    const before = await client.procedures.list()
    const one = { ...(await copyOf(client, 'transfer')), validFrom: civilDate('2027-01-01') }
    const refusal = await refusalOf(client.procedures.addAll({ versions: [one, one], reason: REASON }))
    expect(refusal).toMatchObject({ code: 'versions-overlap', fields: [{ field: 'versions.1.validFrom' }] })
    expect(await client.procedures.list()).toEqual(before)
  })
  it('are added all or not at all', async () => {
    const { client } = await openTestCore()
    const before = await client.procedures.list()
    const one = await copyOf(client, 'transfer')
    const versions = [
      { ...one, validFrom: civilDate('2027-01-01') },
      { ...one, validFrom: civilDate('2020-01-01'), validTo: civilDate('2020-12-31') },
    ]
    const refusal = await refusalOf(client.procedures.addAll({ versions, reason: REASON }))
    expect(refusal).toMatchObject({ code: 'versions-overlap', fields: [{ field: 'versions.1.validFrom' }] })
    expect(await client.procedures.list()).toEqual(before)
    expect(await client.procedures.changes()).toEqual([])
  })
})
