/**
 * Stores in throw-away folders, for tests.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { civilDate } from '../domain/civil-date.ts'
import { type DossierEvent, EMPTY_PARTICULARS, type EventFact, type Particulars } from '../domain/dossier.ts'
import { Store, type WriteDb } from './database.ts'
import { addProcedure, ensureStaff } from './reference.ts'

/** A folder that goes when the test ends. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'so-mot-cua-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** An open store that is closed when the test ends; with one procedure (key 1) and one person (key 1). */
export async function testStore(file = join(testFolder(), 'register.db')): Promise<Store> {
  const store = new Store(file)
  onTestFinished(() => store.close())
  await store.write((db) => {
    addTestProcedure(db, 'Chuyển nhượng', 'Đất đai')
    ensureStaff(db, 'Nguyễn Văn Cửa')
  })
  return store
}

/** A procedure of 8 working days, valid since 1970 unless told otherwise. */
export function addTestProcedure(db: WriteDb, nameVi: string, field: string, validFrom = '1970-01-01'): void {
  addProcedure(db, {
    key: `${field} ${nameVi}`,
    nationalCode: '',
    nameVi,
    nameEn: nameVi,
    field,
    term: 8,
    unit: 'working-day',
    remoteExtra: 0,
    phases: null,
    hasFeeLeg: false,
    supplementRule: 'restart',
    documents: [],
    steps: [],
    validFrom: civilDate(validFrom),
    validTo: null,
    basis: 'x',
    status: 'sourced',
  })
}

/** A history from pairs of day and fact, entered by person 1. */
export function historyOf(...entries: [string, EventFact][]): DossierEvent[] {
  return entries.map(([on, fact], index) => ({
    seq: index + 1,
    happenedOn: civilDate(on),
    happenedAt: null,
    enteredAt: '2020-06-30T01:00:00.000Z',
    authorId: 1,
    fact,
  }))
}

/** The acceptance of a dossier under procedure 1. */
export function acceptance(
  code: string,
  dueOn: string,
  particulars: Partial<Particulars> = {},
  procedureId = 1,
): EventFact {
  return {
    kind: 'accepted',
    code,
    procedureId,
    dueOn: civilDate(dueOn),
    dueSource: 'computed',
    particulars: { ...EMPTY_PARTICULARS, applicantName: 'Nguyễn Văn A', ...particulars },
  }
}
