/**
 * What differs since as an Excel file: all of it, while the screen shows the first so many.
 */
import type { OfficeFile } from '../../contract/common.ts'
import { OfficeError } from '../../contract/errors.ts'
import type { Input } from '../../contract/index.ts'
import type { OfficeParticulars } from '../../contract/office.ts'
import { differencesSheet } from '../../documents/differences-sheet.ts'
import { XLSX_MEDIA_TYPE, differencesFileName } from '../../documents/file-name.ts'
import type { Language } from '../../documents/words.ts'
import type { CivilDate, Instant } from '../../domain/civil-date.ts'
import type { Method } from '../../domain/figure-class.ts'
import { type Period, countedDays } from '../../domain/period.ts'
import { leave } from '../audit/note.ts'
import { type Context, particularsOf } from '../context.ts'
import { userOf } from '../people/presence.ts'
import type { TaskContext } from '../worker-protocol.ts'
import { closingWorker } from './beside.ts'
import { differencesOfClosing, differencesSince } from './differences.ts'
import { closingOf } from './use-cases.ts'

/** What the worker is told; plain data. */
export interface ExportDifferencesInput {
  period: Period
  method: Method
  /** A closing and the last event that counted in it, or a moment. */
  against: { number: number; known: number } | { moment: Instant }
  office: Pick<OfficeParticulars, 'name' | 'parentAgency'>
  language: Language
  madeOn: CivilDate
}

/** Worker task: the bytes of the workbook; `null`: there is no such closing. */
export async function exportDifferences(
  context: TaskContext,
  { period, method, against, office, language, madeOn }: ExportDifferencesInput,
): Promise<{ bytes: Uint8Array; rows: number } | null> {
  const asked = { period, method }
  const found =
    'number' in against
      ? differencesOfClosing(context, { ...asked, ...against }, Infinity)
      : differencesSince(context, { ...asked, ...against }, Infinity)
  if (found === null) return null
  await context.breathe()
  const bytes = await differencesSheet({ office, period, against, rows: found.rows, language, madeOn })
  return { bytes, rows: found.rows.length }
}

/** What differs from a closing. @throws OfficeError `not-found`. */
export function exportDifferencesOf(
  context: Context,
  { number, language }: Input<'closing', 'exportDifferences'>,
): Promise<OfficeFile> {
  const { from, to, method, known } = closingOf(context.office.store.read, number).head
  return hand(context, { period: { from, to }, method, against: { number, known }, language })
}

/** What differs from what was known at a moment. */
export function exportDifferencesSince(
  context: Context,
  { from, to, method, moment, language }: Input<'closing', 'exportSince'>,
): Promise<OfficeFile> {
  const period = countedDays({ from, to }, context.office.today())
  return hand(context, { period, method, against: { moment }, language })
}

async function hand(
  context: Context,
  asked: Omit<ExportDifferencesInput, 'office' | 'madeOn'>,
): Promise<OfficeFile> {
  const { office } = context
  const authorId = userOf(context)
  const { name, parentAgency } = particularsOf(office)
  const made = await closingWorker(office).run('exportDifferences', {
    ...{ ...asked, office: { name, parentAgency }, madeOn: office.today() },
  })
  if (made === null) throw new OfficeError('not-found', { what: 'closing' })
  const { period, method, against, language } = asked
  const file = {
    name: differencesFileName(period, name, language),
    mediaType: XLSX_MEDIA_TYPE,
    content: Buffer.from(made.bytes).toString('base64'),
  }
  return leave(context, authorId, file, {
    ...{ what: 'differences', rows: made.rows, language },
    filter: {
      ...{ ...period, method },
      ...('number' in against ? { number: against.number } : { moment: against.moment }),
    },
  })
}
