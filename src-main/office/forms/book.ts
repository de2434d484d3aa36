/**
 * Mẫu 06, the register book of a field: its lines are read and set in the worker.
 */
import type { OfficeParticulars } from '../../contract/office.ts'
import { MOST_BOOK_LINES } from '../../contract/forms.ts'
import { OfficeError, fieldError } from '../../contract/errors.ts'
import type { Input, Output } from '../../contract/index.ts'
import { PDF_MEDIA_TYPE, bookFileName } from '../../documents/file-name.ts'
import { type BookLine, bookForm } from '../../documents/forms/book-form.ts'
import { type Instant, dateOfInstant } from '../../domain/civil-date.ts'
import { type Dossier, fold } from '../../domain/dossier.ts'
import type { ReadDb } from '../../store/database.ts'
import { eventsOf } from '../../store/events.ts'
import { type BookCut, countBook, listBook } from '../../store/results.ts'
import { leave } from '../audit/note.ts'
import { type Context, particularsOf } from '../context.ts'
import { userOf } from '../people/presence.ts'
import type { TaskContext } from '../worker-protocol.ts'

const ROWS_PER_BREATH = 500

/** What the worker is told; plain data. */
export interface MakeBookInput extends BookCut {
  office: Pick<OfficeParticulars, 'name' | 'parentAgency' | 'place'>
  printedAt: Instant
  /** Versions with two appointments: the second is unknown until payment is proved. */
  withProof: readonly number[]
}

/** The book as PDF. @throws OfficeError `book-too-long`, days in the wrong order, `cancelled`. */
export async function printBook(
  context: Context,
  { field, from, to }: Input<'forms', 'book'>,
): Promise<Output<'forms', 'book'>> {
  const { office } = context
  const authorId = userOf(context)
  if (to < from) throw fieldError('to', 'from-after-to')
  const lines = countBook(office.store.read, { field, from, to })
  if (lines > MOST_BOOK_LINES) throw new OfficeError('book-too-long', { lines, limit: MOST_BOOK_LINES })
  const { name, parentAgency, place } = particularsOf(office)
  const withProof = [...office.rules.procedures.values()].filter(
    (one) => one.hasFeeLeg && one.phases !== null,
  )
  // A worker of its own: no list waits for a book of thousands of lines.
  const worker = office.worker.beside()
  try {
    const { bytes, rows } = await worker.run('makeBook', {
      ...{ field, from, to, office: { name, parentAgency, place }, printedAt: office.now() },
      withProof: withProof.map(({ id }) => id),
    })
    const file = {
      name: bookFileName(field, from, to),
      mediaType: PDF_MEDIA_TYPE,
      content: Buffer.from(bytes).toString('base64'),
    }
    return await leave(context, authorId, file, { what: 'book', rows, filter: { field, from, to } })
  } finally {
    await worker.close()
  }
}

/** Worker task: the book, and how many lines it has. @throws OfficeError `cancelled`. */
export async function makeBook(
  { db, breathe }: TaskContext,
  { field, from, to, office, printedAt, withProof }: MakeBookInput,
): Promise<{ bytes: Uint8Array; rows: number }> {
  const unproved = new Set(withProof)
  const lines: BookLine[] = []
  for (const { id, procedureName } of listBook(db, { field, from, to })) {
    if (lines.length % ROWS_PER_BREATH === 0) await breathe()
    lines.push(lineOf(db, { id, procedureName, number: lines.length + 1 }, unproved, office.name))
  }
  const bytes = await bookForm({
    ...{ office, on: dateOfInstant(printedAt), printedAt, from, to, lines },
    field: field ?? 'tất cả các lĩnh vực',
    volume: '',
  })
  return { bytes, rows: lines.length }
}

function lineOf(
  db: ReadDb,
  { id, procedureName, number }: { id: number; procedureName: string; number: number },
  unproved: ReadonlySet<number>,
  agency: string,
): BookLine {
  const dossier = fold(eventsOf(db, id))
  const { code, applicantName, address, phone, acceptedOn, returnedOn, apology } = dossier
  return {
    ...{ number, code, procedureName, applicantName, address, phone, agency },
    receivedOn: acceptedOn,
    dueOn: isPromised(dossier, unproved) ? (dossier.dueMoves[0]?.from ?? dossier.dueOn) : null,
    newDueOn: apology?.state === 'approved' ? apology.dueOn : null,
    returnedOn,
    returnWay: dossier.returnedTo?.way ?? dossier.returnWay,
  }
}

/** With two appointments the day of the result is promised once payment is proved. */
function isPromised(dossier: Dossier, unproved: ReadonlySet<number>): boolean {
  if (dossier.dueSource === 'printed' || !unproved.has(dossier.procedureId)) return true
  return dossier.pauses.some(({ kind, closedBy }) => kind === 'payment' && closedBy === 'resumption')
}
