import { expect, it } from 'vitest'
import type { BackupState } from '../../../src-main/contract/backups.ts'
import audit from '../../locales/vi/audit.json' with { type: 'json' }
import backups from '../../locales/vi/backups.json' with { type: 'json' }
import { sizeWords, worstAge } from './words.ts'

const NOW = '2026-11-23T02:00:00.000Z'
const state = (lastGood: string | null, second: BackupState['second']): BackupState => ({
  lastGood,
  second,
  failures: [],
  running: false,
})

it('the worse of the two folders counts; one that is away never counts as fresh', () => {
  expect(worstAge(state(NOW, null), NOW)).toBe('fresh')
  expect(worstAge(state(null, null), NOW)).toBe('very-old')
  expect(worstAge(state(NOW, { lastGood: '2026-11-10T02:00:00.000Z', reachable: true }), NOW)).toBe(
    'very-old',
  )
  expect(worstAge(state(NOW, { lastGood: null, reachable: false }), NOW)).toBe('old')
  expect(worstAge(state('2031-01-01T02:00:00.000Z', null), NOW)).toBe('old')
})

it('sizes are told in KB and MB', () => {
  expect([sizeWords(10), sizeWords(348_160), sizeWords(13_107_200)]).toEqual(['1 KB', '340 KB', '12,5 MB'])
})

it('the list and the audit call a backup made by somebody the same; no word of either is the builders’ own', () => {
  expect(backups.reason['by-hand']).toBe('Làm thủ công')
  expect(JSON.stringify(audit)).toContain('"by-hand":"làm thủ công"')
  expect(JSON.stringify([audit, backups])).not.toMatch(/mắt xích/i)
  expect(audit.verify.hurtHint).toMatch(/người quản trị.*Sao lưu/)
})
