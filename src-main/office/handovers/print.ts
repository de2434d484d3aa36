/**
 * The handover list as a file: two leaves, one for each side.
 */
import type { Input, Output } from '../../contract/index.ts'
import { PDF_MEDIA_TYPE, handoverFileName } from '../../documents/file-name.ts'
import { type HandedOver, type HandoverSide, handoverForm } from '../../documents/forms/handover-form.ts'
import { dateOfInstant } from '../../domain/civil-date.ts'
import { fold } from '../../domain/dossier.ts'
import type { ReadDb } from '../../store/database.ts'
import { eventsOf } from '../../store/events.ts'
import { batchMembers, countPrints } from '../../store/handovers.ts'
import { note } from '../audit/note.ts'
import { type Context, type Office, particularsOf, procedureOf } from '../context.ts'
import { userOf } from '../people/presence.ts'
import { headerOf } from './use-cases.ts'

/**
 * Prints the list. That it was printed is written down before the file is handed out; a further print says which it is.
 * @throws OfficeError `not-found`, `office-not-set-up`.
 */
export async function printBatch(
  context: Context,
  { batch }: Input<'handovers', 'print'>,
): Promise<Output<'handovers', 'print'>> {
  const { office } = context
  const authorId = userOf(context)
  const db = office.store.read
  const header = headerOf(db, batch)
  const { number, year, firstId, givenOn, givenAt, enteredAt } = header
  const { name, parentAgency, place } = particularsOf(office)
  const bytes = await handoverForm({
    office: { name, parentAgency, place },
    number,
    copy: countPrints(db, batch, firstId) + 1,
    issuedOn: dateOfInstant(enteredAt),
    printedAt: office.now(),
    giver: sideOf(office, header.fromId, header.fromName),
    receiver: sideOf(office, header.toId, header.toName),
    on: givenOn,
    at: givenAt,
    enteredLaterAt: dateOfInstant(enteredAt) > givenOn ? enteredAt : null,
    purpose: header.note,
    dossiers: batchMembers(db, batch).map(({ id }) => paperOf(office, db, id)),
  })
  const file = handoverFileName(number, year)
  const detail = { what: 'handover', batch, number, year, file }
  await office.store.write((write) =>
    note(write, context, 'printed', { detail, dossierId: firstId, authorId }),
  )
  return { name: file, mediaType: PDF_MEDIA_TYPE, content: Buffer.from(bytes).toString('base64') }
}

/** What of the office somebody stands for, by their role. */
function sideOf({ rules }: Office, id: number, name: string): HandoverSide {
  const roles = rules.accounts.get(id)?.roles ?? []
  if (roles.includes('head')) return { unit: 'Lãnh đạo Chi nhánh', name }
  if (roles.includes('specialist')) return { unit: 'Bộ phận chuyên môn', name }
  return { unit: roles.includes('counter') ? 'Bộ phận Tiếp nhận và Trả kết quả' : '', name }
}

function paperOf(office: Office, db: ReadDb, id: number): HandedOver {
  const { code, applicantName, commune, documents, sets, procedureId } = fold(eventsOf(db, id))
  const papers = documents.reduce(
    (sum, { originals, certifiedCopies, photocopies }) => sum + originals + certifiedCopies + photocopies,
    0,
  )
  const procedureName = procedureOf(office, procedureId).nameVi
  return { code, applicantName, commune, procedureName, documents: papers, sets, note: '' }
}
