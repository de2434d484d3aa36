/**
 * The dossiers to mend before a report as an Excel file.
 */
import type { OfficeFile } from '../../contract/common.ts'
import type { Input } from '../../contract/index.ts'
import { XLSX_MEDIA_TYPE, doubtedListFileName } from '../../documents/file-name.ts'
import { leave } from '../audit/note.ts'
import { type Context, particularsOf } from '../context.ts'
import { userOf } from '../people/presence.ts'
import { figureQuery } from './query.ts'

/** All of them, of one kind or of any; made in the worker. @throws OfficeError `office-not-set-up`. */
export async function exportChecksOfPeriod(
  context: Context,
  { from, to, method, kind, language }: Input<'figures', 'exportChecks'>,
): Promise<OfficeFile> {
  const { office } = context
  const authorId = userOf(context)
  const { name, parentAgency } = particularsOf(office)
  const { period } = figureQuery({ from, to, method }, office.today())
  const { bytes, rows } = await office.worker.run('exportChecks', {
    ...{ period, method, kind, language, today: office.today() },
    office: { name, parentAgency },
  })
  const file = {
    name: doubtedListFileName({ from, to }, name, language),
    mediaType: XLSX_MEDIA_TYPE,
    content: Buffer.from(bytes).toString('base64'),
  }
  return leave(context, authorId, file, {
    what: 'doubted',
    rows,
    language,
    filter: { from, to, method, doubt: kind },
  })
}
