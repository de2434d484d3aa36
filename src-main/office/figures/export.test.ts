import { describe, expect, it, onTestFinished } from 'vitest'
import type { OfficeFile } from '../../contract/common.ts'
import { OfficeError } from '../../contract/errors.ts'
import { readSheet, rowWith, textOf } from '../../documents/test-reading.ts'
import { civilDate } from '../../domain/civil-date.ts'
import { checkIdentities, noFigures } from '../../domain/figures.ts'
import { addDossier } from '../../store/events.ts'
import { setSetting } from '../../store/reference.ts'
import { acceptance, historyOf, testStore } from '../../store/test-store.ts'
import { type Caller, Office } from '../context.ts'
import { saveAccess } from '../people/use-cases.ts'
import { WorkerHost } from '../worker-host.ts'
import { exportSummary, refuseContradiction } from './export.ts'

const JUNE = {
  from: civilDate('2020-06-01'),
  to: civilDate('2020-06-30'),
  by: 'field',
  method: 'original',
} as const

/** An office with a dossier resolved early and one overdue, on 1 July 2020, with its worker. */
async function officeOfTwo(): Promise<Office> {
  const store = await testStore()
  await store.write((db) => {
    addDossier(
      db,
      historyOf(
        ['2020-06-01', acceptance('X-1', '2020-06-11', { channel: 'online' })],
        ['2020-06-10', { kind: 'result-ready', note: '' }],
      ),
    )
    addDossier(db, historyOf(['2020-06-02', acceptance('X-2', '2020-06-12')]))
  })
  const worker = new WorkerHost(new URL('../worker.ts', import.meta.url), store.file)
  onTestFinished(() => worker.close())
  return new Office({ store, worker, notify: () => undefined, now: () => '2020-07-01T01:00:00.000Z' })
}

const CALLER: Caller = { id: 1, name: 'Trần Văn Số', right: 'read', generation: 0 }

async function setUp(office: Office): Promise<void> {
  const particulars = {
    name: 'Chi nhánh Đức Huệ',
    parentAgency: 'Văn phòng B',
    agencyCode: '000.00.22.H32',
    place: 'Đức Huệ',
    closingTime: '17:00',
  }
  await office.store.write((db) => {
    setSetting(db, 'office', JSON.stringify(particulars))
    saveAccess(db, { kind: 'open', openAs: 1, lockAfterMinutes: 0 })
  })
}

const sheetOf = ({ content }: OfficeFile): ReturnType<typeof readSheet> =>
  readSheet(new Uint8Array(Buffer.from(content, 'base64')))

describe('exporting the summary', () => {
  it('gives the figures of the period under the office’s name', async () => {
    const office = await officeOfTwo()
    await setUp(office)
    const file = await exportSummary({ office, caller: CALLER }, JUNE)
    expect(file.name).toBe('bieu-II06a_chi-nhanh-duc-hue_2020-06-01_2020-06-30.xlsx')
    const sheet = await sheetOf(file)
    expect(rowWith(sheet, 'Đất đai')).toEqual([1, 'Đất đai', 2, 1, 1, 0, 1, 1, 0, 0, 1, 0, 1])
    expect(textOf(sheet)).toContain('Đức Huệ, ngày 01 tháng 7 năm 2020')
  })

  it('is refused before the office has been set up', async () => {
    const refused = exportSummary({ office: await officeOfTwo(), caller: CALLER }, JUNE)
    await expect(refused).rejects.toMatchObject({ data: { code: 'office-not-set-up' } })
  })

  it('lets figures that add up leave the office', () => {
    expect(() => refuseContradiction({ identities: checkIdentities(noFigures(), [], 0) })).not.toThrow()
  })

  it('refuses figures that contradict themselves, and says where', () => {
    const identities = checkIdentities({ ...noFigures(), carriedOver: 3, pendingInTime: 3 }, [], 4)
    const refused = (): void => refuseContradiction({ identities: identities.slice(2) })
    expect(refused).toThrow(OfficeError)
    expect(refused).toThrow(
      expect.objectContaining({
        data: expect.objectContaining({
          code: 'identity-failed',
          params: { identity: 'carried-over=pending-before', left: 3, right: 4 },
        }) as unknown,
      }),
    )
  })
})
