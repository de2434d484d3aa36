import { describe, expect, it } from 'vitest'
import type { TimelineEntry } from '../../../src-main/contract/dossiers.ts'
import { civilDate } from '../../../src-main/domain/civil-date.ts'
import { EMPTY_PARTICULARS } from '../../../src-main/domain/dossier.ts'
import { typedFrom } from '../../ui/particulars/typed.ts'
import { correctable, type CorrectionForm, correctionField, readCorrection } from './correction-form.ts'

const before = typedFrom({
  ...EMPTY_PARTICULARS,
  applicantName: 'Nguyễn Văn Đức',
  // As an old register has it; nobody may be forced to mend it on the way.
  idNumber: '28495',
  documents: [{ name: 'Đơn', originals: 1, certifiedCopies: 0, photocopies: 0 }],
})
const form = (part: Partial<CorrectionForm>): CorrectionForm => ({
  kind: 'particulars',
  seq: null,
  on: null,
  reason: 'Ghi nhầm',
  particulars: before,
  ...part,
})
const read = (part: Partial<CorrectionForm>) => readCorrection(form(part), before)

describe('a correction of particulars', () => {
  it('sends only what was changed', () => {
    expect(read({ particulars: { ...before, phone: '0912 345 678' } })).toEqual({
      correction: { changes: { phone: '0912345678' }, redated: null, revoked: null, reason: 'Ghi nhầm' },
    })
  })

  it('is held up by a wrong value only where it was changed', () => {
    expect(read({ particulars: { ...before, phone: '12', idNumber: '28495' } })).toEqual({
      issues: [{ path: 'changes.phone', code: 'not-a-phone' }],
    })
  })

  it('says when nothing was changed; an empty line for a document is nothing', () => {
    const particulars = { ...before, documents: before.documents.slice(0, 1) }
    expect(read({ particulars })).toEqual({ issues: [{ path: 'changes', code: 'nothing-changed' }] })
  })

  it('asks for a reason', () => {
    expect(read({ reason: '  ', particulars: { ...before, plot: '12' } })).toEqual({
      issues: [{ path: 'reason', code: 'required' }],
    })
  })

  it('takes the level away from a dossier that is not online', () => {
    const online = { ...before, channel: 'online' as const, onlineLevel: 'full' as const }
    const typed = form({ particulars: { ...online, channel: 'direct' } })
    expect(readCorrection(typed, online)).toMatchObject({
      correction: { changes: { channel: 'direct', onlineLevel: null } },
    })
  })
})

describe('a correction of an entry', () => {
  it('re-dates it or revokes it', () => {
    const on = civilDate('2026-11-20')
    expect(read({ kind: 'redate', seq: '2', on })).toMatchObject({
      correction: { redated: { seq: 2, on }, changes: null, revoked: null },
    })
    expect(read({ kind: 'revoke', seq: '3' })).toMatchObject({
      correction: { revoked: 3, changes: null, redated: null },
    })
  })

  it('asks for the entry and the right day', () => {
    expect(read({ kind: 'redate' })).toEqual({
      issues: [
        { path: 'seq', code: 'required' },
        { path: 'redated.on', code: 'required' },
      ],
    })
  })

  it('is never about a correction or a revoked entry, and acceptance cannot be revoked', () => {
    const entry = (seq: number, kind: TimelineEntry['kind'], revokedBy: number | null = null) => ({
      ...{ seq, kind, revokedBy, happenedOn: civilDate('2026-11-23'), happenedAt: null, note: '' },
      ...{ enteredAt: '2026-11-23T01:00:00.000Z', lateEntry: false, authorName: '', imported: false },
      ...{
        holderName: null,
        pause: null,
        runsOn: false,
        redatedBy: null,
        correction: null,
        document: '',
        details: [],
        dueMoved: null,
      },
      receipt: null,
    })
    const timeline = [entry(1, 'accepted'), entry(2, 'taken', 4), entry(3, 'taken'), entry(4, 'corrected')]
    expect(correctable(timeline, 'redate').map(({ seq }) => seq)).toEqual([1, 3])
    expect(correctable(timeline, 'revoke').map(({ seq }) => seq)).toEqual([3])
  })
})

describe('an error of the office about a correction', () => {
  it('finds its field', () => {
    expect(correctionField('changes.email')).toBe('particulars.email')
    expect(correctionField('redated.on')).toBe('on')
    expect(correctionField('happenedOn')).toBe('on')
    expect(correctionField('version')).toBeNull()
  })
})
