/**
 * The receipt, Mẫu 01: made, written down as printed, then handed out.
 */
import type { Input, Output } from '../../contract/index.ts'
import { OfficeError } from '../../contract/errors.ts'
import { PDF_MEDIA_TYPE, receiptFileName } from '../../documents/file-name.ts'
import { type Appointment, type Receipt, receiptForm } from '../../documents/forms/receipt-form.ts'
import { type CivilDate, dateOfInstant } from '../../domain/civil-date.ts'
import {
  type Dossier,
  type PrintedReceipt,
  canPrintReceipt,
  fold,
  standingPause,
} from '../../domain/dossier.ts'
import { type ProcedureVersion, termOf } from '../../domain/procedure.ts'
import type { WriteDb } from '../../store/database.ts'
import { type StoredEvent, appendEvent, eventsOf } from '../../store/events.ts'
import { type Series, nextFormNumber, takeFormNumber } from '../../store/form-numbers.ts'
import { getStaff } from '../../store/reference.ts'
import { note } from '../audit/note.ts'
import { type Context, type Office, particularsOf, procedureOf } from '../context.ts'
import { clockRefusal, refusal } from '../moments.ts'
import { userOf } from '../people/presence.ts'
import { appointmentsOf } from './clock-of.ts'
import { receiptWords } from './timeline.ts'

const FORM = 'receipt'
/** How often the receipt is made again because something was entered while it was made. */
const MOST_ATTEMPTS = 12

/** A receipt about to be printed, and the state of the dossier it was made from. */
interface Draft {
  receipt: Receipt
  printed: PrintedReceipt
  /** Printed for the first time: its number is taken with it. */
  first: boolean
  version: number
}

/**
 * Prints the receipt. First the file is made, then that it was printed is written down, and only what is on disk is
 * handed out: no paper without its entry, and no entry without its paper.
 * @throws OfficeError `not-found`, `step-not-allowed` once the dossier has ended, `busy`.
 */
export async function printReceipt(
  context: Context,
  { id }: Input<'dossiers', 'printReceipt'>,
): Promise<Output<'dossiers', 'printReceipt'>> {
  const { office } = context
  const authorId = userOf(context)
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const draft = draftOf(office, id)
    const bytes = await receiptForm(draft.receipt)
    if (!(await writeDown(context, id, draft, authorId))) continue
    office.notify({ topic: 'dossiers' })
    return {
      name: receiptFileName(draft.receipt.code),
      mediaType: PDF_MEDIA_TYPE,
      content: Buffer.from(bytes).toString('base64'),
    }
  }
  throw new OfficeError('busy')
}

/** What the dossier page says of the receipt. */
export function receiptOf(dossier: Dossier): Pick<Output<'dossiers', 'get'>, 'receipt' | 'canPrintReceipt'> {
  const { receipt } = dossier
  return {
    receipt: receipt && { ...receiptWords(receipt), printedOn: receipt.printedOn, copies: receipt.copies },
    canPrintReceipt: canPrintReceipt(dossier),
  }
}

/** False, and nothing written, when the dossier or the series has moved on since the draft. */
async function writeDown(context: Context, id: number, draft: Draft, authorId: number): Promise<boolean> {
  const { office } = context
  const { printed, version, first, receipt } = draft
  const at = receipt.printedAt
  const work = (db: WriteDb): boolean => {
    if (eventsOf(db, id).at(-1)?.seq !== version) return false
    if (first) {
      const series: Series = { form: FORM, year: printed.year }
      if (nextFormNumber(db, series) !== printed.number) return false
      takeFormNumber(db, series, printed.number, id)
    }
    appendEvent(db, id, {
      ...{ seq: version + 1, happenedOn: dateOfInstant(at), happenedAt: at, enteredAt: at, authorId },
      fact: { kind: 'receipt-printed', ...printed },
    })
    const detail = {
      what: 'receipt',
      number: printed.number,
      year: printed.year,
      file: receiptFileName(receipt.code),
    }
    note(db, context, 'printed', { detail, dossierId: id, authorId })
    return true
  }
  try {
    return await office.store.write(work)
  } catch (error) {
    throw refusal(error)
  }
}

function draftOf(office: Office, id: number): Draft {
  const history = eventsOf(office.store.read, id)
  if (history.length === 0) throw new OfficeError('not-found', { what: 'dossier' })
  const dossier = fold(history)
  const { code, state, acceptedOn, acceptedAt, remote } = dossier
  if (!canPrintReceipt(dossier)) throw new OfficeError('step-not-allowed', { step: 'receipt-printed', state })
  const version = procedureOf(office, dossier.procedureId)
  const { name, parentAgency, place, closingTime } = particularsOf(office)
  const printedAt = office.now()
  const numbered = numberOf(office, history, dateOfInstant(printedAt))
  const appointment = appointmentOf(office, version, dossier)
  const dates =
    appointment.kind === 'one'
      ? { dueOn: appointment.on, firstDueOn: null }
      : { dueOn: appointment.second, firstDueOn: appointment.first }
  return {
    receipt: {
      office: { name, parentAgency, place },
      number: numbered.number,
      copy: (dossier.receipt?.copies ?? 0) + 1,
      printedAt,
      code,
      procedureName: version.nameVi,
      particulars: dossier,
      term: termOf(version, remote),
      receivedOn: acceptedOn,
      receivedAt: acceptedAt,
      appointment,
      hour: closingTime,
      stoppedSince: stoppedSince(dossier, appointment),
      taxNotice: version.hasFeeLeg,
      receivedBy: receiverOf(office, history),
    },
    printed: { number: numbered.number, year: numbered.year, ...dates },
    first: numbered.first,
    version: dossier.version,
  }
}

/** The number the dossier's receipt has once for all, also when its printing was called off later; or the next one. */
function numberOf(
  office: Office,
  history: readonly StoredEvent[],
  today: CivilDate,
): { number: number; year: number; first: boolean } {
  for (const { fact } of history) {
    if (fact.kind === 'receipt-printed') return { number: fact.number, year: fact.year, first: false }
  }
  const year = Number(today.slice(0, 4))
  return { number: nextFormNumber(office.store.read, { form: FORM, year }), year, first: true }
}

/** What is promised. A due date taken over from a paper register stands as it was given, whatever the procedure. */
function appointmentOf(office: Office, version: ProcedureVersion, dossier: Dossier): Appointment {
  const { phases } = version
  const two = dossier.dueSource === 'printed' ? null : appointments(office, version, dossier)
  if (two === null || phases === null) return { kind: 'one', on: dossier.dueOn }
  return {
    kind: 'two',
    first: two.first.kind === 'due' ? two.first.date : null,
    second: two.second.kind === 'due' ? dossier.dueOn : null,
    secondTerm: phases.second,
  }
}

function appointments(
  office: Office,
  version: ProcedureVersion,
  dossier: Dossier,
): ReturnType<typeof appointmentsOf> {
  try {
    return appointmentsOf(version, dossier, office.rules)
  } catch (error) {
    throw clockRefusal(error)
  }
}

/** While payment is waited for, the second appointment says so already. */
function stoppedSince({ state, pauses }: Dossier, appointment: Appointment): CivilDate | null {
  if (appointment.kind === 'two' && state === 'awaiting-payment') return null
  return standingPause({ pauses })?.startOn ?? null
}

/** Who stood at the counter; who brings in a register did not. */
function receiverOf(office: Office, history: readonly StoredEvent[]): string {
  const accepted = history.find(({ fact }) => fact.kind === 'accepted')
  if (accepted === undefined || accepted.importId !== null) return ''
  return getStaff(office.store.read, accepted.authorId)?.name ?? ''
}
