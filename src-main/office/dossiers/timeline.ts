/**
 * The history of a dossier as the window shows it: every entry, with what was set right later.
 */
import type { TimelineEntry } from '../../contract/dossiers.ts'
import { type CivilDate, dateOfInstant } from '../../domain/civil-date.ts'
import {
  EMPTY_PARTICULARS,
  type EventFact,
  PARTICULAR_FIELDS,
  type Particulars,
  type PrintedReceipt,
  type SubmittedDocument,
} from '../../domain/dossier.ts'
import { maskNumber } from '../../domain/people.ts'
import { formNumber } from '../../documents/forms/numbers.ts'
import type { StoredEvent } from '../../store/events.ts'
import { detailsOf } from './timeline-details.ts'

/** The entries in the order they were written down. */
export function timelineOf(
  events: readonly StoredEvent[],
  nameOf: (staffId: number) => string,
): TimelineEntry[] {
  let particulars: Particulars = EMPTY_PARTICULARS
  let dueNow: CivilDate | null = null
  return events.map((event) => {
    const { fact } = event
    const dueOn = dueNow ?? event.happenedOn
    if (fact.kind === 'accepted' || fact.kind === 'due-moved') dueNow = fact.dueOn
    const before = particulars
    if (fact.kind === 'accepted' || fact.kind === 'arrived') particulars = fact.particulars
    if (fact.kind === 'corrected' && fact.changes) particulars = { ...particulars, ...fact.changes }
    return {
      seq: event.seq,
      kind: fact.kind,
      happenedOn: event.happenedOn,
      happenedAt: event.happenedAt,
      enteredAt: event.enteredAt,
      lateEntry: dateOfInstant(event.enteredAt) > event.happenedOn,
      authorName: nameOf(event.authorId),
      imported: event.importId !== null,
      note: noteOf(fact),
      holderName: fact.kind === 'taken' ? nameOf(fact.holderId) : null,
      pause: fact.kind === 'paused' ? fact.pause : null,
      runsOn: fact.kind === 'paused' && fact.stops === false,
      document: 'document' in fact ? (fact.document ?? '') : '',
      details: detailsOf(fact, nameOf),
      dueMoved: fact.kind === 'due-moved' ? { from: dueOn, to: fact.dueOn, cause: fact.cause } : null,
      receipt: fact.kind === 'receipt-printed' ? receiptWords(fact) : null,
      revokedBy: correctionOf(events, (later) => later.revoked === event.seq),
      redatedBy: correctionOf(events, (later) => later.redated?.seq === event.seq),
      correction: fact.kind === 'corrected' ? describe(fact, before) : null,
    }
  })
}

interface MaybeCorrection {
  correction: { changes: { field: string; before: string; after: string }[] } | null
}

/** The entries with citizen numbers masked, for when a look cannot be written down. */
export function maskedEntries<Entry extends MaybeCorrection>(timeline: readonly Entry[]): Entry[] {
  return timeline.map((entry) => ({
    ...entry,
    correction: entry.correction && {
      ...entry.correction,
      changes: entry.correction.changes.map((change) =>
        change.field === 'idNumber'
          ? { ...change, before: maskNumber(change.before), after: maskNumber(change.after) }
          : change,
      ),
    },
  }))
}

/** What stood on a printed receipt, its number as on the paper. */
export function receiptWords({
  number,
  dueOn,
  firstDueOn,
}: PrintedReceipt): NonNullable<TimelineEntry['receipt']> {
  return { number: formNumber('receipt', number), dueOn, firstDueOn }
}

type Correction = EventFact & { kind: 'corrected' }

function correctionOf(events: readonly StoredEvent[], matches: (fact: Correction) => boolean): number | null {
  const found = events.findLast(({ fact }) => fact.kind === 'corrected' && matches(fact))
  return found?.seq ?? null
}

function noteOf(fact: EventFact): string {
  switch (fact.kind) {
    case 'accepted':
      return fact.particulars.note
    case 'corrected':
      return fact.reason
    case 'arrived':
      return fact.particulars.note
    case 'receipt-printed':
    case 'form-printed':
      return ''
    case 'completion-asked':
    case 'declined':
    case 'apology-drafted':
      return fact.reason
    default:
      return fact.note
  }
}

function describe(
  fact: Correction,
  before: Particulars,
): {
  target: number | null
  redatedTo: CivilDate | null
  changes: { field: string; before: string; after: string }[]
} {
  const changes = PARTICULAR_FIELDS.flatMap((field) => {
    const after = fact.changes?.[field]
    return after === undefined ? [] : [{ field, before: asText(before[field]), after: asText(after) }]
  })
  return {
    target: fact.revoked ?? fact.redated?.seq ?? null,
    redatedTo: fact.redated?.on ?? null,
    changes: changes.filter((change) => change.before !== change.after),
  }
}

function asText(value: Particulars[keyof Particulars]): string {
  if (value === null) return ''
  if (Array.isArray(value)) return value.map(documentText).join('; ')
  return String(value)
}

function documentText({ name, originals, certifiedCopies, photocopies }: SubmittedDocument): string {
  return `${name} (${originals}/${certifiedCopies}/${photocopies})`
}
