import { ESLint, Linter } from 'eslint'
import tseslint from 'typescript-eslint'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

const configSchema = z.object({
  rules: z.object({
    'no-restricted-syntax': z
      .tuple([z.literal(2)])
      .rest(z.object({ selector: z.string(), message: z.string() })),
  }),
})
const eslint = new ESLint()

/** What the house forbids in a file there is or might be. */
async function forbiddenIn(file: string) {
  return configSchema.parse(await eslint.calculateConfigForFile(file)).rules['no-restricted-syntax'].slice(1)
}

const rule = await forbiddenIn('src-main/office/dossiers/moves.ts')
const linter = new Linter()

/** How often a piece of code breaks the rule. */
function faults(code: string): number {
  const messages = linter.verify(code, {
    languageOptions: { parser: tseslint.parser },
    rules: { 'no-restricted-syntax': [2, ...rule] },
  })
  expect(messages.filter(({ fatal }) => fatal)).toEqual([])
  return messages.length
}

describe('code outside the clock', () => {
  it.each([
    ["import { addBusinessDays } from 'date-fns'"],
    ["import { differenceInCalendarDays } from 'date-fns'"],
    ["import { fromDayNumber } from '../domain/civil-date.ts'"],
    ['calendar.addWorkingDays(day, 5)'],
    ['calendar.onOrNextWorking(day)'],
    ['date.setDate(date.getDate() + 1)'],
    ['const left = toDayNumber(due) - toDayNumber(today)'],
    ['const next = toDayNumber(today) + 1'],
    ['const soon = Date.parse(now) + 86_400_000'],
    ['const soon = Date.parse(now) + 3 * DAY_MS'],
    ['const old = now - MS_PER_DAY'],
    ['const sql = "SELECT date(due_on, \'+1 day\') FROM dossier"'],
    ['const sql = `SELECT julianday(a) - julianday(${b}) FROM dossier`'],
  ])('adds or counts no days: %s', (code) => {
    expect(faults(code)).toBeGreaterThan(0)
  })

  it.each([
    ["import { format } from 'date-fns'"],
    ["import { workingDayAfter, daysLate } from '../domain/clock.ts'"],
    ['const weekend = weekday(toDayNumber(date)) % 6 === 0'],
    ['const sql = "SELECT date(entered_at, \'+7 hours\') FROM dossier_event"'],
    ['const serial = toDayNumber(date) + EXCEL_DAY_OF_1970'],
  ])('may ask for them, read and draw them: %s', (code) => {
    expect(faults(code)).toBe(0)
  })

  it.each([
    'src-main/store/dossiers.ts',
    'src-main/office/figures/count.ts',
    'src-main/documents/sheet.ts',
    'src-main/contract/dossiers.ts',
    'src-main/host-web/server.ts',
    'src-renderer/features/overdue/sums.ts',
    'src-renderer/ui/day-strip.tsx',
  ])('is held to that wherever it stands: %s', async (file) => {
    expect(await forbiddenIn(file)).toEqual(rule)
  })
})
