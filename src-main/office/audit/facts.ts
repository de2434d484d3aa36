/**
 * What an entry or event says besides its kind, ready to be put into words: nothing personal of applicants.
 */
import { type AuditFacts, type AuditRow } from '../../contract/audit.ts'
import { EVENT_KINDS } from '../../domain/dossier.ts'
import { AUDIT_KINDS } from '../../domain/audit.ts'
import type { EventFact } from '../../domain/dossier.ts'
import type { FeedRow } from '../../store/audit-feed.ts'

/** A row of the feed as the window gets it. */
export function toAuditRow(row: FeedRow, nameOf: (staffId: number) => string): AuditRow {
  const { n, at, authorName, dossierId, code } = row
  const kind = [...AUDIT_KINDS, ...EVENT_KINDS].find((one) => one === (row.auditKind ?? row.eventKind))
  if (kind === undefined) throw new Error(`link ${n} is of an unknown kind`)
  const isEvent = row.eventKind !== null
  return {
    ...{ n, at, authorName, kind },
    source: isEvent ? 'dossiers' : 'office',
    dossier: dossierId === null ? null : { id: dossierId, code: code ?? '' },
    facts: isEvent ? factsOfEvent(row, nameOf) : factsOfEntry(row.detail ?? '{}', nameOf),
  }
}

function factsOfEvent(
  { eventKind, fact, happenedOn, importId }: FeedRow,
  nameOf: (id: number) => string,
): AuditFacts {
  // Written by addEvents from an EventFact; the kind stands in its own column.
  const event = Object.assign({ kind: eventKind }, JSON.parse(fact ?? '{}')) as EventFact
  const facts: AuditFacts = { happenedOn, ...(importId === null ? {} : { fromImport: true }) }
  switch (event.kind) {
    case 'accepted':
      return { ...facts, dueOn: event.dueOn }
    case 'taken':
      return { ...facts, holder: nameOf(event.holderId) }
    case 'paused':
      return { ...facts, pause: event.pause, ...(event.stops === false ? { runsOn: true } : {}) }
    case 'due-moved':
      return { ...facts, dueOn: event.dueOn, cause: event.cause }
    case 'receipt-printed':
      return { ...facts, number: event.number, year: event.year }
    case 'corrected':
      return {
        ...facts,
        ...(event.changes ? { fields: Object.keys(event.changes) } : {}),
        ...(event.redated ? { redated: event.redated.seq, redatedTo: event.redated.on } : {}),
        ...(event.revoked === undefined ? {} : { revoked: event.revoked }),
      }
    default:
      return facts
  }
}

/**
 * The detail of an entry, laid flat: `after.name`. Digests become the names of the tables they vouch for; links given up
 * in a restore are left to the check.
 */
function factsOfEntry(detail: string, nameOf: (id: number) => string): AuditFacts {
  const { digests, personId, ...rest } = JSON.parse(detail) as Record<string, unknown>
  return {
    ...(typeof personId === 'number' ? { person: nameOf(personId) } : {}),
    ...laidFlat(rest, ''),
    ...(typeof digests === 'object' && digests !== null ? { tables: Object.keys(digests) } : {}),
  }
}

function laidFlat(value: object, prefix: string): AuditFacts {
  const facts: AuditFacts = {}
  for (const [key, one] of Object.entries(value) as [string, unknown][]) {
    const name = `${prefix}${key}`
    if (name === 'givenUp') continue
    if (Array.isArray(one))
      facts[name] = one.map((item) => (typeof item === 'string' ? item : JSON.stringify(item)))
    else if (typeof one === 'object' && one !== null) Object.assign(facts, laidFlat(one, `${name}.`))
    else if (typeof one === 'string' || typeof one === 'number' || typeof one === 'boolean') facts[name] = one
  }
  return facts
}
