import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { whoInWords } from '../contract/audit-facts.ts'
import { AUDIT_WORDS } from './audit-words.ts'
import { FINDING_WORDS } from './verify-words.ts'

it.each(['vi', 'en'] as const)('the audit reads in a file as on the screen: %s', (language) => {
  const file = new URL(`../../src-renderer/locales/${language}/audit.json`, import.meta.url)
  const { kinds, facts, values, columns, sheet } = AUDIT_WORDS[language]
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
    ...{ kinds, facts, values, columns },
    list: { nobody: sheet.nobody, program: sheet.program },
    finding: FINDING_WORDS[language],
  })
})

it.each([
  ['backup-made', null, 'Chương trình'],
  ['register-made', null, 'Chương trình'],
  ['restored', null, 'Chương trình'],
  ['sign-in-failed', null, '(chưa đăng nhập)'],
  ['backup-made', 'Trần Thị Lan', 'Trần Thị Lan'],
] as const)('%s by %s is shown as done by %s', (kind, authorName, who) => {
  expect(whoInWords({ kind, authorName }, AUDIT_WORDS.vi.sheet)).toBe(who)
})
