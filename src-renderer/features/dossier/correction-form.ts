/**
 * The form of a correction: one of three kinds, each with its reason.
 */
import type { FieldPath } from 'react-hook-form'
import type { z } from 'zod'
import { civilDateSchema, requiredText } from '../../../src-main/contract/common.ts'
import type { DossierPage, TimelineEntry } from '../../../src-main/contract/dossiers.ts'
import type { Input } from '../../../src-main/contract/index.ts'
import type { CivilDate } from '../../../src-main/domain/civil-date.ts'
import {
  particularField,
  type ParticularsForm,
  typedFrom,
  typedParticularShape,
  type TypedParticulars,
} from '../../ui/particulars/typed.ts'

/** What is to be set right: particulars, the day of an entry, or an entry that did not happen. */
export const CORRECTION_KINDS = ['particulars', 'redate', 'revoke'] as const
export type CorrectionKind = (typeof CORRECTION_KINDS)[number]

/** What the fields hold. */
export interface CorrectionForm extends ParticularsForm {
  kind: CorrectionKind
  /** Number of the entry, as the browser's list gives it. */
  seq: string | null
  on: CivilDate | null
  reason: string
}

/** The form with everything as it stands now. */
export function correctionOf({ particulars }: Pick<DossierPage, 'particulars'>): CorrectionForm {
  return { kind: 'particulars', seq: null, on: null, reason: '', particulars: typedFrom(particulars) }
}

/**
 * The entries a correction of that kind can be about: none revoked, no correction, no move of the due date (it follows
 * from another entry); acceptance and what came before it stay, and the moment of a print is the program's own.
 */
export function correctable(
  timeline: readonly TimelineEntry[],
  kind: 'redate' | 'revoke',
): readonly TimelineEntry[] {
  const accepted = timeline.find(({ kind: what }) => what === 'accepted')?.seq ?? 0
  return timeline.filter(
    (entry) =>
      entry.seq >= accepted &&
      entry.kind !== 'corrected' &&
      entry.kind !== 'due-moved' &&
      entry.revokedBy === null &&
      entry.kind !== (kind === 'redate' ? 'receipt-printed' : 'accepted'),
  )
}

type Correction = Pick<Input<'dossiers', 'correct'>, 'reason' | 'changes' | 'redated' | 'revoked'>
/** Something wrong at one field, by a code. */
export interface Issue {
  path: string
  code: string
}

/** What the office is asked to set right, or what is wrong with the form. Only what was changed is sent. */
export function readCorrection(
  typed: CorrectionForm,
  before: TypedParticulars,
): { correction: Correction } | { issues: Issue[] } {
  const reason = requiredText(500).safeParse(typed.reason)
  const issues: Issue[] = reason.success ? [] : issuesOf(reason.error, 'reason')
  const nothing = { changes: null, redated: null, revoked: null }
  const finish = (part: Partial<Correction>) =>
    issues.length > 0 || !reason.success
      ? { issues }
      : { correction: { ...nothing, ...part, reason: reason.data } }
  if (typed.kind === 'particulars') {
    const changes = typedParticularShape.partial().safeParse(changedParts(typed.particulars, before))
    if (!changes.success) issues.unshift(...issuesOf(changes.error, 'changes'))
    else if (Object.keys(changes.data).length === 0)
      issues.unshift({ path: 'changes', code: 'nothing-changed' })
    return finish({ changes: changes.data ?? null })
  }
  const seq = Number(typed.seq ?? 0)
  if (seq <= 0) issues.unshift({ path: 'seq', code: 'required' })
  if (typed.kind === 'revoke') return finish({ revoked: seq })
  const on = civilDateSchema.safeParse(typed.on)
  if (!on.success) issues.push({ path: 'redated.on', code: 'required' })
  return finish(on.success ? { redated: { seq, on: on.data } } : {})
}

/** The field for a path into the input of `dossiers.correct`, or for one of {@link readCorrection}'s issues. */
export function correctionField(path: string): FieldPath<CorrectionForm> | null {
  if (path.startsWith('changes.')) return particularField(path.slice('changes.'.length))
  switch (path) {
    case 'changes':
      return 'particulars.applicantName'
    case 'seq':
    case 'redated.seq':
    case 'revoked':
      return 'seq'
    case 'redated.on':
    case 'happenedOn':
      return 'on'
    case 'reason':
      return 'reason'
    default:
      return null
  }
}

function changedParts(typed: TypedParticulars, before: TypedParticulars): Partial<TypedParticulars> {
  const now = typed.channel === 'online' ? typed : { ...typed, onlineLevel: null }
  return Object.fromEntries(
    Object.entries(now).filter(([key, value]) => {
      const old = Object.entries(before).find(([name]) => name === key)?.[1]
      return meaning(value) !== meaning(old)
    }),
  )
}

/** A value as it compares: lines of documents with nothing in them mean nothing. */
function meaning(value: unknown): string {
  if (!Array.isArray(value)) return JSON.stringify(value)
  return JSON.stringify(value.filter((line: object) => Object.values(line).some((cell) => cell !== '')))
}

function issuesOf(error: z.ZodError, prefix: string): Issue[] {
  return error.issues.map(({ path, message }) => ({ path: [prefix, ...path].join('.'), code: message }))
}
