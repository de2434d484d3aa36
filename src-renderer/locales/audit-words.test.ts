import { expect, it } from 'vitest'
import { AUDIT_KINDS } from '../../src-main/domain/audit.ts'
import { EVENT_KINDS } from '../../src-main/domain/dossier.ts'
import { en, vi } from './index.ts'

it('the audit has words for every kind of entry in both languages', () => {
  for (const { audit } of [vi, en]) {
    expect(Object.keys(audit.kinds).sort()).toEqual([...AUDIT_KINDS, ...EVENT_KINDS].sort())
  }
})
