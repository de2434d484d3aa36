import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { RIGHTS_PAGE, rightsPage } from './rights-table.ts'

it('docs/rights.md says of every operation who may do it (otherwise: node tools/rights-table.ts)', () => {
  const page = readFileSync(RIGHTS_PAGE, 'utf8')
  expect(page).toBe(rightsPage(page))
  expect(page).toMatch(/\| `reception\.receive` +\| `receive` +\| +✓ +\| +– +\| +✓ +\| +– +\|/)
})
