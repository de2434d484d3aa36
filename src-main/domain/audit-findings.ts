/**
 * What a check of the register can find.
 */

/** The kinds of finding. */
export const FINDING_KINDS = [
  /** A number is missing in the chain. */
  'link-missing',
  /** An event, an entry or a link is not what it was when it was written. */
  'link-broken',
  /** A link whose event or entry is gone. */
  'content-missing',
  /** An event or entry that no link vouches for. */
  'not-linked',
  /** An event or entry is linked out of its order, or twice. */
  'link-out-of-order',
  /** The chain ends before a known link. */
  'chain-cut',
  /** A known link is not the one of this file: the whole was made again. */
  'anchor-differs',
  /** Settings, people, calendar or catalogue were changed without an entry. */
  'table-differs',
  /** A dossier's history cannot be. */
  'history-broken',
  /** A dossier's row, pauses, due dates or words are not what its history makes. */
  'row-missing',
  'row-differs',
  'pauses-differ',
  'due-moves-differ',
  'handovers-differ',
  'holders-differ',
  'arrival-differs',
  'words-differ',
  /** A row that no history stands behind. */
  'row-extra',
  /** A number of a form that no printing stands behind, or the other way round. */
  'form-number-differs',
  /** A closed period is not what was closed, or not the one after the closing before. */
  'closed-period-differs',
  /** A guard or table of the file is not the program's own. */
  'schema-differs',
  /** The file itself is damaged. */
  'file-damaged',
] as const
export type FindingKind = (typeof FINDING_KINDS)[number]

/** Findings that making the derived rows again sets right. */
export const MENDED_BY_REBUILD: readonly FindingKind[] = [
  'row-missing',
  'row-differs',
  'pauses-differ',
  'due-moves-differ',
  'handovers-differ',
  'holders-differ',
  'arrival-differs',
  'words-differ',
  'row-extra',
]

/** One thing found. Values are given only where they are nothing personal. */
export interface Finding {
  kind: FindingKind
  /** Number of the link. */
  link: number | null
  dossierId: number | null
  /** Code of the dossier, where it can be told. */
  code: string | null
  /** The table, field, form or part of the schema; empty where there is none. */
  what: string
  stored: string
  expected: string
}

/** A link known from elsewhere, such as a backup: its number and its SHA-256 in hexadecimal. */
export interface Anchor {
  n: number
  hash: string
}

/** The outcome of a check. */
export interface Verdict {
  links: number
  events: number
  entries: number
  dossiers: number
  /** The hash of the last link, in hexadecimal. */
  tail: string
  /** Known links that were compared. */
  anchors: number
  /** The first link that does not hold; `null` when all do. */
  firstBroken: number | null
  /** How often the audit says that the clock was put back, and that something else wrote to the file. */
  clockSetBack: number
  changedOutside: number
  /** At most {@link MOST_FINDINGS}. */
  findings: Finding[]
  /** How many there are in all. */
  found: number
}

/** The most findings that are told one by one. */
export const MOST_FINDINGS = 200
