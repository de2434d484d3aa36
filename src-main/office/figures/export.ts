/**
 * Biểu II.06a as an Excel file.
 */
import type { OfficeFile } from '../../contract/common.ts'
import { OfficeError } from '../../contract/errors.ts'
import type { Summary } from '../../contract/figures.ts'
import type { Input } from '../../contract/index.ts'
import { XLSX_MEDIA_TYPE, summaryFileName } from '../../documents/file-name.ts'
import { summarySheet } from '../../documents/summary-sheet.ts'
import { leave } from '../audit/note.ts'
import { userOf } from '../people/presence.ts'
import { type Context, particularsOf } from '../context.ts'
import { summaryOf } from './use-cases.ts'

/**
 * The summary as an official sheet.
 * @throws OfficeError `identity-failed` when the figures contradict themselves, `office-not-set-up`.
 */
export async function exportSummary(
  context: Pick<Context, 'office' | 'caller'>,
  input: Input<'figures', 'exportSummary'>,
): Promise<OfficeFile> {
  const { office } = context
  const authorId = userOf(context)
  const particulars = particularsOf(office)
  const summary = await summaryOf({ office }, input)
  refuseContradiction(summary)
  const bytes = await summarySheet({ office: particulars, summary, madeOn: office.today() })
  const file = {
    name: summaryFileName(summary, particulars),
    mediaType: XLSX_MEDIA_TYPE,
    content: Buffer.from(bytes).toString('base64'),
  }
  const { from, to, by } = input
  return leave(context, authorId, file, {
    what: 'summary',
    rows: summary.rows.length,
    filter: { from, to, by },
  })
}

/** Nothing leaves the office that does not add up. */
export function refuseContradiction({ identities }: Pick<Summary, 'identities'>): void {
  const failed = identities.find((check) => !check.holds)
  if (failed) {
    const { identity, left, right } = failed
    throw new OfficeError('identity-failed', { identity, left, right })
  }
}
