/**
 * Biểu II.06a and all that belongs to it as a file.
 */
import type { OfficeFile } from '../../contract/common.ts'
import { OfficeError } from '../../contract/errors.ts'
import type { ReportFormat } from '../../contract/figures.ts'
import type { Input } from '../../contract/index.ts'
import { CSV_MEDIA_TYPE } from '../../documents/calendar-file.ts'
import {
  PDF_MEDIA_TYPE,
  XLSX_MEDIA_TYPE,
  ZIP_MEDIA_TYPE,
  summaryFileName,
} from '../../documents/file-name.ts'
import { leave } from '../audit/note.ts'
import type { Session } from '../core.ts'
import { userOf } from '../people/presence.ts'
import { type Context, type Office, particularsOf } from '../context.ts'

/** The report under way of each office, and the window it is for. */
const making = new WeakMap<Office, { control: AbortController; session: Session }>()

/** Most of what a report is made of is thrown away at once, and read once: little of it is kept. */
const LIMITS = { maxYoungGenerationSizeMb: 4, cacheKib: 4096 }

/** How long a worker may go on after it was called off; then it is ended. */
const PATIENCE_MS = 3_000

/**
 * The report as a file; what takes longer than the form alone is made in a worker of its own: no list waits for it.
 * @throws OfficeError `identity-failed` when the figures contradict themselves, `office-not-set-up`, `busy` while another
 * report is made, `cancelled`, `not-found` where there is no such closing of that period and method.
 */
export async function exportSummary(
  context: Pick<Context, 'office' | 'caller' | 'session'>,
  input: Input<'figures', 'exportSummary'>,
): Promise<OfficeFile> {
  const { office, caller, session } = context
  const authorId = userOf(context)
  const particulars = particularsOf(office)
  const { from, to, by, method, format, withTables, table, withList, closing } = input
  if (making.has(office)) throw new OfficeError('busy')
  const control = new AbortController()
  making.set(office, { control, session })
  // The form and one table are counted in no time.
  const long = withTables || withList
  const worker = long ? office.worker.beside(LIMITS) : office.worker
  let deaf: ReturnType<typeof setTimeout> | undefined
  control.signal.addEventListener('abort', () => {
    if (long) deaf = setTimeout(() => void worker.close(), PATIENCE_MS)
  })
  try {
    const { bytes, rows, listed } = await worker.run(
      'makeReport',
      {
        ...{ period: { from, to }, by, method, format, withTables, table, withList, closing },
        office: particulars,
        ...{ madeOn: office.today(), madeAt: office.now(), madeBy: caller?.name ?? '' },
      },
      {
        signal: control.signal,
        onProgress: (done, total) =>
          office.notify({ topic: 'progress', operation: 'figures-export', done, total }),
      },
    )
    if (control.signal.aborted) throw new OfficeError('cancelled')
    const { mediaType, ending } = kindOf(format, withList)
    const file = {
      name: summaryFileName({ from, to, by, method, closing }, particulars, ending),
      mediaType,
      content: Buffer.from(bytes).toString('base64'),
    }
    return await leave(context, authorId, file, {
      what: listed ? 'summary-list' : 'summary',
      rows,
      filter: { from, to, by, method, format, ...(closing === null ? {} : { closing }) },
    })
  } finally {
    clearTimeout(deaf)
    making.delete(office)
    if (long) await worker.close()
  }
}

/** Calls the report off that is being made for this window. */
export function cancelExport({ office, session }: Pick<Context, 'office' | 'session'>): null {
  const running = making.get(office)
  if (running?.session === session) running.control.abort()
  return null
}

function kindOf(format: ReportFormat, withList: boolean): { mediaType: string; ending: string } {
  switch (format) {
    case 'xlsx':
      return { mediaType: XLSX_MEDIA_TYPE, ending: 'xlsx' }
    case 'pdf':
      return { mediaType: PDF_MEDIA_TYPE, ending: 'pdf' }
    case 'csv':
      return withList
        ? { mediaType: ZIP_MEDIA_TYPE, ending: 'zip' }
        : { mediaType: CSV_MEDIA_TYPE, ending: 'csv' }
  }
}
