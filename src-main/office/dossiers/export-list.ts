/**
 * A list as an Excel file or on paper: what the window shows, filtered and sorted alike.
 */
import type { OfficeFile } from '../../contract/common.ts'
import type { DossierFilter, FigureCell } from '../../contract/dossier-list.ts'
import type { Input } from '../../contract/index.ts'
import { PDF_MEDIA_TYPE, XLSX_MEDIA_TYPE, dossierListFileName } from '../../documents/file-name.ts'
import type { Language } from '../../documents/words.ts'
import { getStaff, listCalendar } from '../../store/reference.ts'
import { leave } from '../audit/note.ts'
import { userOf } from '../people/presence.ts'
import { type Context, particularsOf } from '../context.ts'
import type { ExportDossiersInput } from './export.ts'
import { listMoment } from './use-cases.ts'

/**
 * The whole list, made in the worker.
 * @throws OfficeError `office-not-set-up`, `cancelled`.
 */
export async function exportList(
  context: Context,
  { filter, sort, language }: Input<'dossiers', 'export'>,
): Promise<OfficeFile> {
  const authorId = userOf(context)
  const { name, parentAgency } = particularsOf(context.office)
  const { bytes, rows } = await context.office.worker.run('exportDossiers', {
    ...{ ...askedOf(context, filter), filter, sort, language, office: { name, parentAgency } },
  })
  return hand(context, authorId, { filter, language, ending: 'xlsx' }, { bytes, rows })
}

/**
 * The list on paper, made in the worker.
 * @throws OfficeError `office-not-set-up`, `cancelled`.
 */
export async function printList(
  context: Context,
  { filter, sort }: Input<'dossiers', 'print'>,
): Promise<OfficeFile> {
  const { office, caller } = context
  const authorId = userOf(context)
  const { name, parentAgency, place } = particularsOf(office)
  const { bytes, rows } = await office.worker.run('printDossiers', {
    ...{ ...askedOf(context, filter), filter, sort, office: { name, parentAgency, place } },
    ...{ madeBy: caller?.name ?? '', madeAt: office.now() },
  })
  return hand(context, authorId, { filter, language: 'vi', ending: 'pdf' }, { bytes, rows })
}

/** The moment of a list, the names it was cut by, and the calendar it is told by. */
function askedOf(
  context: Context,
  filter: DossierFilter,
): Pick<ExportDossiersInput, 'moment' | 'names' | 'calendarRows'> {
  const { rules, store } = context.office
  const moment = listMoment(context, filter)
  const procedure = filter.procedureId === null ? undefined : rules.procedures.get(filter.procedureId)
  const holderId = filter.queue === 'mine' ? moment.user : filter.holderId
  return {
    moment,
    names: {
      procedure: procedure?.nameVi ?? null,
      holder: holderId === null ? null : (getStaff(store.read, holderId)?.name ?? null),
    },
    calendarRows: listCalendar(store.read),
  }
}

/** What the audit keeps of the number a list stands behind. */
function cellNoted({ from, to, method, by, key, column, known }: FigureCell) {
  return { from, to, method, by, row: key, column, ...(known === null ? {} : { lastEvent: known }) }
}

function hand(
  context: Context,
  authorId: number,
  list: { filter: DossierFilter; language: Language; ending: 'pdf' | 'xlsx' },
  { bytes, rows }: { bytes: Uint8Array; rows: number },
): Promise<OfficeFile> {
  const { office } = context
  const { filter, language, ending } = list
  const officeName = particularsOf(office).name
  const file = {
    name: dossierListFileName({ queue: filter.queue, language, officeName, on: office.today(), ending }),
    mediaType: ending === 'pdf' ? PDF_MEDIA_TYPE : XLSX_MEDIA_TYPE,
    content: Buffer.from(bytes).toString('base64'),
  }
  const { search, cell, ...cut } = filter
  return leave(context, authorId, file, {
    ...{ what: 'dossiers', rows, language },
    filter: {
      ...cut,
      ...{ searched: search !== '', format: ending },
      ...(cell == null ? {} : cellNoted(cell)),
    },
  })
}
