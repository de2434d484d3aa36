/**
 * Opens the application core on a data folder.
 */
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { ChangeNotice } from '../contract/changes.ts'
import { OfficeError } from '../contract/errors.ts'
import { isHurt } from '../contract/rescue.ts'
import { officeParticularsSchema } from '../contract/office.ts'
import { civilDate, instantOf, isCalendarYear, timeOfInstant, yearOfInstant } from '../domain/civil-date.ts'
import { WATCHED_TABLES, addAudit, hasAudit, hasEntryOf } from '../store/audit.ts'
import { tailOf } from '../store/chain.ts'
import { OpenError, Store } from '../store/database.ts'
import { countDossiers } from '../store/dossiers.ts'
import { dropMark } from '../store/mark.ts'
import { dropOpeningNote, openingNote } from '../store/opening-note.ts'
import { ensureStaff, listCalendar, setSetting } from '../store/reference.ts'
import { endSwap, finishSwap, pendingSwap } from '../store/swap.ts'
import { BackupDesk } from './backups/desk.ts'
import { witnessCall, witnessOpening } from './audit/witness.ts'
import { applyRetention } from './audit/retention.ts'
import { type Context, Office } from './context.ts'
import type { Core, CoreOptions, Register, Session } from './core.ts'
import { dispatch, dispatchInRescue, refusal } from './dispatch.ts'
import { loadSample } from './imports/use-cases.ts'
import { saveAccess } from './people/use-cases.ts'
import { isDamage } from './rescue/full-check.ts'
import { RegisterDoor } from './rescue/register-door.ts'
import { type RescueContext, knownHere } from './rescue/rescue.ts'
import { RegisterWatch } from './rescue/watch.ts'
import { seedReference } from './seed.ts'
import { WorkerHost } from './worker-host.ts'

const sampleSchema = z.object({
  office: officeParticularsSchema,
  userName: z.string(),
  /** The sample's clock stands on this day. */
  today: z.string().transform(civilDate),
})

/**
 * Opens the office in a data folder, made when missing. A register that cannot be opened does not stop it: the windows
 * are told why, and rescue is all that is answered.
 */
export async function openCore(options: CoreOptions): Promise<Core> {
  const listeners = new Set<(notice: ChangeNotice) => void>()
  const notify = (notice: ChangeNotice): void => {
    for (const listener of listeners) tell(listener, notice, options.log)
  }
  let sampleOffice: Office | null = null
  let opening: Promise<Office> | null = null
  let lastChosen: Register = 'register'
  const log: CoreOptions['log'] = (message, error) => {
    options.log(message, error)
    // A read met damage: the whole file is looked at, and the windows are told.
    if (isDamage(error)) void watch.check()
  }
  const desk = new BackupDesk({
    ...options,
    log,
    automatic: options.automaticBackups ?? false,
    notify,
    // Before first start there is nothing to lose.
    store: () => (door.office?.rules.particulars == null ? null : door.office.store),
    replace: async (work) => {
      // A check has the file open in a worker of its own: nothing may hold it while it is replaced.
      await watch.stop()
      try {
        await door.replace(() => undefined, work)
      } finally {
        watch.start()
      }
      return door.office !== null
    },
  })
  const door = registerDoor(options, notify, () => desk.beforeMigration())
  const watch = new RegisterWatch(door, options)
  const rescue: RescueContext = { door, now: options.now, version: options.version }
  await door.open()
  watch.start()
  desk.start()

  const openSample = async (): Promise<Office> => {
    sampleOffice = await openOffice(options, 'sample', notify).catch((error: unknown) => {
      if (!(error instanceof OpenError) || !isHurt(error.fault)) throw error
      options.log('the sample was hurt and is made anew', error)
      setSampleAside(options.dataDir)
      return openOffice(options, 'sample', notify)
    })
    return sampleOffice
  }
  const officeOf = async (register: Register): Promise<Office> => {
    if (register === 'sample')
      return sampleOffice ?? (opening ??= openSample().finally(() => (opening = null)))
    // Between two files, or hurt.
    if (door.office === null) throw new OfficeError(door.fault === null ? 'busy' : 'register-hurt')
    return door.office
  }
  const look = async (session: Session, register: Register): Promise<Office> => {
    // Also with the register hurt: the window then shows what is the matter with it.
    if (register === 'register') {
      session.register = lastChosen = register
      if (door.office === null) notify({ topic: 'office' })
    }
    const office = await officeOf(register)
    session.register = lastChosen = register
    notify({ topic: 'office' })
    return office
  }

  const alarm = { log, check: () => void (options.fullCheck && watch.check()) }

  return {
    openSession: () => ({
      id: randomUUID(),
      register: lastChosen,
      presences: new Map(),
    }),
    call: async (session, path, input) => {
      if (session.register === 'register' && door.office === null) {
        return dispatchInRescue(rescue, path, input, log)
      }
      const office = await officeOf(session.register).catch((error: unknown) => error)
      if (!(office instanceof Office)) return refusal(office, path, log)
      witnessCall(office, alarm)
      const context: Omit<Context, 'caller'> = {
        office,
        session,
        look: (register) => look(session, register),
        version: options.version,
        backups: session.register === 'register' ? desk : null,
      }
      return dispatch(context, path, input, log)
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: async () => {
      await opening?.catch(() => undefined)
      await watch.stop()
      await desk.close()
      await door.close()
      if (sampleOffice !== null) await closeOffice(sampleOffice)
    },
  }
}

/** A listener that fails must not make a saved change look unsaved. */
function tell(listener: (notice: ChangeNotice) => void, notice: ChangeNotice, log: CoreOptions['log']): void {
  try {
    listener(notice)
  } catch (error) {
    log('a change notice was not taken', error)
  }
}

/** The office's own register: opened, and opened again, through its door. */
function registerDoor(
  options: CoreOptions,
  notify: (notice: ChangeNotice) => void,
  beforeOpening: () => Promise<void>,
): RegisterDoor {
  const { dataDir, log } = options
  const file = join(dataDir, 'register.db')
  return new RegisterDoor({
    file,
    log,
    claim: options.claim ?? (() => 'ours'),
    changed: () => notify({ topic: 'office' }),
    close: closeOffice,
    open: async () => {
      const year = yearOfInstant(options.now())
      // Nothing is written down at a moment that cannot be.
      if (!isCalendarYear(year)) throw new OpenError('pc-date-wrong', { year })
      mkdirSync(dataDir, { recursive: true })
      if (pendingSwap(dataDir) !== null) {
        finishSwap(dataDir)
        // What takes the place may be older, on somebody's word.
        dropMark(file)
      }
      if (!existsSync(file) && knownHere(file)) throw new OpenError('missing-file')
      await beforeOpening()
      const office = await openOffice(options, 'register', notify)
      try {
        await witnessOpening(office)
        await tellOfSwap(office, dataDir)
        await tellOfOpening(office)
      } catch (error) {
        await closeOffice(office)
        throw error
      }
      // Clearing away is never worth an office that does not open.
      await applyRetention(office, dataDir).catch((error: unknown) =>
        log('what was kept long enough was not deleted', error),
      )
      return office
    },
  })
}

/** Has the audit tell of a register that took another's place. */
async function tellOfSwap(office: Office, dataDir: string): Promise<void> {
  const swap = pendingSwap(dataDir)
  if (swap === null) return
  const detail = { ...swap.note, id: swap.id, replaced: swap.replaced }
  // Cut off between the two, it comes here twice.
  if (!hasEntryOf(office.store.read, 'restored', swap.id)) {
    await office.store.write((db) =>
      addAudit(db, { at: office.now(), authorId: null, kind: 'restored', detail }),
    )
  }
  endSwap(dataDir)
}

/** Has the audit tell of what somebody had done to the register while it did not open. */
async function tellOfOpening(office: Office): Promise<void> {
  const { store } = office
  const kept = openingNote(store.file)
  if (kept === null) return
  if (!hasEntryOf(store.read, 'restored', kept.id)) {
    await store.write((db) => {
      const { n, hash } = tailOf(db)
      const detail = { ...kept.note, id: kept.id, toLinks: n, toTail: hash.toString('hex') }
      addAudit(db, { at: office.now(), authorId: null, kind: 'restored', detail })
    })
  }
  dropOpeningNote(store.file)
}

async function openOffice(
  options: CoreOptions,
  which: Register,
  notify: (notice: ChangeNotice) => void,
): Promise<Office> {
  const file = join(options.dataDir, `${which}.db`)
  const sample = which === 'sample' ? readSample(options) : null
  const store = new Store(file)
  const now = sample ? () => instantOf(sample.today, timeOfInstant(options.now())) : options.now
  const office = new Office({ store, worker: new WorkerHost(options.workerUrl, file), notify, now })
  try {
    if (listCalendar(store.read).length === 0) {
      await store.write((db) => seedReference(db, options.resourcesDir))
    }
    // Also in a file of an earlier version: from here on everything is vouched for.
    if (!hasAudit(store.read)) {
      await store.write((db) =>
        addAudit(
          db,
          // Two registers begun in the same moment are still two.
          { at: now(), authorId: null, kind: 'register-made', detail: { register: randomUUID() } },
          WATCHED_TABLES,
        ),
      )
    }
    if (sample && countDossiers(store.read) === 0) await fillSample(office, sample, options)
    return office
  } catch (error) {
    await closeOffice(office)
    throw error
  }
}

/** Made-up data, but what somebody tried in it is kept all the same. */
function setSampleAside(dataDir: string): void {
  const file = join(dataDir, 'sample.db')
  const kept = join(dataDir, `sample-${randomUUID().slice(0, 8)}.db`)
  for (const suffix of ['-wal', '-shm', '']) {
    if (existsSync(file + suffix)) renameSync(file + suffix, kept + suffix)
  }
}

async function closeOffice(office: Office): Promise<void> {
  await office.worker.close()
  await office.store.close()
}

function readSample({ resourcesDir }: CoreOptions): z.output<typeof sampleSchema> {
  return sampleSchema.parse(JSON.parse(readFileSync(join(resourcesDir, 'sample', 'office.json'), 'utf8')))
}

async function fillSample(
  office: Office,
  sample: z.output<typeof sampleSchema>,
  options: CoreOptions,
): Promise<void> {
  const user = await office.store.write((db) => {
    const person = ensureStaff(db, sample.userName)
    setSetting(db, 'office', JSON.stringify(sample.office))
    // Made-up data: whoever looks may try everything.
    saveAccess(db, { kind: 'open', openAs: person.id, lockAfterMinutes: 0 })
    addAudit(db, { at: office.now(), authorId: person.id, kind: 'office-set-up' }, ['staff', 'setting'])
    return person
  })
  office.rulesChanged()
  await loadSample(office, join(options.resourcesDir, 'sample', 'register-2020h1.xlsx'), user.id)
}
