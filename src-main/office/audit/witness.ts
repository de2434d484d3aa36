/**
 * What the program by itself bears witness to, in entries that stay whatever is put back later: a clock put back, a
 * file written to by something else, tables that are not what was last said of them.
 */
import { OfficeError } from '../../contract/errors.ts'
import { type AuditEntry, addAudit, tablesChangedOutside } from '../../store/audit.ts'
import { momentOfLink, tailOf } from '../../store/chain.ts'
import type { Office } from '../context.ts'
import { tellOfDifferences } from '../rescue/watch.ts'

/** A clock that is set right by the network goes back by less. */
const SLACK_MS = 5 * 60_000

/** Whether others wrote to the file is asked no more often: it costs as much as a small read. */
const LOOK_EVERY_MS = 1000

interface Witnessed {
  /** The latest moment known, in milliseconds. */
  latest: number
  /** See `Store.outsideWrites`. */
  outside: number
  /** When that was asked, in milliseconds of the process. */
  lookedAt: number
  /** Another's writing has been told of: once for each opening. */
  toldOfOthers: boolean
}

const witnesses = new WeakMap<Office, Witnessed>()

/** Looks at a register just opened, before anything is written to it. */
export async function witnessOpening(office: Office): Promise<void> {
  const { store } = office
  const now = office.now()
  const last = momentOfLink(store.read, tailOf(store.read).n)
  const entries = last === null ? [] : clockEntries(office, Date.parse(last))
  const differs = tablesChangedOutside(store.read)
  if (differs.length > 0) entries.push(outsideEntry(office, { found: differs.length, differs }))
  if (entries.length > 0) await store.write((db) => entries.forEach((entry) => addAudit(db, entry)))
  if (differs.length > 0) tellOfDifferences(office, differs.length)
  const outside = store.outsideWrites()
  const lookedAt = performance.now()
  witnesses.set(office, { latest: Date.parse(now), outside, lookedAt, toldOfOthers: false })
}

/** What a look before a call may set going. */
interface Alarm {
  /** Has the whole register checked: somebody else wrote to it. */
  check: () => void
  log: (message: string, error?: unknown) => void
}

/** Looks before a call is answered; what there is to tell comes before what the call writes. Never throws. */
export function witnessCall(office: Office, { check, log }: Alarm): void {
  const before = witnesses.get(office)
  if (before === undefined) return
  const failed = (error: unknown): void => {
    witnesses.set(office, before)
    log('what was seen could not be written down', error)
  }
  try {
    const due = performance.now() - before.lookedAt >= LOOK_EVERY_MS
    const outside = due ? office.store.outsideWrites() : before.outside
    const lookedAt = due ? performance.now() : before.lookedAt
    const others = outside !== before.outside && !before.toldOfOthers
    const entries = clockEntries(office, before.latest)
    if (others) entries.push(outsideEntry(office, { whileOpen: true }))
    const toldOfOthers = before.toldOfOthers || others
    witnesses.set(office, { latest: Date.parse(office.now()), outside, lookedAt, toldOfOthers })
    if (entries.length > 0) {
      office.store.write((db) => entries.forEach((entry) => addAudit(db, entry))).catch(failed)
    }
    if (others) check()
  } catch (error) {
    // A date that cannot be is refused by the call itself.
    if (!(error instanceof OfficeError)) failed(error)
  }
}

function clockEntries(office: Office, latest: number): AuditEntry[] {
  const at = office.now()
  if (latest - Date.parse(at) <= SLACK_MS) return []
  const detail = { clockBefore: new Date(latest).toISOString() }
  return [{ at, authorId: null, kind: 'clock-set-back', detail }]
}

function outsideEntry(office: Office, detail: NonNullable<AuditEntry['detail']>): AuditEntry {
  return { at: office.now(), authorId: null, kind: 'changed-outside', detail }
}
