/**
 * The check of the chain: every link recomputed in order, every event and entry linked exactly once.
 */
import type { Anchor } from '../domain/audit-findings.ts'
import { type LinkContent, hashLink, linkOf } from './chain.ts'
import type { ReadDb } from './database.ts'
import type { Findings } from './verify-findings.ts'

/** Every statement of this file, for the test that prepares them all. */
export const STATEMENTS = {
  links: `SELECT c.n, c.hash, c.event_id, c.audit_id,
    e.id AS e_id, e.dossier_id AS e_dossier, e.seq, e.kind AS e_kind, e.happened_on, e.happened_at, e.entered_at,
    e.author_id AS e_author, e.import_id, e.fact,
    a.id AS a_id, a.at, a.author_id AS a_author, a.kind AS a_kind, a.dossier_id AS a_dossier, a.detail
    FROM chain c LEFT JOIN dossier_event e ON e.id = c.event_id LEFT JOIN audit_entry a ON a.id = c.audit_id
    WHERE c.n > ? ORDER BY c.n LIMIT ?`,
  firstLinks: 'SELECT min(n) AS n FROM chain',
  eventsUnlinked: `SELECT e.id, e.dossier_id AS dossierId, e.seq FROM dossier_event e
    WHERE e.id > ? AND e.id <= ? AND NOT EXISTS (SELECT 1 FROM chain c WHERE c.event_id = e.id) ORDER BY e.id`,
  entriesUnlinked: `SELECT a.id, a.kind, a.dossier_id AS dossierId FROM audit_entry a
    WHERE a.id > ? AND a.id <= ? AND NOT EXISTS (SELECT 1 FROM chain c WHERE c.audit_id = a.id) ORDER BY a.id`,
  counts: `SELECT (SELECT count(*) FROM chain) AS links, (SELECT count(*) FROM dossier_event) AS events,
    (SELECT count(*) FROM audit_entry) AS entries`,
  eventsBetween: 'SELECT count(*) AS n FROM dossier_event WHERE id > ? AND id <= ?',
  entriesBetween: 'SELECT count(*) AS n FROM audit_entry WHERE id > ? AND id <= ?',
  lowest: `SELECT (SELECT coalesce(min(id), 0) FROM dossier_event) AS event,
    (SELECT coalesce(min(id), 0) FROM audit_entry) AS entry`,
} as const

const AT_A_TIME = 1_000

interface LinkRow {
  n: number
  hash: Buffer
  event_id: number | null
  audit_id: number | null
  e_id: number | null
  e_dossier: number
  seq: number
  e_kind: string
  happened_on: string
  happened_at: string | null
  entered_at: string
  e_author: number
  import_id: number | null
  fact: string
  a_id: number | null
  at: string
  a_author: number | null
  a_kind: string
  a_dossier: number | null
  detail: string
}

/** How many of each there are. */
export interface ChainCounts {
  links: number
  events: number
  entries: number
}

/** Counts links, events and entries. */
export function countChain(db: ReadDb): ChainCounts {
  return db.get<ChainCounts>(STATEMENTS.counts) ?? { links: 0, events: 0, entries: 0 }
}

/** What walking the chain comes to. */
export interface WalkedChain {
  tail: string
  /** The digest each watched table had last, by the entries. */
  digests: Map<string, string>
}

/**
 * Walks the chain from its first link to its last.
 * @yields the number of links walked, now and then.
 */
export function* walkChain(
  db: ReadDb,
  anchors: readonly Anchor[],
  findings: Findings,
): Generator<number, WalkedChain> {
  const known = Map.groupBy(anchors, ({ n }) => n)
  const digests = new Map<string, string>()
  const lowest = db.get<{ event: number; entry: number }>(STATEMENTS.lowest)
  // Everything begins at 1; what stands before it was put there.
  const events = new Order('event', Math.min(0, (lowest?.event ?? 1) - 1))
  const entries = new Order('audit', Math.min(0, (lowest?.entry ?? 1) - 1))
  // A link before the first has no number the program ever gave.
  let before = linkOf(db, 0)
  let last = Math.min(0, (db.get<{ n: number | null }>(STATEMENTS.firstLinks)?.n ?? 1) - 1)
  let walked = 0
  for (;;) {
    const rows = db.all<LinkRow>(STATEMENTS.links, [last, AT_A_TIME])
    for (const row of rows) {
      if (row.n !== (before?.n ?? 0) + 1) findings.add({ kind: 'link-missing', link: (before?.n ?? 0) + 1 })
      checkLink(row, before?.hash, findings)
      events.next(row, findings)
      entries.next(row, findings)
      for (const { hash } of known.get(row.n) ?? []) {
        if (hash.toLowerCase() !== row.hash.toString('hex')) {
          findings.add({
            kind: 'anchor-differs',
            link: row.n,
            stored: row.hash.toString('hex'),
            expected: hash,
          })
        }
      }
      if (row.a_id !== null) readDigests(row.detail, digests)
      before = { n: row.n, hash: row.hash }
      last = row.n
    }
    walked += rows.length
    const atEnd = rows.length < AT_A_TIME
    events.compare(db, findings, atEnd)
    entries.compare(db, findings, atEnd)
    yield walked
    if (atEnd) break
  }
  for (const n of known.keys()) {
    if (n > last) findings.add({ kind: 'chain-cut', link: n, stored: String(last), expected: String(n) })
  }
  return { tail: before?.hash.toString('hex') ?? '', digests }
}

function checkLink(row: LinkRow, before: Buffer | undefined, findings: Findings): void {
  const content = contentOf(row)
  if (content === null) {
    findings.add({ kind: 'content-missing', link: row.n, what: row.event_id === null ? 'audit' : 'event' })
  } else if (before === undefined || !hashLink(before, content).equals(row.hash)) {
    const dossierId = content[0] === 'event' ? content[2] : content[5]
    findings.add({ kind: 'link-broken', link: row.n, dossierId, what: content[0] })
  }
}

function contentOf(row: LinkRow): LinkContent | null {
  // A link stands for one of the two, never for both.
  if (row.event_id !== null && row.audit_id !== null) return null
  if (row.e_id !== null) {
    return [
      'event',
      row.e_id,
      row.e_dossier,
      row.seq,
      row.e_kind,
      row.happened_on,
      row.happened_at,
      row.entered_at,
      row.e_author,
      row.import_id,
      row.fact,
    ]
  }
  if (row.a_id !== null) {
    return ['audit', row.a_id, row.at, row.a_author, row.a_kind, row.a_dossier, row.detail]
  }
  return null
}

/** Keys go up along the chain; what lies between two of them and is in the table has no link. */
class Order {
  readonly #source: 'event' | 'audit'
  /** Highest key linked so far, and at the last comparison. */
  #last: number
  #compared: number
  #linked = 0

  constructor(source: 'event' | 'audit', from: number) {
    this.#source = source
    this.#last = this.#compared = from
  }

  next(row: LinkRow, findings: Findings): void {
    const id = this.#source === 'event' ? row.event_id : row.audit_id
    if (id === null) return
    if (id <= this.#last) {
      findings.add({ kind: 'link-out-of-order', link: row.n, what: this.#source })
      return
    }
    this.#last = id
    if ((this.#source === 'event' ? row.e_id : row.a_id) !== null) this.#linked++
  }

  compare(db: ReadDb, findings: Findings, toTheEnd: boolean): void {
    const upTo = toTheEnd ? Number.MAX_SAFE_INTEGER : this.#last
    const isEvent = this.#source === 'event'
    const between = isEvent ? STATEMENTS.eventsBetween : STATEMENTS.entriesBetween
    const range = [this.#compared, upTo]
    if ((db.get<{ n: number }>(between, range)?.n ?? 0) !== this.#linked) {
      const sql = isEvent ? STATEMENTS.eventsUnlinked : STATEMENTS.entriesUnlinked
      for (const { dossierId } of db.iterate<{ dossierId: number | null }>(sql, range)) {
        findings.add({ kind: 'not-linked', dossierId, what: this.#source })
      }
    }
    this.#compared = this.#last
    this.#linked = 0
  }
}

function readDigests(detail: string, digests: Map<string, string>): void {
  if (!detail.includes('"digests"')) return
  const found = parsed(detail)
  if (typeof found !== 'object' || found === null || !('digests' in found)) return
  const { digests: given } = found
  if (typeof given !== 'object' || given === null) return
  for (const [table, digest] of Object.entries(given)) digests.set(table, String(digest))
}

/** What was tampered with need not be JSON; its link says so already. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}
