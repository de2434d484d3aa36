import { describe, expect, it } from 'vitest'
import type { DossierFilter } from '../../contract/dossier-list.ts'
import { OfficeError } from '../../contract/errors.ts'
import { sheetsOf } from '../../documents/forms/test-pdf.ts'
import { readSheet, textOf } from '../../documents/test-reading.ts'
import { civilDate } from '../../domain/civil-date.ts'
import type { Store } from '../../store/database.ts'
import { addDossier } from '../../store/events.ts'
import { acceptance, historyOf, testStore } from '../../store/test-store.ts'
import type { TaskContext } from '../worker-protocol.ts'
import { type ExportDossiersInput, exportDossiers, printDossiers } from './export.ts'

const FILTER: DossierFilter = {
  queue: 'all',
  search: '',
  procedureId: null,
  state: null,
  holderId: null,
  channel: null,
  commune: null,
  acceptedFrom: null,
  acceptedTo: null,
  dueFrom: null,
  dueTo: null,
  apology: null,
}
const INPUT: ExportDossiersInput = {
  filter: FILTER,
  sort: { field: 'dueOn', descending: true },
  moment: {
    today: civilDate('2020-06-30'),
    soon: civilDate('2020-07-03'),
    user: 1,
    masked: false,
    now: '2026-11-23T02:00:00.000Z',
  },
  language: 'vi',
  office: { name: 'Chi nhánh A', parentAgency: 'Văn phòng B' },
  names: { procedure: null, holder: null },
  calendarRows: [],
}

async function storeOfThree(): Promise<Store> {
  const store = await testStore()
  await store.write((db) => {
    addDossier(db, historyOf(['2020-06-01', acceptance('X-1', '2020-06-10')]))
    addDossier(db, historyOf(['2020-06-02', acceptance('X-2', '2020-06-26')]))
    addDossier(db, historyOf(['2020-06-29', acceptance('X-3', '2020-07-09')]))
  })
  return store
}

function contextOf(store: Store, told: [number, number][] = []): TaskContext {
  return {
    db: store.read,
    progress: (done, total) => told.push([done, total]),
    breathe: () => Promise.resolve(),
  }
}

/** Codes and last columns of the rows under the head. */
async function rowsOf(bytes: Uint8Array): Promise<unknown[][]> {
  const { rows } = await readSheet(bytes)
  const head = rows.findIndex((row) => row[0] === 'STT')
  const days = rows[head]?.findIndex((word) => /ngày làm việc/.test(String(word))) ?? -1
  return rows.slice(head + 1).map((row) => [row[1], row[days]])
}

describe('exporting a list', () => {
  it('writes all of it in the order of the window, with the days of each', async () => {
    const told: [number, number][] = []
    const { bytes } = await exportDossiers(contextOf(await storeOfThree(), told), INPUT)
    expect(await rowsOf(bytes)).toEqual([
      ['X-3', 7],
      ['X-2', -2],
      ['X-1', -14],
    ])
    expect(told.at(-1)).toEqual([6, 6])
  })

  it('of late dossiers has only those, and the days late', async () => {
    const input = { ...INPUT, filter: { ...FILTER, queue: 'late' as const } }
    const { bytes } = await exportDossiers(contextOf(await storeOfThree()), input)
    expect(await rowsOf(bytes)).toEqual([
      ['X-2', 2],
      ['X-1', 14],
    ])
    expect(textOf(await readSheet(bytes))).toContain('DANH SÁCH HỒ SƠ TRỄ HẠN')
  })

  it('says on the sheet when the list is longer than a file may be', async () => {
    const { bytes } = await exportDossiers(contextOf(await storeOfThree()), INPUT, 2)
    expect(await rowsOf(bytes)).toHaveLength(2)
    expect(textOf(await readSheet(bytes))).toContain('Danh sách dài hơn; tệp này chỉ có số hồ sơ đầu tiên: 2')
  })

  it('stops when it is called off', async () => {
    const breathe = (): Promise<void> => Promise.reject(new OfficeError('cancelled'))
    const context = { ...contextOf(await storeOfThree()), breathe }
    await expect(exportDossiers(context, INPUT)).rejects.toMatchObject({ data: { code: 'cancelled' } })
  })
})

describe('printing a list', () => {
  const PRINTED = {
    ...INPUT,
    ...{ office: { ...INPUT.office, place: 'Nha Trang' }, madeBy: 'Lê Thị Cửa' },
    madeAt: '2020-06-30T02:00:00.000Z',
  }
  it('has all of it in the order of the window', async () => {
    const { bytes, rows } = await printDossiers(contextOf(await storeOfThree()), PRINTED)
    const [text = ''] = await sheetsOf(bytes)
    expect(rows).toBe(3)
    expect(text).toContain('DANH SÁCH HỒ SƠ Tính đến hết ngày: 30/06/2020. Số hồ sơ: 3')
    expect(text).toMatch(/1 X-3 .* 2 X-2 .* 3 X-1 .* Cộng: 3 hồ sơ\./)
  })

  it('of a long one has the first rows, and says of how many', async () => {
    const { bytes, rows } = await printDossiers(contextOf(await storeOfThree()), PRINTED, 2)
    const [text = ''] = await sheetsOf(bytes)
    expect(rows).toBe(2)
    expect(text).toContain('Số hồ sơ: 3')
    expect(text).toContain('Bản in chỉ có 2 hồ sơ đầu tiên')
    expect(text).not.toContain('X-1')
  })

  it('stops when it is called off', async () => {
    const breathe = (): Promise<void> => Promise.reject(new OfficeError('cancelled'))
    const context = { ...contextOf(await storeOfThree()), breathe }
    await expect(printDossiers(context, PRINTED)).rejects.toMatchObject({ data: { code: 'cancelled' } })
  })
})
