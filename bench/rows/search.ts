/**
 * The search field: the first page and the number of dossiers found.
 */
import { foldText } from '../../src-main/domain/names.ts'
import { LISTED, NAMES, NO_FILTER, PAGE_SIZE } from '../columns.ts'
import { type BenchContext, type BenchRow, benchRow } from '../row.ts'

/** The words typed in a round. Every round of a kind looks for another dossier, so that no page is always warm. */
type Typed = (sample: Sample) => string

interface Sample {
  code: string
  phone: string
  map_sheet: string
  plot: string
  applicant_name: string
}

/** Dossiers spread over the whole register. */
function samples({ raw, dossiers }: BenchContext): Sample[] {
  const pick = raw.prepare<[number], Sample>(
    'SELECT code, phone, map_sheet, plot, applicant_name FROM dossier WHERE id = ?',
  )
  return Array.from({ length: 101 }, (_, i) => pick.get(1 + Math.floor((i * dossiers) / 101))).filter(
    (sample) => sample !== undefined,
  )
}

function typedIn(all: readonly Sample[], round: number, typed: Typed): string {
  const sample = all[round % all.length]
  if (!sample) throw new Error('an empty register cannot be searched')
  return typed(sample)
}

/** A search through the word index. */
function words(title: string, typed: Typed): BenchRow {
  return benchRow({
    name: `search ${title}`,
    describe: `dossiers.list: search by ${title}, newest first`,
    describeRaw: `the bare FTS5 MATCH: keys of the newest ${PAGE_SIZE} and their rows; the count of at most 10,000`,
    sizes: ['register', 'generated'],
    prepare: (context) => ({
      all: samples(context),
      list: context.raw.prepare(
        `SELECT ${LISTED} FROM (SELECT rowid AS id FROM dossier_search WHERE dossier_search MATCH @words
           ORDER BY rowid DESC LIMIT ${PAGE_SIZE}) f
         CROSS JOIN dossier d ON d.id = f.id ${NAMES} ORDER BY d.id DESC`,
      ),
      count: context.raw.prepare(
        `SELECT count(*) FROM (SELECT 1 FROM dossier_search WHERE dossier_search MATCH @words LIMIT 10000)`,
      ),
    }),
    ours: (context, { all }, round) => ask(context, typedIn(all, round, typed)),
    raw: (_context, { all, list, count }, round) => {
      const match = foldText(typedIn(all, round, typed))
        .split(' ')
        .map((word) => `"${word}"*`)
        .join(' ')
      return [list.all({ words: match }), count.get({ words: match })]
    },
  })
}

const parcel = benchRow({
  name: 'search parcel',
  describe: 'dossiers.list: search by map sheet and plot',
  describeRaw: 'the rows of the parcel from its index, and their count',
  sizes: ['register', 'generated'],
  prepare: (context) => ({
    all: samples(context),
    list: context.raw.prepare(
      `SELECT ${LISTED} FROM dossier d ${NAMES} WHERE d.map_sheet = ? AND d.plot = ?
       ORDER BY d.accepted_on DESC, d.id DESC LIMIT ${PAGE_SIZE}`,
    ),
    count: context.raw.prepare('SELECT count(*) FROM dossier WHERE map_sheet = ? AND plot = ?'),
  }),
  ours: (context, { all }, round) =>
    ask(
      context,
      typedIn(all, round, (sample) => `${sample.map_sheet}/${sample.plot}`),
    ),
  raw: (_context, { all, list, count }, round) => {
    const sample = all[round % all.length]
    return [list.all(sample?.map_sheet, sample?.plot), count.get(sample?.map_sheet, sample?.plot)]
  },
})

const scanned = benchRow({
  name: 'scan code',
  describe: 'dossiers.findByCode: a bar-code scanner, a whole code',
  describeRaw: 'the key of the code from its index',
  sizes: ['register', 'generated'],
  prepare: (context) => ({
    all: samples(context),
    find: context.raw.prepare('SELECT id FROM dossier WHERE code = ?'),
  }),
  ours: ({ call }, { all }, round) =>
    call('dossiers', 'findByCode', { code: typedIn(all, round, ({ code }) => code) }),
  raw: (_context, { all, find }, round) => find.get(typedIn(all, round, ({ code }) => code)),
})

function ask({ call }: BenchContext, search: string): Promise<unknown> {
  return call('dossiers', 'list', {
    filter: { ...NO_FILTER, search },
    sort: { field: 'acceptedOn', descending: true },
    page: 0,
    pageSize: PAGE_SIZE,
  })
}

const lastTwo = (name: string): string => name.split(' ').slice(-2).join(' ')

export const rows: readonly BenchRow[] = [
  words('code', ({ code }) => code),
  words('common name (nguyen)', () => 'nguyen'),
  words('one letter (n)', () => 'n'),
  words('two words of a name', ({ applicant_name }) => lastTwo(applicant_name)),
  words('whole name', ({ applicant_name }) => applicant_name),
  words('phone', ({ phone }) => (phone === '' ? '0900000000' : phone)),
  parcel,
  scanned,
]
