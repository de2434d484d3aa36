/**
 * A list of the desk as a file: the official list of late dossiers as PDF, or Excel. Made in the worker.
 */
import type { DeskFilter, DeskRow } from '../../contract/desk.ts'
import { fieldError } from '../../contract/errors.ts'
import type { Input, Output } from '../../contract/index.ts'
import type { OfficeParticulars } from '../../contract/office.ts'
import { type DeskNames, deskFilterLine, deskLines, deskTitle } from '../../documents/desk-words.ts'
import { dossierListSheet } from '../../documents/dossier-list-sheet.ts'
import { PDF_MEDIA_TYPE, XLSX_MEDIA_TYPE, deskListFileName } from '../../documents/file-name.ts'
import { type LateDossier, lateListForm } from '../../documents/forms/late-list-form.ts'
import type { Language } from '../../documents/words.ts'
import type { Instant } from '../../domain/civil-date.ts'
import { causeOf } from '../../domain/late-causes.ts'
import { getStaff } from '../../store/reference.ts'
import { leave } from '../audit/note.ts'
import { type Context, type Office, particularsOf } from '../context.ts'
import { queueMoment } from '../dossiers/use-cases.ts'
import { userOf } from '../people/presence.ts'
import type { TaskContext } from '../worker-protocol.ts'
import { causeWordsIn, lateCausesIn } from './causes.ts'
import { allRows } from './list.ts'
import { type DeskListing, listingOf } from './listing.ts'

/** What the worker is told. */
export interface PrintDeskInput {
  filter: DeskFilter
  listing: DeskListing
  format: 'pdf' | 'xlsx'
  language: Language
  office: Pick<OfficeParticulars, 'name' | 'parentAgency' | 'place'>
  names: DeskNames
  madeBy: string
  madeAt: Instant
}

/** The list, written down as handed out. The official list is in Vietnamese, and of late dossiers. */
export async function printList(
  context: Context,
  { filter, sort, format, language }: Input<'desk', 'printList'>,
): Promise<Output<'desk', 'printList'>> {
  if (format === 'pdf' && filter.list !== 'late') throw fieldError('format', 'only-late-list')
  const { office, caller } = context
  const authorId = userOf(context)
  const { name, parentAgency, place } = particularsOf(office)
  const moment = queueMoment(context)
  const { bytes, rows } = await office.worker.run('printDesk', {
    ...{ filter, format, language, office: { name, parentAgency, place } },
    listing: listingOf(filter, sort, moment, office.rules.calendar),
    names: namesOf(office, filter),
    madeBy: caller?.name ?? '',
    madeAt: office.now(),
  })
  const file = {
    name: deskListFileName({
      list: filter.list,
      language,
      officeName: name,
      on: moment.today,
      ending: format,
    }),
    mediaType: format === 'pdf' ? PDF_MEDIA_TYPE : XLSX_MEDIA_TYPE,
    content: Buffer.from(bytes).toString('base64'),
  }
  const { search, ...cut } = filter
  return leave(context, authorId, file, {
    ...{ what: 'desk', rows, language, filter: { ...cut, searched: search !== '', format } },
  })
}

function namesOf({ rules, store }: Office, { procedureId, holder, cause }: DeskFilter): DeskNames {
  const procedure = procedureId === null ? undefined : rules.procedures.get(procedureId)
  const known = cause === null ? undefined : causeOf(lateCausesIn(store.read), cause)
  return {
    procedure: procedure?.nameVi ?? null,
    holder: typeof holder === 'number' ? (getStaff(store.read, holder)?.name ?? null) : null,
    cause: known?.vi ?? cause,
  }
}

/** Worker task: the bytes of the file. */
export async function printDesk(
  context: TaskContext,
  input: PrintDeskInput,
): Promise<{ bytes: Uint8Array; rows: number }> {
  const rows = await allRows(context, input.listing)
  const causes = causeWordsIn(context.db, input.format === 'pdf' ? 'vi' : input.language)
  const bytes = await (input.format === 'pdf' ? pdfOf(rows, input, causes) : sheetOf(rows, input, causes))
  return { bytes, rows: rows.length }
}

type Causes = ReadonlyMap<string, string>

function pdfOf(rows: readonly DeskRow[], input: PrintDeskInput, causes: Causes): Promise<Uint8Array> {
  const { today } = input.listing.query.moment
  return lateListForm({
    ...{ office: input.office, on: today, printedAt: input.madeAt, asOf: today, comparedWith: 'original' },
    filter: deskFilterLine(input.filter, input.names, 'vi'),
    dossiers: rows.map((row) => onPaper(row, causes)),
    madeBy: input.madeBy,
    signer: { title: '', name: '' },
  })
}

function onPaper(row: DeskRow, causes: Causes): LateDossier {
  const { code, applicantName, commune, acceptedOn, dueOn, endedOn, state, holderName, daysLate, apology } =
    row
  const sent = apology?.sentOn ?? null
  return {
    ...{ code, applicantName, commune, receivedOn: acceptedOn, dueOn, endedOn, state, daysLate },
    holder: holderName ?? '',
    apology: sent === null ? null : { on: sent, inTime: apology?.late === false },
    cause: causes.get(row.lateCause) ?? row.lateCause,
  }
}

function sheetOf(rows: DeskRow[], input: PrintDeskInput, causes: Causes): Promise<Uint8Array> {
  const { filter, language, office, names } = input
  const { today } = input.listing.query.moment
  const columns = filter.list === 'at-risk' ? 'risk' : 'late'
  return dossierListSheet({
    ...{ office, title: deskTitle(filter.list, language), rows, columns, language, causes },
    lines: deskLines(today, rows.length, deskFilterLine(filter, names, language), language),
    madeOn: today,
  })
}
