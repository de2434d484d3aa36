/**
 * What every use case works with: the open office and the window's session.
 */
import type { ChangeNotice } from '../contract/changes.ts'
import { OfficeError } from '../contract/errors.ts'
import type { OfficeParticulars } from '../contract/office.ts'
import { WorkingCalendar } from '../domain/calendar.ts'
import {
  type CivilDate,
  type Instant,
  dateOfInstant,
  isCalendarYear,
  yearOfInstant,
} from '../domain/civil-date.ts'
import type { ClockSettings } from '../domain/clock.ts'
import type { Right } from '../domain/people.ts'
import type { ProcedureVersion } from '../domain/procedure.ts'
import type { Store } from '../store/database.ts'
import { type Account, listAccounts } from '../store/people.ts'
import { getSetting, listCalendar, listProcedures, listStaff } from '../store/reference.ts'
import type { BackupDesk } from './backups/desk.ts'
import { clockSettingOf } from './calendar/clock-setting.ts'
import type { Register, Session } from './core.ts'
import { type AccessSetting, accessOf } from './people/presence.ts'
import type { WorkerHost } from './worker-host.ts'

/** How many working days ahead count as due soon. */
export const DUE_SOON_DAYS = 3

/** Grows with every office opened. */
let opened = 0

/** One open office: its store, its rules and its clock. */
export class Office {
  readonly store: Store
  /** Heavy reading runs there, on its own read-only connection. */
  readonly worker: WorkerHost
  readonly notify: (notice: ChangeNotice) => void
  readonly #now: () => Instant
  #rules: Rules | null = null
  readonly #generations = new Map<number, number>()
  /** Sign-ins of another register, or of this one before it was replaced, count for nothing. */
  readonly #firstGeneration = (opened += 1_000_000)

  constructor(parts: {
    store: Store
    worker: WorkerHost
    notify: (notice: ChangeNotice) => void
    now: () => Instant
  }) {
    this.store = parts.store
    this.worker = parts.worker
    this.notify = parts.notify
    this.#now = parts.now
  }

  /**
   * The moment now, of the office's clock: the sample's stands at the end of its register.
   * @throws OfficeError `pc-date-wrong` when the PC's date is none the calendar knows.
   */
  now(): Instant {
    const now = this.#now()
    const year = yearOfInstant(now)
    if (!isCalendarYear(year)) throw new OfficeError('pc-date-wrong', { year })
    return now
  }

  /** Today, of the office's clock. */
  today(): CivilDate {
    return dateOfInstant(this.now())
  }

  /** The calendar, procedures and settings, read once and kept until they change. */
  get rules(): Rules {
    this.#rules ??= readRules(this.store)
    return this.#rules
  }

  /** Counts how often all windows of a person were signed out. */
  generationOf(staffId: number): number {
    return this.#generations.get(staffId) ?? this.#firstGeneration
  }

  /** Signs all windows of a person out. */
  nextGeneration(staffId: number): void {
    this.#generations.set(staffId, this.generationOf(staffId) + 1)
  }

  /** To be called when calendar, procedures, settings or people have changed. */
  rulesChanged(): void {
    this.#rules = null
    this.notify({ topic: 'office' })
  }
}

/** The dated data and settings that use cases decide by. */
export interface Rules {
  calendar: WorkingCalendar
  clock: ClockSettings
  procedures: ReadonlyMap<number, ProcedureVersion>
  /** `null` until the office has been set up. */
  particulars: OfficeParticulars | null
  /** How the office is opened; `null` before first start, and in an office of an earlier version. */
  access: AccessSetting | null
  accounts: ReadonlyMap<number, Account>
  staffNames: ReadonlyMap<number, string>
}

function readRules(store: Store): Rules {
  const particulars = getSetting(store.read, 'office')
  return {
    calendar: new WorkingCalendar(listCalendar(store.read)),
    clock: clockSettingOf(store.read),
    procedures: new Map(listProcedures(store.read).map((version) => [version.id, version])),
    // Written by setUp from the same schema.
    particulars: particulars === undefined ? null : (JSON.parse(particulars) as OfficeParticulars),
    access: accessOf(getSetting(store.read, 'access')),
    accounts: new Map(listAccounts(store.read).map((account) => [account.id, account])),
    staffNames: new Map(listStaff(store.read).map(({ id, name }) => [id, name])),
  }
}

/** Who asked for an operation, as it stood when its right was checked. */
export interface Caller {
  id: number
  name: string
  /** The right the operation begins with. */
  right: Right
  /** Of the person's sign-ins then: another one since means they were signed out everywhere. */
  generation: number
}

/** What a use case is given. */
export interface Context {
  office: Office
  session: Session
  /** Who asked, from beginning to end of the call, whoever comes to the window meanwhile; `null`: nobody signed in. */
  caller: Caller | null
  /** Has this window look at the other register from now on. */
  look: (register: Register) => Promise<Office>
  version: string
  /** The backups of the office's own register; `null` in the sample. */
  backups: BackupDesk | null
}

/** The office's particulars. @throws OfficeError `office-not-set-up` before first start. */
export function particularsOf(office: Office): OfficeParticulars {
  const { particulars } = office.rules
  if (particulars === null) throw new OfficeError('office-not-set-up')
  return particulars
}

/** A version of a procedure by its key. @throws OfficeError `not-found`. */
export function procedureOf(office: Office, id: number): ProcedureVersion {
  const version = office.rules.procedures.get(id)
  if (!version) throw new OfficeError('not-found', { what: 'procedure' })
  return version
}
