/**
 * Queries: queues, lists, search and single rows of dossiers.
 */
import {
  COUNTED_SORT_FIELDS,
  type DossierFilter,
  type DossierSort,
  type Queue,
  type SortField,
} from '../contract/dossier-list.ts'
import type { CivilDate, Instant } from '../domain/civil-date.ts'
import { type Channel, DOSSIER_STATES, type DossierState } from '../domain/dossier.ts'
import { foldText, sortKey } from '../domain/names.ts'
import { type StepRole } from '../domain/path.ts'
import type { WrittenParcel } from '../domain/parcel.ts'
import type { ReadDb } from './database.ts'
import { DUE_SOON, DUE_TODAY, LATE } from './standing.ts'
import { BEHIND_KEYS, countBehind } from './steps.ts'

/** A search stops counting here, and sorts among the newest so many. */
export const SEARCH_CAP = 10_000

/** A current row joined with the names it refers to. */
export interface ListedDossier {
  id: number
  code: string
  procedureId: number
  procedureName: string
  applicantName: string
  idNumber: string
  phone: string
  address: string
  commune: string
  mapSheet: string
  plot: string
  certificateNumber: string
  channel: Channel
  onlineLevel: string | null
  acceptedOn: CivilDate
  acceptedAt: Instant | null
  dueOn: CivilDate
  dueSource: 'computed' | 'printed'
  endedOn: CivilDate | null
  returnedOn: CivilDate | null
  state: DossierState
  holderId: number | null
  holderName: string | null
  version: number
  /** While its clock stands still: since when. */
  waitsSince: CivilDate | null
  apology: 'drafted' | 'approved' | 'rejected' | null
  apologyDueOn: CivilDate | null
  /** The day the apology was sent. */
  apologyOn: CivilDate | null
  lateCause: string | null
  /** In a remote commune. */
  remote: 0 | 1
  /** The step it is in, since when, and working minutes used before that; `null` where it is not known. */
  step: number | null
  stepRole: StepRole | null
  stepOn: CivilDate | null
  stepAt: Instant | null
  stepUsed: number | null
  /** Given out in a batch and not confirmed yet: to whom. */
  handedTo: number | null
}

/** The columns of {@link ListedDossier}. */
export const COLUMNS = `d.id, d.code, d.procedure_id AS procedureId, p.name_vi AS procedureName,
  d.applicant_name AS applicantName, d.id_number AS idNumber, d.phone, d.address, d.commune,
  d.map_sheet AS mapSheet, d.plot, d.certificate_number AS certificateNumber, d.channel,
  d.online_level AS onlineLevel, d.accepted_on AS acceptedOn, d.accepted_at AS acceptedAt, d.due_on AS dueOn,
  d.due_source AS dueSource, d.ended_on AS endedOn, d.returned_on AS returnedOn, d.state,
  d.holder_id AS holderId, s.name AS holderName, d.version,
  d.waits_since AS waitsSince, d.apology, d.apology_due_on AS apologyDueOn, d.apology_on AS apologyOn,
  d.late_cause AS lateCause, d.remote, d.step, d.step_role AS stepRole, d.step_on AS stepOn, d.step_at AS stepAt,
  d.step_used AS stepUsed, d.handed_to AS handedTo`
/** What the names in them are joined by. */
export const NAMES =
  'JOIN procedure_version p ON p.id = d.procedure_id LEFT JOIN staff s ON s.id = d.holder_id'

/** Fixed statements of this file, for the test that prepares them all. */
export const STATEMENTS = {
  byId: `SELECT ${COLUMNS} FROM dossier d ${NAMES} WHERE d.id = ?`,
  idByCode: 'SELECT id FROM dossier WHERE code = ?',
  idByRequest: 'SELECT id FROM dossier WHERE request = ?',
  parcelOf: `SELECT commune, map_sheet AS mapSheet, plot FROM dossier
    WHERE id = ? AND state NOT IN ('returned', 'refused', 'withdrawn', 'stopped')`,
  count: 'SELECT count(*) AS n FROM dossier',
  lastCodeOfDay:
    'SELECT max(code) AS code FROM dossier WHERE code >= @from AND code < @to AND code GLOB @pattern',
  codesOfDay:
    'SELECT code FROM dossier WHERE code >= @from AND code < @to AND code GLOB @pattern ORDER BY code',
  openCounts: `SELECT
      count(*) FILTER (WHERE d.state = 'accepted') AS waiting,
      count(*) FILTER (WHERE d.state <> 'accepted') AS inProcess,
      count(*) FILTER (WHERE ${DUE_TODAY}) AS dueToday,
      count(*) FILTER (WHERE ${DUE_SOON}) AS dueSoon,
      count(*) FILTER (WHERE ${LATE}) AS late,
      count(*) FILTER (WHERE d.holder_id = @user) AS mine
    FROM dossier d INDEXED BY dossier_open_due WHERE d.ended_on IS NULL`,
  readyCount: "SELECT count(*) AS n FROM dossier WHERE state = 'result-ready'",
  communes: `SELECT commune FROM (SELECT commune FROM dossier ORDER BY id DESC LIMIT 5000)
    WHERE commune <> '' GROUP BY commune ORDER BY count(*) DESC, commune`,
  samePerson: `SELECT d.id FROM dossier d INDEXED BY dossier_id_number
    WHERE d.id_number = ? AND d.id_number <> '' AND d.ended_on IS NULL ORDER BY d.id DESC LIMIT 10`,
  sameParcel: `SELECT d.id FROM dossier d WHERE d.map_sheet = ? AND d.plot = ? AND d.commune_key = ?
    AND d.ended_on IS NULL ORDER BY d.id DESC LIMIT 10`,
} as const

/** A row by its key. */
export function getListed(db: ReadDb, id: number): ListedDossier | undefined {
  return db.get<ListedDossier>(STATEMENTS.byId, [id])
}

/** The key of the dossier with that code. */
export function idByCode(db: ReadDb, code: string): number | undefined {
  return db.get<{ id: number }>(STATEMENTS.idByCode, [code])?.id
}

/** The key of the dossier that was received with that request. */
export function idByRequest(db: ReadDb, request: string): number | undefined {
  return db.get<{ id: number }>(STATEMENTS.idByRequest, [request])?.id
}

/** The parcel of a dossier that can still go on. */
export function parcelOfDossier(db: ReadDb, id: number): WrittenParcel | undefined {
  return db.get<WrittenParcel>(STATEMENTS.parcelOf, [id])
}

/** How many dossiers there are. */
export function countDossiers(db: ReadDb): number {
  return db.get<{ n: number }>(STATEMENTS.count)?.n ?? 0
}

/** The highest numbered code of a day, for the next sequence number. `prefix` as made by `codePrefix`. */
export function lastCodeOfDay(db: ReadDb, prefix: string): string | null {
  return db.get<{ code: string | null }>(STATEMENTS.lastCodeOfDay, dayRange(prefix))?.code ?? null
}

/** The numbered codes of a day in order. */
export function codesOfDay(db: ReadDb, prefix: string): string[] {
  return db.all<{ code: string }>(STATEMENTS.codesOfDay, dayRange(prefix)).map(({ code }) => code)
}

/** Imported codes may carry anything behind the day; numbers are four digits. The range is for the index. */
function dayRange(prefix: string): { from: string; to: string; pattern: string } {
  return { from: prefix, to: `${prefix.slice(0, -1)}.`, pattern: `${prefix}[0-9][0-9][0-9][0-9]` }
}

/** Open dossiers of the same person (by number) and on the same parcel. */
export function findAlike(
  db: ReadDb,
  like: { idNumber: string; commune: string; mapSheet: string; plot: string },
): { person: number[]; parcel: number[] } {
  const ids = (rows: { id: number }[]): number[] => rows.map((row) => row.id)
  return {
    person: like.idNumber === '' ? [] : ids(db.all(STATEMENTS.samePerson, [like.idNumber])),
    parcel:
      like.mapSheet === '' || like.plot === ''
        ? []
        : ids(db.all(STATEMENTS.sameParcel, [like.mapSheet, like.plot, sortKey(like.commune)])),
  }
}

/** Communes of the last dossiers, the most used first. */
export function listCommunes(db: ReadDb): string[] {
  return db.all<{ commune: string }>(STATEMENTS.communes).map((row) => row.commune)
}

/** The days and the user the queues are cut by. */
export interface QueueMoment {
  today: CivilDate
  /** Last day that counts as due soon. */
  soon: CivilDate
  user: number | null
  /** Who asks sees citizen numbers masked; then nobody is found by them either. */
  masked: boolean
  /** The moment steps are judged by. */
  now: Instant
  /** Where steps are behind schedule now, as `behindParameter` writes it; left out where nobody asks for them. */
  behind?: string
  /**
   * Keys of the dossiers of a cell of the figures, as JSON, in the order of what the list is sorted by where that is something
   * they count as; left out where nobody asks for one.
   */
  cellIds?: string
}

/** How many dossiers are in each queue. */
export function countQueues(db: ReadDb, moment: QueueMoment): Record<Queue, number> {
  const open = db.get<Record<'waiting' | 'inProcess' | 'dueToday' | 'dueSoon' | 'late' | 'mine', number>>(
    STATEMENTS.openCounts,
    { ...moment },
  )
  return {
    waiting: open?.waiting ?? 0,
    'in-process': open?.inProcess ?? 0,
    'due-today': open?.dueToday ?? 0,
    'due-soon': open?.dueSoon ?? 0,
    late: open?.late ?? 0,
    mine: open?.mine ?? 0,
    behind: countBehind(db, moment.behind ?? '[]'),
    'result-ready': db.get<{ n: number }>(STATEMENTS.readyCount)?.n ?? 0,
    all: countDossiers(db),
  }
}

/** What makes a dossier a member of each queue; the same words as in `openCounts`. */
const QUEUE_CONDITIONS: Record<Queue, string> = {
  waiting: "d.ended_on IS NULL AND d.state = 'accepted'",
  'in-process': "d.ended_on IS NULL AND d.state <> 'accepted'",
  'due-today': DUE_TODAY,
  'due-soon': DUE_SOON,
  late: LATE,
  behind: 'TRUE',
  'result-ready': "d.state = 'result-ready'",
  mine: 'd.ended_on IS NULL AND d.holder_id = @user',
  all: 'TRUE',
}

// Without statistics SQLite does not know how few dossiers are open; the queues name their index.
const OPEN_INDEX = 'INDEXED BY dossier_open_due'
const QUEUE_INDEXES: Record<Queue, string> = {
  waiting: OPEN_INDEX,
  'in-process': OPEN_INDEX,
  'due-today': OPEN_INDEX,
  'due-soon': OPEN_INDEX,
  late: OPEN_INDEX,
  behind: '',
  mine: OPEN_INDEX,
  'result-ready': 'INDEXED BY dossier_ready',
  all: '',
}

function indexOf({ queue, stepRole, unheld }: DossierFilter): string {
  if (queue !== 'all') return QUEUE_INDEXES[queue]
  return stepRole != null ? 'INDEXED BY dossier_open_step' : unheld === true ? OPEN_INDEX : ''
}

/** The columns a list can be sorted by; the only SQL a sort key can become. */
const SORT_COLUMNS: Record<SortField, string> = {
  code: 'd.code',
  applicantName: 'd.applicant_key',
  procedureName: 'p.name_key',
  commune: 'd.commune_key',
  acceptedOn: 'd.accepted_on',
  dueOn: 'd.due_on',
  endedOn: 'd.ended_on',
  // In the order of a dossier's life.
  state: `CASE d.state ${DOSSIER_STATES.map((state, index) => `WHEN '${state}' THEN ${index}`).join(' ')} END`,
  holderName: 's.name_key',
  // In the order of the cell's own keys where there is a cell; without one, as they were entered.
  countedOrigin: 'd.id',
  countedStanding: 'd.id',
  countedDueOn: 'd.id',
  countedEndedOn: 'd.id',
  countedDaysLate: 'd.id',
  countedOfficer: 'd.id',
}

const COUNTED_SORTS: ReadonlySet<SortField> = new Set(COUNTED_SORT_FIELDS)

/** Those that need the names a row refers to. */
const SORTED_BY_NAME: ReadonlySet<SortField> = new Set(['procedureName', 'holderName'])

/** A list's SQL in parts, and its parameters. */
interface ListQuery {
  from: string
  where: string
  parameters: Record<string, unknown>
  /** Whether it goes through the word index and is capped. */
  capped: boolean
  /** SQL that counts the matches in the word index. */
  matches: string
  /** SQL of the keys it goes through before the rows; `null` where it goes through the rows themselves. */
  found: string | null
}

const PARCEL = /^(?:tờ|to)?\s*(\d{1,5})\s*(?:[/,]\s*(?:thửa|thua)?|thửa|thua)\s*(\d{1,5})$/iu

/** How an apology stands; one that was rejected is none. */
const APOLOGY_CONDITIONS: Record<NonNullable<DossierFilter['apology']>, string> = {
  'not-sent': "d.apology IS NOT 'approved'",
  none: "(d.apology IS NULL OR d.apology = 'rejected')",
  drafted: "d.apology = 'drafted'",
  approved: "d.apology = 'approved'",
}

/** Further conditions of a list, for features with lists of their own. */
export interface MoreConditions {
  conditions: readonly string[]
  parameters: Readonly<Record<string, unknown>>
  /** The index to walk where the queue names none. */
  index?: string
}

/** Builds the query of a list. Exported for the tests of statements and plans. */
export function listQuery(filter: DossierFilter, moment: QueueMoment, more?: MoreConditions): ListQuery {
  const conditions = [QUEUE_CONDITIONS[filter.queue], ...(more?.conditions ?? [])]
  const parameters: Record<string, unknown> = { behind: '[]', cellIds: '[]', ...moment, ...more?.parameters }
  const add = (value: unknown, name: string, condition: string): void => {
    if (value === null || value === undefined) return
    conditions.push(condition)
    parameters[name] = value
  }
  add(filter.procedureId, 'procedureId', 'd.procedure_id = @procedureId')
  add(filter.state, 'state', 'd.state = @state')
  add(filter.holderId, 'holderId', 'd.holder_id = @holderId')
  add(filter.channel, 'channel', 'd.channel = @channel')
  add(filter.commune, 'commune', 'd.commune = @commune')
  add(filter.acceptedFrom, 'acceptedFrom', 'd.accepted_on >= @acceptedFrom')
  add(filter.acceptedTo, 'acceptedTo', 'd.accepted_on <= @acceptedTo')
  add(filter.dueFrom, 'dueFrom', 'd.due_on >= @dueFrom')
  add(filter.dueTo, 'dueTo', 'd.due_on <= @dueTo')
  if (filter.apology !== null) conditions.push(APOLOGY_CONDITIONS[filter.apology])
  add(filter.stepRole, 'stepRole', 'd.ended_on IS NULL AND d.step_role = @stepRole')
  if (filter.unheld === true) conditions.push('d.ended_on IS NULL AND d.holder_id IS NULL')
  if (filter.cell != null) conditions.push('d.id IN (SELECT value FROM json_each(@cellIds))')
  const behind = filter.queue === 'behind' || (filter.behind === true && filter.queue === 'all')
  if (filter.behind === true && !behind) conditions.push(`d.id IN (${BEHIND_KEYS})`)
  // Said though the keys say it, too: a list without a condition is everything.
  if (behind) conditions.push('d.ended_on IS NULL')
  const filtered = conditions.length > 1
  const indexed = addSearch(filter, moment.masked, conditions, parameters)
  // A search over everything sorts among the newest matches; a filtered one must see them all. The open queues are
  // small and searched whole.
  const capped = indexed && !filtered
  const found = `SELECT rowid AS id FROM dossier_search WHERE dossier_search MATCH @words ${capped ? `ORDER BY rowid DESC LIMIT ${SEARCH_CAP}` : ''}`
  if (indexed && behind) conditions.push(`d.id IN (${BEHIND_KEYS})`)
  const keys = indexed ? found : behind ? BEHIND_KEYS : null
  const from =
    keys === null
      ? `dossier d ${more?.index ?? indexOf(filter)}`
      : `(${keys}) f
       CROSS JOIN dossier d ON d.id = f.id`
  return {
    from,
    where: conditions.join(' AND '),
    parameters,
    capped,
    matches: `SELECT count(*) AS n FROM (${found})`,
    found: keys,
  }
}

/** Adds the search to the conditions. Returns whether it must go through the word index instead. */
function addSearch(
  filter: DossierFilter,
  masked: boolean,
  conditions: string[],
  parameters: Record<string, unknown>,
): boolean {
  const parcel = PARCEL.exec(filter.search.normalize('NFC').trim())
  if (parcel) {
    conditions.push('d.map_sheet = @mapSheet AND d.plot = @plot')
    Object.assign(parameters, { mapSheet: parcel[1], plot: parcel[2] })
    return false
  }
  if (filter.search.trim() === '') return false
  const words = searchWords(filter.search)
  if (words.length === 0) {
    conditions.push('FALSE')
    return false
  }
  // What a citizen number might begin with is looked for everywhere but in the number.
  if (masked) {
    for (const [index, word] of words.filter((word) => /\d/.test(word)).entries()) {
      conditions.push(`${WITHOUT_NUMBER} LIKE @open${index}`)
      parameters[`open${index}`] = `% ${word}%`
    }
  }
  if (filter.queue === 'all') {
    // Folded words are letters and digits only, so quoting them is enough for the query language of FTS5.
    parameters['words'] = words.map((word) => `"${word}"*`).join(' ')
    return true
  }
  words.forEach((word, index) => {
    conditions.push(`d.search_text LIKE @word${index}`)
    parameters[`word${index}`] = `% ${word}%`
  })
  return false
}

/** The words a dossier is found by, those of the citizen number left out. */
export const WITHOUT_NUMBER = `replace(d.search_text || ' ', ' ' || fold_text(d.id_number) || ' ', ' ')`

/** A list's only condition where everything is asked for. */
const EVERYTHING = QUEUE_CONDITIONS.all

/** A phone or citizen number is often written in groups: `0901 234 567`. */
const GROUPED_NUMBER = /^(0|84)[0-9 ]{8,}$/

/** The folded words of a search. */
export function searchWords(search: string): string[] {
  const folded = foldText(search)
  return GROUPED_NUMBER.test(folded) ? [folded.replaceAll(' ', '')] : folded.split(' ').filter(Boolean)
}

function orderBy(sort: DossierSort): string {
  const direction = sort.descending ? 'DESC' : 'ASC'
  return `${SORT_COLUMNS[sort.field]} ${direction}, d.id ${direction}`
}

/** One page of a list, in order. */
export function listPage(
  db: ReadDb,
  filter: DossierFilter,
  sort: DossierSort,
  moment: QueueMoment,
  page: { limit: number; offset: number },
  more?: MoreConditions,
): ListedDossier[] {
  const { from, where, parameters, found } = listQuery(filter, moment, more)
  if (filter.cell != null && COUNTED_SORTS.has(sort.field)) {
    // The keys come in their order and each is looked up: joined the other way round, every row would look for its key.
    const direction = sort.descending ? 'DESC' : 'ASC'
    const within = found === null ? where : `${where} AND d.id IN (${found})`
    const places = `SELECT d.id, c.key AS place FROM json_each(@cellIds) c CROSS JOIN dossier d ON d.id = c.value
      WHERE ${within} ORDER BY c.key ${direction} LIMIT @limit OFFSET @offset`
    const sql = `SELECT ${COLUMNS} FROM (${places}) k CROSS JOIN dossier d ON d.id = k.id ${NAMES} ORDER BY k.place ${direction}`
    return db.all<ListedDossier>(sql, { ...parameters, ...page })
  }
  const order = orderBy(sort)
  // The keys of the page first: the rows and names of all the pages before it are never read.
  const names = SORTED_BY_NAME.has(sort.field) ? NAMES : ''
  const keys = `SELECT d.id FROM ${from} ${names} WHERE ${where} ORDER BY ${order} LIMIT @limit OFFSET @offset`
  const sql = `SELECT ${COLUMNS} FROM (${keys}) k CROSS JOIN dossier d ON d.id = k.id ${NAMES} ORDER BY ${order}`
  return db.all<ListedDossier>(sql, { ...parameters, ...page })
}

/** How many a list has; a search stops at {@link SEARCH_CAP} and is then `capped`. */
export function countList(
  db: ReadDb,
  filter: DossierFilter,
  moment: QueueMoment,
  more?: MoreConditions,
): { total: number; capped: boolean } {
  const { from, where, parameters, capped, matches } = listQuery(filter, moment, more)
  // A count with a condition, even TRUE, walks an index; the bare count does not.
  if (!capped && where === EVERYTHING) return { total: countDossiers(db), capped: false }
  const total = db.get<{ n: number }>(`SELECT count(*) AS n FROM ${from} WHERE ${where}`, parameters)?.n ?? 0
  // Matches by a number that stays hidden are left out of the total, not out of the newest so many.
  const looked = capped && moment.masked ? (db.get<{ n: number }>(matches, parameters)?.n ?? 0) : total
  return { total, capped: capped && looked >= SEARCH_CAP }
}
