/**
 * The way every paper of a dossier leaves the office: made, written down as printed, then handed out.
 */
import type { OfficeFile } from '../../contract/common.ts'
import { OfficeError } from '../../contract/errors.ts'
import { PDF_MEDIA_TYPE } from '../../documents/file-name.ts'
import { type Instant, dateOfInstant } from '../../domain/civil-date.ts'
import type { EventFact } from '../../domain/dossier.ts'
import type { WriteDb } from '../../store/database.ts'
import { appendEvent, eventsOf } from '../../store/events.ts'
import { type Series, nextFormNumber, takeFormNumber } from '../../store/form-numbers.ts'
import { note } from '../audit/note.ts'
import type { Context } from '../context.ts'
import { refusal } from '../moments.ts'
import { userOf } from '../people/presence.ts'

/** How often a paper is made again because something was entered while it was made. */
const MOST_ATTEMPTS = 12

/** What is written down of one dossier's paper. */
export interface PrintEntry {
  id: number
  /** The state of the dossier it was made from. */
  version: number
  /** The number it takes of its series now; `null` for a further print, or a form without numbers. */
  taken: { series: Series; number: number } | null
  fact: EventFact
  /** For the audit. */
  detail: Readonly<Record<string, unknown>>
}

/** A paper about to be handed out; one file may be about several dossiers. */
export interface PaperDraft {
  file: string
  printedAt: Instant
  entries: readonly PrintEntry[]
  make: () => Promise<Uint8Array>
}

/**
 * First the file is made, then that it was printed is written down, and only what is on disk is handed out: no paper
 * without its entry, and no entry without its paper.
 * @param draft drawn up anew when something was entered meanwhile.
 * @throws OfficeError `busy` when that happens over and over, and whatever `draft` refuses.
 */
export async function handOut(context: Context, draft: () => PaperDraft): Promise<OfficeFile> {
  const authorId = userOf(context)
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const paper = draft()
    const bytes = await paper.make()
    if (!(await writeDown(context, paper, authorId))) continue
    context.office.notify({ topic: 'dossiers' })
    return { name: paper.file, mediaType: PDF_MEDIA_TYPE, content: Buffer.from(bytes).toString('base64') }
  }
  throw new OfficeError('busy')
}

/** False, and nothing written, when a dossier or a series has moved on since the draft. */
async function writeDown(context: Context, paper: PaperDraft, authorId: number): Promise<boolean> {
  const { printedAt, entries, file } = paper
  const stamp = {
    happenedOn: dateOfInstant(printedAt),
    happenedAt: printedAt,
    enteredAt: printedAt,
    authorId,
  }
  const work = (db: WriteDb): boolean => {
    if (!entries.every((entry) => stillSo(db, entry))) return false
    for (const { id, version, taken, fact, detail } of entries) {
      if (taken !== null) takeFormNumber(db, taken.series, taken.number, id)
      appendEvent(db, id, { ...stamp, seq: version + 1, fact })
      note(db, context, 'printed', { detail: { ...detail, file }, dossierId: id, authorId })
    }
    return true
  }
  try {
    return await context.office.store.write(work)
  } catch (error) {
    throw refusal(error)
  }
}

function stillSo(db: WriteDb, { id, version, taken }: PrintEntry): boolean {
  if (eventsOf(db, id).at(-1)?.seq !== version) return false
  return taken === null || nextFormNumber(db, taken.series) === taken.number
}
