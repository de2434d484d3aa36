/**
 * Queries: people who had a dossier here before, for filling the form of reception.
 */
import { foldText } from '../domain/names.ts'
import type { ReadDb } from './database.ts'

/** Among so many of the newest matches people are looked for; a name is folded for each. */
const AMONG = { number: 2000, name: 400 } as const

/** The newest dossier of each person among the newest matches in the word index. A person is a number, or a name with a phone. */
function newestOfEach(among: number, condition: string, order: string): string {
  return `SELECT max(d.id) AS id
    FROM (SELECT rowid AS id FROM dossier_search WHERE dossier_search MATCH @match
      ORDER BY rowid DESC LIMIT ${among}) f
    CROSS JOIN dossier d ON d.id = f.id WHERE ${condition}
    GROUP BY CASE d.id_number WHEN '' THEN d.applicant_key || d.phone ELSE d.id_number END
    ORDER BY ${order} LIMIT @most`
}

/** The fixed statement of this file, for the test that prepares them all. */
export const STATEMENTS = {
  byNumber: newestOfEach(
    AMONG.number,
    `d.id_number LIKE @numbers OR replace(d.phone, '+84', '0') LIKE @phones`,
    'max(d.id) DESC',
  ),
} as const

/** This one folds in SQL, with the function each connection of ours has; the test of plans prepares it. */
const BY_NAME = newestOfEach(
  AMONG.name,
  `NOT EXISTS (SELECT 1 FROM json_each(@words) w
    WHERE ' ' || fold_text(d.applicant_name) NOT LIKE '% ' || w.value || '%')`,
  `' ' || fold_text(d.applicant_name) LIKE @inOrder DESC, max(d.id) DESC`,
)

/** What {@link findApplicants} looks for. */
export interface ApplicantSearch {
  typed: string
  /** At most so many people. */
  most: number
  /** Numbers are found whole only: their beginnings would give away what is hidden. */
  masked: boolean
}

/** A number as typed: digits in groups, perhaps of an organisation's branch (`-001`), or a phone number with `+84`. */
const TYPED_NUMBER = /^\+?\d+(-\d{1,3})?$/

/**
 * The newest dossier of each person whose number or phone number begins as typed, or whose name has words that do: those
 * with the words in that order first, then the newest.
 */
export function findApplicants(db: ReadDb, { typed, most, masked }: ApplicantSearch): number[] {
  const { sql, parameters } = applicantQuery(typed, masked)
  return sql === null ? [] : db.all<{ id: number }>(sql, { ...parameters, most }).map(({ id }) => id)
}

/** Builds that query; no SQL for what is too short. Exported for the test of plans. */
export function applicantQuery(
  typed: string,
  masked: boolean,
): { sql: string | null; parameters: Record<string, unknown> } {
  const number = typed.replace(/[\s.]/g, '')
  if (TYPED_NUMBER.test(number)) {
    if (number.replace(/\D/g, '').length < SHORTEST_NUMBER) return { sql: null, parameters: {} }
    const local = number.replace(/^\+84/, '0')
    const match = [local, local.replace(/^0/, '84')].map((one) => `(${prefixes(foldText(one))})`).join(' OR ')
    const numbers = masked ? number : `${number}%`
    return { sql: STATEMENTS.byNumber, parameters: { match, numbers, phones: `${local}%` } }
  }
  const words = foldText(typed)
  if (words.length < SHORTEST_NAME) return { sql: null, parameters: {} }
  const list = words.split(' ')
  const parameters = { match: prefixes(words), words: JSON.stringify(list), inOrder: `% ${list.join('% ')}%` }
  return { sql: BY_NAME, parameters }
}

/** Fewer digits or letters would find everybody. */
const SHORTEST_NUMBER = 4
const SHORTEST_NAME = 2

/** Folded words as the query language of FTS5 has beginnings of words; they are letters and digits only. */
function prefixes(folded: string): string {
  return folded
    .split(' ')
    .map((word) => `"${word}"*`)
    .join(' ')
}
