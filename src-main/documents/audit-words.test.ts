import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { AUDIT_WORDS } from './audit-words.ts'
import { FINDING_WORDS } from './verify-words.ts'

it.each(['vi', 'en'] as const)('the audit reads in a file as on the screen: %s', (language) => {
  const file = new URL(`../../src-renderer/locales/${language}/audit.json`, import.meta.url)
  const { kinds, facts, values, columns } = AUDIT_WORDS[language]
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
    ...{ kinds, facts, values, columns },
    finding: FINDING_WORDS[language],
  })
})
