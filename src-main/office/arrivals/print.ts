/**
 * Mẫu 02 and 03 of an application: made, written down as printed, then handed out.
 */
import type { ArrivalForm } from '../../contract/arrivals.ts'
import { OfficeError } from '../../contract/errors.ts'
import type { Input, Output } from '../../contract/index.ts'
import { PDF_MEDIA_TYPE, slipFileName } from '../../documents/file-name.ts'
import { refusalForm } from '../../documents/forms/refusal-form.ts'
import type { Issue } from '../../documents/forms/slip.ts'
import { supplementForm } from '../../documents/forms/supplement-form.ts'
import { type CivilDate, type Instant, dateOfInstant } from '../../domain/civil-date.ts'
import { type Arrival, type DossierEvent, foldArrival } from '../../domain/dossier.ts'
import type { WriteDb } from '../../store/database.ts'
import { appendToArrival, eventsOf } from '../../store/events.ts'
import { type Series, nextFormNumber, takeFormNumber } from '../../store/form-numbers.ts'
import { getStaff } from '../../store/reference.ts'
import { note } from '../audit/note.ts'
import { type Context, type Office, particularsOf, procedureOf } from '../context.ts'
import { userOf } from '../people/presence.ts'

/** How often a form is made again because something was entered while it was made. */
const MOST_ATTEMPTS = 12

/** A form about to be printed, and the state of the history it was made from. */
interface Draft {
  bytes: Promise<Uint8Array>
  number: number
  year: number
  /** Printed for the first time: its number is taken with it. */
  first: boolean
  seq: number
  at: Instant
}

/**
 * Prints a form of an application. The file is made first, then that it was printed is written down, and only what is on
 * disk is handed out. The day on the paper is that of the entry; a further print keeps number and day.
 * @throws OfficeError `not-found`, `no-such-event` where that entry has no such form, `busy`.
 */
export async function printSlip(
  context: Context,
  { id, form, of }: Input<'arrivals', 'print'>,
): Promise<Output<'arrivals', 'print'>> {
  const { office } = context
  const authorId = userOf(context)
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const draft = draftOf(office, id, form, of)
    const bytes = await draft.bytes
    const name = slipFileName(form, draft.number, draft.year)
    if (!(await writeDown(context, { id, form, of, authorId, name }, draft))) continue
    office.notify({ topic: 'dossiers' })
    return { name, mediaType: PDF_MEDIA_TYPE, content: Buffer.from(bytes).toString('base64') }
  }
  throw new OfficeError('busy')
}

/** False, and nothing written, when the history or the series has moved on since the draft. */
function writeDown(
  context: Context,
  print: { id: number; form: ArrivalForm; of: number; authorId: number; name: string },
  { number, year, first, seq, at }: Draft,
): Promise<boolean> {
  const { id, form, of, authorId, name } = print
  return context.office.store.write((db: WriteDb) => {
    if (eventsOf(db, id).at(-1)?.seq !== seq) return false
    const series: Series = { form, year }
    if (first) {
      if (nextFormNumber(db, series) !== number) return false
      takeFormNumber(db, series, number, id)
    }
    const stamp = { happenedOn: dateOfInstant(at), happenedAt: at, enteredAt: at, authorId }
    appendToArrival(db, id, [
      { ...stamp, seq: seq + 1, fact: { kind: 'form-printed', form, of, number, year } },
    ])
    note(db, context, 'printed', {
      detail: { what: form, number, year, file: name },
      dossierId: id,
      authorId,
    })
    return true
  })
}

function draftOf(office: Office, id: number, form: ArrivalForm, of: number): Draft {
  const history = eventsOf(office.store.read, id)
  const arrival = foldArrival(history)
  if (arrival === null) throw new OfficeError('not-found', { what: 'arrival' })
  const about = history.find(({ seq }) => seq === of)
  const asked = { supplement: 'completion-asked', refusal: 'declined' }[form]
  if (about?.fact.kind !== asked) throw new OfficeError('no-such-event', { seq: of })
  const at = office.now()
  const prints = printsOf(history, form, of)
  const numbered = numberOf(office, form, prints, dateOfInstant(at))
  const { name, parentAgency, place } = particularsOf(office)
  const issue: Issue = {
    office: { name, parentAgency, place },
    ...{ number: numbered.number, copy: prints.length + 1, issuedOn: about.happenedOn, printedAt: at },
  }
  const author = getStaff(office.store.read, about.authorId)?.name ?? ''
  const bytes = bytesOf(office, issue, asAt(history, of, arrival), about, author)
  return { bytes, ...numbered, seq: history.at(-1)?.seq ?? 0, at }
}

/** The particulars as they stood then: what was set right later does not change what was sent. */
function asAt(history: readonly DossierEvent[], of: number, arrival: Arrival): Arrival {
  return foldArrival(history.filter(({ seq }) => seq <= of)) ?? arrival
}

function bytesOf(
  office: Office,
  issue: Issue,
  particulars: Arrival,
  { fact }: DossierEvent,
  author: string,
): Promise<Uint8Array> {
  const { nameVi: procedureName } = procedureOf(office, particulars.procedureId)
  const slip = { ...issue, code: '', procedureName, particulars }
  if (fact.kind === 'declined') return refusalForm({ ...slip, reason: fact.reason, refusedBy: author })
  if (fact.kind !== 'completion-asked') throw new Error(`no form for ${fact.kind}`)
  const { items, reason, contact } = fact
  return supplementForm({
    ...{ ...slip, items, reason, contact: contactOf(contact), stoppedSince: null, guide: author },
  })
}

/** `bà Lê Thị Cửa, 0258 3822 333`: the telephone number is what the last comma parts from the name. */
export function contactOf(contact: string): { name: string; phone: string } {
  const match = /^(.*?)[\s,;:–-]*((?:\+84|0)[\d\s.]{8,16})$/u.exec(contact)
  return match === null
    ? { name: contact, phone: '' }
    : { name: (match[1] ?? '').trim(), phone: (match[2] ?? '').trim() }
}

type Print = DossierEvent['fact'] & { kind: 'form-printed' }

function printsOf(history: readonly DossierEvent[], form: ArrivalForm, of: number): Print[] {
  return history.flatMap(({ fact }) =>
    fact.kind === 'form-printed' && fact.form === form && fact.of === of ? [fact] : [],
  )
}

/** The number the form has once for all, or the next one. */
function numberOf(
  office: Office,
  form: ArrivalForm,
  prints: readonly Print[],
  today: CivilDate,
): { number: number; year: number; first: boolean } {
  for (const { number, year } of prints) {
    if (number !== null && year !== null) return { number, year, first: false }
  }
  const year = Number(today.slice(0, 4))
  return { number: nextFormNumber(office.store.read, { form, year }), year, first: true }
}
