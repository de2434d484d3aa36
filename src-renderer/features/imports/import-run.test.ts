import { describe, expect, it, vi } from 'vitest'
import { OfficeError } from '../../../src-main/contract/errors.ts'
import type { ImportReport, ImportSheet } from '../../../src-main/contract/imports.ts'
import { ImportRun } from './import-run.ts'

type Imports = ConstructorParameters<typeof ImportRun>[0]

const SHEET: ImportSheet = {
  name: 'Sổ',
  rows: 2,
  headerRow: 3,
  columns: [{ index: 0, letter: 'A', title: 'Mã hồ sơ', samples: [] }],
  mapping: { code: 0 },
}
const REPORT: ImportReport = {
  rows: 2,
  ready: 1,
  kept: 1,
  known: 0,
  counts: { missing: 1 },
  importedBefore: null,
}
const ID = '00000000-0000-4000-8000-000000000000'

/** An office that answers at once, but for the operations given. */
function officeWith(parts: Partial<Imports> = {}): Imports {
  return {
    open: () => Promise.resolve({ importId: ID, sheets: [SHEET], sheet: SHEET.name }),
    sheet: ({ headerRow }) => Promise.resolve({ ...SHEET, headerRow, mapping: {} }),
    check: () => Promise.resolve(REPORT),
    commit: () => Promise.resolve({ imported: 1, kept: 1 }),
    cancel: () => Promise.resolve(null),
    ...parts,
  }
}

/** An answer that comes, or fails, when the test says so. */
function later<Answer>() {
  let resolve: (answer: Answer) => void = () => undefined
  let reject: (error: Error) => void = () => undefined
  const promise = new Promise<Answer>((yes, no) => {
    resolve = yes
    reject = no
  })
  return { promise, resolve, reject }
}

async function opened(parts?: Partial<Imports>): Promise<ImportRun> {
  const run = new ImportRun(officeWith(parts))
  await run.open('so.xlsx', () => Promise.resolve(''))
  return run
}

async function checked(parts?: Partial<Imports>): Promise<ImportRun> {
  const run = await opened(parts)
  await run.check()
  return run
}

describe('an import', () => {
  it('goes from the file to the register', async () => {
    const run = new ImportRun(officeWith())
    const steps = [run.getState().step]
    run.subscribe(() => steps.push(run.getState().step))
    await run.open('so.xlsx', () => Promise.resolve(''))
    await run.check()
    await run.commit()
    expect(steps).toEqual(['file', 'reading', 'columns', 'checking', 'report', 'committing', 'done'])
    expect(run.getState()).toMatchObject({ outcome: { imported: 1, kept: 1 }, report: REPORT })
  })

  it('is checked with the columns as the user set them', async () => {
    const check = vi.fn<Imports['check']>(() => Promise.resolve(REPORT))
    const run = await opened({ check })
    await run.chooseHeaderRow(5)
    run.map({ code: 1 })
    await run.check()
    expect(check.mock.calls[0]?.[0]).toEqual({
      importId: ID,
      sheet: 'Sổ',
      headerRow: 5,
      mapping: { code: 1 },
    })
  })

  it('looks for its titles once, however often it is asked meanwhile', async () => {
    const looking = later<ImportSheet>()
    const sheet = vi.fn<Imports['sheet']>(() => looking.promise)
    const run = await opened({ sheet })
    const end = run.chooseHeaderRow(5)
    await run.chooseHeaderRow(5)
    looking.resolve({ ...SHEET, headerRow: 5 })
    await end
    expect(sheet).toHaveBeenCalledTimes(1)
    expect(run.getState()).toMatchObject({ proposing: false, sheet: { headerRow: 5 } })
  })

  it('goes back to its columns when the user stops the check, and says so', async () => {
    const running = later<ImportReport>()
    const run = await opened({
      check: () => running.promise,
      cancel: () => {
        running.reject(new OfficeError('cancelled'))
        return Promise.resolve(null)
      },
    })
    run.map({ code: 7 })
    const end = run.check()
    await run.stop()
    await end
    expect(run.getState()).toMatchObject({
      step: 'columns',
      stopped: true,
      error: null,
      sheet: { mapping: { code: 7 } },
    })
  })

  it('goes back to its report when the user stops it, with nothing brought in', async () => {
    const run = await checked({ commit: () => Promise.reject(new OfficeError('cancelled')) })
    await run.commit()
    expect(run.getState()).toMatchObject({ step: 'report', stopped: true, error: null, report: REPORT })
  })

  it('that ended before it could be stopped has ended', async () => {
    const running = later<{ imported: number; kept: number }>()
    const run = await checked({
      commit: () => running.promise,
      cancel: () => Promise.reject(new OfficeError('import-expired')),
    })
    const end = run.commit()
    await run.stop()
    expect(run.getState()).toMatchObject({ step: 'committing', stopping: true })
    running.resolve({ imported: 1, kept: 1 })
    await end
    expect(run.getState().step).toBe('done')
  })

  it('asks for the file again when the office no longer knows it', async () => {
    const run = await checked({ commit: () => Promise.reject(new OfficeError('import-expired')) })
    await run.commit()
    expect(run.getState()).toMatchObject({ step: 'file', error: { data: { code: 'import-expired' } } })
  })

  it('says what is wrong with a file and waits for another one', async () => {
    const run = new ImportRun(officeWith())
    await run.open('so.xls', () => Promise.reject(new OfficeError('file-not-xlsx')))
    expect(run.getState()).toMatchObject({ step: 'file', error: { data: { code: 'file-not-xlsx' } } })
  })

  it('pays no heed to a file that was given up while it was read', async () => {
    const reading = later<string>()
    const run = new ImportRun(officeWith())
    const end = run.open('so.xlsx', () => reading.promise)
    await run.stop()
    reading.resolve('')
    await end
    expect(run.getState()).toEqual({ step: 'file', error: null })
  })

  it('keeps its report when the disk refuses the write', async () => {
    const run = await checked({ commit: () => Promise.reject(new OfficeError('not-saved')) })
    await run.commit()
    expect(run.getState()).toMatchObject({
      step: 'report',
      stopped: false,
      error: { data: { code: 'not-saved' } },
    })
  })
})
