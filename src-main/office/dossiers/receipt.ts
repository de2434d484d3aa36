/**
 * The receipt, Mẫu 01: made, written down as printed, then handed out.
 */
import type { Input, Output } from '../../contract/index.ts'
import { OfficeError } from '../../contract/errors.ts'
import { receiptFileName } from '../../documents/file-name.ts'
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
import { type StoredEvent, eventsOf } from '../../store/events.ts'
import { nextFormNumber } from '../../store/form-numbers.ts'
import { getStaff } from '../../store/reference.ts'
import { type Context, type Office, particularsOf, procedureOf } from '../context.ts'
import { handOut } from '../forms/hand-out.ts'
import { clockRefusal } from '../moments.ts'
import { appointmentsOf } from './clock-of.ts'
import { receiptWords } from './timeline.ts'

const FORM = 'receipt'

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
export function printReceipt(
  context: Context,
  { id }: Input<'dossiers', 'printReceipt'>,
): Promise<Output<'dossiers', 'printReceipt'>> {
  return handOut(context, () => {
    const { receipt, printed, first, version } = draftOf(context.office, id)
    const { number, year } = printed
    return {
      file: receiptFileName(receipt.code),
      printedAt: receipt.printedAt,
      make: () => receiptForm(receipt),
      entries: [
        {
          ...{ id, version, taken: first ? { series: { form: FORM, year }, number } : null },
          ...{ fact: { kind: 'receipt-printed', ...printed }, detail: { what: FORM, number, year } },
        },
      ],
    }
  })
}

/** What the dossier page says of the receipt. */
export function receiptOf(dossier: Dossier): Pick<Output<'dossiers', 'get'>, 'receipt' | 'canPrintReceipt'> {
  const { receipt } = dossier
  return {
    receipt: receipt && { ...receiptWords(receipt), printedOn: receipt.printedOn, copies: receipt.copies },
    canPrintReceipt: canPrintReceipt(dossier),
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
