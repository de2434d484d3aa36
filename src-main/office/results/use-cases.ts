/**
 * Results that lie ready: the list, its file, and handing several out at once.
 */
import type { Input, Output } from '../../contract/index.ts'
import { XLSX_MEDIA_TYPE, resultsFileName } from '../../documents/file-name.ts'
import { listCalendar } from '../../store/reference.ts'
import { leave } from '../audit/note.ts'
import { type Context, particularsOf } from '../context.ts'
import { writeFact } from '../dossiers/append.ts'
import { returnedFact } from '../dossiers/step-fact.ts'
import { queueMoment } from '../dossiers/use-cases.ts'
import { checkHappened, clockRefusal, refusal } from '../moments.ts'
import { userOf } from '../people/presence.ts'
import { readReady } from './list.ts'

/** Results not collected, those that lie longest first. */
export function listResults(
  context: Context,
  { minAge, search, page, pageSize }: Input<'results', 'list'>,
): Output<'results', 'list'> {
  const { office } = context
  const request = {
    ...{ minAge, search, moment: queueMoment(context) },
    page: { limit: pageSize, offset: page * pageSize },
  }
  return readReady(office.store.read, request, office.rules)
}

/** The whole list as an Excel file, made in the worker. */
export async function exportResults(
  context: Context,
  { minAge, search, language }: Input<'results', 'export'>,
): Promise<Output<'results', 'export'>> {
  const { office } = context
  const authorId = userOf(context)
  const { name, parentAgency } = particularsOf(office)
  const moment = queueMoment(context)
  const { bytes, rows } = await office.worker.run('exportReady', {
    ...{ minAge, search, moment, language, office: { name, parentAgency } },
    calendarRows: listCalendar(office.store.read),
  })
  const file = {
    name: resultsFileName({ language, officeName: name, on: moment.today }),
    mediaType: XLSX_MEDIA_TYPE,
    content: Buffer.from(bytes).toString('base64'),
  }
  const filter = { minAge, searched: search !== '' }
  return leave(context, authorId, file, { what: 'results', rows, language, filter })
}

/**
 * Several results handed out to one person, in one transaction: all, or none.
 * @throws OfficeError `dossier-changed`, `step-not-allowed` … for the first that cannot be.
 */
export async function returnAll(
  context: Context,
  { dossiers, happenedOn, note, ...how }: Input<'results', 'returnAll'>,
): Promise<Output<'results', 'returnAll'>> {
  const { office } = context
  const authorId = userOf(context)
  checkHappened(office, happenedOn, null, 'happenedOn')
  const fact = { kind: 'returned' as const, note, ...returnedFact(how) }
  const when = { on: happenedOn, at: null, field: 'happenedOn' }
  const each = [...new Map(dossiers.map((one) => [one.id, one])).values()]
  try {
    await office.store.write((db) => {
      for (const target of each) writeFact(context, db, target, when, () => fact, authorId)
    })
  } catch (error) {
    throw clockRefusal(refusal(error))
  }
  office.notify({ topic: 'dossiers' })
  return { count: each.length }
}
