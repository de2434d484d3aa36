/**
 * What stands on each form of a dossier, taken from its history.
 */
import { apologyForm } from '../../documents/forms/apology-form.ts'
import { controlSheetForm } from '../../documents/forms/control-sheet-form.ts'
import { explanationForm } from '../../documents/forms/explanation-form.ts'
import { refusalForm } from '../../documents/forms/refusal-form.ts'
import { type Reminder, remindersForm } from '../../documents/forms/reminder-form.ts'
import type { Issue, Sheet, Signer } from '../../documents/forms/slip.ts'
import { supplementForm } from '../../documents/forms/supplement-form.ts'
import { taxSlipForm } from '../../documents/forms/tax-slip-form.ts'
import { withdrawalForm } from '../../documents/forms/withdrawal-form.ts'
import { type CivilDate, type Instant, dateOfInstant } from '../../domain/civil-date.ts'
import type { Dossier, DossierEvent, DossierForm, EventFact } from '../../domain/dossier.ts'
import { pathOf } from '../../domain/path.ts'
import type { ProcedureVersion } from '../../domain/procedure.ts'
import { getStaff } from '../../store/reference.ts'
import { type Office, particularsOf } from '../context.ts'
import { causeWordsIn } from '../desk/causes.ts'
import { controlSheetOf } from './control-sheet.ts'
import { explanationOf } from './explanation.ts'

/** What a form is made from. */
export interface FormSource {
  office: Office
  dossier: Dossier
  history: readonly DossierEvent[]
  version: ProcedureVersion
  /** The event the form is about; `null` where it is about the whole dossier. */
  event: DossierEvent | null
  /** Number in the series of the year; 0 for a form without one. */
  number: number
  copy: number
  /** The date on the form: a further print keeps it. */
  issuedOn: CivilDate
  printedAt: Instant
  /** Who prints it. */
  authorId: number
}

/** Makes the PDF of a form. @throws Error when the event is none the form is about. */
export function makeForm(form: DossierForm, source: FormSource): Promise<Uint8Array> {
  switch (form) {
    case 'supplement':
      return supplement(source, factOf(source, 'paused'))
    case 'refusal':
      return refusal(source, factOf(source, 'refused'))
    case 'apology':
      return apology(source)
    case 'tax-slip':
      return taxSlip(source)
    case 'withdrawal':
      return withdrawal(source)
    case 'control':
      return controlSheetForm(controlSheetOf(source))
    case 'explanation':
      return explanationForm(explanationOf(source))
    case 'reminder':
      return makeReminders([source])
  }
}

/** Makes the reminders of several dossiers, each on a sheet of its own. */
export function makeReminders(sources: readonly FormSource[]): Promise<Uint8Array> {
  return remindersForm(sources.map(reminderOf))
}

type FactOf<Kind extends EventFact['kind']> = Extract<EventFact, { kind: Kind }>

function factOf<Kind extends EventFact['kind']>({ event }: FormSource, kind: Kind): FactOf<Kind> {
  const fact = event?.fact
  if (fact === undefined || !isKind(fact, kind)) throw new Error(`the form is not about ${fact?.kind}`)
  return fact
}

function isKind<Kind extends EventFact['kind']>(fact: EventFact, kind: Kind): fact is FactOf<Kind> {
  return fact.kind === kind
}

function supplement(source: FormSource, fact: FactOf<'paused'>): Promise<Uint8Array> {
  const guide = authorOf(source)
  return supplementForm({
    ...issueOf(source),
    ...aboutDossier(source),
    items: fact.items ?? [],
    reason: fact.note,
    contact: contactOf(fact.contact ?? '', guide),
    stoppedSince: source.event?.happenedOn ?? null,
    guide,
  })
}

function refusal(source: FormSource, fact: FactOf<'refused'>): Promise<Uint8Array> {
  const said = { reason: fact.note, refusedBy: authorOf(source) }
  return refusalForm({ ...issueOf(source), ...aboutDossier(source), ...said })
}

function apology(source: FormSource): Promise<Uint8Array> {
  const { dossier, office } = source
  if (dossier.apology === null) throw new Error('there is no apology')
  const { closingTime } = particularsOf(office)
  const { applicantName, address, acceptedOn, acceptedAt, dueOn } = dossier
  const { code, procedureName } = aboutDossier(source)
  const { cause, reason } = dossier.apology
  return apologyForm({
    ...{ ...issueOf(source), code, procedureName, applicantName, address },
    ...{ receivedOn: acceptedOn, receivedAt: acceptedAt },
    // Without words of its own it is the cause chosen from the list.
    reason: reason === '' ? (causeWordsIn(office.store.read, 'vi').get(cause) ?? cause) : reason,
    appointment: { on: dueOn, hour: closingTime },
    newAppointment: { on: dossier.apology.dueOn, hour: closingTime },
    signer: signerOf(office),
  })
}

function taxSlip(source: FormSource): Promise<Uint8Array> {
  const { dossier, version, office } = source
  const tax = pathOf(version, dossier.remote).find(({ role }) => role === 'tax')
  return taxSlipForm({
    ...issueOf(source),
    ...aboutDossier(source),
    taxOffice: tax?.agency ?? '',
    receivedOn: dossier.acceptedOn,
    right: dossier.content === '' ? version.nameVi : dossier.content,
    ...{ transferor: '', transferee: '', land: '' },
    enclosures: dossier.documents.map(({ name }) => name),
    signer: signerOf(office),
  })
}

function withdrawal(source: FormSource): Promise<Uint8Array> {
  const { dossier, event } = source
  if (event?.fact.kind !== 'withdrawn' && event?.fact.kind !== 'stopped') {
    throw new Error(`the form is not about ${event?.fact.kind}`)
  }
  const { kind, note, document = '' } = event.fact
  return withdrawalForm({
    ...{ ...issueOf(source), ...aboutDossier(source), kind, reason: note },
    receivedOn: dossier.acceptedOn,
    request: { number: document, on: event.happenedOn },
    endedOn: event.happenedOn,
    // What was handed in as an original goes back to its owner.
    givenBack: dossier.documents.filter(({ originals }) => originals > 0).map(({ name }) => name),
    confirmedBy: authorOf(source),
  })
}

function reminderOf(source: FormSource): Reminder {
  const { dossier, office, version, authorId } = source
  const { code, procedureName } = aboutDossier(source)
  const { applicantName, address, endedOn, acceptedOn } = dossier
  const { morning, afternoon } = office.rules.clock.hours
  const hours = [morning, afternoon].map(([from, to]) => `${from}–${to}`).join(' và ')
  const name = nameOf(office, authorId)
  return {
    ...{ ...sheetOf(source), code, procedureName, applicantName, address },
    readyOn: endedOn ?? acceptedOn,
    place: `Bộ phận Tiếp nhận và Trả kết quả, ${particularsOf(office).name}`,
    hours: `${hours} các ngày làm việc`,
    bring: [
      'Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
      'Căn cước công dân; người được ủy quyền mang theo giấy ủy quyền',
      ...(version.hasFeeLeg ? ['Chứng từ hoàn thành nghĩa vụ tài chính'] : []),
    ],
    contact: { name, phone: '' },
    sentBy: name,
  }
}

function aboutDossier({ dossier, version }: FormSource): {
  code: string
  procedureName: string
  particulars: Dossier
} {
  return { code: dossier.code, procedureName: version.nameVi, particulars: dossier }
}

function issueOf(source: FormSource): Issue {
  const { number, copy, issuedOn, printedAt, office } = source
  return { office: headOf(office), number, copy, issuedOn, printedAt }
}

/** What a form without a number is given: it bears the day it is printed. */
export function sheetOf({ office, printedAt }: Pick<FormSource, 'office' | 'printedAt'>): Sheet {
  return { office: headOf(office), on: dateOfInstant(printedAt), printedAt }
}

function headOf(office: Office): Sheet['office'] {
  const { name, parentAgency, place } = particularsOf(office)
  return { name, parentAgency, place }
}

/** Who did what the form is about. */
function authorOf({ office, event, authorId }: FormSource): string {
  return nameOf(office, event?.authorId ?? authorId)
}

/** The name of a person of the office; empty for nobody. */
export function nameOf(office: Office, id: number | null): string {
  return id === null ? '' : (getStaff(office.store.read, id)?.name ?? '')
}

/** The head signs, where the office has one; of several nobody knows which. */
export function signerOf({ rules }: Office): Signer {
  const heads = [...rules.accounts.values()].filter(({ active, roles }) => active && roles.includes('head'))
  return { title: '', name: heads.length === 1 ? (heads[0]?.name ?? '') : '' }
}

const PHONE = /^(.*?)[\s,;–-]*((?:\+84|0)[\d .]{8,})$/

/** `Trần Bình, 0901 234 567` → name and phone. Nothing said: whoever asked for it. */
export function contactOf(contact: string, guide: string): { name: string; phone: string } {
  const [, name = '', phone = ''] = PHONE.exec(contact) ?? []
  if (phone === '') return { name: contact === '' ? guide : contact, phone: '' }
  return { name: name === '' ? guide : name, phone }
}
