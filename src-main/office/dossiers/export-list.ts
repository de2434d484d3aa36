/**
 * A list as an Excel file: what the window shows, filtered and sorted alike.
 */
import type { OfficeFile } from '../../contract/common.ts'
import type { Input } from '../../contract/index.ts'
import { XLSX_MEDIA_TYPE, dossierListFileName } from '../../documents/file-name.ts'
import { getStaff, listCalendar } from '../../store/reference.ts'
import { leave } from '../audit/note.ts'
import { userOf } from '../people/presence.ts'
import { type Context, particularsOf } from '../context.ts'
import { listMoment } from './use-cases.ts'

/**
 * The whole list, made in the worker.
 * @throws OfficeError `office-not-set-up`, `cancelled`.
 */
export async function exportList(
  context: Context,
  { filter, sort, language }: Input<'dossiers', 'export'>,
): Promise<OfficeFile> {
  const { office } = context
  const authorId = userOf(context)
  const db = office.store.read
  const { name, parentAgency } = particularsOf(office)
  const moment = listMoment(context, filter)
  const procedure = filter.procedureId === null ? undefined : office.rules.procedures.get(filter.procedureId)
  const holderId = filter.queue === 'mine' ? moment.user : filter.holderId
  const { bytes, rows } = await office.worker.run('exportDossiers', {
    filter,
    sort,
    moment,
    language,
    office: { name, parentAgency },
    names: {
      procedure: procedure?.nameVi ?? null,
      holder: holderId === null ? null : (getStaff(db, holderId)?.name ?? null),
    },
    calendarRows: listCalendar(db),
  })
  const file = {
    name: dossierListFileName({ queue: filter.queue, language, officeName: name, on: moment.today }),
    mediaType: XLSX_MEDIA_TYPE,
    content: Buffer.from(bytes).toString('base64'),
  }
  const { search, cell, ...cut } = filter
  return leave(context, authorId, file, {
    what: 'dossiers',
    rows,
    language,
    filter: {
      ...cut,
      searched: search !== '',
      ...(cell == null ? {} : { from: cell.from, to: cell.to, by: cell.by, column: cell.column }),
    },
  })
}
