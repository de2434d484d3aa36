/**
 * Opens the application core on a data folder.
 */
import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { ChangeNotice } from '../contract/changes.ts'
import { officeParticularsSchema } from '../contract/office.ts'
import { civilDate, instantOf, timeOfInstant } from '../domain/civil-date.ts'
import { WATCHED_TABLES, addAudit, hasAudit } from '../store/audit.ts'
import { Store } from '../store/database.ts'
import { countDossiers } from '../store/dossiers.ts'
import { ensureStaff, listCalendar, setSetting } from '../store/reference.ts'
import { type Context, Office } from './context.ts'
import type { Core, CoreOptions, Register, Session } from './core.ts'
import { dispatch } from './dispatch.ts'
import { loadSample } from './imports/use-cases.ts'
import { saveAccess } from './people/use-cases.ts'
import { seedReference } from './seed.ts'
import { WorkerHost } from './worker-host.ts'

const sampleSchema = z.object({
  office: officeParticularsSchema,
  userName: z.string(),
  /** The sample's clock stands on this day. */
  today: z.string().transform(civilDate),
})

/** Opens the office in a data folder, made when missing. @throws OpenError for a file that is not ours. */
export async function openCore(options: CoreOptions): Promise<Core> {
  mkdirSync(options.dataDir, { recursive: true })
  const listeners = new Set<(notice: ChangeNotice) => void>()
  const notify = (notice: ChangeNotice): void => {
    for (const listener of listeners) tell(listener, notice, options.log)
  }
  const own = await openOffice(options, 'register', notify)
  const open = new Map<Register, Office>([['register', own]])
  let opening: Promise<Office> | null = null
  let lastChosen: Register = 'register'

  const openSample = async (): Promise<Office> => {
    const sample = await openOffice(options, 'sample', notify)
    open.set('sample', sample)
    return sample
  }
  const officeOf = async (register: Register): Promise<Office> => {
    const found = open.get(register)
    if (found) return found
    opening ??= openSample().finally(() => (opening = null))
    return opening
  }
  const look = async (session: Session, register: Register): Promise<Office> => {
    const office = await officeOf(register)
    session.register = register
    lastChosen = register
    notify({ topic: 'office' })
    return office
  }

  return {
    openSession: () => ({
      id: randomUUID(),
      register: lastChosen,
      presences: new Map(),
    }),
    call: async (session, path, input) => {
      const office = await officeOf(session.register)
      const context: Context = {
        office,
        session,
        look: (register) => look(session, register),
        version: options.version,
      }
      return dispatch(context, path, input, options.log)
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: async () => {
      await opening?.catch(() => undefined)
      for (const office of open.values()) await closeOffice(office)
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
        addAudit(db, { at: now(), authorId: null, kind: 'register-made' }, WATCHED_TABLES),
      )
    }
    if (sample && countDossiers(store.read) === 0) await fillSample(office, sample, options)
    return office
  } catch (error) {
    await closeOffice(office)
    throw error
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
